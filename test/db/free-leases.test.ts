import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/client.ts';

const log = { info: () => undefined, warn: () => undefined };
let dataDir = '';
afterAll(() => rm(dataDir, { recursive: true, force: true }));

test('what a process held when it died is free at the next start, long before its lease runs out', async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'opora-leases-'));
  const now = new Date().toISOString();
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const open = async () => {
    const database = await openDatabase({ databaseUrl: null, dataDir, log });
    await database.migrate();
    return database;
  };
  const dies = await open();
  const input = { kind: 'text', text: 'здравствуйте' } as const;
  const held = await dies.transaction(async ({ inbox }) => {
    await inbox.receive({ channel: 'web', eventKey: 'once', externalId: 'somebody', input, at: now });
    const item = await inbox.lease('dies', now, later);
    return { item, again: await inbox.lease('other', now, later) };
  });
  expect([held.item?.eventKey, held.again]).toEqual(['once', null]);
  // A second migration in the same process frees nothing: it is alive.
  await dies.migrate();
  expect(await dies.transaction(({ inbox }) => inbox.lease('other', now, later))).toBeNull();
  await dies.close();

  const next = await open();
  const taken = await next.transaction(({ inbox }) => inbox.lease('next', new Date().toISOString(), later));
  await next.close();
  expect([taken?.eventKey, taken?.attempts]).toEqual(['once', 2]);
});
