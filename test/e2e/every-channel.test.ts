/** The whole product over every channel at once: the same month and review, storms, outages and forgers on each. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelKind } from '../../src/dialogs/codes.ts';
import { acceptFirst, answerMonth, joinAsRecipient, joinAsSpecialist } from './support/month.ts';
import type { Platform, Somebody } from './support/platform.ts';
import { openWholeProduct, type WholeProduct } from './support/whole-product.ts';

const CHANNELS: readonly ChannelKind[] = ['web', 'max', 'vk', 'telegram', 'viber'];
const FAILING = CHANNELS.filter((kind) => kind !== 'web');
/** A test here is a whole talk over HTTP. */
const LONG = 120_000;

let product: WholeProduct;
/** Who answered a month in the first test of a channel. */
const recipients = new Map<ChannelKind, Somebody>();
beforeAll(async () => {
  product = await openWholeProduct();
}, LONG);
afterAll(() => product.close());

function platformOf(kind: ChannelKind): Platform {
  const found = product.platforms.find((platform) => platform.kind === kind);
  if (!found) throw new Error(`no platform ${kind}`);
  return found;
}
/** The messages of the weather: reminders of the day may come in between. */
const greetings = async (person: Somebody) =>
  (await person.seen()).filter(({ text }) => text.startsWith('С возвращением')).length;
const rows = () =>
  product.opora.deps.database.transaction(({ outbox }) => outbox.history({ personId: null, take: 500 }));
async function notify(person: Somebody, kind: ChannelKind, key: string): Promise<void> {
  const at = product.clock.now();
  await product.opora.deps.database.transaction(async ({ people, outbox }) => {
    const met = await people.meet(kind, person.externalId, at);
    const reply = { texts: [{ key: 'core:welcome-back' }], content: 'public' as const };
    const draft = {
      uniqueKey: key,
      addressId: met.address.id,
      kind: 'answer' as const,
      reply,
      notBefore: at,
      about: [],
    };
    await outbox.put([{ ...draft, personId: met.person.id }], at);
  });
}

describe.each(CHANNELS)('%s', (kind) => {
  it(
    'a month is answered by the recipient and accepted by the specialist',
    async () => {
      const platform = platformOf(kind);
      const office = await product.office(kind);
      const specialist = await platform.somebody(product.publicUrl);
      await joinAsSpecialist(product, specialist, office.staff);
      const recipient = await platform.somebody(product.publicUrl);
      recipients.set(kind, recipient);
      await joinAsRecipient(product, recipient, await office.recipient());
      await answerMonth(product, recipient);
      await acceptFirst(product, specialist);
      await product.sees(recipient, 'приняты');
    },
    LONG,
  );

  it('a forger is turned away and leaves nothing behind', async () => {
    const before = await product.opora.deps.database.transaction(({ inbox }) => inbox.open());
    const sent = (await rows()).length;
    // The web chat says 403 to the page of somebody else.
    const statuses = await platformOf(kind).forge(product.publicUrl);
    expect(statuses.filter((status) => status !== 401 && status !== 403)).toEqual([]);
    expect(statuses[0]).toBe(401);
    await product.opora.settle();
    expect(await product.opora.deps.database.transaction(({ inbox }) => inbox.open())).toBe(before);
    expect((await rows()).length).toBe(sent);
  });
});

describe.each(FAILING)('%s in bad weather', (kind) => {
  it(
    'a storm of 429 delays and loses nothing, in order and once',
    async () => {
      const platform = platformOf(kind);
      const person = recipients.get(kind);
      if (!person || !platform.fail) throw new Error('nobody is here');
      const before = await greetings(person);
      platform.fail('429', 4);
      for (const key of ['a', 'b', 'c']) await notify(person, kind, `storm:${kind}:${key}`);
      for (let times = 0; times < 12; times += 1) {
        await product.opora.tick();
        product.turn(1);
      }
      await product.opora.tick();
      expect(await greetings(person)).toBe(before + 3);
      const mine = (await rows()).filter(({ uniqueKey }) => uniqueKey.startsWith(`storm:${kind}`));
      expect(mine.map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
    },
    LONG,
  );

  it(
    'an outage of ten minutes loses nothing',
    async () => {
      const platform = platformOf(kind);
      const person = recipients.get(kind);
      if (!person || !platform.fail) throw new Error('nobody is here');
      const mine = async () => (await rows()).filter(({ uniqueKey }) => uniqueKey.startsWith(`outage:${kind}`));
      const before = await greetings(person);
      for (const key of ['a', 'b', 'c']) await notify(person, kind, `outage:${kind}:${key}`);
      let tries = 0;
      for (let minutes = 0; minutes < 10; minutes += 1) {
        // Every try of these ten minutes fails: one failure is always at hand.
        const tried = (await mine()).reduce((sum, { attempts }) => sum + attempts, 0);
        if (minutes === 0 || tried > tries) platform.fail('502', 1);
        tries = tried;
        await product.opora.tick();
        expect(await greetings(person)).toBe(before);
        product.turn(1);
      }
      expect(tries).toBeGreaterThan(1);
      for (let times = 0; times < 4; times += 1) {
        product.turn(30);
        await product.opora.tick();
      }
      expect(await greetings(person)).toBe(before + 3);
      expect((await mine()).map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
    },
    LONG,
  );
});

it('who watches the program sees every channel well', async () => {
  const page = await (await fetch(`${product.publicUrl}/metrics`)).text();
  for (const kind of FAILING) expect(page).toContain(`opora_channel_trouble{channel="${kind}"} 0`);
  const { status } = await fetch(`${product.publicUrl}/readyz`);
  expect(status).toBe(200);
});

describe('what others may read', () => {
  /** Names, phones, sums and words of the people of these tests. */
  const ABOUT_PEOPLE = /Примеров|Анна Сергеевна|Сидорова|Начальников|483 ?200|32 ?500|12[.,]?500/;

  it('the log holds nothing about a person and no secret', () => {
    const log = product.log.join('\n');
    expect(log.length).toBeGreaterThan(1000);
    expect(log).not.toMatch(ABOUT_PEOPLE);
    for (const { secrets } of product.platforms) for (const secret of secrets) expect(log).not.toContain(secret);
    for (const [, { externalId }] of recipients) expect(log).not.toContain(externalId);
  });

  it('no address that was called holds anything about a person', () => {
    const asked = product.platforms.flatMap((platform) => platform.asked());
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((line) => ABOUT_PEOPLE.test(decodeURIComponent(line)))).toEqual([]);
  });
});
