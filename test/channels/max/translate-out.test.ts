import { describe, expect, test } from 'vitest';
import { keyboardOf } from '../../../src/channels/max/keyboard.ts';
import { translateMessage } from '../../../src/channels/max/translate-out.ts';
import { safeFileName } from '../../../src/channels/max/upload.ts';
import type { OutgoingFile, OutgoingMessage } from '../../../src/delivery/channel.ts';

const MB = 1024 * 1024;
const button = (label: string, url: string | null = null) => ({ label, press: `g.${label}`, url });
const link = (label: string) => button(label, `https://example.org/${label}`);
const many = (count: number) => Array.from({ length: count }, (_, at) => button(`${at}`));
const file = (name: string, mediaType = 'application/pdf', size = 10): OutgoingFile => ({
  hash: 'h',
  name,
  mediaType,
  size,
  bytes: async () => new Uint8Array(),
});
const message = (parts: Partial<OutgoingMessage>): OutgoingMessage => ({
  id: 'm',
  externalId: '1',
  text: '',
  buttons: [],
  files: [],
  at: '2026-11-22T06:00:00.000Z',
  ...parts,
});
/** One line per call: file, words, buttons. */
const told = (parts: Partial<OutgoingMessage>, asFiles = false): readonly string[] | string => {
  const translated = translateMessage(message(parts), asFiles);
  if (translated.kind === 'refused') return translated.why;
  return translated.sendings.map(({ text, file: sent, keyboard }) => {
    const buttons = keyboard.map((row) => row.map((one) => one.text).join('|')).join('/');
    return `${sent?.as ?? '-'} ${text ?? '-'} ${buttons === '' ? '-' : buttons}`;
  });
};

describe('how a message is divided into calls', () => {
  const menu = [[button('Меню')]];
  const picture = file('1', 'image/png');
  const cases: {
    name: string;
    parts: Partial<OutgoingMessage>;
    calls: readonly string[] | string;
    asFiles?: boolean;
  }[] = [
    { name: 'words', parts: { text: 'а' }, calls: ['- а -'] },
    { name: 'words with buttons', parts: { text: 'а', buttons: menu }, calls: ['- а Меню'] },
    {
      name: 'a picture takes words and buttons',
      parts: { text: 'а', buttons: menu, files: [picture] },
      calls: ['image а Меню'],
    },
    {
      name: 'a picture the platform would not have as one goes as a file',
      parts: { text: 'а', buttons: menu, files: [picture] },
      calls: ['file - -', '- а Меню'],
      asFiles: true,
    },
    { name: 'a paper takes words', parts: { text: 'а', files: [file('1')] }, calls: ['file а -'] },
    {
      name: 'a paper must be alone where there are buttons',
      parts: { text: 'а', buttons: menu, files: [file('1')] },
      calls: ['file - -', '- а Меню'],
    },
    {
      name: 'several files go first, the buttons stay last',
      parts: { text: 'а', buttons: menu, files: [file('1'), picture] },
      calls: ['file - -', 'image - -', '- а Меню'],
    },
    { name: 'files alone', parts: { files: [file('1'), file('2')] }, calls: ['file - -', 'file - -'] },
    {
      name: 'files with buttons and no words',
      parts: { buttons: menu, files: [file('1'), file('2')] },
      calls: ['file - -', 'file - Меню'],
    },
    { name: 'a picture the platform does not know', parts: { files: [file('1', 'image/webp')] }, calls: ['file - -'] },
    {
      name: 'a link to this machine goes into the words, and the rest stays',
      parts: { text: 'а', buttons: [[button('Открыть', 'http://localhost:3000/')], ...menu] },
      calls: ['- а\n\nОткрыть: http://localhost:3000/ Меню'],
    },
    { name: 'nothing at all', parts: {}, calls: 'max-empty' },
    { name: 'buttons alone', parts: { buttons: menu }, calls: 'max-empty' },
    { name: 'words of 4000', parts: { text: 'а'.repeat(4000) }, calls: [`- ${'а'.repeat(4000)} -`] },
    { name: 'words over 4000', parts: { text: 'а'.repeat(4001) }, calls: 'max-too-long' },
    {
      name: 'more than 210 buttons',
      parts: { text: 'а', buttons: many(211).map((one) => [one]) },
      calls: 'max-buttons',
    },
    { name: 'a payload over 1024', parts: { text: 'а', buttons: [[button('x'.repeat(1024))]] }, calls: 'max-buttons' },
    {
      name: 'a file over 50 MB',
      parts: { files: [file('1', 'application/pdf', 50 * MB + 1)] },
      calls: 'max-file-too-large',
    },
  ];
  test.each(cases)('$name', ({ parts, calls, asFiles }) => {
    expect(told(parts, asFiles)).toEqual(calls);
  });
});

describe('rows of a keyboard', () => {
  const widths = (rows: Parameters<typeof keyboardOf>[0]) => keyboardOf(rows)?.map((row) => row.length) ?? null;
  test('stay as they were asked for', () => {
    expect(widths([[button('1'), button('2')], [button('3')]])).toEqual([2, 1]);
  });
  test('hold seven buttons, and three where one is a link', () => {
    expect(widths([many(9)])).toEqual([7, 2]);
    expect(widths([[link('a'), link('b'), link('c'), link('d')]])).toEqual([3, 1]);
    expect(widths([[...many(3), link('a')]])).toEqual([3, 1]);
  });
  test('thirty go as they are; more share rows with their neighbours, as few as it takes', () => {
    expect(widths(many(30).map((one) => [one]))).toEqual(Array(30).fill(1));
    expect(widths(many(31).map((one) => [one]))).toEqual([...Array<number>(15).fill(2), 1]);
    expect(widths(many(210).map((one) => [one]))).toEqual(Array(30).fill(7));
  });
  test('keep every button and its order when they are joined', () => {
    const asked = [...many(40).map((one) => [one]), [link('a')], [button('z')]];
    expect(
      keyboardOf(asked)
        ?.flat()
        .map(({ text }) => text),
    ).toEqual(asked.flat().map(({ label }) => label));
  });
  test('links that do not fit are not squeezed in', () => {
    expect(widths(Array.from({ length: 91 }, (_, at) => [link(`${at}`)]))).toBeNull();
  });
});

test.each([
  { name: 'Справка за июль.pdf', safe: 'Справка за июль.pdf' },
  { name: 'a"\r\nx: y;.pdf', safe: 'a_x: y_.pdf' },
  { name: '../../etc/passwd', safe: '.._.._etc_passwd' },
  { name: '  ', safe: 'file' },
])('a file name cannot break out of its header: $name', ({ name, safe }) => {
  expect(safeFileName(name)).toBe(safe);
});
