/** One person, many channels: linked by a one-time code, moved with everything, never mixed up with somebody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandResult } from '../../src/dialogs/command.ts';
import type { ChannelKind } from '../../src/dialogs/codes.ts';
import { command, expectKind, joinedContract, staffedOffice } from '../support/staffed-office.ts';
import { openTestOffice, type Phone, plain, type TestOffice } from '../support/test-office.ts';

let office: TestOffice;

// One office for all: opening it is most of the time. Each test has people and contracts of its own.
beforeAll(async () => {
  // The contract ended on 31 August: in October both the fact and the income of September may be told.
  office = await openTestOffice('2026-10-05T09:00:00.000Z');
  await staffedOffice(office);
});
afterAll(() => office.close());

let contracts = 0;
/** A contract of its own number, joined by this person. */
const contractOf = (who: string, recipientName = 'Примерова Анна Сергеевна') =>
  joinedContract(office, { number: `${(contracts += 1)}/2026`, recipientName }, who);
const codeOf = async (who: string, channel: ChannelKind = 'web') =>
  expectKind(await command(office, who, { kind: 'ask-channel-code' }, channel), 'channel-code');
const join = (who: string, token: string, channel: ChannelKind = 'max') =>
  command(office, who, { kind: 'join-channel', token }, channel);
const look = async (who: string, token: string, channel: ChannelKind = 'max') =>
  expectKind(await command(office, who, { kind: 'look-at-link', token }, channel), 'link').link;
const channelsOf = async (who: string, channel: ChannelKind = 'web') =>
  expectKind(await command(office, who, { kind: 'list-channels' }, channel), 'channels').lines;
const lastText = (phone: Phone) => plain(phone.last().text);
const refusal = (result: CommandResult) => expectKind(result, 'link').link;

describe('a move from Telegram to MAX in the middle of the monthly form', () => {
  const codeIn = (text: string) => /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? 'no code';

  async function halfWay(name: string): Promise<{ telegram: Phone; question: string; code: string }> {
    await contractOf(name);
    const web = await codeOf(name);
    const telegram = office.phone(name, 'telegram');
    await telegram.start();
    await telegram.press('Русский');
    await telegram.press('У меня есть код');
    await telegram.say(web.code);
    await telegram.press('Да, это мой код');
    await telegram.press('За март');
    await telegram.press('Да');
    const question = lastText(telegram);
    await telegram.say('каналы');
    await telegram.press('Подключить ещё канал');
    return { telegram, question, code: codeIn(lastText(telegram)) };
  }

  it('goes on at the same question, and the month is sent from MAX', async () => {
    const { telegram, question, code } = await halfWay('mover');
    const max = office.phone('4611686018427387905', 'max');
    await max.start();
    await max.press('Русский');
    await max.press('У меня есть код');
    await max.say(code);
    expect(lastText(max)).toMatch(/Сейчас она открыта здесь: .*Telegram/);
    max.news();
    await max.press('Да, это мой код');
    const [answer] = max.news();
    expect(answer).toContain('Теперь этот чат тоже ваш');
    expect(answer).toContain('Продолжаем с того места');
    expect(answer).toContain(question);
    // The answers given in Telegram are in the summary that MAX shows.
    await finishMonth(max);
    expect(max.seen.map((message) => plain(message.text)).join('\n')).toContain('Номер');
    expect(telegram.news().at(-1)).toContain('подключили ещё один чат: MAX');
    expect(office.errors).toEqual([]);
    const lines = expectKind(await command(office, 'specialist', { kind: 'list-queue', page: 0 }), 'queue').lines;
    expect(lines).toHaveLength(1);
  });

  it('an old button in Telegram shows where the talk is now, and the form goes on there as well', async () => {
    const { telegram, question, code } = await halfWay('stayer');
    await join('stayer', code);
    await telegram.press('Подключить ещё канал');
    expect(lastText(telegram)).toContain('кнопка из старого сообщения');
    await telegram.say('/month');
    expect(lastText(telegram)).toContain(question.split('\n').at(-1));
  });

  /** Answers whatever is asked as quickly as can be, by words and buttons that every step has. */
  async function finishMonth(phone: Phone): Promise<void> {
    for (let turn = 0; turn < 12; turn += 1) {
      const labels = phone
        .last()
        .buttons.flat()
        .map(({ label }) => plain(label));
      const next = ['Отправить', 'Словами, без бумаг', 'Дохода не было', 'Пропустить'].find((each) =>
        labels.some((label) => label.includes(each)),
      );
      if (next === undefined) return;
      await phone.press(next);
    }
  }
});

