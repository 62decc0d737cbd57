/** Sending through misfortunes, files that come and go, and what must never be told to anybody. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OutgoingFile, OutgoingMessage } from '../../../src/delivery/channel.ts';
import { type OpenMax, openMax, SECRET } from './support/open-max.ts';

const WAIT = { timeout: 5000, interval: 5 };
const MB = 1024 * 1024;

let one: OpenMax | null = null;
const open = async (options: Partial<Parameters<typeof openMax>[0]> = {}) => {
  one = await openMax({ by: 'webhook', ...options });
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
const message = (to: string, parts: Partial<OutgoingMessage>): OutgoingMessage => ({
  id: 'm1',
  externalId: to,
  text: '',
  buttons: [],
  files: [],
  at: '2026-11-22T06:00:00.000Z',
  ...parts,
});
const count = ({ fake }: OpenMax, name: string) =>
  fake.calls.filter(({ method, path }) => `${method} ${path}` === name).length;

describe('what became of a message', () => {
  test('a person who stopped the bot and came back is written to again', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    olga.stop();
    expect(await channel.send(message(olga.id, { text: 'x' }))).toEqual({
      kind: 'unreachable',
      status: 'blocked',
      why: 'max-stopped',
    });
    olga.start(null);
    expect(await channel.send(message(olga.id, { text: 'x' }))).toMatchObject({ kind: 'sent' });
  });

  test.each([
    { name: 'a person who never began', to: 'stranger' },
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
      fault: { kind: 'answer', status: 429, code: 'too.many.requests', retryAfter: 33 },
      result: { kind: 'later', afterSeconds: 33, scope: 'bot' },
      shown: 0,
    },
    {
      name: 'too many, and no word how long',
      fault: { kind: 'answer', status: 429, code: 'too.many.requests' },
      result: { kind: 'later', scope: 'bot' },
      shown: 0,
    },
    {
      name: 'access closed',
      fault: { kind: 'answer', status: 403, code: 'chat.denied', words: 'error.dialog.suspended' },
      result: { kind: 'unreachable', status: 'blocked' },
      shown: 0,
    },
    { name: 'a proxy that forbids', fault: { kind: 'not-json', status: 403 }, result: { kind: 'unknown' }, shown: 0 },
    { name: 'an error before', fault: { kind: 'answer', status: 500 }, result: { kind: 'unknown' }, shown: 0 },
    {
      name: 'an error after it was taken',
      fault: { kind: 'accept-then-answer', status: 503 },
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
    { name: 'a page of a proxy', fault: { kind: 'not-json', status: 200 }, result: { kind: 'unknown' }, shown: 0 },
  ] as const)('$name', async ({ fault, result, shown }) => {
    const opened = await open();
    const olga = opened.fake.person();
    opened.fake.faults.next('POST /messages', fault);
    expect(await opened.channel.send(message(olga.id, { text: 'x' }))).toMatchObject(result);
    expect(olga.seen()).toHaveLength(shown);
    expect(count(opened, 'POST /messages')).toBeLessThanOrEqual(1);
  });

  test('a token refused in the middle of the day keeps the message, raises one alarm, and ends it when it is taken again', async () => {
    const { fake, channel, logged, troubles } = await open();
    const olga = fake.person();
    fake.faults.next('POST /messages', { kind: 'answer', status: 401, code: 'verify.token' }, 2);
    for (const id of ['a', 'b'])
      expect(await channel.send(message(olga.id, { id, text: 'x' }))).toMatchObject({ kind: 'later', scope: 'bot' });
    expect(channel.ready()).toBe(false);
    expect(logged.filter((line) => line.includes('MAX_BOT_TOKEN'))).toHaveLength(1);
    expect(await channel.send(message(olga.id, { id: 'c', text: 'x' }))).toMatchObject({ kind: 'sent' });
    expect(channel.ready()).toBe(true);
    expect(troubles).toEqual(['token-refused begins', 'token-refused is over']);
  });

  test('forty messages at once never come faster than the platform allows', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    const sendings = Array.from({ length: 40 }, (_, at) =>
      channel.send(message(olga.id, { id: `${at}`, text: `${at}` })),
    );
    expect(new Set((await Promise.all(sendings)).map(({ kind }) => kind))).toEqual(new Set(['sent']));
    // The fake answers 429 and counts a violation above thirty in a second.
    expect(fake.violations).toEqual([]);
  });

  test('closing while the platform is silent leaves it unknown, at once', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    fake.faults.next('POST /messages', { kind: 'stall', milliseconds: 20_000 });
    const sending = channel.send(message(olga.id, { text: 'x' }));
    await new Promise((resolve) => setTimeout(resolve, 30));
    const began = performance.now();
    await channel.close();
    expect(await sending).toMatchObject({ kind: 'unknown' });
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('files to the person', () => {
  const menu = [[{ label: 'Меню', press: 'g.menu', url: null }]];

  test('an upload that needs time is waited for, and goes up once', async () => {
    const opened = await open();
    const olga = opened.fake.person();
    opened.fake.world.notReady = 2;
    expect(await opened.channel.send(message(olga.id, { text: 'x', files: [file('1.pdf')] }))).toMatchObject({
      kind: 'sent',
    });
    expect(olga.seen().map(({ files }) => files[0]?.name)).toEqual(['1.pdf']);
    expect([count(opened, 'POST /uploads'), count(opened, 'POST /messages')]).toEqual([1, 3]);
  });

  test('one that needs longer goes back to the outbox, and the next try does not upload again', async () => {
    const opened = await open();
    const olga = opened.fake.person();
    opened.fake.world.notReady = 5;
    const parts = { text: 'x', files: [file('1.pdf')] };
    expect(await opened.channel.send(message(olga.id, parts))).toMatchObject({
      kind: 'later',
      scope: 'address',
      why: 'max-attachment-not-ready',
    });
    expect(await opened.channel.send(message(olga.id, parts))).toMatchObject({ kind: 'sent' });
    expect(count(opened, 'POST /uploads')).toBe(1);
    expect(olga.seen()).toHaveLength(1);
  });

  test('a message of several calls goes on where it broke off, so that nothing is shown twice', async () => {
    const opened = await open();
    const { fake, channel } = opened;
    const olga = fake.person();
    const parts = { text: 'слова', files: [file('1.pdf'), file('2.pdf')], buttons: menu };
    // The third step is the words.
    const sent = channel.send(message(olga.id, parts));
    await vi.waitFor(() => expect(olga.seen()).toHaveLength(1), WAIT);
    fake.faults.next('upload', { kind: 'answer', status: 503 });
    const first = await sent;
    if (first.kind !== 'sent') expect(first).toMatchObject({ kind: 'unknown', why: 'max-upload-failed' });
    fake.faults.clear();
    const last = await channel.send(message(olga.id, parts));
    expect(last).toMatchObject({ kind: 'sent' });
    expect(olga.seen().map(({ files, text }) => files[0]?.name ?? text)).toEqual(['1.pdf', '2.pdf', 'слова']);
    expect(olga.seen().at(-1)?.buttons.flat()).toHaveLength(1);
    expect(await channel.send(message(olga.id, parts))).toEqual(last);
    expect(olga.seen()).toHaveLength(3);
  });

  test('a picture the platform will not have goes as a file, its buttons with the words', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    fake.faults.next('upload', { kind: 'answer', status: 400, code: 'upload.error' });
    const parts = { text: 'слова', files: [file('QR.png', 'image/png')], buttons: menu };
    expect(await channel.send(message(olga.id, parts))).toMatchObject({ kind: 'sent' });
    expect(olga.seen().map(({ files, text, buttons }) => [files[0]?.as, text, buttons.length])).toEqual([
      ['file', '', 0],
      [undefined, 'слова', 1],
    ]);
  });

  test.each([
    { name: 'a file the platform will not have', fault: { kind: 'answer', status: 400 }, result: { kind: 'refused' } },
    { name: 'a host of uploads that fails', fault: { kind: 'answer', status: 503 }, result: { kind: 'unknown' } },
    { name: 'an upload that breaks off', fault: { kind: 'reset', when: 'after' }, result: { kind: 'unknown' } },
    { name: 'an answer that is no JSON', fault: { kind: 'not-json', status: 200 }, result: { kind: 'refused' } },
  ] as const)('$name', async ({ fault, result }) => {
    const { fake, channel } = await open();
    const olga = fake.person();
    fake.faults.next('upload', fault);
    expect(await channel.send(message(olga.id, { files: [file('1.pdf')] }))).toMatchObject(result);
    expect(olga.seen()).toEqual([]);
  });

  test('an upload that is not allowed marks nobody as gone', async () => {
    const { fake, channel } = await open();
    fake.faults.next('POST /uploads', { kind: 'answer', status: 403, code: 'access.denied' });
    expect(await channel.send(message(fake.person().id, { files: [file('1.pdf')] }))).toMatchObject({
      kind: 'unknown',
    });
  });

  test('a file that cannot be read now is tried later', async () => {
    const { fake, channel } = await open();
    const lost: OutgoingFile = { ...file('1.pdf'), bytes: () => Promise.reject(new Error('/data/files/ольга')) };
    expect(await channel.send(message(fake.person().id, { files: [lost] }))).toEqual({
      kind: 'unknown',
      why: 'file-unreadable',
    });
  });
});

describe('files of the person', () => {
  const sendOne = async (bytes: Uint8Array = Buffer.from('байты'), size?: number) => {
    const opened = await open();
    opened.fake.person().sendFile({ name: 'справка.pdf', bytes, ...(size === undefined ? {} : { size }) });
    await vi.waitFor(() => expect(opened.inbox.rows()).toHaveLength(1), WAIT);
    const input = opened.inbox.rows()[0]?.input;
    if (input?.kind !== 'remote-file') throw new Error('no file came');
    return { ...opened, ref: input.ref };
  };
  const bytes = { kind: 'bytes', bytes: Buffer.from('байты') };

  test('another process, or a later day, asks the platform where the file lies now', async () => {
    const opened = await sendOne();
    expect(await opened.channel.fetchFile(opened.ref)).toEqual(bytes);
    expect(count(opened, 'GET /messages/{messageId}')).toBe(0);
    expect(await opened.channel.fetchFile(opened.ref)).toEqual(bytes);
    expect(count(opened, 'GET /messages/{messageId}')).toBe(1);
  });

  test('an address that has expired is asked for anew', async () => {
    const { fake, channel, ref } = await sendOne();
    fake.faults.next('download', { kind: 'answer', status: 403 });
    expect(await channel.fetchFile(ref)).toEqual(bytes);
  });

  test.each([
    { name: 'a download that fails', of: 'download', fault: { kind: 'answer', status: 503 }, result: 'later' },
    { name: 'a download that breaks off', of: 'download', fault: { kind: 'reset', when: 'before' }, result: 'later' },
    { name: 'a file that is gone', of: 'download', fault: { kind: 'answer', status: 404 }, result: 'gone' },
    {
      name: 'a message that is gone',
      of: 'GET /messages/{messageId}',
      fault: { kind: 'answer', status: 404, code: 'not.found' },
      result: 'gone',
    },
    {
      name: 'a dialog that is closed',
      of: 'GET /messages/{messageId}',
      fault: { kind: 'answer', status: 403, code: 'chat.denied' },
      result: 'gone',
    },
    {
      name: 'a refused token',
      of: 'GET /messages/{messageId}',
      fault: { kind: 'answer', status: 401, code: 'verify.token' },
      result: 'later',
    },
    { name: 'a proxy', of: 'GET /messages/{messageId}', fault: { kind: 'not-json', status: 404 }, result: 'later' },
  ] as const)('$name: $result', async ({ of, fault, result }) => {
    const { fake, channel, ref } = await sendOne();
    // The address that came with the update is used up first.
    await channel.fetchFile(ref);
    fake.faults.next(of, fault);
    expect(await channel.fetchFile(ref)).toEqual({ kind: result });
    expect(await channel.fetchFile(ref)).toEqual(bytes);
  });

  test('a file larger than it was said to be is cut off while it comes', async () => {
    const over = await sendOne(Buffer.alloc(20 * MB + 1), 10);
    expect(await over.channel.fetchFile(over.ref)).toEqual({ kind: 'too-large' });
  });
});

describe('secrets and words', () => {
  test('neither the token, nor the secret, nor what was said, nor to whom is ever logged or given back', async () => {
    const { fake, channel, inbox, logged } = await open();
    const olga = fake.person();
    const given: unknown[] = [];
    const faults = [
      { kind: 'reset', when: 'before' },
      { kind: 'not-json', status: 502 },
      { kind: 'answer', status: 401, code: 'verify.token' },
      { kind: 'answer', status: 400, code: 'proto.payload', words: `'тайна' ${fake.token} ${SECRET} ${olga.id}` },
      { kind: 'answer', status: 500, words: fake.token },
    ] as const;
    for (const [index, fault] of faults.entries()) {
      for (const name of ['POST /messages', 'upload', 'POST /uploads', 'GET /messages/{messageId}', 'GET /me'])
        fake.faults.next(name, fault);
      given.push(await channel.send(message(olga.id, { id: `t${index}`, text: 'тайна' })));
      given.push(await channel.send(message(olga.id, { id: `f${index}`, text: 'тайна', files: [file('тайна.pdf')] })));
      given.push(await channel.fetchFile('mid.1:0'), await channel.link('x'), await channel.connect());
      fake.faults.clear();
    }
    inbox.failNext(1);
    olga.sendText('тайна');
    await vi.waitFor(() => expect(inbox.rows()).toHaveLength(1), WAIT);
    await fake.forge('{"тайна"', `${SECRET}x`);
    await fake.forge('{"тайна"', SECRET);
    const everything = JSON.stringify([given, logged]);
    expect(logged.length).toBeGreaterThan(5);
    for (const secret of [fake.token, SECRET, olga.id, 'тайна']) expect(everything).not.toContain(secret);
  });
});
