import type { Update } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { translateUpdate } from '../../../src/channels/telegram/translate-in.ts';
import { readUpdate } from '../../../src/channels/telegram/update-shape.ts';

const OLGA = { id: 7001, is_bot: false, first_name: 'Ольга' };
const chat = { id: 7001, type: 'private', first_name: 'Ольга' };
const message = (content: object): Update =>
  update({ message: { message_id: 1, date: 1, chat, from: OLGA, ...content } });
const update = (content: object): Update => {
  const read = readUpdate({ update_id: 90, ...content });
  if (read === null) throw new Error('the test made something that is no update');
  return read;
};
const inputOf = (of: Update) => {
  const arrival = translateUpdate(of);
  return arrival.kind === 'input' ? arrival.input : arrival.kind;
};

const LIMIT = 20 * 1024 * 1024;
const size = (side: number, id: string) => ({
  file_id: id,
  file_unique_id: id,
  width: side,
  height: side,
  file_size: side,
});
const file = { file_id: 'F', file_unique_id: 'U' };

describe('what a message means', () => {
  const cases: { name: string; content: object; input: unknown }[] = [
    { name: 'words', content: { text: ' да, \n12 500 ' }, input: { kind: 'text', text: ' да, \n12 500 ' } },
    { name: 'a start with a token', content: { text: '/start aZ09_-' }, input: { kind: 'start', token: 'aZ09_-' } },
    { name: 'a start alone', content: { text: '/start' }, input: { kind: 'start', token: null } },
    { name: 'a start named to the bot', content: { text: '/start@opora_bot x' }, input: { kind: 'start', token: 'x' } },
    { name: 'a start with a sentence', content: { text: '/start что это' }, input: { kind: 'start', token: null } },
    {
      name: 'a start with 65 characters',
      content: { text: `/start ${'a'.repeat(65)}` },
      input: { kind: 'start', token: null },
    },
    { name: 'a word that begins like start', content: { text: '/started' }, input: { kind: 'text', text: '/started' } },
    { name: 'a command of the menu', content: { text: '/menu' }, input: { kind: 'text', text: '/menu' } },
    {
      name: 'a command named to the bot',
      content: { text: '/help@opora_bot' },
      input: { kind: 'text', text: '/help' },
    },
    {
      name: 'a photo: its largest size, wherever it stands',
      content: { photo: [size(90, 'S'), size(1280, 'L'), size(320, 'M')], caption: 'за июль' },
      input: {
        kind: 'remote-file',
        ref: 'L',
        name: 'photo.jpg',
        mediaType: 'image/jpeg',
        size: 1280,
        caption: 'за июль',
      },
    },
    {
      name: 'a document',
      content: { document: { ...file, file_name: 'справка.pdf', mime_type: 'application/pdf', file_size: 5 } },
      input: {
        kind: 'remote-file',
        ref: 'F',
        name: 'справка.pdf',
        mediaType: 'application/pdf',
        size: 5,
        caption: null,
      },
    },
    {
      name: 'a document nothing is known of',
      content: { document: file },
      input: { kind: 'remote-file', ref: 'F', name: 'document', mediaType: null, size: null, caption: null },
    },
    {
      name: 'exactly 20 MB',
      content: { document: { ...file, file_size: LIMIT } },
      input: expect.objectContaining({ size: LIMIT }),
    },
    {
      name: 'a byte over 20 MB',
      content: { document: { ...file, file_size: LIMIT + 1 } },
      input: { kind: 'file-refused', why: 'too-large' },
    },
    {
      name: 'the sender’s own number',
      content: { contact: { phone_number: '+79000000000', first_name: 'О', user_id: 7001 } },
      input: { kind: 'contact', phone: '+79000000000', own: true },
    },
    {
      name: 'a card of somebody else',
      content: { contact: { phone_number: '+79000000000', first_name: 'О', user_id: 7002 } },
      input: { kind: 'contact', phone: '+79000000000', own: false },
    },
    {
      name: 'a card nobody on Telegram has',
      content: { contact: { phone_number: '+79000000000', first_name: 'О' } },
      input: { kind: 'contact', phone: '+79000000000', own: false },
    },
    {
      name: 'an animation, which comes with a document',
      content: { animation: file, document: file },
      input: { kind: 'unsupported', what: 'video' },
    },
    { name: 'a round video', content: { video_note: file }, input: { kind: 'unsupported', what: 'video' } },
    { name: 'a song', content: { audio: file }, input: { kind: 'unsupported', what: 'other' } },
    { name: 'a place', content: { venue: {}, location: {} }, input: { kind: 'unsupported', what: 'location' } },
    { name: 'a pin, which nobody said', content: { pinned_message: {} }, input: 'passed-over' },
    { name: 'words of a bot', content: { text: 'x', from: { ...OLGA, is_bot: true } }, input: 'passed-over' },
    { name: 'words in a group', content: { text: 'x', chat: { id: -5, type: 'group' } }, input: 'passed-over' },
    {
      name: 'words in a channel',
      content: { text: 'x', chat: { id: -5, type: 'channel' }, from: undefined },
      input: 'passed-over',
    },
  ];
  test.each(cases)('$name', ({ content, input }) => {
    expect(inputOf(message(content))).toEqual(input);
  });
});

