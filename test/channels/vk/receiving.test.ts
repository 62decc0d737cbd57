/** Nothing is lost, nothing is taken twice and nobody is let in, whatever comes to the callback address. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { memoryInbox } from '../support/memory-inbox.ts';
import { type OpenOptions, type OpenVk, openVk, SECRET } from './support/open-vk.ts';

const WAIT = { timeout: 5000, interval: 5 };

let one: OpenVk | null = null;
const open = async (options?: OpenOptions) => {
  one = await openVk(options);
  return one;
};
afterEach(async () => {
  await one?.close();
  one = null;
});
const texts = ({ inbox }: OpenVk) =>
  inbox
    .rows()
    .map(({ input }) =>
      input.kind === 'text' ? input.text : input.kind === 'press' ? `[${input.payload}]` : input.kind,
    );
const come = (opened: OpenVk, wanted: readonly string[]) =>
  vi.waitFor(() => expect(texts(opened)).toEqual(wanted), WAIT);
const say = (opened: OpenVk, to: number, press: string) =>
  opened.channel.send({
    id: press,
    externalId: String(to),
    text: 'x',
    buttons: [[{ label: press, press, url: null }]],
    files: [],
    at: '2026-11-22T06:00:00.000Z',
  });
const bodyOf = ({ fake }: OpenVk, parts: object = {}) => ({
  type: 'message_new',
  group_id: fake.world.groupId,
  event_id: 'e1',
  v: '5.199',
  secret: SECRET,
  object: { message: { from_id: 5, peer_id: 5, conversation_message_id: 1, text: 'чужое', attachments: [] } },
  ...parts,
});

describe('who is let in', () => {
  test.each([
    { name: 'a wrong secret', parts: { secret: `${SECRET.slice(0, -1)}x` } },
    { name: 'a secret that only begins right', parts: { secret: SECRET.slice(0, -1) } },
    { name: 'no secret', parts: { secret: undefined } },
    { name: 'an empty secret', parts: { secret: '' } },
    { name: 'a secret that is a list', parts: { secret: [SECRET] } },
    { name: 'another community', parts: { group_id: 1 } },
    { name: 'the community in words', parts: { group_id: '216000017' } },
    { name: 'a confirmation with a wrong secret', parts: { type: 'confirmation', secret: 'x' } },
    { name: 'a confirmation of another community', parts: { type: 'confirmation', group_id: 1 } },
  ])('$name is turned away and nothing is stored', async ({ parts }) => {
    const opened = await open();
    const { status, body } = await opened.fake.forge(opened.url, bodyOf(opened, parts));
    expect([status, body]).toEqual([401, '']);
    expect(opened.inbox.calls()).toBe(0);
    expect(opened.logged.join()).not.toContain(SECRET);
  });

  test.each([{ value: '' }, { value: '[]' }, { value: '{"secret":' }, { value: '\u0000\u0001' }, { value: '"x"' }])(
    'what is no object is turned away: $value',
    async ({ value }) => {
      const opened = await open();
      expect((await opened.fake.forge(opened.url, value)).status).toBe(401);
      expect(opened.inbox.calls()).toBe(0);
    },
  );

  test('the right secret is let in and answered ok', async () => {
    const opened = await open();
    expect(await opened.fake.forge(opened.url, bodyOf(opened))).toEqual({ status: 200, body: 'ok' });
    expect(texts(opened)).toEqual(['чужое']);
  });

  test.each([
    { name: 'without an event id', parts: { event_id: undefined } },
    { name: 'of the wrong shape', parts: { object: { message: { text: 5 } } } },
  ])('an event $name is refused with 400', async ({ parts }) => {
    const opened = await open();
    expect((await opened.fake.forge(opened.url, bodyOf(opened, parts))).status).toBe(400);
    expect(opened.inbox.calls()).toBe(0);
  });

  test('a kind nobody asked for is answered ok and leaves no trace', async () => {
    const opened = await open();
    expect(await opened.fake.forge(opened.url, bodyOf(opened, { type: 'wall_post_new', object: {} }))).toEqual({
      status: 200,
      body: 'ok',
    });
    expect(opened.inbox.calls()).toBe(0);
  });

  test('a body over the limit is refused', async () => {
    const opened = await open();
    expect((await opened.fake.forge(opened.url, bodyOf(opened, { x: 'я'.repeat(600_000) }))).status).toBe(413);
  });

  test('somebody who tries all day does not fill the log', async () => {
    const opened = await open();
    for (let tries = 0; tries < 25; tries += 1) await opened.fake.forge(opened.url, '{}');
    expect(opened.logged.filter((line) => line.includes('turned away'))).toHaveLength(2);
  });

  test('a secret the platform could never take stops the start', async () => {
    await expect(openVk({ deps: { callbackSecret: 'два слова' } })).rejects.toThrow('VK_CALLBACK_SECRET');
  });
});

describe('the confirmation', () => {
  const asked = ({ fake }: OpenVk, secret?: string) => ({
    type: 'confirmation',
    group_id: fake.world.groupId,
    ...(secret === undefined ? {} : { secret }),
  });

  test.each([{ secret: undefined }, { secret: SECRET }])('is answered with secret $secret', async ({ secret }) => {
    const opened = await open();
    expect(await opened.fake.forge(opened.url, asked(opened, secret))).toEqual({ status: 200, body: '5f3a9c1b' });
  });

  test('is asked of the platform where it was not set by hand', async () => {
    const opened = await open({ deps: { confirmation: null } });
    opened.fake.world.confirmation = 'changed1';
    for (let times = 0; times < 3; times += 1)
      expect(await opened.fake.forge(opened.url, asked(opened))).toEqual({ status: 200, body: 'changed1' });
    // Anybody may ask us, and the platform must not hear of each.
    const calls = opened.fake.calls.filter(({ method }) => method === 'groups.getCallbackConfirmationCode');
    expect(calls).toHaveLength(1);
  });

  test('is left open where nobody says it, with words to the operator', async () => {
    const opened = await open({ deps: { confirmation: null } });
    opened.fake.faults.next('groups.getCallbackConfirmationCode', { kind: 'error', code: 15 });
    expect((await opened.fake.forge(opened.url, asked(opened))).status).toBe(503);
    expect(opened.logged.join()).toContain('VK_CONFIRMATION');
  });
});

describe('what comes in', () => {
  test('letters cut between two packets stay whole', async () => {
    const opened = await open();
    opened.fake.events.splitNext(1);
    opened.fake.person().sendText('Ёлка 🙂 и щётка');
    await come(opened, ['Ёлка 🙂 и щётка']);
  });

  test('an inbox that is down for a while gets everything, once and in order', async () => {
    const opened = await open();
    opened.inbox.failNext(3);
    const olga = opened.fake.person();
    for (const text of ['раз', 'два', 'три']) olga.sendText(text);
    await come(opened, ['раз', 'два', 'три']);
    expect(opened.inbox.calls()).toBe(6);
    const statuses = () => opened.fake.events.deliveries.map(({ status }) => status);
    await vi.waitFor(() => expect(statuses()).toEqual([503, 503, 503, 200, 200, 200]), WAIT);
  });

  test('several files whose second could not be stored come again, each once', async () => {
    const inbox = memoryInbox();
    let calls = 0;
    const opened = await open({
      inbox,
      deps: {
        receive: async (received) => {
          calls += 1;
          if (calls === 2) throw new Error('the inbox is down');
          return inbox.receive(received);
        },
      },
    });
    const pages = [1, 2, 3].map(
      (page) => ({ as: 'photo', name: 'p.jpg', bytes: Buffer.from(`страница ${page}`) }) as const,
    );
    opened.fake.person().sendFiles(pages, 'три страницы');
    await come(opened, ['remote-file', 'remote-file', 'remote-file']);
    const read = [];
    for (const { input } of inbox.rows()) {
      if (input.kind !== 'remote-file') continue;
      const fetched = await opened.channel.fetchFile(input.ref);
      read.push([fetched.kind === 'bytes' ? Buffer.from(fetched.bytes).toString() : fetched.kind, input.caption]);
    }
    expect(read).toEqual([
      ['страница 1', 'три страницы'],
      ['страница 2', null],
      ['страница 3', null],
    ]);
  });

  test('a press is answered at once, and one that is too old still counts', async () => {
    const opened = await open();
    const olga = opened.fake.person();
    await say(opened, olga.id, 'g.menu');
    olga.press('g.menu');
    olga.pressLate('g.menu');
    await come(opened, ['[g.menu]', '[g.menu]']);
    const answers = () => opened.fake.calls.filter(({ method }) => method === 'messages.sendMessageEventAnswer');
    await vi.waitFor(() => expect(answers()).toHaveLength(2), WAIT);
    expect([...opened.fake.world.presses.values()].map(({ answered }) => answered)).toEqual([1, 0]);
  });

  test('a press that overtakes a message is stored as it arrived, each once', async () => {
    const opened = await open();
    const olga = opened.fake.person();
    await say(opened, olga.id, 'g.menu');
    opened.fake.events.hold('message_new');
    olga.sendText('раньше');
    olga.press('g.menu');
    await come(opened, ['[g.menu]']);
    opened.fake.events.release();
    await come(opened, ['[g.menu]', 'раньше']);
  });

  test('a link opens once, though the platform repeats it on later words', async () => {
    const opened = await open();
    const olga = opened.fake.person();
    olga.followLink('abc', 'привет', ['да', 'нет']);
    await come(opened, ['start', 'да', 'нет']);
    olga.followLink('xyz', 'привет');
    await come(opened, ['start', 'да', 'нет', 'start']);
    expect(opened.inbox.rows().map(({ input }) => input.kind === 'start' && input.token)).toEqual([
      'abc',
      false,
      false,
      'xyz',
    ]);
  });

  test('a link that could not be stored is still a link when it comes again', async () => {
    const opened = await open();
    opened.inbox.failNext(2);
    opened.fake.person().followLink('abc', 'привет');
    await come(opened, ['start']);
  });

  test('forbidding and allowing messages are told, and leave nothing in the inbox', async () => {
    const opened = await open();
    const olga = opened.fake.person();
    olga.deny();
    olga.allow();
    await vi.waitFor(() => expect(opened.addresses).toEqual([`${olga.id} blocked`, `${olga.id} active`]), WAIT);
    expect(texts(opened)).toEqual([]);
  });

  test('group chats, edits and joining leave no trace; an address keeps its words', async () => {
    const opened = await open();
    const olga = opened.fake.person();
    olga.sendInChat('всем привет');
    olga.edit('иначе');
    olga.join();
    olga.sendLink('https://example.org/a?b=1');
    await come(opened, ['https://example.org/a?b=1']);
  });

  test('a slow store keeps the order in which one person’s events arrived', async () => {
    const inbox = memoryInbox();
    let slow = true;
    const opened = await open({
      inbox,
      deps: {
        receive: async (received) => {
          const wait = slow;
          slow = false;
          if (wait) await new Promise((resolve) => setTimeout(resolve, 50));
          return inbox.receive(received);
        },
      },
    });
    const body = (id: string, text: string) =>
      bodyOf(opened, {
        event_id: id,
        object: { message: { from_id: 5, peer_id: 5, conversation_message_id: 1, text, attachments: [] } },
      });
    const first = opened.fake.forge(opened.url, body('a', 'раньше'));
    await new Promise((resolve) => setTimeout(resolve, 15));
    await Promise.all([first, opened.fake.forge(opened.url, body('b', 'позже'))]);
    expect(texts(opened)).toEqual(['раньше', 'позже']);
  });
});
