import { describe, expect, test } from 'vitest';
import { readEvent, type ViberEvent } from '../../../src/channels/viber/event-shape.ts';
import { translateEvent } from '../../../src/channels/viber/translate-in.ts';

/** 64 bits: a double would make it …088000. */
const TOKEN = '5741311803571721087';
const OLGA = 'K917PBuvPZmhKfb8Vw3b2Q==';
const LIMIT = 20 * 1024 * 1024;
const MEDIA = 'https://dl-media.viber.com/a.jpg?Signature=x';

const read = (fields: object, token = TOKEN): ViberEvent => {
  const json = JSON.stringify({ message_token: 0, ...fields }).replace('"message_token":0', `"message_token":${token}`);
  const event = readEvent(Buffer.from(json));
  if (event === null) throw new Error('the test made something that is no event');
  return event;
};
const seal = (address: string) => (address === MEDIA ? 'sealed' : null);
const said = (message: object, more: object = {}) =>
  translateEvent(read({ event: 'message', sender: { id: OLGA }, message, ...more }), seal);
const opened = (fields: object) =>
  translateEvent(read({ event: 'conversation_started', user: { id: OLGA, language: 'ru' }, ...fields }), seal);
const input = (value: unknown, eventKey = `message ${TOKEN} ${OLGA}`) => ({
  kind: 'input',
  eventKey,
  externalId: OLGA,
  input: value,
});

describe('what a message means', () => {
  const file = (more: object) => ({
    kind: 'remote-file',
    ref: 'sealed',
    name: 'document',
    mediaType: null,
    size: null,
    caption: null,
    ...more,
  });
  const text = (words: string) => ({ type: 'text', text: words });
  const cases: { name: string; message: object; means: unknown }[] = [
    { name: 'words', message: text(' да, \n12 500 '), means: { kind: 'text', text: ' да, \n12 500 ' } },
    {
      name: 'words that look like a token of 64 bits',
      message: text(`{"message_token":${TOKEN}} ${TOKEN}`),
      means: { kind: 'text', text: `{"message_token":${TOKEN}} ${TOKEN}` },
    },
    { name: 'a press', message: text('opora:c.12.yes'), means: { kind: 'press', payload: 'c.12.yes' } },
    { name: 'a payload without its prefix', message: text('c.12.yes'), means: { kind: 'text', text: 'c.12.yes' } },
    { name: 'a prefix with a sentence', message: text('opora:а что'), means: { kind: 'text', text: 'opora:а что' } },
    { name: 'a prefix alone', message: text('opora:'), means: { kind: 'text', text: 'opora:' } },
    {
      name: 'a payload of 65 bytes',
      message: text(`opora:${'x'.repeat(65)}`),
      means: { kind: 'text', text: `opora:${'x'.repeat(65)}` },
    },
    {
      name: 'a link passed on',
      message: { type: 'url', media: 'https://a.example' },
      means: { kind: 'text', text: 'https://a.example' },
    },
    {
      name: 'a picture with words',
      message: { type: 'picture', media: MEDIA, text: 'за июль', thumbnail: 'https://x.viber.com/t' },
      means: file({ name: 'photo.jpg', caption: 'за июль' }),
    },
    {
      name: 'a file',
      message: { type: 'file', media: MEDIA, file_name: 'справка.pdf', size: 5 },
      means: file({ name: 'справка.pdf', size: 5 }),
    },
    { name: 'exactly 20 MB', message: { type: 'file', media: MEDIA, size: LIMIT }, means: file({ size: LIMIT }) },
    {
      name: 'a byte more',
      message: { type: 'file', media: MEDIA, size: LIMIT + 1 },
      means: { kind: 'file-refused', why: 'too-large' },
    },
    {
      name: 'a file that lies elsewhere',
      message: { type: 'file', media: 'http://169.254.169.254/latest', size: 5 },
      means: { kind: 'file-refused', why: 'unreadable' },
    },
    {
      name: 'a file without an address',
      message: { type: 'picture' },
      means: { kind: 'file-refused', why: 'unreadable' },
    },
    {
      name: 'a card, never known to be their own',
      message: { type: 'contact', contact: { name: 'Ольга', phone_number: '+79005553535' } },
      means: { kind: 'contact', phone: '+79005553535', own: false },
    },
    {
      name: 'a card without a number',
      message: { type: 'contact', contact: {} },
      means: { kind: 'unsupported', what: 'other' },
    },
    { name: 'a sticker', message: { type: 'sticker', media: MEDIA }, means: { kind: 'unsupported', what: 'sticker' } },
    { name: 'a video', message: { type: 'video', media: MEDIA }, means: { kind: 'unsupported', what: 'video' } },
    { name: 'a place', message: { type: 'location' }, means: { kind: 'unsupported', what: 'location' } },
    { name: 'what Viber brings next', message: { type: 'hologram' }, means: { kind: 'unsupported', what: 'other' } },
  ];
  test.each(cases)('$name', ({ message, means }) => {
    expect(said(message)).toEqual([input(means)]);
  });

  test('tokens that a double cannot tell apart are different events', () => {
    const keys = ['5741311803571721087', '5741311803571721088'].map((token) =>
      translateEvent(read({ event: 'message', sender: { id: OLGA }, message: text('да') }, token), seal),
    );
    expect(keys[0]).not.toEqual(keys[1]);
  });

  test('an opened link comes back as its address and is nobody’s word', () => {
    expect(said(text('https://opora.example/web'), { silent: true })).toEqual([]);
    expect(said(text('https://opora.example/web'), { silent: false })).toHaveLength(1);
    expect(said(text('смотрите https://opora.example/web'), { silent: true })).toHaveLength(1);
  });
});

