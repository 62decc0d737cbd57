/** Where a message goes when there are several ways, and what the specialist is told when the way changes. */
import { afterAll, describe, expect, it } from 'vitest';
import type { OutboxItem } from '../../src/casework/ports.ts';
import { TEXTS } from '../support/texts.ts';
import { closeDelivery, type Delivery, LINKS, officeWith, openDelivery } from './support/delivery.ts';

let delivery: Delivery;
afterAll(closeDelivery);

const BLOCKED = { kind: 'unreachable', status: 'blocked', why: 'test-blocked' } as const;
const told = (items: readonly OutboxItem[]) =>
  items
    .filter(({ uniqueKey }) => uniqueKey.startsWith('reach:'))
    .map(({ personId, reply }) => ({ personId, key: reply.texts[0]?.key }));
const texts = (messages: readonly { text: string }[]) => messages.map(({ text }) => text);

describe('the way to a person', () => {
  it('an answer goes where the question came from, a message of ours where the person was last', async () => {
    delivery = await openDelivery();
    const { id, addresses } = await delivery.person('anna', 'max', 'telegram');
    await delivery.put(id, 'answer', { addressId: addresses[1] ?? '' });
    await delivery.put(id, 'notice', { kind: 'notice' });
    await delivery.send();
    expect([delivery.channels.telegram.sent.length, delivery.channels.max.sent.length]).toEqual([1, 1]);
  });

  it('a blocked channel gives way to the next one, and the specialist is told once', async () => {
    delivery = await openDelivery();
    const anna = await delivery.person('anna', 'telegram', 'max');
    const { specialist } = await officeWith(delivery, anna.id);
    delivery.channels.telegram.answer = BLOCKED;
    for (const key of ['one', 'two', 'three']) await delivery.put(anna.id, key, { kind: 'notice' });
    await delivery.send();
    expect(delivery.channels.max.sent).toHaveLength(3);
    expect(told(await delivery.history())).toEqual([{ personId: specialist, key: 'notices:reach.moved-unreachable' }]);
    expect(texts(delivery.channels.web.sent)[0]).toMatch(/Telegram\. Теперь пишем сюда: MAX/);
  });

  it('who can be reached nowhere is named once, and again when they came back and left', async () => {
    delivery = await openDelivery();
    const anna = await delivery.person('anna', 'telegram');
    const { specialist } = await officeWith(delivery, anna.id);
    delivery.channels.telegram.answer = BLOCKED;
    for (const key of ['one', 'two']) await delivery.put(anna.id, key, { kind: 'notice' });
    await delivery.send();
    const nobody = { personId: specialist, key: 'notices:reach.nobody-unreachable' };
    expect(told(await delivery.history())).toEqual([nobody]);
    delivery.turn(60);
    await delivery.run(({ people }) => people.meet('telegram', 'anna-telegram', delivery.clock.now()));
    await delivery.put(anna.id, 'three', { kind: 'notice' });
    await delivery.send();
    expect(told(await delivery.history())).toEqual([nobody, nobody]);
  });

  it('after a day of silence in VK another channel is taken without a word; with none the specialist is told', async () => {
    delivery = await openDelivery();
    const anna = await delivery.person('anna', 'vk', 'max');
    await officeWith(delivery, anna.id);
    delivery.channels.vk.answer = { kind: 'window-closed', why: 'vk-day-of-silence' };
    await delivery.put(anna.id, 'one', { kind: 'notice' });
    await delivery.send();
    expect(delivery.channels.max.sent).toHaveLength(1);
    expect(told(await delivery.history())).toEqual([]);
    const max = await delivery.run(({ people }) => people.meet('max', 'anna-max', '2026-11-23T05:00:00.000Z'));
    await delivery.run(({ people }) => people.markAddress(max.address.id, 'dead'));
    await delivery.put(anna.id, 'two', { kind: 'notice' });
    await delivery.send();
    expect(told(await delivery.history()).map(({ key }) => key)).toEqual(['notices:reach.nobody-silent']);
    // The person writes: the way is open again.
    delivery.channels.vk.answer = null;
    delivery.turn(1);
    await delivery.run(({ people }) => people.meet('vk', 'anna-vk', delivery.clock.now()));
    await delivery.put(anna.id, 'three', { kind: 'notice' });
    await delivery.send();
    // What waited for a word, and what is new.
    delivery.turn(10);
    await delivery.send();
    expect(delivery.channels.vk.sent).toHaveLength(2);
  });

  it.each(['ru', 'en'] as const)('every word for the specialist is there in %s', (language) => {
    for (const what of ['moved-unreachable', 'moved-policy', 'nobody-unreachable', 'nobody-policy', 'nobody-silent']) {
      const facts = { name: 'И', contract: '1', lost: 'A', now: 'B' };
      expect(TEXTS.render(language, { key: `notices:reach.${what}`, facts })).toContain('A');
    }
  });
});

