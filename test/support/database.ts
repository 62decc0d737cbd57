/** A database for a test: PGlite in memory with all migrations applied, opened from a snapshot made once per machine. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type OpenDatabase, overPGlite } from '../../src/db/client.ts';
import { readMigrations } from '../../src/db/migration-files.ts';

/** The adapter of PGlite and its version decide what a snapshot may be read by. */
const MADE_WITH = 'pglite-0.5.16';

/** An empty, migrated database in memory; close it when done. */
export async function openTestDatabase(): Promise<{ database: OpenDatabase; close(): Promise<void> }> {
  const { database } = await openTestPGlite();
  return { database, close: () => database.close() };
}

/** The same with the PGlite under it, for tests that look at rows. */
export async function openTestPGlite(): Promise<{ database: OpenDatabase; pglite: PGlite }> {
  const pglite = await PGlite.create({ loadDataDir: new Blob([new Uint8Array(await snapshot())]) });
  return { database: overPGlite(pglite), pglite };
}

async function snapshot(): Promise<Buffer> {
  const migrations = await readMigrations();
  const name = createHash('sha256').update(MADE_WITH);
  for (const { checksum } of migrations) name.update(checksum);
  const folder = join(tmpdir(), 'opora-test');
  const path = join(folder, `${name.digest('hex').slice(0, 16)}.tar`);
  if (!existsSync(path)) {
    await mkdir(folder, { recursive: true });
    await makeSnapshot(path);
  }
  return readFile(path);
}

async function makeSnapshot(path: string): Promise<void> {
  const pglite = await PGlite.create();
  const database = overPGlite(pglite);
  await database.migrate();
  const dump = await pglite.dumpDataDir('none');
  await database.close();
  // Several test files may make it at once: each renames a whole file.
  const aside = `${path}.${randomUUID()}`;
  await writeFile(aside, Buffer.from(await dump.arrayBuffer()));
  await rename(aside, path);
}
