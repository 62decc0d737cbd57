import { describe, expect, test } from 'vitest';
import type { InboxItem } from '../../src/casework/ports.ts';
import { startChild } from '../support/child.ts';
import { onEachDatabase } from '../support/each-database.ts';
import { at, NOW, received } from './samples.ts';

onEachDatabase((on, kind) => {
  const run: ReturnType<typeof on>['database']['transaction'] = (work) => on().database.transaction(work);
  const receive = (eventKey: string, chat?: string, text?: string): Promise<boolean> =>
    run(({ inbox }) => inbox.receive(received(eventKey, chat, text)));
  const lease = (now = NOW, until = at('06:01:00'), by = 'worker', of = on().database): Promise<InboxItem | null> =>
    of.transaction(({ inbox }) => inbox.lease(by, now, until));
  const key = async (leased: Promise<InboxItem | null>): Promise<string | null> => (await leased)?.eventKey ?? null;

  test('what came in comes out as it was', async () => {
    expect(await receive('1')).toBe(true);
    const item = await lease();
    expect(item).toEqual({ ...received('1'), id: item?.id, attempts: 1 });
    expect(Number(item?.id)).toBeGreaterThan(0);
  });

  test('a redelivery is a duplicate within its channel, before and after it was answered', async () => {
    expect([await receive('1'), await receive('1', 'chat-1', 'другое')]).toEqual([true, false]);
    const item = await lease();
    await run(({ inbox }) => inbox.done(item?.id ?? '', NOW));
    expect(await receive('1')).toBe(false);
    expect(await on().sql('SELECT input::text FROM inbox')).toEqual([{ input: '{}' }]);
    expect(await run(({ inbox }) => inbox.receive({ ...received('1'), channel: 'vk' }))).toBe(true);
  });

  test('a zero byte and half a surrogate pair do not make a message that can never be stored', async () => {
    expect(await receive('1', 'chat-1', 'меню\u0000 \ud83d')).toBe(true);
    expect((await lease())?.input).toEqual({ kind: 'text', text: 'меню \ufffd' });
  });

  test('an address is served strictly in order, addresses beside each other', async () => {
    await receive('a1', 'a');
    await receive('a2', 'a');
    await receive('b1', 'b');
    const first = await lease();
    expect([first?.eventKey, await key(lease()), await key(lease())]).toEqual(['a1', 'b1', null]);
    await run(({ inbox }) => inbox.done(first?.id ?? '', NOW));
    expect([await key(lease()), await key(lease())]).toEqual(['a2', null]);
  });

  test('a lease that ran out is taken over, and counted', async () => {
    await receive('1');
    await lease(NOW, at('06:01:00'), 'dead');
    expect(await lease(at('06:00:59'), at('06:02:00'))).toBeNull();
    expect((await lease(at('06:01:00'), at('06:02:00'), 'heir'))?.attempts).toBe(2);
  });

  test('who lost the lease and comes late is undone, so that nothing is done twice', async () => {
    await receive('1');
    const slow = await lease();
    const heir = await lease(at('06:01:00'), at('06:02:00'));
    await run(({ inbox }) => inbox.done(heir?.id ?? '', NOW));
    const late = run(async ({ inbox, settings }) => {
      await settings.write('effect', 'twice');
      await inbox.done(slow?.id ?? '', NOW);
    });
    await expect(late).rejects.toThrow(/finished by another worker/);
    expect(await run(({ settings }) => settings.read('effect'))).toBeNull();
  });

  describe('a failure', () => {
    test('that is tried again keeps the address waiting until its time', async () => {
      await receive('a1', 'a');
      await receive('a2', 'a');
      const item = await lease();
      await run(({ inbox }) => inbox.failed(item?.id ?? '', 'database-gone', at('06:05:00')));
      expect(await lease(at('06:04:59'), at('06:06:00'))).toBeNull();
      expect(await key(lease(at('06:05:00'), at('06:06:00')))).toBe('a1');
    });

    test('for good is set aside and lets the next one through', async () => {
      await receive('a1', 'a');
      await receive('a2', 'a');
      const item = await lease();
      await run(({ inbox }) => inbox.failed(item?.id ?? '', 'bug', null));
      expect(await key(lease())).toBe('a2');
      expect(await run(({ inbox }) => inbox.open())).toBe(1);
      expect(await on().sql(`SELECT status, error FROM inbox WHERE event_key = 'a1'`)).toEqual([
        { status: 'failed', error: 'bug' },
      ]);
    });
  });

  test('twelve workers at once get twelve different items', async () => {
    const { database, replica } = on();
    for (let index = 0; index < 12; index += 1) await receive(`e${index}`, `chat-${index}`);
    const leased = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        key(lease(NOW, at('06:01:00'), `w${index}`, index % 2 ? database : replica)),
      ),
    );
    const got = leased.filter((each) => each !== null);
    // A worker may find the row it looked at just taken and come back empty, but two never get the same.
    expect(new Set(got).size).toBe(got.length);
    expect(got.length).toBeGreaterThan(kind === 'PGlite' ? 11 : 0);
  });

  test.runIf(kind === 'PostgreSQL')('two processes working at once take different items and leave none', async () => {
    const keys = Array.from({ length: 30 }, (_, index) => `e${index}`);
    for (const each of keys) await receive(each, `chat-${each}`);
    const taken = await Promise.all(
      ['one', 'two'].map((name) => startChild('db/children/lease-all.ts', on().url ?? '', name).rest()),
    );
    expect(taken.flat().toSorted()).toEqual(keys.toSorted());
  });

  test('a storm of one address through two replicas is worked off once each, in order', async () => {
    const { database, replica } = on();
    const keys = Array.from({ length: 20 }, (_, index) => `e${String(index).padStart(2, '0')}`);
    for (const each of keys) await receive(each, 'busy');
    const seen: string[] = [];
    const work = async (of: typeof database): Promise<void> => {
      for (let turn = 0; turn < 500 && (await of.transaction(({ inbox }) => inbox.open())) > 0; turn += 1) {
        const item = await lease(NOW, at('06:01:00'), 'w', of);
        if (!item) continue;
        seen.push(item.eventKey);
        await of.transaction(({ inbox }) => inbox.done(item.id, NOW));
      }
    };
    await Promise.all([work(database), work(replica), work(database)]);
    expect(seen).toEqual(keys);
  });
});
