import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type OpenDatabase, openDatabase, overPGlite } from '../../src/db/client.ts';
import { PrismaClient } from '../../src/db/generated/client.ts';
import { EmbeddedAdapterFactory } from '../../src/db/pglite-adapter.ts';
import { countedPGlite, countServer, noStatements, type Statements } from './statements.ts';

/** A migrated, empty database with two ways in: the product's and a bare Prisma client. One contestant gets one. */
export interface BenchDatabase {
  readonly product: OpenDatabase;
  readonly client: PrismaClient;
  readonly dataDir: string;
  readonly counts: Statements;
  close(): Promise<void>;
}

/** PGlite on disk in a folder of its own, with the durability the product has. */
export async function openEmbedded(): Promise<BenchDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'opora-bench-'));
  const counts = noStatements();
  const pglite = countedPGlite(await PGlite.create(join(dataDir, 'database')), counts);
  const product = overPGlite(pglite);
  await product.migrate();
  const client = new PrismaClient({ adapter: new EmbeddedAdapterFactory(pglite) });
  const close = async () => {
    await client.$disconnect();
    await product.close();
    await rm(dataDir, { recursive: true });
  };
  return { product, client, dataDir, counts, close };
}

/** Connections of one contestant, as many as the product opens. */
const POOL = 10;
const LOG = { info: () => {}, warn: () => {} };

/** A database of its own on the server, dropped at the end. Its statements are counted while only one contestant runs. */
export async function openServer(serverUrl: string, name: string): Promise<BenchDatabase> {
  const databaseName = `opora_bench_${process.pid}_${name}`;
  await onServer(serverUrl, `CREATE DATABASE ${databaseName}`);
  const url = new URL(serverUrl);
  url.pathname = `/${databaseName}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'opora-bench-'));
  const counts = noStatements();
  const product = await openDatabase({ databaseUrl: url.href, dataDir, log: LOG });
  await product.migrate();
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: url.href, max: POOL }) });
  const close = async () => {
    await client.$disconnect();
    await product.close();
    await rm(dataDir, { recursive: true });
    await onServer(serverUrl, `DROP DATABASE ${databaseName}`);
  };
  return { product, client, dataDir, counts, close };
}

/** Version of the server, for the page of results. */
export async function serverVersion(serverUrl: string): Promise<string> {
  const [row] = await onServer(serverUrl, 'SHOW server_version');
  const version = row?.['server_version'];
  return typeof version === 'string' ? version : 'unknown';
}

/** Counts what `work` says to the database. */
export async function countDuring(database: BenchDatabase, work: () => Promise<unknown>): Promise<Statements> {
  const { counts, product } = database;
  Object.assign(counts, noStatements());
  const stop = product.kind === 'server' ? countServer(counts) : () => {};
  try {
    await work();
  } finally {
    stop();
  }
  return { ...counts };
}

async function onServer(serverUrl: string, statement: string): Promise<Record<string, unknown>[]> {
  const connection = new pg.Client({ connectionString: serverUrl });
  await connection.connect();
  try {
    return (await connection.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await connection.end();
  }
}
