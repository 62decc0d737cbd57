import { defineConfig } from 'prisma/config';

// `prisma generate` insists on a schema engine it never runs: naming any existing file spares a download (docs/decisions.md).
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({ schema: '../prisma/schema.prisma', migrations: { path: '../prisma/migrations' } });
