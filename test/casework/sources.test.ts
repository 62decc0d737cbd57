/** Public links: who came by which, how far they got, and who may see it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOURCE_STEPS } from '../../src/dialogs/source-command.ts';
import { command, draft, expectKind, staffedOffice } from '../support/staffed-office.ts';
import { openTestOffice, plain, type TestOffice, tokenOf } from '../support/test-office.ts';

let office: TestOffice;

beforeAll(async () => {
  office = await openTestOffice('2026-10-05T09:00:00.000Z');
  await staffedOffice(office);
});
afterAll(() => office.close());

const make = async (name: string) =>
  expectKind(await command(office, 'specialist', { kind: 'make-source', sourceKind: 'place', name }), 'source-handout')
    .handout;
const sources = async (who = 'head') =>
  expectKind(await command(office, who, { kind: 'list-sources', page: 0 }), 'sources');
const countsOf = async (name: string) => {
  const { counts } = (await sources()).lines.find((line) => line.name === name) ?? {};
  return SOURCE_STEPS.map((step) => counts?.[step]);
};
const open = (who: string, url: string) => command(office, who, { kind: 'open-source', token: tokenOf(url) });

describe('a family that comes by a poster', () => {
  it('is carried from the link to the contract, once per step', async () => {
    const { url } = await make('Сквер у вокзала');
    const phone = office.phone('family');
    await phone.start(tokenOf(url));
    await phone.press('Русский');
    expect(plain(phone.last().text)).toContain('Вас приглашает Отдел для проверки');
    expect(await countsOf('Сквер у вокзала')).toEqual([1, 0, 0, 0, 0, 0]);
    await phone.press('Брянская область');
    expect(await countsOf('Сквер у вокзала')).toEqual([1, 1, 0, 0, 0, 0]);
    for (const answer of ['Найти работу', 'Я и супруг(а)', '2', '0']) await phone.press(answer);
    for (const income of ['12000', '32500', '28000']) await phone.say(income);
    for (const answer of ['Нет работы', 'Нет']) await phone.press(answer);
    expect(await countsOf('Сквер у вокзала')).toEqual([1, 1, 1, 1, 0, 0]);
    // Twice the same way: nothing is counted again.
    await phone.start(tokenOf(url));
    await command(office, 'family', askContact());
    await joinContract('family', '1/2026');
    expect(await countsOf('Сквер у вокзала')).toEqual([1, 1, 1, 1, 1, 1]);
    expect((await sources()).totals).toMatchObject({ opened: 1, contract: 1 });
    expect(office.errors).toEqual([]);
  });

  it('keeps its first source whatever it opens later', async () => {
    const [first, second] = [await make('Рынок'), await make('Библиотека')];
    await open('early', first.url);
    await open('early', second.url);
    await command(office, 'early', askContact());
    expect(await countsOf('Рынок')).toEqual([1, 0, 0, 0, 1, 0]);
    expect(await countsOf('Библиотека')).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('is one family when its two chats become one', async () => {
    const [first, second] = [await make('Почта'), await make('Вокзал')];
    await open('two-first', first.url);
    office.clock.turnTo('2026-10-05T09:01:00.000Z');
    await open('two-second', second.url);
    await command(office, 'two-second', askContact());
    const { code } = expectKind(await command(office, 'two-first', { kind: 'ask-channel-code' }), 'channel-code');
    await command(office, 'two-second', { kind: 'join-channel', token: code });
    expect([await countsOf('Почта'), await countsOf('Вокзал')]).toEqual([
      [1, 0, 0, 0, 1, 0],
      [0, 0, 0, 0, 0, 0],
    ]);
  });

  it('is not counted by looking, nor are staff, recipients and people without a link', async () => {
    const { url } = await make('Ярмарка');
    const token = tokenOf(url);
    expect(expectKind(await command(office, 'looker', { kind: 'look-at-link', token }), 'link').link).toEqual({
      state: 'source',
      officeName: 'Отдел для проверки',
    });
    await open('specialist', url);
    await joinContract('recipient', '2/2026');
    await open('recipient', url);
    await command(office, 'nobody', askContact());
    expect(await countsOf('Ярмарка')).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await open('looker', `${url.slice(0, -2)}xx`)).toMatchObject({ kind: 'refused', why: 'not-found' });
  });
});

describe('a link is made', () => {
  it('with one token, QR as PNG and SVG, and a page; the same place has the same link', async () => {
    const [one, again] = [await make('Парк'), await make('Парк')];
    expect(again.url).toBe(one.url);
    expect(tokenOf(one.url)).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    expect([one.png, one.svg, one.sheet].map(({ mediaType }) => mediaType)).toEqual([
      'image/png',
      'image/svg+xml',
      'application/pdf',
    ]);
  });

  it('under the office’s or the specialist’s own name only', async () => {
    const own = await command(office, 'specialist', { kind: 'make-source', sourceKind: 'specialist', name: 'Чужая' });
    expect(expectKind(own, 'source-handout').handout.name).toBe('Сидорова Ольга');
    const whole = await command(office, 'specialist', { kind: 'make-source', sourceKind: 'office', name: null });
    expect(expectKind(whole, 'source-handout').handout.name).toBe('Отдел для проверки');
  });

  it.each(['Анна, 8 900 123-45-67', 'anna@example.org', '', 'ю'.repeat(61)])('never under %s', async (name) => {
    expect(await command(office, 'specialist', { kind: 'make-source', sourceKind: 'place', name })).toMatchObject({
      kind: 'refused',
      why: 'faults',
    });
  });

  it('by staff only, and the overview is the head’s', async () => {
    for (const [who, wish] of [
      ['stranger', { kind: 'make-source', sourceKind: 'place', name: 'Тут' }],
      ['stranger', { kind: 'list-places' }],
      ['stranger', { kind: 'invite-partner', partnerKind: 'school', name: 'Школа' }],
      ['stranger', { kind: 'list-own-sources', page: 0 }],
      ['stranger', { kind: 'make-own-source', name: null }],
      ['specialist', { kind: 'list-sources', page: 0 }],
    ] as const)
      expect(await command(office, who, wish)).toMatchObject({ kind: 'refused', why: 'not-allowed' });
  });
});

describe('a partner', () => {
  it('joins once, makes links, and sees counts of its own without small numbers', async () => {
    const invited = expectKind(
      await command(office, 'specialist', { kind: 'invite-partner', partnerKind: 'kindergarten', name: 'Сад № 5' }),
      'handout',
    );
    const token = tokenOf(invited.handout.url);
    expect(expectKind(await command(office, 'sad', { kind: 'look-at-link', token }), 'link').link).toMatchObject({
      state: 'partner',
      name: 'Сад № 5',
    });
    expect(await command(office, 'sad', { kind: 'join-partner', token })).toMatchObject({ joined: true });
    expect(await command(office, 'other', { kind: 'join-partner', token })).toMatchObject({
      joined: false,
      link: { state: 'spent' },
    });
    const made = expectKind(await command(office, 'sad', { kind: 'make-own-source', name: 'Ясли' }), 'source-handout');
    for (let family = 0; family < 6; family += 1) {
      await open(`sad-${family}`, made.handout.url);
      if (family < 5) await command(office, `sad-${family}`, askContact());
    }
    const own = expectKind(await command(office, 'sad', { kind: 'list-own-sources', page: 0 }), 'own-sources');
    expect(own.lines.map(({ name, counts }) => [name, SOURCE_STEPS.map((step) => counts[step])])).toEqual([
      ['Сад № 5: Ясли', [6, 'few', 'few', 'few', 5, 'few']],
    ]);
    expect(await countsOf('Сад № 5: Ясли')).toEqual([6, 0, 0, 0, 5, 0]);
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

async function joinContract(who: string, number: string): Promise<void> {
  const { contractId } = expectKind(
    await command(office, 'specialist', { kind: 'register-contract', draft: draft({ number }) }),
    'contract-registered',
  );
  const link = expectKind(await command(office, 'specialist', { kind: 'make-recipient-link', contractId }), 'handout');
  await command(office, who, { kind: 'join-contract', token: tokenOf(link.handout.url), consentVersion: '1' });
}
