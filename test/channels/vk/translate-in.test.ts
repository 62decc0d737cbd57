import { describe, expect, test } from 'vitest';
import { readEvent, type VkEvent } from '../../../src/channels/vk/event-shape.ts';
import { translateEvent } from '../../../src/channels/vk/translate-in.ts';

const OLGA = 500_000_001;
const LIMIT = 20 * 1024 * 1024;
const event = (type: string, object: object): VkEvent => {
  const read = readEvent({ type, event_id: 'e1', group_id: 1, object });
  if (read === null) throw new Error('the test made something that is no event');
  return read;
};
const message = (content: object) =>
  event('message_new', {
    message: { from_id: OLGA, peer_id: OLGA, conversation_message_id: 7, text: '', attachments: [], ...content },
  });
const inputsOf = (of: VkEvent, lastRef: string | null = null) => {
  const arrival = translateEvent(of, lastRef);
  return arrival.kind === 'inputs' ? arrival.inputs.map(({ input }) => input) : arrival.kind;
};

const doc = (parts: object = {}) => ({
  type: 'doc',
  doc: { id: 1, title: 'справка.pdf', ext: 'pdf', size: 5, url: 'https://vk.com/doc1_1?hash=secret', ...parts },
});
const photo = { type: 'photo', photo: { sizes: [{ url: 'https://sun9-1.userapi.com/a', width: 1, height: 1 }] } };
const docInput = (place: number, caption: string | null, parts: object = {}) => ({
  kind: 'remote-file',
  ref: `${OLGA}_7_${place}`,
  name: 'справка.pdf',
  mediaType: null,
  size: 5,
  caption,
  ...parts,
});
const photoInput = (place: number, caption: string | null) =>
  docInput(place, caption, { name: 'photo.jpg', mediaType: 'image/jpeg', size: null });

describe('what a message means', () => {
  const start = '{"command":"start"}';
  const token = 'aZ09_-';
  const text = (words: string) => [{ kind: 'text', text: words }];
  const cases: { name: string; content: object; inputs: unknown; lastRef?: string }[] = [
    { name: 'words', content: { text: ' да, \n12 500 ' }, inputs: text(' да, \n12 500 ') },
    {
      name: 'words as the server writes them',
      content: { text: '&lt;b&gt; &amp;amp; &quot;да&quot;<br>нет' },
      inputs: text('<b> &amp; "да"\nнет'),
    },
    { name: 'the start button', content: { text: 'Начать', payload: start }, inputs: [{ kind: 'start', token: null }] },
    {
      name: 'the start button behind a link',
      content: { text: 'Начать', payload: start, ref: token, ref_source: 'x' },
      inputs: [{ kind: 'start', token }],
    },
    {
      name: 'the start button behind the same link again',
      content: { text: 'Начать', payload: start, ref: token },
      inputs: [{ kind: 'start', token }],
      lastRef: token,
    },
    {
      name: 'words behind a new link: they only open it',
      content: { text: 'привет', ref: token },
      inputs: [{ kind: 'start', token }],
      lastRef: 'another',
    },
    {
      name: 'words behind a link already taken',
      content: { text: 'да', ref: token },
      inputs: text('да'),
      lastRef: token,
    },
    { name: 'words behind what cannot be a token', content: { text: 'да', ref: 'ad 1' }, inputs: text('да') },
    { name: 'a token of 65 characters', content: { text: 'да', ref: 'a'.repeat(65) }, inputs: text('да') },
    {
      name: 'a paper behind a new link is kept',
      content: { text: 'вот', ref: token, attachments: [doc()] },
      inputs: [{ kind: 'start', token }, docInput(0, null)],
    },
    {
      name: 'a button that writes',
      content: { text: 'Меню', payload: '{"p":"g.menu"}' },
      inputs: [{ kind: 'press', payload: 'g.menu' }],
    },
    { name: 'a button of somebody else’s', content: { text: 'Да', payload: '{"button":"1"}' }, inputs: text('Да') },
    { name: 'a payload that is no JSON', content: { text: 'Да', payload: '{' }, inputs: text('Да') },
    { name: 'a document', content: { attachments: [doc()] }, inputs: [docInput(0, null)] },
    {
      name: 'a document whose title lost its ending',
      content: { attachments: [doc({ title: 'справка' })] },
      inputs: [docInput(0, null)],
    },
    {
      name: 'a photo with words',
      content: { text: 'за июль', attachments: [photo] },
      inputs: [photoInput(0, 'за июль')],
    },
    {
      name: 'several files: the words go with the first',
      content: { text: 'за июль', attachments: [photo, doc(), photo] },
      inputs: [photoInput(0, 'за июль'), docInput(1, null), photoInput(2, null)],
    },
    {
      name: 'exactly 20 MB',
      content: { attachments: [doc({ size: LIMIT })] },
      inputs: [docInput(0, null, { size: LIMIT })],
    },
    {
      name: 'a byte over 20 MB',
      content: { attachments: [doc({ size: LIMIT + 1 })] },
      inputs: [{ kind: 'file-refused', why: 'too-large' }],
    },
    {
      name: 'a file beside something we do not take: both are told of',
      content: { attachments: [{ type: 'video', video: {} }, doc()] },
      inputs: [docInput(1, null), { kind: 'unsupported', what: 'video' }],
    },
    {
      name: 'a document of a shape we do not know',
      content: { attachments: [{ type: 'doc', doc: {} }] },
      inputs: [{ kind: 'unsupported', what: 'other' }],
    },
    {
      name: 'an address with the card the platform makes of it',
      content: { text: 'https://example.org', attachments: [{ type: 'link', link: {} }] },
      inputs: text('https://example.org'),
    },
    {
      name: 'a round video',
      content: { attachments: [{ type: 'video_message' }] },
      inputs: [{ kind: 'unsupported', what: 'video' }],
    },
    { name: 'a place', content: { geo: {} }, inputs: [{ kind: 'unsupported', what: 'location' }] },
    { name: 'a forwarded message', content: { fwd_messages: [{}] }, inputs: [{ kind: 'unsupported', what: 'other' }] },
    { name: 'a service message, which nobody said', content: { action: {} }, inputs: 'passed-over' },
    { name: 'words in a group chat', content: { text: 'x', peer_id: 2_000_000_001 }, inputs: 'passed-over' },
    { name: 'words of a community', content: { text: 'x', from_id: -5, peer_id: -5 }, inputs: 'passed-over' },
  ];
  test.each(cases)('$name', ({ content, inputs, lastRef }) => {
    expect(inputsOf(message(content), lastRef)).toEqual(inputs);
  });
});

