/** Nothing is lost and nothing is taken twice, whatever happens between the platform and the inbox. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startTelegramFake } from '../../support/telegram-fake/telegram-fake.ts';
import { memoryInbox } from '../support/memory-inbox.ts';
import { type OpenTelegram, openTelegram, SECRET } from './support/open-telegram.ts';

const WAIT = { timeout: 5000, interval: 5 };
const WAYS = [{ by: 'polling' }, { by: 'webhook' }] as const;

const opened: OpenTelegram[] = [];
const open = async (...options: Parameters<typeof openTelegram>) => {
  const one = await openTelegram(...options);
  opened.push(one);
  return one;
};
const texts = ({ inbox }: Pick<OpenTelegram, 'inbox'>) =>
  inbox
    .rows()
    .map(({ input }) =>
      input.kind === 'text' ? input.text : input.kind === 'press' ? `[${input.payload}]` : input.kind,
    );
const come = (one: OpenTelegram, wanted: readonly string[]) =>
  vi.waitFor(() => expect(texts(one)).toEqual(wanted), WAIT);
const button = (press: string) => [[{ label: press, press, url: null }]];
const say = (one: OpenTelegram, to: number, press: string) =>
  one.channel.send({
    id: press,
    externalId: String(to),
    text: 'x',
    buttons: button(press),
    files: [],
    at: '2026-11-22T06:00:00.000Z',
  });

afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close();
});

describe.each(WAYS)('by $by', ({ by }) => {
  test('an inbox that is down for a while gets everything, once and in order', async () => {
    const one = await open({ by });
    const olga = one.fake.person();
    one.inbox.failNext(3);
    for (const text of ['раз', 'два', 'три']) olga.sendText(text);
    await come(one, ['раз', 'два', 'три']);
    expect(one.inbox.calls()).toBe(6);
  });

  test('somebody who cannot be stored does not keep others back for good', async () => {
    const one = await open({ by });
    one.inbox.failNext(1);
    one.fake.person().sendText('первый');
    one.fake.person().sendText('второй');
    await vi.waitFor(() => expect(texts(one).toSorted()).toEqual(['второй', 'первый']), WAIT);
  });

  test('a press is answered at once, and one that is too old still counts', async () => {
    const one = await open({ by });
    const olga = one.fake.person();
    await say(one, olga.id, 'g.menu');
    olga.press('g.menu');
    olga.pressLate('g.menu');
    await come(one, ['[g.menu]', '[g.menu]']);
    await vi.waitFor(() => {
      const answers = one.fake.calls.filter((call) => call.method === 'answerCallbackQuery');
      expect(answers).toHaveLength(2);
    }, WAIT);
    expect([...one.fake.world.presses.values()]).toEqual([
      { answered: 1, expired: false },
      { answered: 0, expired: true },
    ]);
  });

  test('blocking and coming back are told, and leave nothing in the inbox', async () => {
    const one = await open({ by });
    const olga = one.fake.person();
    olga.block();
    await vi.waitFor(() => expect(one.addresses).toEqual([`${olga.id} blocked`]), WAIT);
    olga.unblock();
    await vi.waitFor(() => expect(one.addresses).toEqual([`${olga.id} blocked`, `${olga.id} active`]), WAIT);
    expect(texts(one)).toEqual([]);
  });

  test('groups, pins and live locations leave no trace', async () => {
    const one = await open({ by });
    const olga = one.fake.person();
    olga.sendInGroup('всем привет');
    olga.pinMessage();
    olga.moveLocation();
    olga.sendText('конец');
    await come(one, ['конец']);
  });

  test('an album comes as its photos, in order, each in its largest size', async () => {
    const one = await open({ by });
    const olga = one.fake.person();
    olga.sendPhoto({ bytes: Buffer.from('страница 1'), album: 'a', caption: 'две страницы' });
    olga.sendPhoto({ bytes: Buffer.from('страница 2'), album: 'a' });
    await come(one, ['remote-file', 'remote-file']);
    const pages = [];
    for (const { input } of one.inbox.rows()) {
      if (input.kind !== 'remote-file') continue;
      const fetched = await one.channel.fetchFile(input.ref);
      pages.push([fetched.kind === 'bytes' ? Buffer.from(fetched.bytes).toString() : fetched.kind, input.caption]);
    }
    expect(pages).toEqual([
      ['страница 1', 'две страницы'],
      ['страница 2', null],
    ]);
  });

  test('it closes within a second, though the platform would hold the connection for long', async () => {
    const fake = await startTelegramFake({ pace: 1 });
    const one = await openTelegram({ by, fake });
    const olga = fake.person();
    await say(one, olga.id, 'g.menu');
    fake.faults.next('answerCallbackQuery', { kind: 'stall', milliseconds: 20_000 });
    olga.press('g.menu');
    await come(one, ['[g.menu]']);
    const began = performance.now();
    await one.close();
    expect(performance.now() - began).toBeLessThan(1000);
    await fake.stop();
  });

  test('a hundred messages of ten people come whole and in order for each', async () => {
    const one = await open({ by });
    const people = Array.from({ length: 10 }, () => one.fake.person());
    for (let round = 0; round < 10; round += 1) for (const person of people) person.sendText(`${round}`);
    await vi.waitFor(() => expect(one.inbox.rows()).toHaveLength(100), WAIT);
    for (const person of people) {
      const own = one.inbox.rows().filter((row) => row.externalId === String(person.id));
      expect(own.map(({ input }) => (input.kind === 'text' ? input.text : ''))).toEqual('0123456789'.split(''));
    }
  });
});

describe('by polling', () => {
  test('a process that dies before storing loses nothing: its updates were not confirmed', async () => {
    const fake = await startTelegramFake();
    const inbox = memoryInbox();
    inbox.failNext(1_000_000);
    const first = await openTelegram({ by: 'polling', fake, inbox });
    const olga = fake.person();
    olga.sendText('важное');
    await vi.waitFor(() => expect(inbox.calls()).toBeGreaterThan(0), WAIT);
    await first.close();
    expect(inbox.rows()).toEqual([]);
    inbox.failNext(0);
    const second = await openTelegram({ by: 'polling', fake, inbox });
    await come(second, ['важное']);
    await second.close();
    await fake.stop();
  });

  test('a process that dies after storing and before confirming takes nothing twice', async () => {
    const fake = await startTelegramFake();
    const inbox = memoryInbox();
    const olga = fake.person();
    let stored: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => {
      stored = resolve;
    });
    const first = await openTelegram({
      by: 'polling',
      fake,
      inbox,
      deps: {
        receive: async (received) => {
          await inbox.receive(received);
          stored();
          throw new Error('killed here');
        },
      },
    });
    olga.sendText('один раз');
    await reached;
    await first.close();
    const second = await openTelegram({ by: 'polling', fake, inbox });
    olga.sendText('конец');
    await come(second, ['один раз', 'конец']);
    expect(inbox.calls()).toBeGreaterThan(2);
    await second.close();
    await fake.stop();
  });

  test('what was stored is confirmed: the platform keeps nothing', async () => {
    const one = await open({ by: 'polling' });
    one.fake.person().sendText('раз');
    await come(one, ['раз']);
    await vi.waitFor(() => expect(one.fake.updates.all()).toEqual([]), WAIT);
  });

  test.each([
    { name: 'a server error', fault: { kind: 'answer', code: 502, description: 'Bad Gateway' } },
    { name: 'a broken connection', fault: { kind: 'reset', when: 'before' } },
    { name: 'a connection broken after the answer was made', fault: { kind: 'reset', when: 'after' } },
    { name: 'a page of a proxy', fault: { kind: 'not-json', code: 502 } },
    { name: 'too many requests', fault: { kind: 'answer', code: 429, description: '', retryAfter: 0 } },
  ] as const)('$name is waited out', async ({ fault }) => {
    const one = await open({ by: 'polling' });
    one.fake.faults.next('getUpdates', fault, 3);
    await vi.waitFor(() => expect(one.channel.ready()).toBe(false), WAIT);
    one.fake.person().sendText('дошло');
    await come(one, ['дошло']);
    expect(one.channel.ready()).toBe(true);
  });

  test('an inbox that stays down is not hammered', async () => {
    const one = await open({ by: 'polling', deps: { backoff: { first: 0.05, longest: 10 } } });
    one.inbox.failNext(1000);
    one.fake.person().sendText('важное');
    await new Promise((resolve) => setTimeout(resolve, 700));
    // At 0, 50, 150, 350, 750 ms.
    expect(one.inbox.calls()).toBeGreaterThanOrEqual(2);
    expect(one.inbox.calls()).toBeLessThanOrEqual(5);
  });

  test('retry_after is kept to the second', async () => {
    const one = await open({ by: 'polling' });
    const polls = () => one.fake.calls.filter((call) => call.method === 'getUpdates').length;
    one.fake.faults.next('getUpdates', { kind: 'answer', code: 429, description: '', retryAfter: 1 });
    await vi.waitFor(() => expect(one.channel.ready()).toBe(false), WAIT);
    const before = polls();
    const began = performance.now();
    await vi.waitFor(() => expect(polls()).toBeGreaterThan(before), WAIT);
    expect(performance.now() - began).toBeGreaterThan(900);
  });

  test('a refused token stops it with words that say what to do', async () => {
    const one = await open({ by: 'polling', start: false, deps: { token: '1:revoked' } });
    await one.channel.start();
    await vi.waitFor(() => expect(one.logged.join()).toContain('TELEGRAM_BOT_TOKEN'), WAIT);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(one.channel.ready()).toBe(false);
    expect(one.logged.filter((line) => line.includes('"error"'))).toHaveLength(1);
  });

  test('a second process stops the first with words that say what to do', async () => {
    const first = await open({ by: 'polling' });
    const second = await open({ by: 'polling', fake: first.fake });
    await vi.waitFor(() => expect(first.channel.ready()).toBe(false), WAIT);
    expect(first.logged.join()).toContain('TELEGRAM_WEBHOOK_SECRET');
    expect(second.channel.ready()).toBe(true);
    first.fake.person().sendText('второму');
    await come(second, ['второму']);
  });

  test('a webhook left from before is taken away, and what waits there is kept', async () => {
    const fake = await startTelegramFake();
    await fetch(`${fake.apiRoot}/bot${fake.token}/setWebhook?url=https://old.example/hook`);
    const one = await openTelegram({ by: 'polling', fake });
    fake.person().sendText('дошло');
    await come(one, ['дошло']);
    await one.close();
    await fake.stop();
  });
});

describe('by webhook', () => {
  const body = JSON.stringify({
    update_id: 1,
    message: { message_id: 1, date: 1, chat: { id: 5, type: 'private' }, from: { id: 5 }, text: 'чужое' },
  });

  test.each([
    { name: 'a wrong secret', secret: `${SECRET.slice(0, -1)}x` },
    { name: 'a secret that only begins right', secret: SECRET.slice(0, -1) },
    { name: 'no secret', secret: null },
    { name: 'an empty secret', secret: '' },
  ])('$name is turned away and nothing is stored', async ({ secret }) => {
    const one = await open({ by: 'webhook' });
    expect(await one.fake.forge(body, secret)).toBe(401);
    expect(one.inbox.calls()).toBe(0);
  });

  test('the right secret is let in', async () => {
    const one = await open({ by: 'webhook' });
    expect(await one.fake.forge(body, SECRET)).toBe(200);
    expect(texts(one)).toEqual(['чужое']);
  });

  test.each([
    { name: 'half a document', value: body.slice(0, -5) },
    { name: 'nothing', value: '' },
    { name: 'a list', value: '[]' },
    { name: 'no update', value: '{"update_id":"1"}' },
    { name: 'an update of the wrong shape', value: '{"update_id":1,"message":{"text":5}}' },
    { name: 'bytes', value: '\u0000\u0001' },
  ])('$name is refused with 400 and the next one is taken', async ({ value }) => {
    const one = await open({ by: 'webhook' });
    expect(await one.fake.forge(value, SECRET)).toBe(400);
    expect(await one.fake.forge(body, SECRET)).toBe(200);
    expect(one.inbox.rows()).toHaveLength(1);
  });

  test('a body over the limit is refused', async () => {
    const one = await open({ by: 'webhook' });
    expect(await one.fake.forge(JSON.stringify({ update_id: 1, x: 'я'.repeat(600_000) }), SECRET)).toBe(413);
  });

  test('what could not be stored is answered with 500, so that it comes again', async () => {
    const one = await open({ by: 'webhook' });
    one.inbox.failNext(2);
    one.fake.person().sendText('важное');
    await come(one, ['важное']);
    await vi.waitFor(() => expect(one.fake.webhook.statuses).toEqual([500, 500, 200]), WAIT);
  });

  test('a press that overtakes a message is stored as it arrived, each once', async () => {
    const one = await open({ by: 'webhook' });
    const olga = one.fake.person();
    await say(one, olga.id, 'g.menu');
    one.fake.webhook.hold('message');
    olga.sendText('раньше');
    olga.press('g.menu');
    await come(one, ['[g.menu]']);
    one.fake.webhook.release();
    await come(one, ['[g.menu]', 'раньше']);
  });

  test('a slow store keeps the order in which one person’s events arrived', async () => {
    const inbox = memoryInbox();
    let slow = true;
    const one = await open({
      by: 'webhook',
      inbox,
      deps: {
        receive: async (received) => {
          if (slow) {
            slow = false;
            await new Promise((resolve) => setTimeout(resolve, 200));
          }
          return inbox.receive(received);
        },
      },
    });
    const olga = one.fake.person();
    await say(one, olga.id, 'g.menu');
    olga.sendText('раньше');
    await new Promise((resolve) => setTimeout(resolve, 50));
    olga.press('g.menu');
    await come(one, ['раньше', '[g.menu]']);
  });

  test('the platform is told our address, secret and wishes, however often it has to be asked', async () => {
    const fake = await startTelegramFake();
    fake.faults.next('setWebhook', { kind: 'reset', when: 'before' }, 2);
    const one = await openTelegram({ by: 'webhook', fake });
    const told = fake.calls.filter((call) => call.method === 'setWebhook').at(-1)?.params;
    expect(told).toEqual({
      url: `http://127.0.0.1:${one.port}/telegram/webhook`,
      secret_token: SECRET,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    });
    await one.close();
    await fake.stop();
  });

  test('an address the platform refuses is told to the operator', async () => {
    const one = await open({ by: 'webhook', start: false, deps: { publicUrl: 'http://opora.example' } });
    await one.channel.start();
    await vi.waitFor(() => expect(one.logged.join()).toContain('PUBLIC_URL'), WAIT);
    expect(one.channel.ready()).toBe(false);
  });

  test('a secret the platform could never take stops the start', async () => {
    await expect(openTelegram({ by: 'webhook', deps: { webhookSecret: 'два слова' } })).rejects.toThrow(
      'TELEGRAM_WEBHOOK_SECRET',
    );
  });
});
