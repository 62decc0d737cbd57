import { describe, expect, test } from 'vitest';
import type { AuditEvent } from '../../src/casework/ports.ts';
import { onEachDatabase } from '../support/each-database.ts';
import { at, NOW } from './samples.ts';

const event = (action: string, change: Partial<AuditEvent> = {}): AuditEvent => ({
  at: NOW,
  actor: { kind: 'staff', id: 'office-head' },
  action,
  subject: { kind: 'contract', id: 'contract' },
  facts: { month: '2026-10', revision: 1, late: false, note: null },
  ...change,
});

onEachDatabase((on) => {
  const run: ReturnType<typeof on>['database']['transaction'] = (work) => on().database.transaction(work);
  const add = (...events: AuditEvent[]): Promise<void> =>
    run(async ({ audit }) => {
      for (const each of events) await audit.add(each);
    });
  const broken = (): Promise<string | null> => run(({ audit }) => audit.firstBroken());

  test('an empty log is whole', async () => {
    expect(await broken()).toBeNull();
  });

  test('events come back by what they are about, also in the transaction that adds them', async () => {
    const other = event('seen', { subject: { kind: 'submission', id: 's' }, actor: { kind: 'system', id: null } });
    await add(event('registered'), other);
    const inside = await run(async ({ audit }) => {
      await audit.add(event('extended', { at: at('07:00:00') }));
      return audit.ofSubject('contract', 'contract');
    });
    expect(inside).toEqual([event('registered'), event('extended', { at: at('07:00:00') })]);
    expect(await run(({ audit }) => audit.ofSubject('submission', 's'))).toEqual([other]);
    expect(await broken()).toBeNull();
  });

  test('what is undone leaves no event', async () => {
    await add(event('registered'));
    const undone = run(async ({ audit }) => {
      await audit.add(event('accepted'));
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(await run(({ audit }) => audit.ofSubject('contract', 'contract'))).toHaveLength(1);
    expect(await broken()).toBeNull();
  });

  test('the order of names in the facts does not matter to the chain', async () => {
    await add(event('a', { facts: { б: 1, а: 'x', z: true, a: 0.1 } }));
    expect(await broken()).toBeNull();
  });

  test('twenty writers through two replicas make one chain', async () => {
    const { database, replica, sql } = on();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? database : replica).transaction(({ audit }) => audit.add(event(`e${index}`))),
      ),
    );
    expect(await broken()).toBeNull();
    expect(await sql('SELECT count(*)::int AS n, max(seq)::int AS last FROM audit_events')).toEqual([
      { n: 20, last: 20 },
    ]);
  });

  describe('tampering is found at the first event it touches', () => {
    test.each([
      ['a fact was changed', `UPDATE audit_events SET facts = '{"month":"2026-09"}' WHERE seq = 3`, '3'],
      ['a moment was moved', `UPDATE audit_events SET at = at + interval '1 millisecond' WHERE seq = 2`, '2'],
      ['an actor was put in', `UPDATE audit_events SET actor_id = 'another' WHERE seq = 4`, '4'],
      ['an event was removed', 'DELETE FROM audit_events WHERE seq = 2', '2'],
      ['the first was removed', 'DELETE FROM audit_events WHERE seq = 1', '1'],
      ['the tail was cut', 'DELETE FROM audit_events WHERE seq > 3', '4'],
      ['everything was removed', 'DELETE FROM audit_events', '1'],
      ['a hash was put in', `UPDATE audit_events SET hash = repeat('0', 64) WHERE seq = 5`, '5'],
      [
        'two events were swapped',
        'UPDATE audit_events SET seq = -seq WHERE seq IN (2, 3); UPDATE audit_events SET seq = 5 + seq WHERE seq < 0',
        '2',
      ],
    ])('%s', async (_name, tamper, first) => {
      await add(event('a'), event('b'), event('c'), event('d'), event('e'));
      expect(await broken()).toBeNull();
      await on().sql(tamper);
      expect(await broken()).toBe(first);
    });
  });
});