test('the event key is the event’s own, numbered for the second file and on; the address is the person', () => {
  const arrival = translateEvent(message({ attachments: [doc(), doc(), doc()] }), null);
  expect(arrival).toMatchObject({ kind: 'inputs', externalId: String(OLGA), press: null });
  expect(arrival.kind === 'inputs' && arrival.inputs.map(({ eventKey }) => eventKey)).toEqual(['e1', 'e1-1', 'e1-2']);
});

test('what is stored of a file holds no address and no key', () => {
  expect(JSON.stringify(translateEvent(message({ attachments: [doc(), photo] }), null))).not.toMatch(/http|secret/);
});

describe('other events', () => {
  const press = (parts: object) =>
    event('message_event', { user_id: OLGA, peer_id: OLGA, event_id: 'P', payload: { p: 'g.menu' }, ...parts });

  test('a press', () => {
    expect(translateEvent(press({}), null)).toEqual({
      kind: 'inputs',
      externalId: String(OLGA),
      inputs: [{ eventKey: 'e1', input: { kind: 'press', payload: 'g.menu' } }],
      press: { pressId: 'P', userId: OLGA, peerId: OLGA },
      ref: null,
    });
  });
  test('a press whose payload came as a text', () => {
    expect(inputsOf(press({ payload: '{"p":"g.menu"}' }))).toEqual([{ kind: 'press', payload: 'g.menu' }]);
  });
  test.each([
    { name: 'with a payload that is not ours', parts: { payload: { command: 'x' } } },
    { name: 'without a payload', parts: { payload: undefined } },
    { name: 'in a group chat', parts: { peer_id: 2_000_000_001 } },
  ])('a press $name is answered and passed over', ({ parts }) => {
    const arrival = translateEvent(press(parts), null);
    expect(arrival).toMatchObject({ kind: 'passed-over', press: { pressId: 'P' } });
  });
  test.each([
    { type: 'message_deny', means: 'blocked' },
    { type: 'message_allow', means: 'active' },
  ])('$type means $means', ({ type, means }) => {
    const arrival = translateEvent(event(type, { user_id: OLGA, key: '' }), null);
    expect(arrival).toEqual({ kind: 'address', externalId: String(OLGA), status: means });
  });
  test.each(['group_join', 'message_reply', 'message_typing_state'])('%s is passed over', (type) => {
    expect(translateEvent(event(type, {}), null)).toEqual({ kind: 'passed-over', press: null });
  });
});

describe('what is no event is never read as one', () => {
  const sound = { from_id: OLGA, peer_id: OLGA, conversation_message_id: 7, text: 'x', attachments: [] };
  const cases: { name: string; value: unknown }[] = [
    { name: 'nothing', value: null },
    { name: 'a list', value: [] },
    { name: 'no type', value: { event_id: 'e', object: {} } },
    { name: 'no event id', value: { type: 'message_new', object: { message: sound } } },
    { name: 'an empty event id', value: { type: 'message_new', event_id: '', object: { message: sound } } },
    { name: 'no object', value: { type: 'message_new', event_id: 'e' } },
    { name: 'no message', value: { type: 'message_new', event_id: 'e', object: {} } },
    {
      name: 'words that are a number',
      value: { type: 'message_new', event_id: 'e', object: { message: { ...sound, text: 5 } } },
    },
    {
      name: 'a sender in words',
      value: { type: 'message_new', event_id: 'e', object: { message: { ...sound, from_id: '7' } } },
    },
    {
      name: 'attachments that are no list',
      value: { type: 'message_new', event_id: 'e', object: { message: { ...sound, attachments: {} } } },
    },
    {
      name: 'a press by nobody',
      value: { type: 'message_event', event_id: 'e', object: { event_id: 'P', peer_id: 1 } },
    },
    {
      name: 'a press without its name',
      value: { type: 'message_event', event_id: 'e', object: { user_id: 1, peer_id: 1 } },
    },
    { name: 'a refusal by nobody', value: { type: 'message_deny', event_id: 'e', object: {} } },
  ];
  test.each(cases)('$name', ({ value }) => {
    expect(readEvent(value)).toBeNull();
  });
});