describe('linking', () => {
  it('moves contract, consents, requests and unfinished answers in one go, and leaves nobody behind', async () => {
    const contractId = await contractOf('phone');
    await command(office, 'phone', askContact());
    const { code } = await codeOf('computer');
    expect(await look('phone', code, 'web')).toEqual({
      state: 'channel',
      channels: ['web'],
      moves: ['contracts', 'contact-requests', 'consents'],
    });
    expect(await join('phone', code, 'web')).toEqual({ of: 'join-channel', kind: 'talk-moved' });
    const view = await office.database.transaction(async ({ people, cases }) => {
      const { person } = await people.meet('web', 'computer', office.clock.now());
      return {
        contracts: (await cases.ofPerson(person.id)).map(({ id }) => id),
        consents: (await people.consents(person.id)).map(({ kind }) => kind),
        addresses: (await people.addresses(person.id)).length,
        same: (await people.meet('web', 'phone', office.clock.now())).person.id === person.id,
      };
    });
    expect(view).toEqual({ contracts: [contractId], consents: ['personal-data', 'contact'], addresses: 2, same: true });
  });

  it('a specialist brings the seat along', async () => {
    const { code } = await codeOf('specialist');
    await join('work-phone', code);
    expect((await command(office, 'work-phone', { kind: 'list-queue', page: 0 }, 'max')).kind).toBe('queue');
  });

  it('two recipients with one phone stay apart, and so do two members of staff', async () => {
    await contractOf('anna');
    await contractOf('vera', 'Другова Вера Ивановна');
    const { code } = await codeOf('anna');
    const two = { state: 'channel-refused', why: 'two-recipients' };
    expect(await look('vera', code, 'web')).toEqual(two);
    expect(refusal(await join('vera', code, 'web'))).toEqual(two);
    expect(await channelsOf('vera')).toHaveLength(1);
    const staff = await codeOf('head');
    expect(refusal(await join('specialist', staff.code, 'web'))).toEqual({
      state: 'channel-refused',
      why: 'two-staff',
    });
  });

  it('the second contract of the same person comes along, however the name was typed', async () => {
    await contractOf('old-phone', 'Королёва Анна  Петровна');
    await contractOf('new-phone', 'королева анна петровна');
    const { code } = await codeOf('old-phone');
    expect((await join('new-phone', code, 'web')).kind).toBe('talk-moved');
  });

  it('forged, used, expired and own codes fail in words, and a lock follows wrong tries', async () => {
    const { code, links } = await codeOf('olga');
    const token = new URL(links.find(({ channel }) => channel === 'web')?.url ?? '').searchParams.get('start') ?? '';
    expect(refusal(await join('olga-max', `${token.slice(0, -1)}!`))).toEqual({ state: 'unknown' });
    expect(await look('olga', code, 'web')).toEqual({ state: 'channel-refused', why: 'own' });
    expect((await join('olga-max', token)).kind).toBe('talk-moved');
    expect(refusal(await join('third', token, 'vk'))).toEqual({ state: 'spent' });
    const late = await codeOf('olga');
    office.clock.turnTo('2026-10-05T09:15:00.000Z');
    expect(refusal(await join('third', late.code, 'vk'))).toEqual({ state: 'expired' });
    for (let tries = 0; tries < 5; tries += 1) await look('guesser', 'ABCD-2345', 'vk');
    const good = await codeOf('olga');
    expect(await look('guesser', good.code, 'vk')).toEqual({ state: 'locked', minutes: 15 });
  });

  it('a newer code ends the older one, and nobody gets more than five in an hour', async () => {
    const first = await codeOf('irina');
    for (let count = 0; count < 4; count += 1) await codeOf('irina');
    expect(refusal(await join('irina-max', first.code))).toEqual({ state: 'expired' });
    expect(await command(office, 'irina', { kind: 'ask-channel-code' })).toMatchObject({ kind: 'too-many-codes' });
    office.clock.turnTo('2026-10-05T10:30:00.000Z');
    expect((await command(office, 'irina', { kind: 'ask-channel-code' })).kind).toBe('channel-code');
  });

  it('a code of a recipient is no code for a chat', async () => {
    const contractId = await contractOf('nina');
    const link = expectKind(
      await command(office, 'specialist', { kind: 'make-recipient-link', contractId }),
      'handout',
    );
    expect(refusal(await join('nina-max', link.handout.code))).toEqual({ state: 'unknown' });
  });
});

