/** Runs a suite on PGlite always, and on a PostgreSQL server when TEST_DATABASE_URL names one. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/db/client.ts';
import { openTestPGlite } from './database.ts';
import { skipUnless } from './skip.ts';

/** The database under test; every test finds it empty. */
export interface UnderTest {
  readonly database: OpenDatabase;
  /** Runs plain SQL beside the stores and gives its rows; of a script without parameters, anything. */
  readonly sql: (text: string) => Promise<Record<string, unknown>[]>;
  /** Its address on the server, for other processes; null of PGlite. */
  readonly url: string | null;
  /** The same database as another process would open it; on PGlite, which one process has alone, it is the same. */
  readonly replica: OpenDatabase;
  close(): Promise<void>;
}

export type Kind = 'PGlite' | 'PostgreSQL';

const SERVER = process.env['TEST_DATABASE_URL'] ?? '';

/** Declares the suite once per kind of database. `on()` is the open database, to be called inside tests only. */
export function onEachDatabase(suite: (on: () => UnderTest, kind: Kind) => void): void {
  describe('on PGlite', () => declare(suite, 'PGlite', openEmbedded));
  if (skipUnless(SERVER !== '', 'on PostgreSQL: TEST_DATABASE_URL is not set')) return;
  describe('on PostgreSQL', () => declare(suite, 'PostgreSQL', () => openServer(SERVER)));
}

function declare(suite: (on: () => UnderTest, kind: Kind) => void, kind: Kind, open: () => Promise<UnderTest>): void {
  let under: UnderTest | null = null;
  beforeAll(async () => {
    under = await open();
  });
  beforeEach(() => emptyTables(current()));
  afterAll(() => under?.close());
  const current = (): UnderTest => {
    if (under === null) throw new Error('the database is opened before the first test');
    return under;
  };
  suite(current, kind);
}

async function emptyTables({ sql }: UnderTest): Promise<void> {
  const tables = await sql(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_%'`);
  const deletions = tables.map((row) => `DELETE FROM "${String(row['tablename'])}";`).join('');
  // Twenty times faster than TRUNCATE for a handful of rows; the role spares an order of deletion by foreign keys.
  await sql(`BEGIN; SET LOCAL session_replication_role = replica; ${deletions} COMMIT`);
}

async function openEmbedded(): Promise<UnderTest> {
  const { database, pglite } = await openTestPGlite();
  return {
    database,
    replica: database,
    url: null,
    sql: async (text) => (await pglite.exec(text)).at(-1)?.rows ?? [],
    close: () => database.close(),
  };
}

/** A database of its own on the server, dropped at the end. */
export async function openServer(serverUrl: string): Promise<UnderTest> {
  const name = `opora_test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const open = (): Promise<OpenDatabase> =>
    openDatabase({
      databaseUrl: url.toString(),
      dataDir: 'unused',
      log: { info: () => undefined, warn: () => undefined },
    });
  const [database, replica, plain] = [await open(), await open(), new pg.Client(url.toString())];
  await database.migrate();
  await plain.connect();
  return {
    database,
    replica,
    url: url.toString(),
    sql: async (text) => (await plain.query<Record<string, unknown>>(text)).rows,
    close: async () => {
      await Promise.all([database.close(), replica.close(), plain.end()]);
      await onServer(serverUrl, `DROP DATABASE ${name}`);
    },
  };
}

async function onServer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