describe('the policy at the moment of sending', () => {
  const personal = { reply: { texts: [{ key: 'core:welcome-back' }], content: 'personal' as const } };

  it('ru-41fz: a turn of several replies gets one fixed answer, and nothing goes there by itself', async () => {
    delivery = await openDelivery('ru-41fz');
    const { id, addresses } = await delivery.person('anna', 'telegram');
    for (const index of [0, 1, 2])
      await delivery.put(id, `answer:7:${index}`, { ...personal, addressId: addresses[0] ?? '' });
    await delivery.put(id, 'ours', { ...personal, kind: 'notice' });
    await delivery.send();
    expect(delivery.channels.telegram.sent).toHaveLength(1);
    const [only] = delivery.channels.telegram.sent;
    expect(only?.text).toContain(LINKS.max);
    expect(only?.buttons.flat().map(({ url }) => url)).toEqual([LINKS.max, LINKS.webChat]);
    expect((await delivery.history()).map(({ status }) => status)).toEqual([
      'failed',
      'cancelled',
      'cancelled',
      'sent',
    ]);
  });

  it('the fixed answer that met a 429 is said when the platform lets it', async () => {
    delivery = await openDelivery('ru-41fz');
    const { id, addresses } = await delivery.person('anna', 'telegram');
    delivery.channels.telegram.answer = { kind: 'later', afterSeconds: 30, scope: 'bot', why: 'flood' };
    for (const index of [0, 1]) await delivery.put(id, `answer:7:${index}`, { addressId: addresses[0] ?? '' });
    await delivery.send();
    delivery.channels.telegram.answer = null;
    delivery.turn(1);
    await delivery.send();
    expect(delivery.channels.telegram.sent).toHaveLength(1);
  });

  it('ru-41fz: a message of ours takes the channel that is allowed, and the specialist learns where', async () => {
    delivery = await openDelivery('ru-41fz');
    const anna = await delivery.person('anna', 'telegram', 'max');
    await officeWith(delivery, anna.id);
    await delivery.put(anna.id, 'ours', { ...personal, kind: 'notice' });
    await delivery.send();
    expect([delivery.channels.telegram.sent.length, delivery.channels.max.sent.length]).toEqual([0, 1]);
    expect(told(await delivery.history()).map(({ key }) => key)).toEqual(['notices:reach.moved-policy']);
  });

  it('public-only: news of a person goes whole where it may, else it is handed over by link', async () => {
    delivery = await openDelivery('public-only');
    const both = await delivery.person('both', 'telegram', 'max');
    const one = await delivery.person('one', 'telegram');
    for (const { id } of [both, one]) await delivery.put(id, `ours:${id}`, { ...personal, kind: 'notice' });
    await delivery.send();
    expect(texts(delivery.channels.max.sent)).toEqual([TEXTS.render('ru', { key: 'core:welcome-back' })]);
    expect(texts(delivery.channels.telegram.sent)[0]).toContain(LINKS.webChat);
    expect(texts(delivery.channels.telegram.sent)[0]).not.toContain('С возвращением');
  });
});

describe('waiting', () => {
  it('a storm of 429 uses up no attempt: what comes after is tried as often as ever', async () => {
    delivery = await openDelivery();
    const { id } = await delivery.person('anna', 'max');
    await delivery.put(id, 'one');
    delivery.channels.max.answer = { kind: 'later', afterSeconds: 30, scope: 'bot', why: 'flood' };
    for (let times = 0; times < 15; times += 1) {
      await delivery.send();
      delivery.turn(1);
    }
    delivery.channels.max.answer = { kind: 'unknown', why: '500' };
    await delivery.send();
    expect((await delivery.history())[0]).toMatchObject({ status: 'queued', attempts: 1 });
    delivery.channels.max.answer = null;
    delivery.turn(1);
    await delivery.send();
    expect(delivery.channels.max.sent).toHaveLength(1);
  });
});
