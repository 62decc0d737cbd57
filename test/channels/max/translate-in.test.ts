import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { phoneOf } from '../../../src/channels/max/contact-proof.ts';
import { translateUpdate } from '../../../src/channels/max/translate-in.ts';
import { readUpdate } from '../../../src/channels/max/update-shape.ts';

const TOKEN = 'f9-the-token';
const OLGA = '9007199254740993';
const LIMIT = 20 * 1024 * 1024;
const sender = { user_id: OLGA, is_bot: false };
const dialog = { chat_id: '182', chat_type: 'dialog', user_id: '229' };

/** As `readJson` gives it: whole numbers are texts. */
const arrival = (value: object) => {
  const update = readUpdate({ timestamp: '1775025604499', ...value });
  if (update === null) throw new Error('the test made something that is no update');
  return translateUpdate(update, TOKEN);
};
const message = (body: object | null, rest: object = {}) => ({
  update_type: 'message_created',
  message: { sender, recipient: dialog, timestamp: '1', body: body && { mid: 'mid.1', seq: '1', ...body }, ...rest },
});
const inputs = (value: object) => {
  const found = arrival(value);
  return found.kind === 'events' ? found.events.map(({ input }) => input) : found.kind;
};
const file = (size: number, name = 'справка.pdf') => ({
  type: 'file',
  payload: { url: 'https://fd.example/1', token: 't' },
  filename: name,
  size: String(size),
});
const image = (at: number) => ({
  type: 'image',
  payload: { photo_id: '1', token: 't', url: `https://i.example/${at}` },
});
const remote = (place: number, rest: object = {}) => ({
  kind: 'remote-file',
  ref: `mid.1:${place}`,
  name: 'photo',
  mediaType: null,
  size: null,
  caption: null,
  ...rest,
});

describe('what a message means', () => {
  const cases: { name: string; value: object; means: unknown }[] = [
    { name: 'words', value: message({ text: ' да, \n12 500 ' }), means: [{ kind: 'text', text: ' да, \n12 500 ' }] },
    { name: 'a typed start', value: message({ text: '/start' }), means: [{ kind: 'start', token: null }] },
    {
      name: 'a typed start with a token',
      value: message({ text: '/start aZ0_-' }),
      means: [{ kind: 'start', token: 'aZ0_-' }],
    },
    {
      name: 'a word that begins like start',
      value: message({ text: '/started' }),
      means: [{ kind: 'text', text: '/started' }],
    },
    {
      name: 'a paper with words',
      value: message({ text: 'за июль', attachments: [file(5)] }),
      means: [remote(0, { name: 'справка.pdf', size: 5, caption: 'за июль' })],
    },
    {
      name: 'several pictures: one event each, the words with the first',
      value: message({ text: 'две', attachments: [image(1), image(2)] }),
      means: [remote(0, { caption: 'две' }), remote(1)],
    },
    {
      name: 'a picture between what we do not take',
      value: message({ attachments: [{ type: 'video' }, image(1), { type: 'sticker' }] }),
      means: [{ kind: 'unsupported', what: 'video' }, remote(1)],
    },
    {
      name: 'exactly 20 MB',
      value: message({ attachments: [file(LIMIT)] }),
      means: [remote(0, { name: 'справка.pdf', size: LIMIT })],
    },
    {
      name: 'a byte over 20 MB',
      value: message({ attachments: [file(LIMIT + 1)] }),
      means: [{ kind: 'file-refused', why: 'too-large' }],
    },
    {
      name: 'a link in words, with its preview',
      value: message({ text: 'https://example.org', attachments: [{ type: 'share', payload: {} }] }),
      means: [{ kind: 'text', text: 'https://example.org' }],
    },
    {
      name: 'a voice message',
      value: message({ attachments: [{ type: 'audio' }] }),
      means: [{ kind: 'unsupported', what: 'voice' }],
    },
    {
      name: 'a kind nobody has heard of',
      value: message({ attachments: [{ type: 'hologram' }] }),
      means: [{ kind: 'unsupported', what: 'other' }],
    },
    {
      name: 'words of somebody else, passed on',
      value: message({ text: '' }, { link: { type: 'forward', message: { mid: 'mid.9', text: 'чужие слова' } } }),
      means: [{ kind: 'text', text: 'чужие слова' }],
    },
    {
      name: 'a picture passed on without a body',
      value: message(null, { link: { type: 'forward', message: { mid: 'mid.9', attachments: [image(1)] } } }),
      means: [remote(0, { ref: `passed-on ${OLGA} 1775025604499:0` })],
    },
    {
      name: 'an answer to a message of ours is only its words',
      value: message({ text: 'да' }, { link: { type: 'reply', message: { mid: 'mid.9', text: 'Вопрос' } } }),
      means: [{ kind: 'text', text: 'да' }],
    },
    { name: 'nothing at all', value: message({ text: null }), means: 'passed-over' },
    {
      name: 'words in a group',
      value: message({ text: 'x' }, { recipient: { chat_type: 'chat' } }),
      means: 'passed-over',
    },
    {
      name: 'words of a bot',
      value: message({ text: 'x' }, { sender: { user_id: '1', is_bot: true } }),
      means: 'passed-over',
    },
    { name: 'words of nobody, as in a channel', value: message({ text: 'x' }, { sender: null }), means: 'passed-over' },
    {
      name: 'an edit of words is told to be unreadable, because the first words have been acted on',
      value: { ...message({ text: '15 000' }), update_type: 'message_edited' },
      means: [{ kind: 'unsupported', what: 'other' }],
    },
    {
      name: 'an edit without words',
      value: { ...message({ attachments: [image(1)] }), update_type: 'message_edited' },
      means: 'passed-over',
    },
  ];
  test.each(cases)('$name', ({ value, means }) => {
    expect(inputs(value)).toEqual(means);
  });
});

