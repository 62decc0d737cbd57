/** Sending through misfortunes, files that come and go, menus, and what must never be told to anybody. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OutgoingFile, OutgoingMessage } from '../../../src/delivery/channel.ts';
import { type OpenTelegram, openTelegram, SECRET } from './support/open-telegram.ts';

const WAIT = { timeout: 5000, interval: 5 };
const MB = 1024 * 1024;

let one: OpenTelegram | null = null;
const open = async (options: Partial<Parameters<typeof openTelegram>[0]> = {}) => {
  one = await openTelegram({ by: 'polling', ...options });
  return one;
};
afterEach(async () => {
  await one?.close();
  one = null;
});

const file = (name: string, mediaType = 'application/pdf', content = name): OutgoingFile => {
  const bytes = Buffer.from(content);
  return { hash: name, name, mediaType, size: bytes.length, bytes: async () => bytes };
};
const message = (to: number | string, parts: Partial<OutgoingMessage>): OutgoingMessage => ({
  id: 'm1',
  externalId: String(to),
  text: '',
  buttons: [],
  files: [],
  at: '2026-11-22T06:00:00.000Z',
  ...parts,
});

describe('what became of a message', () => {
  test.each([
    { name: 'blocked', act: 'block', result: { kind: 'unreachable', status: 'blocked' } },
    { name: 'deleted their account', act: 'deactivate', result: { kind: 'unreachable', status: 'dead' } },
  ] as const)('a person who $name', async ({ act, result }) => {
    const { fake, channel } = await open();
    const olga = fake.person();
    olga[act]();
    expect(await channel.send(message(olga.id, { text: 'x' }))).toMatchObject(result);
  });

  test('a person who blocked us and came back is written to again', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    olga.block();
    await channel.send(message(olga.id, { text: 'x' }));
    olga.start(null);
    expect(await channel.send(message(olga.id, { text: 'x' }))).toMatchObject({ kind: 'sent' });
  });

  test.each([
    { name: 'a person who never wrote to us', to: 'stranger' },
    { name: 'a number nobody has', to: '123' },
  ])('$name cannot be reached', async ({ to }) => {
    const { fake, channel } = await open();
    const address = to === 'stranger' ? fake.person({ stranger: true }).id : to;
    expect(await channel.send(message(address, { text: 'x' }))).toMatchObject({
      kind: 'unreachable',
      status: 'blocked',
    });
  });

  test.each(['', 'olga', '-5000', '1e9', '7 1'])('an address that is no person is refused: "%s"', async (to) => {
    const { channel } = await open();
    expect(await channel.send(message(to, { text: 'x' }))).toMatchObject({ kind: 'refused' });
  });

  test.each([
    {
      name: 'too many, so long',
      fault: { kind: 'answer', code: 429, description: '', retryAfter: 33 },
      result: { kind: 'later', afterSeconds: 33, scope: 'bot' },
      shown: 0,
    },
    {
      name: 'an error before',
      fault: { kind: 'answer', code: 500, description: 'Internal Server Error' },
      result: { kind: 'unknown' },
      shown: 0,
    },
    {
      name: 'an error after it was taken',
      fault: { kind: 'accept-then-answer', code: 502, description: 'Bad Gateway' },
      result: { kind: 'unknown' },
      shown: 1,
    },
    {
      name: 'a connection broken before',
      fault: { kind: 'reset', when: 'before' },
      result: { kind: 'unknown' },
      shown: 0,
    },
    {
      name: 'a connection broken after',
      fault: { kind: 'reset', when: 'after' },
      result: { kind: 'unknown' },
      shown: 1,
    },
    { name: 'a page of a proxy', fault: { kind: 'not-json', code: 200 }, result: { kind: 'unknown' }, shown: 0 },
  ] as const)('$name', async ({ fault, result, shown }) => {
    const { fake, channel } = await open();
    const olga = fake.person();
    fake.faults.next('sendMessage', fault);
    expect(await channel.send(message(olga.id, { text: 'x' }))).toMatchObject(result);
    expect(olga.seen()).toHaveLength(shown);
    expect(fake.calls.filter((call) => call.method === 'sendMessage').length).toBeLessThanOrEqual(1);
  });

  test('a token refused in the middle of the day keeps the message and raises the alarm once', async () => {
    const { fake, channel, logged } = await open();
    const olga = fake.person();
    fake.faults.next('send*', { kind: 'answer', code: 401, description: 'Unauthorized' }, 2);
    for (const id of ['a', 'b'])
      expect(await channel.send(message(olga.id, { id, text: 'x' }))).toMatchObject({ kind: 'later', scope: 'bot' });
    expect(logged.filter((line) => line.includes('TELEGRAM_BOT_TOKEN'))).toHaveLength(1);
  });

  test('closing while the platform is silent leaves it unknown, at once', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    fake.faults.next('sendMessage', { kind: 'stall', milliseconds: 20_000 });
    const sending = channel.send(message(olga.id, { text: 'x' }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const began = performance.now();
    await channel.close();
    expect(await sending).toMatchObject({ kind: 'unknown' });
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('a message of several calls', () => {
  const parts = {
    text: 'слова',
    files: [file('1.pdf'), file('2.pdf')],
    buttons: [[{ label: 'Меню', press: 'g.menu', url: null }]],
  };

  test('goes on where it broke off, so that nothing is shown twice', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    fake.faults.next('sendMessage', { kind: 'answer', code: 429, description: '', retryAfter: 1 });
    expect(await channel.send(message(olga.id, parts))).toMatchObject({ kind: 'later' });
    expect(olga.seen()).toHaveLength(2);
    expect(await channel.send(message(olga.id, parts))).toMatchObject({ kind: 'sent' });
    expect(olga.seen().map((shown) => shown.files[0]?.name ?? shown.text)).toEqual(['1.pdf', '2.pdf', 'слова']);
    expect(olga.seen().at(-1)?.buttons.flat()).toHaveLength(1);
  });

  test('of one person does not count for another', async () => {
    const { fake, channel } = await open();
    const [olga, ivan] = [fake.person(), fake.person()];
    for (const person of [olga, ivan])
      expect(await channel.send(message(person.id, parts))).toMatchObject({ kind: 'sent' });
    expect(ivan.seen()).toHaveLength(3);
  });

  test('whose first part was all and arrived is not sent again', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    const first = await channel.send(message(olga.id, { text: 'x' }));
    expect(await channel.send(message(olga.id, { text: 'x' }))).toEqual(first);
    expect(olga.seen()).toHaveLength(1);
  });
});

describe('files to the person', () => {
  test('a picture the platform cannot shrink goes as a document', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    fake.faults.next('sendPhoto', { kind: 'answer', code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' });
    const files = [file('QR.png', 'image/png')];
    expect(await channel.send(message(olga.id, { text: 'x', files }))).toMatchObject({ kind: 'sent' });
    expect(olga.seen().map((shown) => [shown.files[0]?.as, shown.text])).toEqual([['document', 'x']]);
  });

  test('a file that cannot be read now is tried later, and its words with it', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    const lost: OutgoingFile = { ...file('1.pdf'), bytes: () => Promise.reject(new Error('/data/files/ольга')) };
    expect(await channel.send(message(olga.id, { files: [lost] }))).toEqual({
      kind: 'unknown',
      why: 'file-unreadable',
    });
    expect(olga.seen()).toEqual([]);
  });
});

describe('files of the person', () => {
  const sendOne = async () => {
    const opened = await open();
    opened.fake
      .person()
      .sendDocument({ name: 'справка.pdf', bytes: Buffer.from('байты'), mediaType: 'application/pdf' });
    await vi.waitFor(() => expect(opened.inbox.rows()).toHaveLength(1), WAIT);
    const input = opened.inbox.rows()[0]?.input;
    if (input?.kind !== 'remote-file') throw new Error('no file came');
    return { ...opened, ref: input.ref };
  };

  test.each([
    {
      name: 'too many requests',
      method: 'getFile',
      fault: { kind: 'answer', code: 429, description: '', retryAfter: 1 },
      result: 'later',
    },
    {
      name: 'a server error',
      method: 'getFile',
      fault: { kind: 'answer', code: 500, description: '' },
      result: 'later',
    },
    {
      name: 'a refused token',
      method: 'getFile',
      fault: { kind: 'answer', code: 401, description: 'Unauthorized' },
      result: 'later',
    },
    {
      name: 'a file over the limit',
      method: 'getFile',
      fault: { kind: 'answer', code: 400, description: 'Bad Request: file is too big' },
      result: 'too-large',
    },
    {
      name: 'a file that is gone',
      method: 'getFile',
      fault: {
        kind: 'answer',
        code: 400,
        description: 'Bad Request: wrong file_id or the file is temporarily unavailable',
      },
      result: 'gone',
    },
    {
      name: 'a link that has expired',
      method: 'download',
      fault: { kind: 'answer', code: 404, description: 'Not Found' },
      result: 'gone',
    },
    {
      name: 'a download that fails',
      method: 'download',
      fault: { kind: 'answer', code: 502, description: '' },
      result: 'later',
    },
    {
      name: 'a download that breaks off',
      method: 'download',
      fault: { kind: 'reset', when: 'before' },
      result: 'later',
    },
  ] as const)('$name: $result', async ({ method, fault, result }) => {
    const { fake, channel, ref } = await sendOne();
    fake.faults.next(method, fault);
    expect(await channel.fetchFile(ref)).toEqual({ kind: result });
    // Once the trouble is over the file is there.
    expect(await channel.fetchFile(ref)).toMatchObject({ kind: 'bytes' });
  });

  test('a file larger than it was said to be is cut off while it comes', async () => {
    const { fake, channel, ref } = await sendOne();
    const kept = fake.world.files.get(ref);
    if (kept === undefined) throw new Error('the fake forgot the file');
    fake.world.files.set(ref, { ...kept, size: 10, bytes: Buffer.alloc(20 * MB + 1) });
    expect(await channel.fetchFile(ref)).toEqual({ kind: 'too-large' });
    fake.world.files.set(ref, { ...kept, size: 10, bytes: Buffer.alloc(20 * MB) });
    expect(await channel.fetchFile(ref)).toMatchObject({ kind: 'bytes' });
  });
});

describe('menus', () => {
  test('everybody’s menu is set at the start in Russian and English', async () => {
    const { fake } = await open();
    await vi.waitFor(() => expect([...fake.world.menus.keys()]).toEqual(['default', 'default en']), WAIT);
    expect(fake.world.menus.get('default')).toEqual([{ command: 'menu', description: 'Меню' }]);
    expect(fake.world.menus.get('default en')).toEqual([{ command: 'menu', description: 'Menu' }]);
  });

  test('a member of staff has a menu of their own', async () => {
    const { fake, channel } = await open();
    const ivan = fake.person();
    expect(await channel.describeMenuFor(String(ivan.id), 'specialist', 'en')).toBe(true);
    expect(fake.world.menus.get(`chat ${ivan.id}`)).toEqual([{ command: 'work', description: 'Menu: 1' }]);
  });

  test('a menu that is refused harms nothing', async () => {
    const { fake, channel } = await open();
    fake.faults.next('setMyCommands', { kind: 'reset', when: 'before' });
    expect(await channel.describeMenuFor('1', 'head', 'ru')).toBe(false);
    expect(channel.ready()).toBe(true);
  });

  test('the bot’s name is asked once', async () => {
    const { fake, channel } = await open();
    expect([await channel.link(null), await channel.link('aZ0_-')]).toEqual([
      'https://t.me/opora_test_bot',
      'https://t.me/opora_test_bot?start=aZ0_-',
    ]);
    expect(fake.calls.filter((call) => call.method === 'getMe')).toHaveLength(1);
  });
});

describe.each([{ by: 'polling' }, { by: 'webhook' }] as const)('secrets and words, by $by', ({ by }) => {
  test('neither the token, nor the secret, nor what was said, nor to whom is ever logged or given back', async () => {
    const opened = await open({ by });
    const { fake, channel, inbox, logged } = opened;
    const olga = fake.person();
    const given: unknown[] = [];
    const faults = [
      { kind: 'reset', when: 'before' },
      { kind: 'not-json', code: 502 },
      { kind: 'answer', code: 401, description: 'Unauthorized' },
      { kind: 'answer', code: 400, description: `Bad Request: 'тайна' ${fake.token} ${olga.id}` },
      { kind: 'answer', code: 500, description: fake.token },
    ] as const;
    for (const [index, fault] of faults.entries()) {
      fake.faults.next('*', fault);
      given.push(await channel.send(message(olga.id, { id: `t${index}`, text: 'тайна' })));
      fake.faults.next('*', fault);
      given.push(await channel.send(message(olga.id, { id: `f${index}`, text: 'тайна', files: [file('тайна.pdf')] })));
      fake.faults.next('getFile', fault);
      given.push(await channel.fetchFile('some'));
      fake.faults.next('setMyCommands', fault);
      given.push(await channel.describeMenuFor(String(olga.id), 'citizen', 'ru'));
    }
    inbox.failNext(1);
    olga.sendText('тайна');
    await vi.waitFor(() => expect(inbox.rows()).toHaveLength(1), WAIT);
    if (by === 'webhook') await fake.forge('{"тайна"', `${SECRET}x`);
    const everything = JSON.stringify([given, logged]);
    expect(logged.length).toBeGreaterThan(5);
    expect(everything).not.toContain(fake.token);
    expect(everything).not.toContain(SECRET);
    expect(everything).not.toContain(String(olga.id));
    expect(everything).not.toContain('тайна');
  });
});
