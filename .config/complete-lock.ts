/**
 * `npx tsx .config/complete-lock.ts` after every `npm install`: names in package-lock.json the builds for other platforms that the
 * registry of this machine did not list. npm leaves those out, and then `npm ci` refuses the lock everywhere. A build is only
 * downloaded on its own platform; there npm checks its version, and its sum once a lock made there has it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { missingBuilds, type LockPackages } from './lock-builds.ts';

const path = join(import.meta.dirname, '../package-lock.json');
const lock = JSON.parse(await readFile(path, 'utf8')) as { packages: LockPackages };
const missing = missingBuilds(lock.packages);
const sorted = Object.entries({ ...lock.packages, ...missing }).sort(([one], [other]) =>
  one.localeCompare(other, 'en'),
);
await writeFile(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(`${Object.keys(missing).length} builds added to package-lock.json`);
