/** The migrations as committed in `prisma/migrations`, the same set for PGlite and for a PostgreSQL server. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One migration, ready to run. */
export interface MigrationFile {
  /** Name of its folder, `0001_first`; text order is the order of running. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, hex, as Prisma's own tools compute it. */
  readonly checksum: string;
}

/** Where the migrations lie: beside `src/` and beside `dist/` alike. */
export const MIGRATIONS_FOLDER: string = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** All migrations, oldest first. */
export async function readMigrations(folder: string = MIGRATIONS_FOLDER): Promise<MigrationFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<MigrationFile> {
  const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}
