import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { historyFaults, schemaDiff } from '../../.config/schema-diff.ts';
import { overPGlite } from '../../src/db/client.ts';
import { applyMigrations, type SqlSession } from '../../src/db/migrate.ts';
import { type MigrationFile, readMigrations } from '../../src/db/migration-files.ts';
import { openServer } from '../support/each-database.ts';

test('the migrations make exactly what the schema says', async () => {
  expect(await schemaDiff()).toBe('');
});

describe('on a fresh database', () => {
  let pglite: PGlite;
  let session: SqlSession;
  beforeAll(async () => {
    pglite = await PGlite.create();
    session = {
      script: async (sql) => void (await pglite.exec(sql)),
      rows: async (sql, parameters) => (await pglite.query<Record<string, unknown>>(sql, [...parameters])).rows,
    };
  });
  // A cluster takes seconds to make, an empty schema does not.
  beforeEach(() => pglite.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public'));
  afterAll(() => pglite.close());
  const more: MigrationFile = { name: '9998_more', sql: 'CREATE TABLE more (id int);', checksum: 'c'.repeat(64) };

  test('all are applied once, and Prisma’s own tools agree with the record', async () => {
    const database = overPGlite(pglite);
    const names = (await readMigrations()).map((migration) => migration.name);
    expect(await database.migrate()).toEqual(names);
    expect(await database.migrate()).toEqual([]);
    expect(await historyFaults(pglite)).toEqual([]);
  });

  test('a failed one is undone whole, says its name and the cause, and can be tried again', async () => {
    const broken = { ...more, sql: 'CREATE TABLE half (id int); CREATE TABLE half (id int);' };
    await expect(applyMigrations(session, [broken])).rejects.toThrow(
      /migration 9998_more failed and was undone: .*half.* already exists/,
    );
    expect((await pglite.query(`SELECT 1 FROM pg_tables WHERE tablename = 'half'`)).rows).toEqual([]);
    expect(await applyMigrations(session, [more])).toEqual(['9998_more']);
  });

  test('one that was changed after it was applied is refused', async () => {
    await applyMigrations(session, [more]);
    await expect(applyMigrations(session, [{ ...more, checksum: 'd'.repeat(64) }])).rejects.toThrow(
      /9998_more was changed after it was applied/,
    );
  });

  test('a database newer than the program is refused', async () => {
    await applyMigrations(session, [more]);
    await expect(applyMigrations(session, [])).rejects.toThrow(/database is newer than this program: it has 9998_more/);
  });

  test('one that another tool left half-done is refused with what to do', async () => {
    await applyMigrations(session, [more]);
    await pglite.exec('UPDATE _prisma_migrations SET finished_at = NULL');
    await expect(applyMigrations(session, [more])).rejects.toThrow(/begun by another tool and failed.*migrate resolve/);
  });
});

const SERVER = process.env['TEST_DATABASE_URL'];
test.runIf(SERVER)('two replicas that start at once migrate one after the other', async () => {
  const under = await openServer(SERVER ?? '');
  try {
    await under.sql('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    const applied = await Promise.all([under.database.migrate(), under.replica.migrate(), under.database.migrate()]);
    expect(applied.flat()).toEqual((await readMigrations()).map((migration) => migration.name));
  } finally {
    await under.close();
  }
});
