/** What Prisma's own schema engine (as WebAssembly, so nothing is downloaded) says of schema, migrations and a database. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { fileURLToPath } from 'node:url';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { MIGRATIONS_FOLDER, readMigrations } from '../src/db/migration-files.ts';

const SCHEMA = join(import.meta.dirname, '../prisma/schema.prisma');

/** SQL that leads from what the migrations make to what the schema says; empty where they agree. */
export async function schemaDiff(): Promise<string> {
  const database = new PGlite();
  try {
    for (const migration of await readMigrations()) await database.exec(migration.sql);
    const content = await readFile(SCHEMA, 'utf8');
    const engine = await openEngine(database);
    const result = await engine.diff({
      from: { tag: 'schemaDatasource', files: [{ path: SCHEMA, content }], configDir: import.meta.dirname },
      to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = (result.stdout ?? '').trim();
    return sql === '-- This is an empty migration.' ? '' : sql;
  } finally {
    await database.close();
  }
}

/** What `prisma migrate` would find wrong with the history kept in a database; empty where it agrees. */
export async function historyFaults(database: PGlite): Promise<string[]> {
  const engine = await openEngine(database);
  const found = await engine.diagnoseMigrationHistory({
    migrationsList: await migrationList(),
    optInToShadowDatabase: false,
    filters: { externalTables: [], externalEnums: [] },
  });
  return [
    ...(found.hasMigrationsTable ? [] : ['no table of migrations']),
    ...found.editedMigrationNames.map((name) => `edited: ${name}`),
    ...found.failedMigrationNames.map((name) => `failed: ${name}`),
    ...(found.history ? [found.history.diagnostic] : []),
  ];
}

async function migrationList(): Promise<MigrationList> {
  const migrations = await readMigrations();
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

/** The part of WebAssembly used here: its types come only with those of browsers. */
interface WebAssemblyHere {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, () => void> } }>;
}

/** The package's own entry imports the .wasm file as a module, which Node 20 cannot: it is bound by hand here. */
async function bindEngine(): Promise<void> {
  const file = fileURLToPath(
    import.meta.resolve('@prisma/schema-engine-wasm').replace(/[^/]+$/, 'schema_engine_bg.wasm'),
  );
  const made = await (globalThis as unknown as { WebAssembly: WebAssemblyHere }).WebAssembly.instantiate(
    await readFile(file),
    { './schema_engine_bg.js': glue },
  );
  glue.__wbg_set_wasm(made.instance.exports);
  made.instance.exports['__wbindgen_start']?.();
}

let bound: Promise<void> | null = null;

async function openEngine(database: PGlite): Promise<SchemaEngine> {
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(database));
  const content = await readFile(SCHEMA, 'utf8');
  bound ??= bindEngine();
  await bound;
  return glue.SchemaEngine.new({ datamodels: [[SCHEMA, content]] }, () => undefined, adapter);
}
