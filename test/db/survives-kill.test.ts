import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/client.ts';
import { type Child, startChild } from '../support/child.ts';

const ROUNDS = 3;
let folder = '';
let child: Child | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-kill-'));
});
afterEach(async () => {
  await child?.kill();
  await rm(folder, { recursive: true });
});

test('killed in the middle of writing, three times: every row it said was kept is there, the lock is taken over', async () => {
  let last = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    // Opens what the one before it left behind, its lock too.
    child = startChild('db/children/keep-writing.ts', folder, String(last + 1));
    for (let told = 0; told < 20 + round * 7; told += 1) last = Number(await child.line());
    await child.kill();
    for (const line of await child.rest()) last = Number(line);
    expect(last).toBeGreaterThan(round * 20);
  }
  const notices: string[] = [];
  const log = { info: () => undefined, warn: (_facts: object, message: string) => notices.push(message) };
  const database = await openDatabase({ databaseUrl: null, dataDir: folder, log });
  expect(notices).toEqual(['took over the data folder from a process that died']);
  expect(await database.migrate()).toEqual([]);
  const { missing, broken } = await database.transaction(async ({ settings, audit }) => {
    const lost: number[] = [];
    for (let number = 1; number <= last; number += 1)
      if ((await settings.read(`row-${number}`)) !== String(number)) lost.push(number);
    return { missing: lost, broken: await audit.firstBroken() };
  });
  expect(missing).toEqual([]);
  expect(broken).toBeNull();
  await database.close();
}, 120_000);
