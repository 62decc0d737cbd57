import { describe, expect, test } from 'vitest';
import { randomIdOf } from '../../../src/channels/vk/random-id.ts';
import { translateMessage } from '../../../src/channels/vk/translate-out.ts';
import { isVkAddress } from '../../../src/channels/vk/vk-hosts.ts';
import type { OutgoingFile, OutgoingMessage } from '../../../src/delivery/channel.ts';

const MB = 1024 * 1024;
const button = (label: string, url: string | null = null) => ({ label, press: `g.${label}`, url });
const file = (name: string, size = 10): OutgoingFile => ({
  hash: 'h',
  name,
  mediaType: 'application/pdf',
  size,
  bytes: async () => new Uint8Array(),
});
/** One line per call: words, files, buttons. */
const told = (parts: Partial<OutgoingMessage>): readonly string[] | string => {
  const at = '2026-11-22T06:00:00.000Z';
  const translated = translateMessage({ id: 'm', externalId: '1', text: '', buttons: [], files: [], at, ...parts });
  if (translated.kind === 'refused') return translated.why;
  return translated.sendings.map(({ text, files, keyboard }) => {
    const rows = keyboard?.buttons.map((row) => row.map(({ action }) => action.label).join('|')).join('/') ?? '-';
    return `${text === '' ? '-' : text} [${files.map(({ name }) => name).join(' ')}] ${rows}`;
  });
};

describe('how a message is divided into calls', () => {
  const menu = [[button('Меню')]];
  const ten = Array.from({ length: 10 }, (_, at) => button(`${at}`));
  const files = (count: number) => Array.from({ length: count }, (_, at) => file(`${at + 1}`));
  const cases: { name: string; parts: Partial<OutgoingMessage>; calls: readonly string[] | string }[] = [
    { name: 'words', parts: { text: 'а' }, calls: ['а [] -'] },
    {
      name: 'words, files and buttons are one message',
      parts: { text: 'а', buttons: menu, files: files(2) },
      calls: ['а [1 2] Меню'],
    },
    { name: 'files alone', parts: { files: files(10) }, calls: ['- [1 2 3 4 5 6 7 8 9 10] -'] },
    {
      name: 'eleven files: the first ten go ahead',
      parts: { text: 'а', buttons: menu, files: files(11) },
      calls: ['- [1 2 3 4 5 6 7 8 9 10] -', 'а [11] Меню'],
    },
    {
      name: 'six rows stay as they are',
      parts: { text: 'а', buttons: [ten.slice(0, 5), ...ten.slice(5).map((one) => [one])] },
      calls: ['а [] 0|1|2|3|4/5/6/7/8/9'],
    },
    {
      name: 'ten rows become five of two',
      parts: { text: 'а', buttons: ten.map((one) => [one]) },
      calls: ['а [] 0|1/2|3/4|5/6|7/8|9'],
    },
    {
      name: 'a row of six is laid out anew',
      parts: { text: 'а', buttons: [ten.slice(0, 6)] },
      calls: ['а [] 0/1/2/3/4/5'],
    },
    {
      name: 'a link to this machine goes into the words, and the rest stays',
      parts: { text: 'а', buttons: [[button('Открыть', 'http://localhost:3000/')], ...menu] },
      calls: ['а\n\nОткрыть: http://localhost:3000/ [] Меню'],
    },
    { name: 'nothing at all', parts: {}, calls: 'vk-empty' },
    { name: 'buttons alone', parts: { buttons: menu }, calls: 'vk-empty' },
    { name: 'words over 4096', parts: { text: 'а'.repeat(4097) }, calls: 'vk-too-long' },
    {
      name: 'more than ten buttons',
      parts: { text: 'а', buttons: [ten, menu[0] ?? []] },
      calls: 'vk-too-many-buttons',
    },
    {
      name: 'a payload over 255',
      parts: { text: 'а', buttons: [[{ label: 'а', press: 'x'.repeat(248), url: null }]] },
      calls: 'vk-button',
    },
    { name: 'a file over 50 MB', parts: { files: [file('1', 50 * MB + 1)] }, calls: 'vk-file-too-large' },
  ];
  test.each(cases)('$name', ({ parts, calls }) => {
    expect(told(parts)).toEqual(calls);
  });
});

describe('the idempotency key', () => {
  test('is the same for the same message, another for another person, message or part', () => {
    const keys = [randomIdOf('m', '1', 0), randomIdOf('m', '2', 0), randomIdOf('n', '1', 0), randomIdOf('m', '1', 1)];
    expect(new Set(keys).size).toBe(4);
    expect(randomIdOf('m', '1', 0)).toBe(keys[0]);
  });
  test('is a 32-bit number other than 0, and ten thousand messages of one person do not meet often', () => {
    const keys = Array.from({ length: 10_000 }, (_, at) => randomIdOf(`m${at}`, '1', 0));
    expect(keys.every((key) => key !== 0 && key === (key | 0))).toBe(true);
    expect(new Set(keys).size).toBeGreaterThan(9998);
  });
});

test.each([
  ['https://vk.com/doc1_2?hash=x', true],
  ['https://psv4.userapi.com/s/v1/d/x', true],
  ['https://pu.vk.ru/upload.php', true],
  ['http://vk.com/doc1_2', false],
  ['https://vk.com.example.org/', false],
  ['https://notvk.com/', false],
  ['http://127.0.0.1:9000/store/x', true],
  ['http://127.0.0.1:9001/store/x', false],
  ['http://169.254.169.254/latest', false],
  ['file:///etc/passwd', false],
  ['', false],
])('files come from and go to the platform only: %s is %s', (address, allowed) => {
  expect(isVkAddress(address, 'http://127.0.0.1:9000')).toBe(allowed);
});
