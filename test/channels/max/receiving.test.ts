/** Nothing is lost and nothing is taken twice, whatever happens between the platform and the inbox. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startMaxFake } from '../../support/max-fake/max-fake.ts';
import { writeWide } from '../../support/max-fake/wide-json.ts';
import { memoryInbox } from '../support/memory-inbox.ts';
import { type OpenMax, openMax, SECRET } from './support/open-max.ts';

const WAIT = { timeout: 5000, interval: 5 };
const WAYS = [{ by: 'polling' }, { by: 'webhook' }] as const;

const opened: OpenMax[] = [];
const open = async (...options: Parameters<typeof openMax>) => {
  const one = await openMax(...options);
  opened.push(one);
  return one;
};
const texts = ({ inbox }: Pick<OpenMax, 'inbox'>) =>
  inbox
    .rows()
    .map(({ input }) =>
      input.kind === 'text' ? input.text : input.kind === 'press' ? `[${input.payload}]` : input.kind,
    );
const come = (one: OpenMax, wanted: readonly string[]) => vi.waitFor(() => expect(texts(one)).toEqual(wanted), WAIT);
const say = (one: OpenMax, to: string, press: string) =>
  one.channel.send({
    id: press,
    externalId: to,
    text: 'x',
    buttons: [[{ label: press, press, url: null }]],
    files: [],
    at: '2026-11-22T06:00:00.000Z',
  });

afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close();
});

describe.each(WAYS)('by $by', ({ by }) => {
  test('an inbox that is down for a while gets everything, once', async () => {
    const one = await open({ by });
    const olga = one.fake.person();
    one.inbox.failNext(3);
    for (const text of ['раз', 'два', 'три']) olga.sendText(text);
    await vi.waitFor(() => expect(texts(one).toSorted()).toEqual(['два', 'раз', 'три']), WAIT);
    expect(one.inbox.calls()).toBeGreaterThanOrEqual(6);
  });

  test('a press is answered, also where its message is gone, and both count', async () => {
    const one = await open({ by });
    const olga = one.fake.person();
    await say(one, olga.id, 'g.menu');
    olga.press('g.menu');
    await come(one, ['[g.menu]']);
    olga.pressGone('g.menu');
    await come(one, ['[g.menu]', '[g.menu]']);
    await vi.waitFor(
      () => expect([...one.fake.world.presses.values()].map(({ answered }) => answered)).toEqual([2]),
      WAIT,
    );
    expect(new Set(one.inbox.rows().map(({ externalId }) => externalId))).toEqual(new Set([olga.id]));
  });

  test('leaving is told and leaves nothing in the inbox; who comes back is written to', async () => {
    const one = await open({ by });
    const olga = one.fake.person();
    olga.removeDialog();
    await vi.waitFor(() => expect(one.addresses).toEqual([`${olga.id} blocked`, `${olga.id} blocked`]), WAIT);
    expect(await say(one, olga.id, 'a')).toMatchObject({ kind: 'unreachable', status: 'blocked' });
    olga.start(null);
    await come(one, ['start']);
    expect(await say(one, olga.id, 'b')).toMatchObject({ kind: 'sent' });
  });

  test('groups and muted dialogs leave no trace', async () => {
    const one = await open({ by });
    const olga = one.fake.person();
    olga.sendInGroup('всем привет');
    olga.mute();
    olga.sendText('конец');
    await come(one, ['конец']);
  });

  test('several pictures come as several files, in order, and what was passed on counts as said', async () => {
    const one = await open({ by });
    const olga = one.fake.person();
    olga.sendPictures([Buffer.from('страница 1'), Buffer.from('страница 2')], 'две страницы');
    olga.forward('чужие слова');
    olga.edit('исправлено');
    olga.sendLink('смотрите https://example.org/');
    await come(one, ['remote-file', 'remote-file', 'чужие слова', 'unsupported', 'смотрите https://example.org/']);
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
    const fake = await startMaxFake({ pace: 1 });
    const one = await openMax({ by, fake });
    const olga = fake.person();
    await say(one, olga.id, 'g.menu');
    fake.faults.next('POST /answers', { kind: 'stall', milliseconds: 20_000 });
    olga.press('g.menu');
    await come(one, ['[g.menu]']);
    const began = performance.now();
    await one.close();
    expect(performance.now() - began).toBeLessThan(1000);
    await fake.stop();
  });

  test('a hundred messages of ten people come whole, once, and in order for each', async () => {
    const one = await open({ by });
    const people = Array.from({ length: 10 }, () => one.fake.person());
    one.fake.events.duplicateNext(20);
    for (let round = 0; round < 10; round += 1) for (const person of people) person.sendText(`${round}`);
    await vi.waitFor(() => expect(one.inbox.rows()).toHaveLength(100), WAIT);
    for (const person of people) {
      const own = one.inbox.rows().filter((row) => row.externalId === person.id);
      expect(own.map(({ input }) => (input.kind === 'text' ? input.text : ''))).toEqual('0123456789'.split(''));
    }
  });
});

describe('by polling', () => {
  test('says that it is for development only', async () => {
    const one = await open({ by: 'polling' });
    expect(one.logged.join()).toContain('development only');
  });

  test('a bot that has a webhook is left alone: nothing is polled, and the webhook stays', async () => {
    const fake = await startMaxFake();
    fake.subscriptions.add({ url: 'https://office.example/max/webhook', secret: 'office', types: [] });
    const one = await openMax({ by: 'polling', fake, start: false });
    await one.channel.start();
    await vi.waitFor(() => expect(one.logged.join()).toContain('has a webhook'), WAIT);
    expect(one.channel.ready()).toBe(false);
    expect(fake.subscriptions.hooks().map(({ url }) => url)).toEqual(['https://office.example/max/webhook']);
    expect(fake.calls.filter(({ path }) => path === '/updates')).toEqual([]);
    await one.close();
    await fake.stop();
  });

  test('a process that dies before storing loses nothing: its updates were not confirmed', async () => {
    const fake = await startMaxFake();
    const inbox = memoryInbox();
    inbox.failNext(1_000_000);
    const first = await openMax({ by: 'polling', fake, inbox });
    fake.person().sendText('важное');
    await vi.waitFor(() => expect(inbox.calls()).toBeGreaterThan(0), WAIT);
    await first.close();
    inbox.failNext(0);
    const second = await openMax({ by: 'polling', fake, inbox });
    await come(second, ['важное']);
    await second.close();
    await fake.stop();
  });

  test.each([
    { name: 'a server error', fault: { kind: 'answer', status: 503 } },
    { name: 'a broken connection', fault: { kind: 'reset', when: 'before' } },
    { name: 'a connection broken after the answer was made', fault: { kind: 'reset', when: 'after' } },
    { name: 'a page of a proxy', fault: { kind: 'not-json', status: 200 } },
    { name: 'too many requests', fault: { kind: 'answer', status: 429, code: 'too.many.requests', retryAfter: 0 } },
  ] as const)('$name is waited out', async ({ fault }) => {
    const one = await open({ by: 'polling' });
    one.fake.faults.next('GET /updates', fault, 3);
    await vi.waitFor(() => expect(one.channel.ready()).toBe(false), WAIT);
    one.fake.person().sendText('дошло');
    await come(one, ['дошло']);
    expect(one.channel.ready()).toBe(true);
  });
});

describe('by webhook', () => {
  const sender = { user_id: 9_007_199_254_740_993n, is_bot: false };
  const update = {
    update_type: 'message_created',
    timestamp: 1_775_025_604_499n,
    message: {
      sender,
      recipient: { chat_id: 1n, chat_type: 'dialog' },
      timestamp: 1n,
      body: { mid: 'mid.1', seq: 116_328_147_937_082_782n, text: 'чужое', attachments: null },
    },
  };
  const body = writeWide(update);

  test.each([
    { name: 'a wrong secret', secret: `${SECRET.slice(0, -1)}x` },
    { name: 'a secret that only begins right', secret: SECRET.slice(0, -1) },
    { name: 'a longer one', secret: `${SECRET}0` },
    { name: 'no secret', secret: null },
    { name: 'an empty secret', secret: '' },
  ])('$name is turned away and nothing is stored', async ({ secret }) => {
    const one = await open({ by: 'webhook' });
    expect(await one.fake.forge(body, secret)).toBe(401);
    expect(await one.fake.forge('x'.repeat(2_000_000), secret)).not.toBe(200);
    expect(one.inbox.calls()).toBe(0);
    expect(one.addresses).toEqual([]);
  });

  test('the right secret is let in, and a number wider than a double keeps every digit', async () => {
    const one = await open({ by: 'webhook' });
    expect(await one.fake.forge(body, SECRET)).toBe(200);
    expect(one.inbox.rows()).toMatchObject([
      { externalId: '9007199254740993', input: { kind: 'text', text: 'чужое' } },
    ]);
    expect(Number('9007199254740993')).toBe(9_007_199_254_740_992);
  });

  test.each([
    { name: 'half a document', value: body.slice(0, -5) },
    { name: 'nothing', value: '' },
    { name: 'a list', value: '[]' },
    { name: 'no update', value: '{"timestamp":1}' },
    {
      name: 'an update of the wrong shape',
      value: '{"update_type":"message_created","timestamp":1,"message":{"body":5}}',
    },
    { name: 'bytes', value: Uint8Array.from([0, 255, 254, 1]) },
  ])('$name is refused with 400 and the next one is taken', async ({ value }) => {
    const one = await open({ by: 'webhook' });
    expect(await one.fake.forge(value, SECRET)).toBe(400);
    expect(await one.fake.forge(body, SECRET)).toBe(200);
    expect(one.inbox.rows()).toHaveLength(1);
  });

  test('a kind nobody asked for is taken with 200, or the platform would bring it for hours', async () => {
    const one = await open({ by: 'webhook' });
    expect(await one.fake.forge('{"update_type":"comment_created","timestamp":1}', SECRET)).toBe(200);
    expect(one.inbox.calls()).toBe(0);
  });

  test('a body over the limit is refused, and one just below it is not', async () => {
    const one = await open({ by: 'webhook' });
    const padded = (size: number) => `${body}${' '.repeat(size - Buffer.byteLength(body))}`;
    expect(await one.fake.forge(padded(1024 * 1024 + 1), SECRET)).toBe(413);
    expect(await one.fake.forge(padded(1024 * 1024), SECRET)).toBe(200);
  });

  test('a character cut in two by the network is one character', async () => {
    const one = await open({ by: 'webhook' });
    one.fake.webhook.splitBodies();
    one.fake.person().sendText('Ёлка 🎄 и «ещё»');
    await come(one, ['Ёлка 🎄 и «ещё»']);
  });

  test('what could not be stored is answered with 500, so that it comes again', async () => {
    const one = await open({ by: 'webhook' });
    one.inbox.failNext(2);
    one.fake.person().sendText('важное');
    await come(one, ['важное']);
    await vi.waitFor(() => expect(one.fake.webhook.statuses).toEqual([500, 500, 200]), WAIT);
  });

  test('one of several pictures that could not be stored brings all of them again, each once', async () => {
    const inbox = memoryInbox();
    let calls = 0;
    const one = await open({
      by: 'webhook',
      inbox,
      deps: {
        receive: async (received) => {
          calls += 1;
          if (calls === 2) throw new Error('down');
          return inbox.receive(received);
        },
      },
    });
    one.fake.person().sendPictures([Buffer.from('1'), Buffer.from('2'), Buffer.from('3')]);
    await come(one, ['remote-file', 'remote-file', 'remote-file']);
    expect(new Set(inbox.rows().map(({ eventKey }) => eventKey)).size).toBe(3);
  });

  test('a press that overtakes a message is stored as it arrived, each once', async () => {
    const one = await open({ by: 'webhook' });
    const olga = one.fake.person();
    await say(one, olga.id, 'g.menu');
    one.fake.webhook.hold('message_created');
    olga.sendText('раньше');
    olga.press('g.menu');
    await come(one, ['[g.menu]']);
    one.fake.webhook.release();
    await come(one, ['[g.menu]', 'раньше']);
  });

  test('a farewell that comes after the person is back closes nothing', async () => {
    const one = await open({ by: 'webhook' });
    const olga = one.fake.person();
    one.fake.webhook.hold('bot_stopped');
    olga.stop();
    olga.start(null);
    await come(one, ['start']);
    one.fake.webhook.release();
    await vi.waitFor(() => expect(one.fake.webhook.statuses).toEqual([200, 200]), WAIT);
    expect(one.addresses).toEqual([]);
    olga.stop();
    await vi.waitFor(() => expect(one.addresses).toEqual([`${olga.id} blocked`]), WAIT);
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
            await new Promise((resolve) => setTimeout(resolve, 60));
          }
          return inbox.receive(received);
        },
      },
    });
    const said = (mid: string, text: string) =>
      writeWide({ ...update, message: { ...update.message, body: { mid, seq: 1n, text } } });
    const first = one.fake.forge(said('mid.1', 'раньше'), SECRET);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all([first, one.fake.forge(said('mid.2', 'позже'), SECRET)]);
    expect(texts(one)).toEqual(['раньше', 'позже']);
  });

  test('a secret the platform could never take stops the start', async () => {
    await expect(openMax({ by: 'webhook', deps: { webhookSecret: 'два слова' } })).rejects.toThrow(
      'MAX_WEBHOOK_SECRET',
    );
    await expect(openMax({ by: 'webhook', deps: { webhookSecret: 'four' } })).rejects.toThrow('MAX_WEBHOOK_SECRET');
  });
});
