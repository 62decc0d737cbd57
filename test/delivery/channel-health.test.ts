/** One alarm, not a thousand. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { AlarmCause } from '../../src/dialogs/notice/channel-alarm.ts';
import { TEXTS } from '../support/texts.ts';
import { closeDelivery, type Delivery, officeWith, openDelivery } from './support/delivery.ts';

let delivery: Delivery;
let head = '';
beforeEach(async () => {
  delivery = await openDelivery();
  const anna = await delivery.person('anna', 'telegram');
  ({ head } = await officeWith(delivery, anna.id));
});
afterAll(closeDelivery);

const alarms = async () =>
  (await delivery.history())
    .filter(({ uniqueKey }) => uniqueKey.startsWith('alarm'))
    .toReversed()
    .map(
      ({ uniqueKey, personId }) =>
        `${uniqueKey.split(':').slice(0, 3).join(':')} to ${personId === head ? 'head' : '?'}`,
    );
const settle = async () => {
  await delivery.send();
};
async function crowd(count: number, prefix: string): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const { id } = await delivery.person(`${prefix}${at}`, 'telegram');
    await delivery.put(id, `${prefix}${at}`);
  }
}

describe('many failures at once', () => {
  it('raise one alarm, by another channel, and one word when it is over; nothing is lost', async () => {
    delivery.channels.telegram.answer = { kind: 'unknown', why: '502' };
    await crowd(40, 'p');
    await settle();
    expect(await alarms()).toEqual(['alarm:telegram:1 to head']);
    expect(delivery.channels.max.sent.map(({ text }) => text)).toEqual([expect.stringContaining('Telegram')]);
    expect(delivery.errors).toHaveLength(1);
    expect(delivery.shown.get('telegram')).toBe(true);
    delivery.channels.telegram.answer = null;
    delivery.turn(10);
    await settle();
    expect(await alarms()).toEqual(['alarm:telegram:1 to head', 'alarm-over:telegram:1 to head']);
    expect(delivery.channels.telegram.sent).toHaveLength(40);
    expect(delivery.shown.get('telegram')).toBe(false);
  });

  it('nineteen in a row are none, and one that is sent in between begins the count anew', async () => {
    for (let times = 0; times < 19; times += 1) delivery.health.heard('telegram', { kind: 'unknown', why: '502' });
    delivery.health.heard('telegram', { kind: 'sent', messageId: null });
    for (let times = 0; times < 19; times += 1) delivery.health.heard('telegram', { kind: 'unknown', why: '502' });
    await settle();
    expect(await alarms()).toEqual([]);
    delivery.health.heard('telegram', { kind: 'unknown', why: '502' });
    await settle();
    expect(await alarms()).toHaveLength(1);
  });

  it('twenty over half a day are none', async () => {
    for (let times = 0; times < 40; times += 1) {
      delivery.health.heard('telegram', { kind: 'unknown', why: '502' });
      delivery.turn(15);
    }
    await settle();
    expect(await alarms()).toEqual([]);
  });
});

describe('an incident', () => {
  it('with several causes is one, over when the last of them is', async () => {
    delivery.health.trouble('telegram', 'out-of-reach', true);
    delivery.health.trouble('telegram', 'token-refused', true);
    delivery.health.trouble('telegram', 'out-of-reach', false);
    await settle();
    expect(await alarms()).toHaveLength(1);
    delivery.health.trouble('telegram', 'token-refused', false);
    await settle();
    expect(await alarms()).toHaveLength(2);
  });

  it('of the channel the administrator likes best is told by another one', async () => {
    delivery.health.trouble('max', 'token-refused', true);
    await settle();
    expect(delivery.channels.max.sent).toEqual([]);
    expect(delivery.channels.web.sent.map(({ text }) => text)).toEqual([expect.stringContaining('MAX')]);
  });

  it('is told again when it comes again', async () => {
    for (const begins of [true, false, true]) delivery.health.trouble('max', 'webhook-lost', begins);
    await settle();
    expect((await alarms()).filter((one) => one.startsWith('alarm:'))).toHaveLength(2);
  });

  it('is not told anew by a restart in the middle, and a later life ends it when all is well', async () => {
    delivery.health.trouble('telegram', 'token-refused', true);
    await settle();
    delivery.channels.telegram.ready = false;
    delivery.restart();
    delivery.health.trouble('telegram', 'token-refused', true);
    await settle();
    expect(await alarms()).toHaveLength(1);
    delivery.restart();
    delivery.turn(3);
    delivery.channels.telegram.ready = true;
    await settle();
    expect(await alarms()).toHaveLength(1);
    delivery.turn(3);
    await settle();
    expect(await alarms()).toEqual(['alarm:telegram:1 to head', 'alarm-over:telegram:1 to head']);
  });

  it('that this process still sees is not ended by time', async () => {
    delivery.health.trouble('telegram', 'out-of-reach', true);
    await settle();
    for (let times = 0; times < 10; times += 1) {
      delivery.turn(5);
      await settle();
    }
    expect(await alarms()).toHaveLength(1);
  });
});

it.each(['token-refused', 'webhook-lost', 'webhook-refused', 'out-of-reach', 'many-failures'] satisfies AlarmCause[])(
  'there are words for %s',
  (cause) => {
    for (const language of ['ru', 'en'] as const)
      expect(TEXTS.render(language, { key: `channels:alarm.cause.${cause}` })).not.toBe('');
  },
);
