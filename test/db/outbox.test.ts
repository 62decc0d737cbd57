import { beforeEach, describe, expect, test } from 'vitest';
import type { OutboxDraft, OutboxItem } from '../../src/casework/ports.ts';
import { onEachDatabase } from '../support/each-database.ts';
import { at, draft, NOW } from './samples.ts';

onEachDatabase((on) => {
  const run: ReturnType<typeof on>['database']['transaction'] = (work) => on().database.transaction(work);
  let anna = '';
  let boris = '';
  let annasAddress = '';
  beforeEach(async () => {
    const met = await run(({ people }) => people.meet('telegram', '1', NOW));
    anna = met.person.id;
    annasAddress = met.address.id;
    boris = (await run(({ people }) => people.meet('telegram', '2', NOW))).person.id;
  });
  const put = (...drafts: OutboxDraft[]): Promise<number> => run(({ outbox }) => outbox.put(drafts, NOW));
  const lease = (now = NOW, take = 10, of = on().database): Promise<OutboxItem[]> =>
    of.transaction(({ outbox }) => outbox.lease('worker', now, new Date(Date.parse(now) + 60_000).toISOString(), take));
  const keys = async (leased: Promise<OutboxItem[]>): Promise<string[]> => (await leased).map((item) => item.uniqueKey);
  const sent = (item: OutboxItem | undefined): Promise<void> =>
    run(({ outbox }) => outbox.sent(item?.id ?? '', NOW, annasAddress, 'm1'));

  test('a message comes out as it was put in', async () => {
    const given = draft('k', anna, {
      addressId: annasAddress,
      kind: 'reminder',
      reply: {
        texts: [{ key: 'reminders:fact', facts: { day: { day: '2026-11-30' as never }, count: 2 } }],
        options: [[{ label: { key: 'core:menu' }, press: 'go:menu' }]],
        files: [{ hash: 'a', name: 'б.png', mediaType: 'image/png', size: 1 }],
        content: 'personal',
      },
      about: [{ contractId: 'c', key: 'fact:2026-10', step: 'asked' }],
    });
    expect(await put(given)).toBe(1);
    const [item] = await lease();
    expect(item).toEqual({ ...given, id: item?.id, attempts: 1, status: 'sending' });
  });

  test('the same key twice inserts nothing: one batch, two ticks, two replicas', async () => {
    expect(await put(draft('a', anna), draft('a', anna), draft('b', anna))).toBe(2);
    expect(await put(draft('a', anna), draft('b', anna))).toBe(0);
    expect(await put()).toBe(0);
    const { database, replica } = on();
    const both = await Promise.all(
      [database, replica].map((each) => each.transaction(({ outbox }) => outbox.put([draft('c', boris)], NOW))),
    );
    expect(both.toSorted((left, right) => left - right)).toEqual([0, 1]);
    expect(await run(({ outbox }) => outbox.queued())).toBe(3);
  });

  test('one message per person at a time, in order, people beside each other', async () => {
    await put(draft('a1', anna), draft('a2', anna), draft('b1', boris), draft('a3', anna));
    const first = await lease();
    expect(first.map((item) => item.uniqueKey)).toEqual(['a1', 'b1']);
    expect(await keys(lease())).toEqual([]);
    await sent(first[0]);
    expect(await keys(lease())).toEqual(['a2']);
  });

  test('an answer that waits for its next try holds back what came after it', async () => {
    await put(draft('a1', anna), draft('a2', anna), draft('r', anna, { kind: 'reminder' }));
    const [first] = await lease();
    await run(({ outbox }) => outbox.retry(first?.id ?? '', at('06:05:00'), 'later'));
    expect(await keys(lease(at('06:04:00')))).toEqual([]);
    expect(await keys(lease(at('06:05:00')))).toEqual(['a1']);
  });

  test('a reminder held by quiet hours does not hold back an answer', async () => {
    await put(draft('r', anna, { kind: 'reminder', notBefore: at('09:00:00') }), draft('a', anna));
    const [answer] = await lease();
    expect(answer?.uniqueKey).toBe('a');
    await sent(answer);
    expect(await keys(lease(at('08:59:59')))).toEqual([]);
    expect(await keys(lease(at('09:00:00')))).toEqual(['r']);
  });

  test('a lease that ran out is taken over, and counted', async () => {
    await put(draft('a', anna));
    await lease(NOW);
    expect(await lease(at('06:00:59'))).toEqual([]);
    expect((await lease(at('06:01:00')))[0]?.attempts).toBe(2);
  });

  test('takes no more than asked for, oldest first', async () => {
    await put(draft('b', boris), draft('a', anna));
    expect(await keys(lease(NOW, 1))).toEqual(['b']);
    expect(await keys(lease(NOW, 1))).toEqual(['a']);
  });

  describe('the end of a message', () => {
    test('cancelled or failed it lets the next one go, and no late answer changes that', async () => {
      await put(draft('a1', anna), draft('a2', anna), draft('a3', anna));
      const [first] = await lease();
      await run(({ outbox }) => outbox.end(first?.id ?? '', 'cancelled', NOW, 'duty-done'));
      await run(({ outbox }) => outbox.retry(first?.id ?? '', NOW, 'late'));
      const [second] = await lease();
      await run(({ outbox }) => outbox.end(second?.id ?? '', 'failed', NOW, 'refused'));
      expect(await keys(lease())).toEqual(['a3']);
      expect(await on().sql('SELECT unique_key, status, why FROM outbox ORDER BY id')).toEqual([
        { unique_key: 'a1', status: 'cancelled', why: 'duty-done' },
        { unique_key: 'a2', status: 'failed', why: 'refused' },
        { unique_key: 'a3', status: 'sending', why: null },
      ]);
    });

    test('sent is in the history with its moment, newest first', async () => {
      await put(draft('a1', anna), draft('b1', boris), draft('a2', anna));
      await sent((await lease())[0]);
      const history = (personId: string | null, take = 10) => run(({ outbox }) => outbox.history({ personId, take }));
      expect((await history(anna)).map(({ uniqueKey, status, sentAt }) => [uniqueKey, status, sentAt])).toEqual([
        ['a2', 'queued', null],
        ['a1', 'sent', NOW],
      ]);
      expect((await history(null, 2)).map((item) => item.uniqueKey)).toEqual(['a2', 'b1']);
      expect(await on().sql(`SELECT sent_to_id, external_message_id FROM outbox WHERE status = 'sent'`)).toEqual([
        { sent_to_id: annasAddress, external_message_id: 'm1' },
      ]);
    });
  });

  test('two replicas leasing at once never hold two messages of one person', async () => {
    const { database, replica } = on();
    const people = [anna, boris];
    for (let index = 0; index < 12; index += 1)
      await put(draft(`k${index}`, people[index % 2] ?? '', { kind: index % 3 ? 'reminder' : 'answer' }));
    const order: string[] = [];
    const inTheAir = new Set<string>();
    const work = async (of: typeof database): Promise<void> => {
      for (let turn = 0; turn < 500 && (await of.transaction(({ outbox }) => outbox.queued())) > 0; turn += 1) {
        for (const item of await lease(NOW, 5, of)) {
          expect(inTheAir.has(item.personId)).toBe(false);
          inTheAir.add(item.personId);
          order.push(item.uniqueKey);
          await new Promise((resolve) => setTimeout(resolve, 3));
          inTheAir.delete(item.personId);
          await of.transaction(({ outbox }) => outbox.sent(item.id, NOW, annasAddress, null));
        }
      }
    };
    await Promise.all([work(database), work(replica), work(replica)]);
    const numbers = order.map((each) => Number(each.slice(1)));
    expect(numbers.filter((each) => each % 2 === 0)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(numbers.filter((each) => each % 2 === 1)).toEqual([1, 3, 5, 7, 9, 11]);
  });
});