describe('whose number a contact is', () => {
  const card = 'BEGIN:VCARD\r\nVERSION:3.0\r\nTEL;TYPE=cell:+79005553535\r\nFN:Ольга\r\nEND:VCARD\r\n';
  const sign = (text: string, key = TOKEN) => createHmac('sha256', key).update(text).digest('hex');
  const contact = (payload: object) => message({ attachments: [{ type: 'contact', payload }] });
  const info = { user_id: OLGA };
  const cases: { name: string; payload: object; own: boolean }[] = [
    { name: 'signed and of the sender', payload: { vcf_info: card, hash: sign(card), max_info: info }, own: true },
    {
      name: 'signed in capitals',
      payload: { vcf_info: card, hash: sign(card).toUpperCase(), max_info: info },
      own: true,
    },
    { name: 'without a hash', payload: { vcf_info: card, max_info: info }, own: false },
    { name: 'with an empty hash', payload: { vcf_info: card, hash: '', max_info: info }, own: false },
    {
      name: 'with half a hash',
      payload: { vcf_info: card, hash: sign(card).slice(0, 32), max_info: info },
      own: false,
    },
    { name: 'signed with another key', payload: { vcf_info: card, hash: sign(card, 'x'), max_info: info }, own: false },
    {
      name: 'whose card was changed',
      payload: { vcf_info: card.replace('5553535', '0000000'), hash: sign(card), max_info: info },
      own: false,
    },
    {
      name: 'of somebody else',
      payload: { vcf_info: card, hash: sign(card), max_info: { user_id: '9007199254740992' } },
      own: false,
    },
    { name: 'of nobody', payload: { vcf_info: card, hash: sign(card) }, own: false },
  ];
  test.each(cases)('$name', ({ payload, own }) => {
    expect(inputs(contact(payload))).toMatchObject([{ kind: 'contact', own }]);
  });
  test('a card without a number says nothing to us', () => {
    expect(inputs(contact({ vcf_info: 'BEGIN:VCARD\r\nFN:Ольга\r\nEND:VCARD' }))).toEqual([
      { kind: 'unsupported', what: 'other' },
    ]);
  });
  test.each([
    ['TEL:+7 900 555-35-35', '+7 900 555-35-35'],
    ['TEL;TYPE=cell;VALUE=uri:tel:+79005553535', '+79005553535'],
    ['item1.TEL;TYPE=CELL:+7900\r\n 5553535', '+79005553535'],
    ['FN:TEL\nTEL: \nNOTE:1', null],
  ])('the number of %s', (text, phone) => {
    expect(phoneOf(text)).toBe(phone);
  });
});

