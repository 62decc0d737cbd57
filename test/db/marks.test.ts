import { expect, test } from 'vitest';
import type { PersonalLink, WebMessage } from '../../src/casework/ports.ts';
import type { DialogState } from '../../src/dialogs/dialog.ts';
import { day } from '../../src/engine/day.ts';
import { onEachDatabase } from '../support/each-database.ts';
import { addOffice, at, contract, NOW } from './samples.ts';

onEachDatabase((on) => {
  const run: ReturnType<typeof on>['database']['transaction'] = (work) => on().database.transaction(work);
  const meet = async (chat = 'hash'): Promise<string> =>
    (await run(({ people }) => people.meet('web', chat, NOW))).person.id;

  const state = (turn: number): DialogState => ({
    v: 1,
    turn,
    form: {
      dialog: 'confirm-month',
      version: 1,
      argument: 'contract~2026-10',
      answers: { fact: 'yes', income: { items: [{ kind: 'wage', amount: '12500.00' }] } },
      at: 'summary',
      past: ['fact', 'income'],
      touchedOn: day('2026-11-22'),
    },
    parked: [],
  });

  test('a talk comes back as it was left', async () => {
    const person = await meet();
    expect(await run(({ talks }) => talks.read(person))).toBeNull();
    await run(({ talks }) => talks.write(person, state(1), NOW));
    await run(({ talks }) => talks.write(person, state(2), NOW));
    expect(await run(({ talks }) => talks.read(person))).toEqual(state(2));
  });

  test('turns of one person from two channels at once follow each other', async () => {
    const person = await meet('one');
    const { database, replica, sql } = on();
    await sql(`INSERT INTO addresses (id, person_id, channel, external_id, status, last_seen_at)
      VALUES ('second', '${person}', 'web', 'two', 'active', now())`);
    await run(({ talks }) => talks.write(person, state(0), NOW));
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 ? database : replica).transaction(async ({ people, talks }) => {
          await people.meet('web', index % 2 ? 'one' : 'two', NOW);
          const before = await talks.read(person);
          await talks.write(person, state((before?.turn ?? 0) + 1), NOW);
        }),
      ),
    );
    expect((await run(({ talks }) => talks.read(person)))?.turn).toBe(10);
  });

  const link = (id: string, change: Partial<PersonalLink> = {}): PersonalLink => ({
    id,
    purpose: 'recipient',
    contractId: 'contract',
    staffId: null,
    partnerId: null,
    personId: null,
    tokenHash: `token-${id}`,
    codeHash: `code-${id}`,
    expiresAt: at('20:00:00'),
    spentAt: null,
    spentByPersonId: null,
    ...change,
  });

  test('a link is found by token and by code and spent once', async () => {
    await run(async (stores) => {
      await addOffice(stores);
      await stores.cases.add(contract());
      await stores.links.add(link('a'));
    });
    const person = await meet();
    expect(await run(({ links }) => links.byTokenHash('token-a'))).toEqual(link('a'));
    expect(await run(({ links }) => links.byCodeHash('code-a'))).toEqual(link('a'));
    expect(await run(({ links }) => links.byTokenHash('code-a'))).toBeNull();
    const { database, replica } = on();
    const spent = await Promise.all(
      [database, replica, database].map((each) => each.transaction(({ links }) => links.spend('a', person, NOW))),
    );
    expect(spent.filter(Boolean)).toHaveLength(1);
    expect(await run(({ links }) => links.byTokenHash('token-a'))).toEqual(
      link('a', { spentAt: NOW, spentByPersonId: person }),
    );
  });

  test('a new link ends the older unspent ones of the same contract or colleague, no others', async () => {
    await run(async (stores) => {
      await addOffice(stores);
      await stores.cases.add(contract());
      await stores.links.add(link('old'));
      await stores.links.add(link('expired', { expiresAt: at('05:00:00') }));
      await stores.links.add(link('staff', { contractId: null, staffId: 'office-head', purpose: 'staff' }));
      await stores.links.add(link('new'));
      await stores.links.endOlder(link('new'), NOW);
    });
    const ends = await on().sql("SELECT id, expires_at = '2026-11-22T06:00Z' AS now FROM personal_links ORDER BY id");
    expect(ends).toEqual([
      { id: 'expired', now: false },
      { id: 'new', now: false },
      { id: 'old', now: true },
      { id: 'staff', now: false },
    ]);
  });

  test('wrong codes are counted per person since a moment', async () => {
    const [person, other] = [await meet('a'), await meet('b')];
    await run(async ({ links }) => {
      await links.addWrongCode(person, at('05:00:00'));
      await links.addWrongCode(person, at('05:30:00'));
      await links.addWrongCode(other, at('05:30:00'));
    });
    expect(await run(({ links }) => links.wrongCodes(person, at('05:30:00')))).toBe(1);
    expect(await run(({ links }) => links.wrongCodes(person, at('05:00:00')))).toBe(2);
  });

  test('a setting is read as it was written last', async () => {
    expect(await run(({ settings }) => settings.read('tick'))).toBeNull();
    await run(({ settings }) => settings.write('tick', NOW));
    await run(({ settings }) => settings.write('tick', at('07:00:00')));
    expect(await run(({ settings }) => settings.read('tick'))).toBe(at('07:00:00'));
  });

  const message = (text: string, change: Partial<WebMessage> = {}): Omit<WebMessage, 'seq'> => ({
    from: 'opora',
    text,
    buttons: [[{ label: 'Меню', press: 'go:menu', url: null }]],
    files: [],
    at: NOW,
    ...change,
  });

  test('a web chat keeps what was said, once each, in order', async () => {
    const append = (chat: string, key: string, text: string): Promise<WebMessage> =>
      run(({ webChat }) => webChat.append(chat, key, message(text)));
    const first = await append('chat', 'k1', 'Здравствуйте');
    expect(await append('chat', 'k1', 'ещё раз')).toEqual(first);
    const second = await append('chat', 'k2', 'Меню');
    await append('other', 'k1', 'Чужое');
    const third = await append('chat', 'k3', 'Пока');
    expect(first).toEqual({ ...message('Здравствуйте'), seq: first.seq });
    expect([first.seq < second.seq, second.seq < third.seq]).toEqual([true, true]);
    const after = (seq: number, take: number) => run(({ webChat }) => webChat.after('chat', seq, take));
    expect(await after(0, 10)).toEqual([first, second, third]);
    expect(await after(0, 2)).toEqual([second, third]);
    expect(await after(second.seq, 10)).toEqual([third]);
  });

  test('a session may see the files its own chat has shown, no others', async () => {
    const file = { hash: 'f'.repeat(64), name: 'qr.png', mediaType: 'image/png', size: 7 };
    await run(({ webChat }) => webChat.append('chat', 'k1', message('QR', { files: [file] })));
    const shown = (chat: string, hash: string): Promise<boolean> => run(({ webChat }) => webChat.wasShown(chat, hash));
    expect([await shown('chat', file.hash), await shown('other', file.hash), await shown('chat', 'qr.png')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
