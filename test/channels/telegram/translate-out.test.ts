import { describe, expect, test } from 'vitest';
import { safeFileName, translateMessage } from '../../../src/channels/telegram/translate-out.ts';
import type { OutgoingFile, OutgoingMessage } from '../../../src/delivery/channel.ts';

const MB = 1024 * 1024;
const button = (label: string, url: string | null = null) => ({ label, press: `g.${label}`, url });
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
/** One line per call: kind, words, buttons. */
const told = (parts: Partial<OutgoingMessage>): readonly string[] | string => {
  const translated = translateMessage(message(parts));
  if (translated.kind === 'refused') return translated.why;
  return translated.sendings.map((sending) => {
    const words = sending.kind === 'text' ? sending.text : (sending.caption ?? '-');
    const buttons =
      sending.keyboard?.inline_keyboard.map((row) => row.map(({ text }) => text).join('|')).join('/') ?? '-';
    return `${sending.kind} ${words} ${buttons}`;
  });
};

describe('how a message is divided into calls', () => {
  const menu = [[button('Меню')]];
  const cases: { name: string; parts: Partial<OutgoingMessage>; calls: readonly string[] | string }[] = [
    { name: 'words', parts: { text: 'а' }, calls: ['text а -'] },
    { name: 'words with buttons', parts: { text: 'а', buttons: menu }, calls: ['text а Меню'] },
    {
      name: 'one file takes words and buttons',
      parts: { text: 'а', buttons: menu, files: [file('1')] },
      calls: ['document а Меню'],
    },
    { name: 'a picture is shown', parts: { files: [file('1', 'image/png')] }, calls: ['photo - -'] },
    { name: 'a picture of 10 MB is shown', parts: { files: [file('1', 'image/jpeg', 10 * MB)] }, calls: ['photo - -'] },
    {
      name: 'a larger picture is a document',
      parts: { files: [file('1', 'image/jpeg', 10 * MB + 1)] },
      calls: ['document - -'],
    },
    {
      name: 'a picture the platform cannot show is a document',
      parts: { files: [file('1', 'image/heic')] },
      calls: ['document - -'],
    },
    {
      name: 'several files go first, the buttons stay last',
      parts: { text: 'а', buttons: menu, files: [file('1'), file('2')] },
      calls: ['document - -', 'document - -', 'text а Меню'],
    },
    {
      name: 'several files alone: the last has the buttons',
      parts: { buttons: menu, files: [file('1'), file('2')] },
      calls: ['document - -', 'document - Меню'],
    },
    {
      name: 'words of 1024 fit under a file',
      parts: { text: 'а'.repeat(1024), files: [file('1')] },
      calls: [`document ${'а'.repeat(1024)} -`],
    },
    {
      name: 'longer words follow the file',
      parts: { text: 'а'.repeat(1025), buttons: menu, files: [file('1')] },
      calls: ['document - -', `text ${'а'.repeat(1025)} Меню`],
    },
    {
      name: 'nine buttons in a row become two rows',
      parts: { text: 'а', buttons: [Array.from({ length: 9 }, (_, at) => button(`${at}`))] },
      calls: ['text а 0|1|2|3|4|5|6|7/8'],
    },
    {
      name: 'a link to this machine goes into the words, and the rest stays',
      parts: { text: 'а', buttons: [[button('Открыть', 'http://localhost:3000/')], ...menu] },
      calls: ['text а\n\nОткрыть: http://localhost:3000/ Меню'],
    },
    { name: 'nothing at all', parts: {}, calls: 'telegram-empty' },
    { name: 'buttons alone', parts: { buttons: menu }, calls: 'telegram-empty' },
    { name: 'words over 4096', parts: { text: 'а'.repeat(4097) }, calls: 'telegram-too-long' },
    {
      name: 'more than 100 buttons',
      parts: { text: 'а', buttons: Array.from({ length: 101 }, (_, at) => [button(`${at}`)]) },
      calls: 'telegram-too-many-buttons',
    },
    {
      name: 'a payload over 64 bytes',
      parts: { text: 'а', buttons: [[button('я'.repeat(32))]] },
      calls: 'telegram-button',
    },
    {
      name: 'a file over 50 MB',
      parts: { files: [file('1', 'application/pdf', 50 * MB + 1)] },
      calls: 'telegram-file-too-large',
    },
  ];
  test.each(cases)('$name', ({ parts, calls }) => {
    expect(told(parts)).toEqual(calls);
  });
});

test.each([
  { name: 'Справка за июль.pdf', safe: 'Справка за июль.pdf' },
  { name: 'a"\r\nx: y;.pdf', safe: 'a_x: y_.pdf' },
  { name: '../../etc/passwd', safe: '.._.._etc_passwd' },
  { name: '\n', safe: '_' },
  { name: '  ', safe: 'file' },
])('a file name cannot break out of its header: $name', ({ name, safe }) => {
  expect(safeFileName(name)).toBe(safe);
});
