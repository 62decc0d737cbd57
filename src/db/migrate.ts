/**
 * Applies the committed migrations and keeps Prisma's own record of them, so that `prisma migrate deploy` and this agree.
 * Each migration is one transaction: a failed one leaves nothing behind.
 */
import { randomUUID } from 'node:crypto';
import type { MigrationFile } from './migration-files.ts';

/** One connection for plain SQL. */
export interface SqlSession {
  /** Runs a script of several statements. */
  script(sql: string): Promise<void>;
  /** Rows of one statement with `$1` parameters. */
  rows(sql: string, parameters: readonly string[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** The table as Prisma makes it. */
const RECORD = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** The lock that Prisma's own tools take: two replicas starting at once migrate one after the other. */
const LOCK = 'SELECT pg_advisory_lock(72707369)::text';
const UNLOCK = 'SELECT pg_advisory_unlock(72707369)';

/** Applies what is missing, oldest first. Gives the names applied now. Throws an error that says what to do. */
export async function applyMigrations(session: SqlSession, migrations: readonly MigrationFile[]): Promise<string[]> {
  await session.rows(LOCK, []);
  try {
    await session.script(RECORD);
    const missing = await missingMigrations(session, migrations);
    for (const migration of missing) await apply(session, migration);
    return missing.map((migration) => migration.name);
  } finally {
    await session.rows(UNLOCK, []);
  }
}

async function missingMigrations(session: SqlSession, migrations: readonly MigrationFile[]): Promise<MigrationFile[]> {
  const kept = await session.rows(
    'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    [],
  );
  const byName = new Map(kept.map((row) => [String(row['migration_name']), row]));
  const unknown = [...byName.keys()].filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0)
    throw new Error(`the database is newer than this program: it has ${unknown.join(', ')}. Start the newer program.`);
  return migrations.filter((migration) => {
    const row = byName.get(migration.name);
    if (row && row['finished'] !== true)
      throw new Error(
        `migration ${migration.name} was begun by another tool and failed. Repair the database, mark it with "prisma migrate resolve", start again.`,
      );
    if (row && row['checksum'] !== migration.checksum)
      throw new Error(
        `migration ${migration.name} was changed after it was applied. Restore the file as it was released.`,
      );
    return row === undefined;
  });
}

async function apply(session: SqlSession, migration: MigrationFile): Promise<void> {
  try {
    await session.script('BEGIN');
    await session.script(migration.sql);
    await session.rows(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), now(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await session.script('COMMIT');
  } catch (error) {
    await session.script('ROLLBACK');
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`migration ${migration.name} failed and was undone: ${why}`, { cause: error });
  }
}
