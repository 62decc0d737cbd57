/** Nothing is lost, nothing is taken twice and nothing is believed unsigned, whatever happens between Viber and the inbox. */
import { request } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startViberFake } from '../../support/viber-fake/viber-fake.ts';
import { memoryInbox } from '../support/memory-inbox.ts';
import { type OpenViber, openViber } from './support/open-viber.ts';

const WAIT = { timeout: 5000, interval: 5 };

const opened: OpenViber[] = [];
const open = async (...options: Parameters<typeof openViber>) => {
  const one = await openViber(...options);
  opened.push(one);
  return one;
};
const inputs = ({ inbox }: Pick<OpenViber, 'inbox'>) =>
  inbox.rows().map(({ input }) => {
    if (input.kind === 'text') return input.text;
    if (input.kind === 'press') return `[${input.payload}]`;
    return input.kind === 'start' ? `start ${input.token}` : input.kind;
  });
const come = (one: OpenViber, wanted: readonly string[]) => vi.waitFor(() => expect(inputs(one)).toEqual(wanted), WAIT);

afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close();
});

describe('signatures', () => {
  const body = (text = 'чужое', token = '5741311803571721087') =>
    `{"event":"message","message_token":${token},"sender":{"id":"abcd=="},"message":{"type":"text","text":"${text}"}}`;
  const broken = (signature: string) => (signature.startsWith('0') ? '1' : '0') + signature.slice(1);

  test.each([
    { name: 'none', of: () => null },
    { name: 'an empty one', of: () => '' },
    { name: 'one with a wrong digit', of: broken },
    { name: 'one that only begins right', of: (signature: string) => signature.slice(0, -2) },
    { name: 'one with something behind', of: (signature: string) => `${signature}00` },
    { name: 'words', of: () => 'z'.repeat(64) },
    {
      name: 'one of another body',
      of: (_signature: string, one: OpenViber) => one.fake.callbacks.sign(body('другое')),
    },
  ])('$name: turned away, and nothing is stored', async ({ of }) => {
    const one = await open();
    const signature = of(one.fake.callbacks.sign(body()), one);
    expect(await one.fake.callbacks.forge(one.hook, body(), signature)).toBe(401);
    expect(one.inbox.calls()).toBe(0);
    expect(one.addresses).toEqual([]);
  });

  test('with a right one it is let in, in capitals too', async () => {
    const one = await open();
    const { callbacks } = one.fake;
    expect(await callbacks.forge(one.hook, body(), callbacks.sign(body()))).toBe(200);
    expect(await callbacks.forge(one.hook, body('ещё', '1'), callbacks.sign(body('ещё', '1')).toUpperCase())).toBe(200);
    expect(inputs(one)).toEqual(['чужое', 'ещё']);
  });

  test('it is of the bytes: the same JSON written otherwise is another body', async () => {
    const one = await open();
    const signature = one.fake.callbacks.sign(body());
    expect(await one.fake.callbacks.forge(one.hook, body().replace(',', ', '), signature)).toBe(401);
    expect(await one.fake.callbacks.forge(one.hook, body('\\u0447\\u0443\\u0436\\u043e\\u0435'), signature)).toBe(401);
    expect(one.inbox.calls()).toBe(0);
  });

  test('of another bot’s token is none', async () => {
    const one = await open({ deps: { token: 'another' }, start: false });
    expect(await one.fake.callbacks.forge(one.hook, body(), one.fake.callbacks.sign(body()))).toBe(401);
  });

  test('a body that says it is something else, or says nothing, is looked at all the same', async () => {
    const one = await open();
    const signature = one.fake.callbacks.sign(body());
    for (const headers of [{ 'Content-Type': 'text/plain' }, { 'Content-Type': 'application/x-www-form-urlencoded' }]) {
      const given = { ...headers, 'X-Viber-Content-Signature': signature };
      expect((await fetch(one.hook, { method: 'POST', headers, body: body() })).status).toBe(401);
      expect((await fetch(one.hook, { method: 'POST', headers: given, body: body() })).status).toBe(200);
    }
    expect((await fetch(one.hook, { method: 'POST' })).status).toBe(401);
    expect(one.inbox.rows()).toHaveLength(1);
  });

  test('letters broken between packets are whole', async () => {
    const one = await open();
    const text = 'Ёлка — 12 500 ₽ 🙂';
    const bytes = Buffer.from(body(text));
    const signature = one.fake.callbacks.sign(bytes);
    // One byte at a time: every letter is broken.
    const status = await new Promise((resolve) => {
      const headers = { 'X-Viber-Content-Signature': signature, 'Content-Length': bytes.length };
      const sending = request(one.hook, { method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sending.setNoDelay(true);
      const next = (at: number) => {
        if (at === bytes.length) sending.end();
        else sending.write(bytes.subarray(at, at + 1), () => setImmediate(next, at + 1));
      };
      next(0);
    });
    expect(status).toBe(200);
    expect(inputs(one)).toEqual([text]);
  });

  test.each([
    { name: 'half a document', value: body().slice(0, -5) },
    { name: 'nothing', value: '' },
    { name: 'a list', value: '[]' },
    { name: 'an event without its token', value: '{"event":"message"}' },
  ])('$name, signed, is refused with 400 and the next one is taken', async ({ value }) => {
    const one = await open();
    const { callbacks } = one.fake;
    expect(await callbacks.forge(one.hook, value, callbacks.sign(value))).toBe(400);
    expect(await callbacks.forge(one.hook, body(), callbacks.sign(body()))).toBe(200);
    expect(one.inbox.rows()).toHaveLength(1);
  });

  test('a body over the limit is refused', async () => {
    const one = await open();
    const large = body('я'.repeat(200_000));
    const headers = { 'X-Viber-Content-Signature': one.fake.callbacks.sign(large) };
    expect((await fetch(one.hook, { method: 'POST', headers, body: large })).status).toBe(413);
  });

  test('who tries all day does not fill the log', async () => {
    const one = await open();
    for (let count = 0; count < 20; count += 1) await one.fake.callbacks.forge(one.hook, body(), '');
    expect(one.logged.filter((line) => line.includes('turnedAway'))).toHaveLength(2);
  });
});

describe('delivery', () => {
  test('an inbox that is down for a while gets everything, once and in order', async () => {
    const one = await open();
    const olga = one.fake.person();
    one.inbox.failNext(3);
    for (const text of ['раз', 'два', 'три']) olga.sendText(text);
    await come(one, ['раз', 'два', 'три']);
    expect(one.inbox.calls()).toBe(6);
    expect(one.fake.callbacks.statuses.slice(-6)).toEqual([500, 500, 500, 200, 200, 200]);
  });

  test('tokens that differ in their last digit are different messages', async () => {
    const one = await open();
    const olga = one.fake.person();
    for (const text of ['да', 'да', 'да']) olga.sendText(text);
    await come(one, ['да', 'да', 'да']);
  });

  test('what comes reversed or late is stored as it arrives, each once', async () => {
    const one = await open();
    const olga = one.fake.person();
    one.fake.callbacks.holdReversed();
    olga.sendText('раньше');
    one.fake.callbacks.duplicateNext(1);
    olga.sendText('позже');
    one.fake.callbacks.release();
    await come(one, ['позже', 'раньше']);
    expect(one.inbox.calls()).toBe(3);
  });

  test('a slow store keeps the order in which one person’s events arrived', async () => {
    const inbox = memoryInbox();
    let slow = true;
    const one = await open({
      inbox,
      deps: {
        receive: async (received) => {
          if (slow) {
            slow = false;
            await new Promise((resolve) => setTimeout(resolve, 100));
          }
          return inbox.receive(received);
        },
      },
    });
    const { callbacks } = one.fake;
    const event = (text: string, token: number) =>
      `{"event":"message","message_token":${token},"sender":{"id":"abcd"},"message":{"type":"text","text":"${text}"}}`;
    const first = callbacks.forge(one.hook, event('раньше', 1), callbacks.sign(event('раньше', 1)));
    await new Promise((resolve) => setTimeout(resolve, 30));
    await callbacks.forge(one.hook, event('позже', 2), callbacks.sign(event('позже', 2)));
    await first;
    expect(inputs(one)).toEqual(['раньше', 'позже']);
  });

  test('a hundred messages of ten people come whole and in order for each', async () => {
    const one = await open();
    const people = Array.from({ length: 10 }, () => one.fake.person());
    for (let round = 0; round < 10; round += 1) for (const person of people) person.sendText(`${round}`);
    await vi.waitFor(() => expect(one.inbox.rows()).toHaveLength(100), WAIT);
    for (const person of people) {
      const own = one.inbox.rows().filter((row) => row.externalId === person.id);
      expect(own.map(({ input }) => (input.kind === 'text' ? input.text : ''))).toEqual('0123456789'.split(''));
    }
  });

  test('leaving and coming back are told, and leave nothing in the inbox', async () => {
    const one = await open();
    const olga = one.fake.person();
    olga.unsubscribe();
    await vi.waitFor(() => expect(one.addresses).toEqual([`${olga.id} blocked`]), WAIT);
    olga.subscribe();
    await vi.waitFor(() => expect(one.addresses).toEqual([`${olga.id} blocked`, `${olga.id} active`]), WAIT);
    expect(inputs(one)).toEqual([]);
  });

  test('delivered and seen are counted, and nothing else comes of them', async () => {
    const one = await open();
    const olga = one.fake.person();
    const at = '2026-11-22T06:00:00.000Z';
    await one.channel.send({ id: 'm', externalId: olga.id, text: 'x', buttons: [], files: [], at });
    olga.look();
    await vi.waitFor(() => expect(one.receipts).toEqual(['delivered', 'seen']), WAIT);
    one.fake.callbacks.send(
      { event: 'failed', token: '5741311803571721087', user_id: olga.id, desc: `no keyboard for ${olga.id}` },
      olga.id,
    );
    await vi.waitFor(() => expect(one.receipts).toContain('not-shown'), WAIT);
    expect(one.logged.join()).toContain('no keyboard for …');
    expect(one.inbox.calls()).toBe(0);
  });
});

describe('the welcome', () => {
  test('is shown to who opens the bot for the first time; the button subscribes and begins with the token', async () => {
    const one = await open();
    const olga = one.fake.person({ stranger: true });
    olga.open('aZ09_-token');
    await vi.waitFor(() => expect(olga.seen()).toHaveLength(1), WAIT);
    expect(olga.seen()[0]?.text).toBe('Здравствуйте!');
    // Nothing may be sent to them yet, so nothing is begun either.
    expect(one.inbox.calls()).toBe(0);
    olga.press('Начать');
    await come(one, ['start aZ09_-token']);
    const at = '2026-11-22T06:00:00.000Z';
    const answer = { id: 'm', externalId: olga.id, text: 'Меню', buttons: [], files: [], at };
    expect(await one.channel.send(answer)).toMatchObject({ kind: 'sent' });
  });

  test('words instead of the button keep the token', async () => {
    const one = await open();
    const olga = one.fake.person({ stranger: true });
    olga.open('token');
    await vi.waitFor(() => expect(olga.seen()).toHaveLength(1), WAIT);
    olga.sendText('Здравствуйте');
    olga.sendText('вы здесь?');
    await come(one, ['start token', 'Здравствуйте', 'вы здесь?']);
  });

  test('without a token begins without one, and speaks English to English applications', async () => {
    const one = await open();
    const john = one.fake.person({ stranger: true, language: 'en' });
    john.open(null);
    await vi.waitFor(() => expect(john.seen()[0]?.text).toBe('Hello!'), WAIT);
    john.press('Begin');
    await come(one, ['start null']);
  });

  test('is not for subscribers: they begin at once', async () => {
    const one = await open();
    const olga = one.fake.person();
    olga.open('abc');
    await come(one, ['start abc']);
    await one.fake.callbacks.idle();
    expect(olga.seen()).toEqual([]);
  });

  test('of one person never reaches another', async () => {
    const one = await open();
    const people = Array.from({ length: 5 }, () => one.fake.person({ stranger: true }));
    for (const [index, person] of people.entries()) person.open(`token-${index}`);
    await vi.waitFor(() => expect(people.every((person) => person.seen().length === 1)).toBe(true), WAIT);
    for (const [index, person] of people.entries()) {
      const [button] = person.seen()[0]?.rows.flat() ?? [];
      expect(button?.ActionBody).toBe(`opora-start:token-${index}`);
    }
  });

  test('may be a farewell: links, and no way to begin', async () => {
    const links = [{ label: 'Чат на сайте', url: 'https://opora.example/' }];
    const one = await open({ deps: { welcome: () => ({ text: 'Мы пишем в MAX', begin: null, links }) } });
    const olga = one.fake.person({ stranger: true });
    olga.open('token');
    await vi.waitFor(() => expect(olga.seen()).toHaveLength(1), WAIT);
    expect(olga.press('Чат на сайте')).toBe('https://opora.example/');
    await one.fake.callbacks.idle();
    expect(inputs(one)).toEqual([]);
  });

  test('may be nothing', async () => {
    const one = await open({ deps: { welcome: () => null } });
    const olga = one.fake.person({ stranger: true });
    olga.open('token');
    await vi.waitFor(() => expect(one.fake.callbacks.statuses).toEqual([200]), WAIT);
    expect(olga.seen()).toEqual([]);
  });
});

describe('the webhook', () => {
  test('is named to the platform with our wishes, however often it has to be asked', async () => {
    const fake = await startViberFake();
    fake.faults.next('set_webhook', { kind: 'reset', when: 'before' }, 2);
    const one = await openViber({ fake });
    expect(fake.calls.filter((call) => call.method === 'set_webhook').at(-1)?.body).toEqual({
      url: one.hook,
      event_types: ['delivered', 'seen', 'failed', 'subscribed', 'unsubscribed', 'conversation_started'],
      send_name: false,
      send_photo: false,
    });
    expect(one.troubles).toEqual([]);
    await one.close();
    await fake.stop();
  });

  test('that is refused is told to the operator once, tried again, and told when it is over', async () => {
    const fake = await startViberFake();
    fake.faults.next('set_webhook', { kind: 'status', status: 1 }, 4);
    const one = await openViber({ fake });
    expect(one.troubles).toEqual(['+webhook-refused', '-webhook-refused']);
    expect(one.logged.filter((line) => line.includes('PUBLIC_URL'))).toHaveLength(1);
    await one.close();
    await fake.stop();
  });

  test('that is refused once is no trouble: our own server may not have been listening yet', async () => {
    const fake = await startViberFake();
    fake.faults.next('set_webhook', { kind: 'status', status: 1 });
    const one = await openViber({ fake });
    expect(one.troubles).toEqual([]);
    await one.close();
    await fake.stop();
  });

  test('that the platform has lost is set again', async () => {
    const one = await open();
    const olga = one.fake.person();
    one.fake.world.webhook = '';
    const at = '2026-11-22T06:00:00.000Z';
    const message = { id: 'm', externalId: olga.id, text: 'x', buttons: [], files: [], at };
    expect(await one.channel.send(message)).toMatchObject({ kind: 'later', scope: 'bot' });
    await vi.waitFor(() => expect(one.troubles).toEqual(['+webhook-lost', '-webhook-lost']), WAIT);
    expect(one.channel.ready()).toBe(true);
    expect(await one.channel.send(message)).toMatchObject({ kind: 'sent' });
  });

  test('that another program has taken is noticed though nothing is sent, and taken back', async () => {
    const one = await open({ deps: { lookEvery: 0.01 } });
    one.fake.world.webhook = 'https://other.example/hook';
    await vi.waitFor(() => expect(one.troubles).toEqual(['+webhook-lost', '-webhook-lost']), WAIT);
    await vi.waitFor(() => expect(one.channel.ready()).toBe(true), WAIT);
    expect(one.fake.world.webhook).toBe(one.hook);
  });

  test('a look that fails takes nothing back, and one that works ends the alarm', async () => {
    const one = await open({ deps: { lookEvery: 0.01 } });
    one.fake.faults.next('get_account_info', { kind: 'http', code: 503 });
    one.fake.faults.next('get_account_info', { kind: 'status', status: 9 });
    await vi.waitFor(() => expect(one.troubles).toEqual(['+token-refused', '-token-refused']), WAIT);
    expect(one.fake.calls.filter(({ method }) => method === 'set_webhook')).toHaveLength(1);
    expect(one.channel.ready()).toBe(true);
  });

  test('is tried until the token is mended, and the alarm is raised once', async () => {
    const fake = await startViberFake();
    fake.faults.next('set_webhook', { kind: 'status', status: 2 }, 3);
    const one = await openViber({ fake });
    expect(one.troubles).toEqual(['+token-refused', '-token-refused']);
    expect(one.logged.filter((line) => line.includes('VIBER_AUTH_TOKEN'))).toHaveLength(1);
    await one.close();
    await fake.stop();
  });

  test('does not keep the channel from closing at once', async () => {
    const fake = await startViberFake();
    fake.faults.next('set_webhook', { kind: 'stall', milliseconds: 20_000 });
    const one = await openViber({ fake, start: false });
    await one.channel.start();
    await vi.waitFor(() => expect(fake.calls).toHaveLength(1), WAIT);
    const began = performance.now();
    await one.close();
    expect(performance.now() - began).toBeLessThan(1000);
    expect(one.channel.ready()).toBe(false);
    await fake.stop();
  });
});