describe('how a talk begins', () => {
  const start = (token: string | null, conversation = TOKEN) =>
    input({ kind: 'start', token }, `start ${conversation} ${OLGA}`);
  test.each([
    { name: 'a token', context: 'aZ09_-', token: 'aZ09_-' },
    { name: 'none', context: undefined, token: null },
    { name: 'an empty one', context: '', token: null },
    { name: 'a sentence', context: 'что это', token: null },
    { name: '65 characters', context: 'a'.repeat(65), token: null },
  ])('a subscriber who opens the link starts at once: $name', ({ context, token }) => {
    expect(opened({ context, subscribed: true })).toEqual([start(token)]);
  });

  test.each([
    { said: 'en', language: 'en' },
    { said: 'en-GB', language: 'en' },
    { said: 'be', language: 'ru' },
    { said: undefined, language: 'ru' },
  ])(
    'who is not subscribed is welcomed, in $language where the application says $said',
    ({ said: language, language: ours }) => {
      expect(opened({ context: 'abc', user: { id: OLGA, language } })).toEqual([
        { kind: 'welcome', language: ours, start: { conversation: TOKEN, token: 'abc' } },
      ]);
    },
  );

  const trace = 'opora-start 4912661846655238145 abc';
  const before = start('abc', '4912661846655238145');
  test('the button under the welcome begins with the token, once for the conversation', () => {
    expect(said({ type: 'text', text: 'opora-start:abc', tracking_data: trace })).toEqual([before]);
  });

  test('first words instead of the button keep the token, and are heard after it', () => {
    expect(said({ type: 'text', text: 'Здравствуйте', tracking_data: trace })).toEqual([
      before,
      input({ kind: 'text', text: 'Здравствуйте' }),
    ]);
  });

  test.each([
    { text: 'opora-start:abc', token: 'abc' },
    { text: 'opora-start', token: null },
  ])('an application that keeps no tracking data begins all the same: $text', ({ text, token }) => {
    expect(said({ type: 'text', text })).toEqual([start(token)]);
  });

  test('tracking data that is not ours means nothing', () => {
    for (const tracking_data of ['abc', 'opora-start', 'opora-start x abc', 'opora-start 1 a b', ''])
      expect(said({ type: 'text', text: 'да', tracking_data })).toEqual([input({ kind: 'text', text: 'да' })]);
  });
});

describe('what else is called back', () => {
  test.each([
    {
      event: { event: 'subscribed', user: { id: OLGA } },
      means: [{ kind: 'address', externalId: OLGA, status: 'active' }],
    },
    {
      event: { event: 'unsubscribed', user_id: OLGA },
      means: [{ kind: 'address', externalId: OLGA, status: 'blocked' }],
    },
    { event: { event: 'delivered', user_id: OLGA }, means: [{ kind: 'receipt', what: 'delivered' }] },
    { event: { event: 'seen', user_id: OLGA }, means: [{ kind: 'receipt', what: 'seen' }] },
    { event: { event: 'failed', desc: 'bad keyboard' }, means: [{ kind: 'not-shown', says: 'bad keyboard' }] },
    { event: { event: 'webhook' }, means: [] },
    { event: { event: 'client_status' }, means: [] },
  ])('$event.event', ({ event, means }) => {
    expect(translateEvent(read(event), seal)).toEqual(means);
  });

  test.each([
    '',
    'null',
    '[]',
    '{"event":5}',
    '{"event":"message","message_token":1}',
    '{"event":"message","message_token":1,"sender":{"id":5},"message":{"type":"text"}}',
    '{"event":"message","message_token":1,"sender":{"id":"a b c d"},"message":{"type":"text"}}',
    '{"event":"message","message_token":1,"sender":{"id":"abcd"},"message":{}}',
    '{"event":"message","message_token":-1,"sender":{"id":"abcd"},"message":{"type":"text"}}',
    '{"event":"message","message_token":1.5,"sender":{"id":"abcd"},"message":{"type":"text"}}',
    '{"event":"unsubscribed","message_token":1}',
    '{"event":"conversation_started","message_token":1,"user":null}',
  ])('%s is no event', (json) => {
    expect(readEvent(Buffer.from(json))).toBeNull();
  });

  test('bytes that are no UTF-8 are no event', () => {
    const body = Buffer.from(
      '{"event":"message","message_token":1,"sender":{"id":"abcd"},"message":{"type":"text","text":"я"}}',
    );
    expect(readEvent(body)).not.toBeNull();
    expect(readEvent(Buffer.concat([body.subarray(0, -4), Buffer.from([0xd1]), body.subarray(-3)]))).toBeNull();
  });
});
