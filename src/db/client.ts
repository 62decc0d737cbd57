/** Opens the database behind `Database`: PGlite inside this process, or a PostgreSQL server. One dialect, the same stores. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Database } from '../casework/ports.ts';
import { lockDataDir } from './data-lock.ts';
import { freeLeases } from './free-leases.ts';
import { PrismaClient } from './generated/client.ts';
import { applyMigrations, type SqlSession } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { systemNewId } from './new-id.ts';
import { EmbeddedAdapterFactory } from './pglite-adapter.ts';
import { Transactions } from './transaction.ts';

/** Where the storage tells the operator what it did; pino fits. */
export interface DatabaseLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

/** Which database to open. */
export interface DatabaseOptions {
  /** Of a PostgreSQL server; null opens PGlite in `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly log: DatabaseLog;
}

/** A database that is open. */
export interface OpenDatabase extends Database {
  readonly kind: 'embedded' | 'server';
  /** Applies missing migrations; gives their names. */
  migrate(): Promise<readonly string[]>;
  /** Nightly: frees the room of old rows and counts them anew for the planner, which inside the process nobody else does. */
  tidy(): Promise<void>;
}

/** Connections of one process; a transaction holds one. */
const POOL = 10;
/** The adapters write moments without a zone: the session must read them as UTC. */
const UTC = 'UTC';

/** Opens it. Throws with a message for the operator: data in use by another process, a folder that cannot be made. */
export async function openDatabase({ databaseUrl, dataDir, log }: DatabaseOptions): Promise<OpenDatabase> {
  if (databaseUrl !== null) return overServer(databaseUrl, log);
  await mkdir(dataDir, { recursive: true });
  const lock = await lockDataDir(dataDir, log);
  try {
    const pglite = await PGlite.create(join(dataDir, 'database'));
    const database = overPGlite(pglite);
    let isFreed = false;
    return {
      ...database,
      migrate: async () => {
        const applied = await database.migrate();
        if (!isFreed) await freeLeases(pglite);
        isFreed = true;
        return applied;
      },
      close: async () => {
        await database.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A database that lives in the memory of this process and is gone when it is closed; for what nobody keeps. */
export async function openMemoryDatabase(): Promise<OpenDatabase> {
  return overPGlite(await PGlite.create());
}

/** The database over a PGlite that is open; closing it closes the PGlite. */
export function overPGlite(pglite: PGlite): OpenDatabase {
  const client = new PrismaClient({ adapter: new EmbeddedAdapterFactory(pglite) });
  const ready = pglite.exec(`SET TIME ZONE '${UTC}'`);
  const transactions = new Transactions(client, systemNewId, true, ready);
  const session: SqlSession = {
    script: async (sql) => void (await pglite.exec(sql)),
    rows: async (sql, parameters) => (await pglite.query<Record<string, unknown>>(sql, [...parameters])).rows,
  };
  return {
    kind: 'embedded',
    transaction: (work) => transactions.run(work),
    migrate: async () => applyMigrations(session, await readMigrations()),
    tidy: async () => void (await pglite.exec('VACUUM ANALYZE')),
    ping: async () => void (await pglite.query('SELECT 1')),
    close: async () => {
      await transactions.idle();
      await client.$disconnect();
      await pglite.close();
    },
  };
}

/** The database of a server. A connection that breaks while idle is told to the log and replaced by the pool. */
function overServer(connectionString: string, log: DatabaseLog): OpenDatabase {
  const pool = { connectionString: inUtc(connectionString), max: POOL };
  const adapter = new PrismaPg(pool, {
    onPoolError: (error) => log.warn({ why: error.message }, 'a database connection broke'),
  });
  const client = new PrismaClient({ adapter });
  const transactions = new Transactions(client, systemNewId, false);
  return {
    kind: 'server',
    transaction: (work) => transactions.run(work),
    migrate: () => migrateServer(connectionString),
    // A server has its own autovacuum.
    tidy: () => Promise.resolve(),
    ping: async () => void (await client.$queryRaw`SELECT 1`),
    close: () => client.$disconnect(),
  };
}

/** The address with the session's zone added to whatever options it has. */
function inUtc(connectionString: string): string {
  const url = new URL(connectionString);
  const options = url.searchParams.get('options') ?? '';
  url.searchParams.set('options', `${options} -c TimeZone=${UTC}`.trim());
  return url.toString();
}

async function migrateServer(connectionString: string): Promise<string[]> {
  const connection = new pg.Client({ connectionString });
  await connection.connect();
  try {
    const session: SqlSession = {
      script: async (sql) => void (await connection.query(sql)),
      rows: async (sql, parameters) => (await connection.query<Record<string, unknown>>(sql, [...parameters])).rows,
    };
    return await applyMigrations(session, await readMigrations());
  } finally {
    await connection.end();
  }
}
