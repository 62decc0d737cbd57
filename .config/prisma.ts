import { defineConfig } from 'prisma/config';

// `prisma generate` insists on a schema engine it never runs: naming any existing file spares a download (docs/decisions.md).
// Other commands (`prisma migrate deploy`) do run it and fetch their own.
if (process.argv.includes('generate')) process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

const url = process.env['DATABASE_URL'];

export default defineConfig({
  schema: '../prisma/schema.prisma',
  migrations: { path: '../prisma/migrations' },
  ...(url !== undefined && url !== '' && { datasource: { url } }),
});
