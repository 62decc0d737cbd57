import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockDataDir } from '../../src/db/data-lock.ts';
import { thisProcess } from '../../src/db/process-identity.ts';
import { type Child, startChild } from '../support/child.ts';

interface Said {
  readonly held: boolean;
  readonly notices?: readonly string[];
  readonly message?: string;
}

let folder = '';
let children: Child[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-lock-'));
  children = [];
});
afterEach(async () => {
  await Promise.all(children.map((child) => child.kill()));
  await rm(folder, { recursive: true });
});

const start = (): Child => {
  const child = startChild('db/children/hold-lock.ts', folder);
  children.push(child);
  return child;
};
const said = async (child: Child): Promise<Said> => JSON.parse((await child.line()) ?? '{}') as Said;
const notices: string[] = [];
const lock = (): ReturnType<typeof lockDataDir> => {
  notices.length = 0;
  return lockDataDir(folder, { warn: (_facts, message) => notices.push(message) });
};
const lockFile = (): string => join(folder, 'opora.lock');
const leaveNote = (note: object): Promise<void> => writeFile(lockFile(), JSON.stringify(note));

test('a second process is refused by a message that names the first', async () => {
  const first = start();
  expect(await said(first)).toEqual({ held: true, notices: [] });
  await expect(lock()).rejects.toThrow(
    new RegExp(`in use by process ${first.pid} on ${hostname()} \\(started .*Z, opened the data at .*Z\\).*DATA_DIR`),
  );
});

test('the lock of a killed process is taken over with a notice', async () => {
  const first = start();
  await said(first);
  await first.kill();
  expect(existsSync(lockFile())).toBe(true);
  const mine = await lock();
  expect(notices).toEqual(['took over the data folder from a process that died']);
  const note = JSON.parse(await readFile(lockFile(), 'utf8')) as { pid: number };
  expect(note.pid).toBe(process.pid);
  await mine.release();
  expect(await readdir(folder)).toEqual([]);
});

test('a released lock is free at once, without a notice', async () => {
  await (await lock()).release();
  expect(await said(start())).toEqual({ held: true, notices: [] });
});

test('a process refuses itself a second time', async () => {
  const mine = await lock();
  await expect(lock()).rejects.toThrow(`process ${process.pid}`);
  await mine.release();
});

describe('a note left behind', () => {
  test('by a process whose number somebody else has by now is taken over', async () => {
    await leaveNote({ ...(await thisProcess()), startMark: 'another boot 17', nonce: 'n', openedAt: 'long ago' });
    await (await lock()).release();
    expect(notices).toHaveLength(1);
  });

  test('by another machine is respected, and says what to do', async () => {
    await leaveNote({ ...(await thisProcess()), host: 'elsewhere', nonce: 'n', openedAt: 'long ago' });
    await expect(lock()).rejects.toThrow(/on elsewhere .*cannot see whether it still runs.*delete the file/);
  });

  test('that cannot be read is respected, and says what to do', async () => {
    await writeFile(lockFile(), '{"pid":');
    await expect(lock()).rejects.toThrow(/opora\.lock is held and cannot be read.*delete the file/);
  });

  test('is not released by one who does not hold it', async () => {
    const mine = await lock();
    await leaveNote({ pid: 1, host: 'elsewhere' });
    await mine.release();
    expect(existsSync(lockFile())).toBe(true);
  });
});

describe('of many who come at once', () => {
  test.each(['to a free folder', 'to the folder of a dead process', 'after one died while taking over'])(
    'one gets it: %s',
    async (what) => {
      if (what !== 'to a free folder') {
        const dead = start();
        await said(dead);
        await dead.kill();
      }
      if (what.startsWith('after')) {
        // Its right to replace the note stands beside the note, both left by dead processes.
        const note = await readFile(lockFile(), 'utf8');
        const { createHash } = await import('node:crypto');
        const right = `${lockFile()}.after-${createHash('sha256').update(note).digest('hex').slice(0, 16)}`;
        await writeFile(right, note.replace(/"nonce": "[^"]*"/, '"nonce": "of the second"'));
      }
      const answers = await Promise.all(Array.from({ length: 5 }, () => said(start())));
      const held = answers.filter((answer) => answer.held);
      expect(held).toHaveLength(1);
      expect(held[0]?.notices).toHaveLength(what === 'to a free folder' ? 0 : 1);
      for (const refused of answers.filter((answer) => !answer.held))
        expect(refused.message).toMatch(/in use by|is held/);
      expect(await readdir(folder)).toEqual(['opora.lock']);
    },
  );
});