describe('own channels', () => {
  const linked = async (name: string) => {
    await contractOf(name);
    await join(name, (await codeOf(name)).code);
  };

  it('what we begin goes to the main channel while it can be reached, and then to the one used last', async () => {
    await linked('sveta');
    const max = (await channelsOf('sveta')).find(({ channel }) => channel === 'max');
    await command(office, 'sveta', { kind: 'make-main-channel', addressId: max?.addressId ?? '' });
    office.clock.turnTo('2026-10-05T11:00:00.000Z');
    const lines = await channelsOf('sveta');
    expect(lines.map(({ channel, main, here }) => [channel, main, here])).toEqual([
      ['max', true, false],
      ['web', false, true],
    ]);
    await office.tick();
    expect(office.phone('sveta', 'max').seen.length).toBeGreaterThan(0);
    expect(office.phone('sveta').seen.filter(({ text }) => text.includes('Пора'))).toEqual([]);
    await office.database.transaction(({ people }) => people.markAddress(max?.addressId ?? '', 'blocked'));
    expect((await channelsOf('sveta')).map(({ reachable }) => reachable)).toEqual([false, true]);
  });

  it('a removed chat knows nothing any more and is told so; the one they write from stays', async () => {
    await linked('zina');
    const here = (await channelsOf('zina')).find((line) => line.here);
    const other = (await channelsOf('zina')).find((line) => !line.here);
    expect(await command(office, 'zina', { kind: 'remove-channel', addressId: here?.addressId ?? '' })).toMatchObject({
      kind: 'refused',
      why: 'not-allowed',
    });
    await command(office, 'zina', { kind: 'remove-channel', addressId: other?.addressId ?? '' });
    const max = office.phone('zina', 'max');
    await max.say('меню');
    expect(max.seen.map(({ text }) => plain(text)).join('\n')).toContain('больше не подключён');
    expect(lastText(max)).not.toContain('Анна');
    expect(await channelsOf('zina')).toHaveLength(1);
  });

  it('nobody can touch a channel of somebody else', async () => {
    await linked('lena');
    const addressId = (await channelsOf('lena'))[0]?.addressId ?? '';
    for (const kind of ['remove-channel', 'make-main-channel'] as const)
      expect(await command(office, 'stranger', { kind, addressId })).toMatchObject({
        kind: 'refused',
        why: 'not-found',
      });
  });
});

function askContact() {
  return {
    kind: 'ask-contact',
    region: 'bryansk',
    municipality: null,
    name: 'Анна',
    phone: null,
    verdict: null,
    track: null,
    consentVersion: '1',
  } as const;
}
