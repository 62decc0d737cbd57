/** Sending through misfortunes, files that come and go, the 24-hour rule, and what must never be told to anybody. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OutgoingFile, OutgoingMessage } from '../../../src/delivery/channel.ts';
import { DAY } from '../../support/vk-fake/world.ts';
import { DOT_PNG } from '../support/memory-files.ts';
import { type OpenOptions, type OpenVk, openVk, SECRET } from './support/open-vk.ts';

const WAIT = { timeout: 5000, interval: 5 };
const MB = 1024 * 1024;

let one: OpenVk | null = null;
const open = async (options?: OpenOptions) => {
  one = await openVk(options);
  return one;
};
afterEach(async () => {
  await one?.close();
  one = null;
});

const file = (name: string, mediaType = 'application/pdf', content: Uint8Array = Buffer.from(name)): OutgoingFile => ({
  hash: name,
  name,
  mediaType,
  size: content.length,
  bytes: async () => content,
});
const message = (to: number | string, parts: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: 'm1',
  externalId: String(to),
  text: 'x',
  buttons: [],
  files: [],
  at: '2026-11-22T06:00:00.000Z',
  ...parts,
});
const sends = ({ fake }: OpenVk) => fake.calls.filter(({ method }) => method === 'messages.send');

describe('what became of a message', () => {
  test.each([
    { name: 'forbade messages', act: 'deny', result: { kind: 'unreachable', status: 'blocked' } },
    { name: 'is on the black list', act: 'banHere', result: { kind: 'unreachable', status: 'blocked' } },
    { name: 'deleted their account', act: 'deleteAccount', result: { kind: 'unreachable', status: 'dead' } },
  ] as const)('a person who $name', async ({ act, result }) => {
    const { fake, channel } = await open();
    const olga = fake.person();
    olga[act]();
    expect(await channel.send(message(olga.id))).toMatchObject(result);
  });

  test('a person who forbade messages and came back is written to again', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    olga.deny();
    await channel.send(message(olga.id));
    olga.start(null);
    expect(await channel.send(message(olga.id))).toMatchObject({ kind: 'sent' });
  });

  test.each(['', 'olga', '-5000', '0', '1e9', '7 1'])('an address that is no person is refused: "%s"', async (to) => {
    const opened = await open();
    expect(await opened.channel.send(message(to))).toMatchObject({ kind: 'refused' });
    expect(sends(opened)).toEqual([]);
  });

  test.each([
    { name: 'too many requests', fault: { kind: 'error', code: 6 }, result: { kind: 'later', scope: 'bot' }, shown: 0 },
    { name: 'flood control', fault: { kind: 'error', code: 9 }, result: { kind: 'later', scope: 'address' }, shown: 0 },
    { name: 'an error before', fault: { kind: 'error', code: 10 }, result: { kind: 'unknown' }, shown: 0 },
    {
      name: 'an error after it was taken',
      fault: { kind: 'accept-then-error', code: 10 },
      result: { kind: 'unknown' },
      shown: 1,
    },
    { name: 'a bad gateway before', fault: { kind: 'status', status: 502 }, result: { kind: 'unknown' }, shown: 0 },
    {
      name: 'a bad gateway after',
      fault: { kind: 'accept-then-status', status: 504 },
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
    { name: 'a page of a proxy', fault: { kind: 'not-json' }, result: { kind: 'unknown' }, shown: 0 },
  ] as const)('$name; the next try shows it once', async ({ fault, result, shown }) => {
    const { fake, channel } = await open();
    const olga = fake.person();
    fake.faults.next('messages.send', fault);
    expect(await channel.send(message(olga.id))).toMatchObject(result);
    expect(olga.seen()).toHaveLength(shown);
    expect(await channel.send(message(olga.id))).toMatchObject({ kind: 'sent' });
    expect(olga.seen()).toHaveLength(1);
  });

  test('a message sent again after a restart is shown once and keeps its number', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    const files = [file('1.pdf')];
    const first = await channel.send(message(olga.id, { files }));
    expect(await channel.send(message(olga.id, { files }))).toEqual(first);
    expect(olga.seen()).toHaveLength(1);
  });

  test('the same words in another message are another message', async () => {
    const { fake, channel } = await open();
    const [olga, ivan] = [fake.person(), fake.person()];
    for (const id of ['a', 'b']) await channel.send(message(olga.id, { id }));
    await channel.send(message(ivan.id, { id: 'a' }));
    expect([olga.seen().length, ivan.seen().length]).toEqual([2, 1]);
  });

  test('closing while the platform is silent leaves it unknown, at once', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    fake.faults.next('messages.send', { kind: 'stall', milliseconds: 20_000 });
    const sending = channel.send(message(olga.id));
    await new Promise((resolve) => setTimeout(resolve, 30));
    const began = performance.now();
    await channel.close();
    expect(await sending).toMatchObject({ kind: 'unknown' });
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test('thirty at once keep to twenty a second and all arrive', async () => {
    const opened = await open();
    const people = Array.from({ length: 30 }, () => opened.fake.person());
    const results = await Promise.all(people.map((person) => opened.channel.send(message(person.id))));
    expect(results.filter(({ kind }) => kind === 'sent')).toHaveLength(30);
  });
});

describe('the 24-hour rule', () => {
  test('after a day of silence another channel is to be taken; the person has not left', async () => {
    const { fake, channel, pass, logged } = await open();
    const olga = fake.person();
    pass(DAY + 1000);
    expect(await channel.send(message(olga.id))).toEqual({ kind: 'window-closed', why: 'vk-day-of-silence' });
    expect(logged).toEqual([]);
  });

  test('an intent the platform allowed goes through, and only when it is needed', async () => {
    const { fake, channel, pass } = await open({ deps: { intent: 'confirmed_notification' } });
    fake.world.intents.add('confirmed_notification');
    const olga = fake.person();
    expect(await channel.send(message(olga.id, { id: 'a' }))).toMatchObject({ kind: 'sent' });
    pass(DAY + 1000);
    expect(await channel.send(message(olga.id, { id: 'b' }))).toMatchObject({ kind: 'sent' });
    expect(olga.seen().map(({ intent }) => intent)).toEqual(['default', 'confirmed_notification']);
  });

  test('an intent the platform did not allow takes another channel too', async () => {
    const { fake, channel, pass } = await open({ deps: { intent: 'customer_support' } });
    const olga = fake.person();
    pass(DAY + 1000);
    expect(await channel.send(message(olga.id))).toEqual({ kind: 'window-closed', why: 'vk-intent-not-allowed' });
    expect(olga.seen()).toEqual([]);
  });
});

describe('files to the person', () => {
  test('eleven files go in two messages, words and buttons last; a retry shows nothing twice', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    const files = Array.from({ length: 11 }, (_, at) => file(`${at + 1}.pdf`));
    const parts = { files, buttons: [[{ label: 'Меню', press: 'g.menu', url: null }]] };
    fake.faults.next('messages.send', { kind: 'accept-then-status', status: 502 });
    expect(await channel.send(message(olga.id, parts))).toMatchObject({ kind: 'unknown' });
    expect(await channel.send(message(olga.id, parts))).toMatchObject({ kind: 'sent' });
    expect(olga.seen().map(({ text, files: shown, buttons }) => [text, shown.length, buttons.flat().length])).toEqual([
      ['', 10, 0],
      ['x', 1, 1],
    ]);
  }, 20_000);

  test('a picture is a photo, a paper a document, each with its name', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    const files = [
      file('QR.png', 'image/png', DOT_PNG),
      file('Справка за "июль".pdf'),
      file('скан.heic', 'image/heic'),
    ];
    expect(await channel.send(message(olga.id, { files }))).toMatchObject({ kind: 'sent' });
    expect(olga.seen()[0]?.files.map(({ as, name }) => `${as} ${name}`)).toEqual([
      'photo QR.png',
      'doc Справка за "июль".pdf',
      'doc скан.heic',
    ]);
  });

  test('a picture the platform cannot read goes as a document', async () => {
    const { fake, channel } = await open();
    const olga = fake.person();
    const files = [file('QR.png', 'image/png', Buffer.from('broken'))];
    expect(await channel.send(message(olga.id, { files }))).toMatchObject({ kind: 'sent' });
    expect(olga.seen()[0]?.files.map(({ as }) => as)).toEqual(['doc']);
  });

  test('a kind of file the platform never takes is refused', async () => {
    const { fake, channel } = await open();
    const files = [file('a.exe', 'application/octet-stream')];
    expect(await channel.send(message(fake.person().id, { files }))).toEqual({
      kind: 'refused',
      why: 'vk-file-refused',
    });
  });

  test.each([
    { name: 'an upload that breaks off', method: 'upload', fault: { kind: 'reset', when: 'before' }, kind: 'unknown' },
    { name: 'an upload server that fails', method: 'upload', fault: { kind: 'status', status: 502 }, kind: 'unknown' },
    { name: 'a file said to be too large', method: 'upload', fault: { kind: 'status', status: 413 }, kind: 'refused' },
    { name: 'a file that was not saved', method: 'docs.save', fault: { kind: 'error', code: 105 }, kind: 'unknown' },
    {
      name: 'an upload address elsewhere',
      method: 'docs.getMessagesUploadServer',
      fault: { kind: 'value', value: { upload_url: 'http://127.0.0.1:1/upload' } },
      kind: 'unknown',
    },
    {
      name: 'too many requests on the way',
      method: 'docs.getMessagesUploadServer',
      fault: { kind: 'error', code: 6 },
      kind: 'later',
    },
  ] as const)('$name: $kind, and nothing is shown', async ({ method, fault, kind }) => {
    const { fake, channel } = await open();
    const olga = fake.person();
    fake.faults.next(method, fault);
    expect(await channel.send(message(olga.id, { files: [file('1.pdf')] }))).toMatchObject({ kind });
    expect(olga.seen()).toEqual([]);
    expect(await channel.send(message(olga.id, { files: [file('1.pdf')] }))).toMatchObject({ kind: 'sent' });
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
  const sendOne = async (as: 'photo' | 'doc' = 'doc') => {
    const opened = await open();
    opened.fake.person().sendFiles([{ as, name: 'справка.pdf', bytes: Buffer.from('байты') }]);
    await vi.waitFor(() => expect(opened.inbox.rows()).toHaveLength(1), WAIT);
    const input = opened.inbox.rows()[0]?.input;
    if (input?.kind !== 'remote-file') throw new Error('no file came');
    return { ...opened, ref: input.ref };
  };
  const getMessage = 'messages.getByConversationMessageId';

  test('a photo is fetched in its largest size, wherever it stands', async () => {
    const { channel, ref } = await sendOne('photo');
    expect(await channel.fetchFile(ref)).toEqual({ kind: 'bytes', bytes: Buffer.from('байты') });
  });

  test.each([
    { name: 'too many requests', method: getMessage, fault: { kind: 'error', code: 6 }, result: 'later' },
    { name: 'a refused token', method: getMessage, fault: { kind: 'error', code: 5 }, result: 'later' },
    {
      name: 'a message that is gone',
      method: getMessage,
      fault: { kind: 'value', value: { count: 0, items: [] } },
      result: 'gone',
    },
    { name: 'a conversation that is gone', method: getMessage, fault: { kind: 'error', code: 917 }, result: 'gone' },
    { name: 'an address that has expired', method: 'download', fault: { kind: 'status', status: 404 }, result: 'gone' },
    { name: 'a store that fails', method: 'download', fault: { kind: 'status', status: 502 }, result: 'later' },
    {
      name: 'a download that breaks off',
      method: 'download',
      fault: { kind: 'reset', when: 'before' },
      result: 'later',
    },
    {
      name: 'an address that leads inside our own house',
      method: 'download',
      fault: { kind: 'value', value: 'http://169.254.169.254/latest' },
      result: 'gone',
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
    const [name, kept] = [...fake.world.files].find(([, one]) => one.as === 'doc') ?? [];
    if (name === undefined || kept === undefined) throw new Error('the fake forgot the file');
    fake.world.files.set(name, { ...kept, bytes: Buffer.alloc(20 * MB + 1) });
    expect(await channel.fetchFile(ref)).toEqual({ kind: 'too-large' });
    fake.world.files.set(name, { ...kept, bytes: Buffer.alloc(20 * MB) });
    expect(await channel.fetchFile(ref)).toMatchObject({ kind: 'bytes' });
  });

  test.each(['', '5_6', '5_6_7_8', '5_6_x', 'http://127.0.0.1/', '-5_6_0', '5_6_10'])(
    'what is no file of ours is gone, and nobody is asked: "%s"',
    async (ref) => {
      const opened = await open();
      const before = opened.fake.calls.length;
      expect(await opened.channel.fetchFile(ref)).toEqual({ kind: 'gone' });
      expect(opened.fake.calls.slice(before).filter(({ method }) => method === getMessage)).toEqual([]);
    },
  );
});

test('neither the token, nor the secret, nor what was said, nor to whom is ever logged or given back', async () => {
  const { fake, channel, inbox, logged, url } = await open();
  const olga = fake.person();
  const given: unknown[] = [];
  const faults = [
    { kind: 'reset', when: 'before' },
    { kind: 'not-json' },
    { kind: 'error', code: 5, says: `invalid access_token ${fake.world.token}` },
    { kind: 'error', code: 100, says: `'тайна' ${fake.world.token} ${olga.id} https://vk.com/id${olga.id}` },
    { kind: 'status', status: 500 },
  ] as const;
  for (const [index, fault] of faults.entries()) {
    fake.faults.next('messages.send', fault);
    given.push(await channel.send(message(olga.id, { id: `t${index}`, text: 'тайна' })));
    fake.faults.next('upload', fault);
    given.push(await channel.send(message(olga.id, { id: `f${index}`, text: 'тайна', files: [file('тайна.pdf')] })));
    fake.faults.next('messages.getByConversationMessageId', fault);
    given.push(await channel.fetchFile(`${olga.id}_1_0`));
  }
  inbox.failNext(1);
  olga.sendText('тайна');
  await vi.waitFor(() => expect(inbox.rows()).toHaveLength(1), WAIT);
  await fake.forge(url, { secret: `${SECRET}x`, object: { message: { text: 'тайна' } } });
  const everything = JSON.stringify([given, logged]);
  expect(logged.length).toBeGreaterThan(5);
  for (const never of [fake.world.token, SECRET, String(olga.id), 'тайна']) expect(everything).not.toContain(never);
}, 20_000);