test('the event key is the number of the update and the address is the chat', () => {
  expect(translateUpdate(message({ text: 'x' }))).toMatchObject({ eventKey: '90', externalId: '7001', pressId: null });
});

describe('other updates', () => {
  const press = (parts: object) =>
    update({
      callback_query: {
        id: 'P',
        from: OLGA,
        chat_instance: '1',
        message: { message_id: 1, date: 0, chat },
        data: 'g.menu',
        ...parts,
      },
    });
  const edited = (content: object) =>
    update({ edited_message: { message_id: 1, date: 1, chat, from: OLGA, ...content } });
  const member = (status: string, of: object = chat) =>
    update({ my_chat_member: { chat: of, from: OLGA, date: 1, new_chat_member: { status } } });

  test('a press on a message that the platform shows no more still counts', () => {
    expect(translateUpdate(press({}))).toEqual({
      kind: 'input',
      eventKey: '90',
      externalId: '7001',
      input: { kind: 'press', payload: 'g.menu' },
      pressId: 'P',
    });
  });
  test.each([
    { name: 'without a payload', parts: { data: undefined } },
    { name: 'without a message', parts: { message: undefined } },
    { name: 'in a group', parts: { message: { message_id: 1, date: 0, chat: { id: -5, type: 'group' } } } },
  ])('a press $name is answered and passed over', ({ parts }) => {
    expect(translateUpdate(press(parts))).toEqual({ kind: 'passed-over', pressId: 'P' });
  });
  test('an edit of words is told to be unreadable, because the first words have been acted on', () => {
    expect(inputOf(edited({ text: '15 000' }))).toEqual({ kind: 'unsupported', what: 'other' });
  });
  test('a live location that moves is passed over', () => {
    expect(inputOf(edited({ location: {} }))).toBe('passed-over');
  });
  test.each([
    { status: 'kicked', means: 'blocked' },
    { status: 'member', means: 'active' },
  ])('$status in the private chat means $means', ({ status, means }) => {
    expect(translateUpdate(member(status))).toEqual({ kind: 'address', externalId: '7001', status: means });
  });
  test('being put out of a group is nobody’s address', () => {
    expect(translateUpdate(member('kicked', { id: -5, type: 'group' })).kind).toBe('passed-over');
  });
  test('a kind we never asked for is passed over', () => {
    expect(translateUpdate(update({ poll: {} })).kind).toBe('passed-over');
  });
});

describe('what is no update is never read as one', () => {
  const from = OLGA;
  const cases: { name: string; value: unknown }[] = [
    { name: 'nothing', value: null },
    { name: 'a list', value: [] },
    { name: 'a sentence', value: 'update_id' },
    { name: 'a number in words', value: { update_id: '90' } },
    { name: 'a fraction', value: { update_id: 1.5 } },
    { name: 'a message that is a word', value: { update_id: 1, message: 'x' } },
    { name: 'a message without a chat', value: { update_id: 1, message: { from } } },
    { name: 'a chat in words', value: { update_id: 1, message: { chat: { id: '7', type: 'private' }, from } } },
    { name: 'words that are a number', value: { update_id: 1, message: { chat, from, text: 5 } } },
    { name: 'a photo of no sizes', value: { update_id: 1, message: { chat, from, photo: [] } } },
    { name: 'a document without an id', value: { update_id: 1, message: { chat, from, document: {} } } },
    { name: 'a contact without a number', value: { update_id: 1, message: { chat, from, contact: {} } } },
    {
      name: 'a press without a sender’s number',
      value: { update_id: 1, callback_query: { id: 'P', from: { id: 'x' } } },
    },
    { name: 'a press by nobody', value: { update_id: 1, callback_query: { id: 'P', data: 'x' } } },
    { name: 'a membership without a state', value: { update_id: 1, my_chat_member: { chat, from } } },
  ];
  test.each(cases)('$name', ({ value }) => {
    expect(readUpdate(value)).toBeNull();
  });
});
