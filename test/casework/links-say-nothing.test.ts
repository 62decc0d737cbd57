/** No deep link, QR or button that is made here says anything about a person: walked with people whose data is known. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { command, expectKind, joinedContract, staffedOffice } from '../support/staffed-office.ts';
import { openTestOffice, type Phone, type TestOffice } from '../support/test-office.ts';

/** What is known of the people of this test, in parts and in Latin letters as well. */
const PERSONAL = ['Примерова', 'Анна', 'Сергеевна', 'Primerova', 'Сидорова', 'Ольга', '9001234567', '41-7', 'anna'];
const OWN = /^http:\/\/localhost:3000\/\?start=[A-Za-z0-9_-]{20,64}$/;
const TELEGRAM = /^https:\/\/t\.me\/opora_bot\?start=[A-Za-z0-9_-]{20,64}$/;

let office: TestOffice;
const drawn: string[] = [];
const printed: object[] = [];

beforeAll(async () => {
  office = await openTestOffice('2026-10-05T09:00:00.000Z');
  const { documents } = office.deps;
  const plainly = { qrPicture: documents.qrPicture.bind(documents), qrDrawing: documents.qrDrawing.bind(documents) };
  for (const name of ['qrPicture', 'qrDrawing'] as const)
    vi.spyOn(documents, name).mockImplementation((url) => {
      drawn.push(url);
      return plainly[name](url);
    });
  const sheet = documents.linkSheet.bind(documents);
  vi.spyOn(documents, 'linkSheet').mockImplementation((value) => {
    printed.push(value);
    return sheet(value);
  });
  await staffedOffice(office);
});
afterAll(() => office.close());

const saysNothing = (text: string) => {
  for (const personal of PERSONAL) expect(decodeURIComponent(text).toLowerCase()).not.toContain(personal.toLowerCase());
};
const buttonsOf = (phone: Phone) => phone.seen.flatMap(({ buttons }) => buttons.flat());

describe('links, QR codes and buttons', () => {
  it('of every purpose hold a random token and nothing else', async () => {
    await joinedContract(office, { number: '41-7/2026' }, 'anna');
    await command(office, 'specialist', { kind: 'invite-partner', partnerKind: 'school', name: 'Школа № 1' });
    const kinds = ['place', 'office', 'specialist'] as const;
    for (const sourceKind of kinds)
      await command(office, 'specialist', { kind: 'make-source', sourceKind, name: 'Сквер' });
    const { links, code } = expectKind(await command(office, 'anna', { kind: 'ask-channel-code' }), 'channel-code');
    expect(links.map(({ channel }) => channel)).toEqual(['web', 'telegram']);
    for (const { channel, url } of links) expect(url).toMatch(channel === 'web' ? OWN : TELEGRAM);
    saysNothing(code);
    // Two of staff, a recipient, a partner; three public ones drawn twice.
    expect(drawn.length).toBe(10);
    for (const url of drawn) expect(url).toMatch(OWN);
    for (const url of [...drawn, ...links.map((link) => link.url)]) saysNothing(url);
    expect(new Set(drawn).size).toBe(7);
    // The page to hang up names the office and no person.
    for (const sheet of printed) saysNothing(JSON.stringify(sheet));
  });

  it('of the screens about channels and links carry opaque ids only', async () => {
    const specialist = office.phone('specialist');
    for (const press of ['g.work', 'g.new-source', 'g.my-channels', 'g.invite-partner'])
      await specialist.send({ kind: 'press', payload: press });
    await office.phone('head').send({ kind: 'press', payload: 'g.sources' });
    const anna = office.phone('anna');
    await anna.say('каналы');
    await anna.press('Подключить ещё канал');
    const buttons = [specialist, office.phone('head'), anna].flatMap(buttonsOf);
    expect(buttons.length).toBeGreaterThan(30);
    for (const { press, url } of buttons) {
      expect(press).toMatch(/^[gcme]\.[A-Za-z0-9_.~:-]{1,62}$/);
      saysNothing(press);
      if (url !== null) expect(url).toMatch(new RegExp(`${OWN.source}|${TELEGRAM.source}`));
    }
    expect(office.errors).toEqual([]);
  });
});