describe('keys of events', () => {
  const press = (parts: object = {}, rest: object = {}) => ({
    update_type: 'message_callback',
    callback: { timestamp: '5', callback_id: 'keyboard', payload: 'g.menu', user: sender, ...parts },
    message: null,
    ...rest,
  });
  const start = (parts: object = {}) => ({ update_type: 'bot_started', chat_id: '1', user: sender, ...parts });
  const keys = (value: object) => {
    const found = arrival(value);
    return found.kind === 'events' ? found.events.map(({ eventKey }) => eventKey) : [];
  };
  test('the same event has the same key, whatever stands around it', () => {
    expect(keys(press())).toEqual(keys({ ...press(), timestamp: '1775025609999', user_locale: 'ru' }));
    expect(keys(message({ text: 'x' }))).toEqual(keys({ ...message({ text: 'x' }), timestamp: '1775025609999' }));
    expect(keys(start())).toEqual(keys(start()));
  });
  test('no two events share one', () => {
    const all = [
      message({ text: 'x' }),
      message({ text: 'x', mid: 'mid.2' }),
      message({ attachments: [image(1), image(2)], mid: 'mid.3' }),
      { ...message({ text: 'x' }), update_type: 'message_edited' },
      press(),
      press({ timestamp: '6' }),
      press({ callback_id: 'another' }),
      press({ payload: 'g.help' }),
      press({ user: { user_id: '9007199254740992' } }),
      start(),
      start({ timestamp: '1775025604500' }),
      start({ user: { user_id: '9007199254740992' } }),
    ].flatMap(keys);
    expect(all).toHaveLength(13);
    expect(new Set(all).size).toBe(13);
    expect(all.every((key) => key.length < 100)).toBe(true);
  });
  test('a payload of a kilobyte makes no longer key', () => {
    expect(keys(press({ payload: 'я'.repeat(1024) }))[0]?.length).toBeLessThan(100);
  });
});

describe('other updates', () => {
  const press = { timestamp: '5', callback_id: 'K', payload: 'g.menu', user: sender };
  test.each([
    { name: 'its message is gone', message: null },
    { name: 'its chat is not named', message: { recipient: {}, body: { mid: 'm' } } },
    { name: 'it is a dialog', message: { recipient: dialog, body: { mid: 'm' } } },
  ])('a press counts where $name', ({ message: pressed }) => {
    expect(arrival({ update_type: 'message_callback', callback: press, message: pressed })).toMatchObject({
      kind: 'events',
      externalId: OLGA,
      pressId: 'K',
    });
  });
  test.each([
    { name: 'without a payload', value: { callback: { ...press, payload: null }, message: null } },
    {
      name: 'in a group',
      value: { callback: press, message: { recipient: { chat_type: 'chat' }, body: { mid: 'm' } } },
    },
  ])('a press $name is answered and passed over', ({ value }) => {
    expect(arrival({ update_type: 'message_callback', ...value })).toEqual({ kind: 'passed-over', pressId: 'K' });
  });
  test.each([
    ['abc_-9', 'abc_-9'],
    ['a'.repeat(64), 'a'.repeat(64)],
    ['a'.repeat(65), null],
    ['что это', null],
    [null, null],
  ])('a start with %s', (payload, token) => {
    expect(inputs({ update_type: 'bot_started', user: sender, payload })).toEqual([{ kind: 'start', token }]);
  });
  test.each(['bot_stopped', 'dialog_removed'])('%s closes the address', (update_type) => {
    expect(arrival({ update_type, chat_id: '1', user: sender })).toMatchObject({ kind: 'left', externalId: OLGA });
  });
  test.each(['dialog_muted', 'comment_created', 'something_new'])('%s is passed over', (update_type) => {
    expect(arrival({ update_type }).kind).toBe('passed-over');
  });
});

describe('what is no update is never read as one', () => {
  const cases: { name: string; value: unknown }[] = [
    { name: 'nothing', value: null },
    { name: 'a list', value: [] },
    { name: 'a text', value: 'update_type' },
    { name: 'no kind', value: { timestamp: '1' } },
    { name: 'no time', value: { update_type: 'bot_started', user: sender } },
    { name: 'a time as a number', value: { update_type: 'bot_started', timestamp: 1, user: sender } },
    { name: 'a message without a body', value: { update_type: 'message_created', timestamp: '1', message: {} } },
    {
      name: 'a body without a mid',
      value: { update_type: 'message_created', timestamp: '1', message: { sender, body: { text: 'x' } } },
    },
    {
      name: 'a sender without a number',
      value: { update_type: 'message_created', timestamp: '1', message: { sender: {}, body: { mid: 'm' } } },
    },
    {
      name: 'a press by nobody',
      value: { update_type: 'message_callback', timestamp: '1', callback: { timestamp: '1', callback_id: 'x' } },
    },
    { name: 'a start by nobody', value: { update_type: 'bot_started', timestamp: '1' } },
    {
      name: 'a number that is rounded',
      value: { update_type: 'bot_stopped', timestamp: '1', user: { user_id: 9007199254740992 } },
    },
  ];
  test.each(cases)('$name', ({ value }) => {
    expect(readUpdate(value)).toBeNull();
  });
});
