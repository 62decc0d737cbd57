/** Writes the next migration: `npx tsx .config/write-migration.ts <name>`. Read the SQL before you commit it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MIGRATIONS_FOLDER, readMigrations } from '../src/db/migration-files.ts';
import { schemaDiff } from './schema-diff.ts';

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name))
  throw new Error('give a name in kebab-case: what the migration does');

const sql = await schemaDiff();
if (sql === '') {
  console.log('schema and migrations agree: nothing to write');
} else {
  const number = String((await readMigrations()).length + 1).padStart(4, '0');
  const folder = join(MIGRATIONS_FOLDER, `${number}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), `${sql}\n`);
  console.log(`written: ${folder}/migration.sql`);
}
