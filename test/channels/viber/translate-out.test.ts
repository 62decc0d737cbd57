import { describe, expect, test } from 'vitest';
import { keyboardOf } from '../../../src/channels/viber/keyboard.ts';
import { bodyOf, translateMessage, VIBER_CAN } from '../../../src/channels/viber/translate-out.ts';
import type { OutgoingFile, OutgoingMessage } from '../../../src/delivery/channel.ts';
import { readMessage, rowsOf } from '../../support/viber-fake/shapes.ts';

const message = (parts: Partial<OutgoingMessage>): OutgoingMessage => ({
  id: 'm1',
  externalId: 'K917PBuvPZmhKfb8Vw3b2Q==',
  text: '',
  buttons: [],
  files: [],
  at: '2026-11-22T06:00:00.000Z',
  ...parts,
});
const button = (label: string, press = 'g.menu') => ({ label, press, url: null });
const file = (name: string, mediaType: string, size = 10): OutgoingFile => ({
  hash: 'ab'.repeat(32),
  name,
  mediaType,
  size,
  bytes: async () => new Uint8Array(size),
});
const kinds = (parts: Partial<OutgoingMessage>) => {
  const translated = translateMessage(message(parts));
  if (translated.kind === 'refused') return translated.why;
  return translated.sendings.map((one) =>
    [one.kind, one.kind === 'text' ? one.text : one.caption, one.keyboard === null ? '' : 'keyboard']
      .filter((part) => part !== '')
      .join(' '),
  );
};
const bodies = (parts: Partial<OutgoingMessage>) => {
  const translated = translateMessage(message(parts));
  if (translated.kind === 'refused') throw new Error(translated.why);
  const to = { receiver: 'K917PBuvPZmhKfb8Vw3b2Q==', senderName: 'Opora' };
  return translated.sendings.map((sending) => bodyOf(sending, to, () => 'https://opora.example/viber/files/x.png'));
};

describe('the order of calls', () => {
  const buttons = [[button('Меню')]];
  const picture = file('QR.png', 'image/png');
  const paper = file('Лист.pdf', 'application/pdf');
  test.each([
    { name: 'words', parts: { text: 'да', buttons }, calls: ['text да keyboard'] },
    {
      name: 'a picture with short words',
      parts: { text: 'да', files: [picture], buttons },
      calls: ['picture да keyboard'],
    },
    {
      name: 'a picture with long words',
      parts: { text: 'д'.repeat(121), files: [picture], buttons },
      calls: ['picture', `text ${'д'.repeat(121)} keyboard`],
    },
    {
      name: 'a paper: it takes no words',
      parts: { text: 'да', files: [paper], buttons },
      calls: ['file', 'text да keyboard'],
    },
    {
      name: 'several',
      parts: { text: 'да', files: [picture, paper], buttons },
      calls: ['picture', 'file', 'text да keyboard'],
    },
    { name: 'no words', parts: { files: [paper, picture], buttons }, calls: ['file', 'picture keyboard'] },
    { name: 'a picture over 1 MB', parts: { files: [file('a.jpg', 'image/jpeg', 1024 * 1024 + 1)] }, calls: ['file'] },
    {
      name: 'a picture the platform does not show',
      parts: { files: [file('a.svg', 'image/svg+xml')] },
      calls: ['file'],
    },
  ])('$name', ({ parts, calls }) => {
    expect(kinds(parts)).toEqual(calls);
  });

  test.each([
    { name: 'a text over the limit', parts: { text: 'x'.repeat(5001) }, why: 'viber-too-long' },
    { name: 'nothing', parts: {}, why: 'viber-empty' },
    { name: 'buttons alone', parts: { buttons }, why: 'viber-empty' },
    {
      name: '37 buttons',
      parts: { text: 'x', buttons: Array.from({ length: 37 }, () => [button('x')]) },
      why: 'viber-too-many-buttons',
    },
    {
      name: 'a payload over 64 bytes',
      parts: { text: 'x', buttons: [[button('x', 'x'.repeat(65))]] },
      why: 'viber-button',
    },
    {
      name: 'a file over 50 MB',
      parts: { files: [file('a.zip', 'application/zip', 50 * 1024 * 1024 + 1)] },
      why: 'viber-file-too-large',
    },
  ])('$name is refused here, not there', ({ parts, why }) => {
    expect(kinds(parts)).toBe(why);
  });
});

describe('a body', () => {
  test('as full as the channel promises is within 30 KB and the shapes of the platform', () => {
    const buttons = Array.from({ length: VIBER_CAN.buttonsInAll }, (_, at) => [
      button('—'.repeat(VIBER_CAN.labelLimit), `c.1.${String(at).padStart(60, 'x')}`),
    ]);
    const [body] = bodies({ text: '₽'.repeat(VIBER_CAN.textLimit), buttons });
    expect(readMessage(body ?? '', true)).toHaveProperty('message');
  });

  test('that would be heavier is not sent at all', () => {
    // Control characters take six bytes each: nothing we write has them.
    expect(bodies({ text: '\u0001'.repeat(5000), buttons: [[button('x')]] })).toHaveLength(1);
    expect(bodies({ text: '\u0001'.repeat(5000) })).toEqual([expect.any(String)]);
    const buttons = [[{ label: 'x', press: 'g.menu', url: `https://a.example/${'x'.repeat(2000)}` }]];
    expect(bodies({ text: '\u0001'.repeat(5000), buttons })).toEqual([null]);
  });

  test('of a file keeps the ending of a name that is too long', () => {
    const [body] = bodies({ files: [file(`${'я'.repeat(300)}.docx`, 'application/msword')] });
    const name = (JSON.parse(body ?? '') as { file_name: string }).file_name;
    expect(name).toHaveLength(256);
    expect(name.endsWith('я.docx')).toBe(true);
  });

  test('needs no new application, and has a sender’s name that fits', () => {
    const translated = translateMessage(message({ text: 'x', buttons: [[button('x')]] }));
    const sending = translated.kind === 'sendings' ? translated.sendings[0] : undefined;
    if (sending === undefined) throw new Error('refused');
    const body = bodyOf(sending, { receiver: 'abcd', senderName: 'Очень длинное название учреждения' }, () => '') ?? '';
    expect(JSON.parse(body)).toMatchObject({ min_api_version: 1, sender: { name: 'Очень длинное название учреж' } });
  });
});

describe('a keyboard', () => {
  const labels = (rows: readonly (readonly string[])[]) => {
    const keyboard = keyboardOf(rows.map((row) => row.map((label) => button(label))));
    return rowsOf([...(keyboard?.Buttons ?? [])]).map((row) =>
      row.map((one) => `${one.Text}/${one.Columns}`).join(' '),
    );
  };
  test('keeps its rows', () => {
    expect(labels([['а', 'б', 'в'], ['г', 'д'], ['е']])).toEqual(['а/2 б/2 в/2', 'г/3 д/3', 'е/6']);
  });

  test('breaks a row that is too wide', () => {
    expect(labels([['а', 'б', 'в', 'г']])).toEqual(['а/2 б/2 в/2', 'г/6']);
  });

  test.each([
    { count: 12, rows: 12 },
    { count: 13, rows: 7 },
    { count: 24, rows: 12 },
    { count: 25, rows: 9 },
    { count: 36, rows: 12 },
  ])('of $count buttons one under the other takes $rows rows, in order', ({ count, rows }) => {
    const names = Array.from({ length: count }, (_, at) => `k${at}`);
    const shown = labels(names.map((name) => [name]));
    expect(shown).toHaveLength(rows);
    expect(shown.join(' ').replaceAll(/\/\d/g, '').split(' ')).toEqual(names);
  });

  test('escapes labels, because they are HTML, and hides what is said by a press', () => {
    const keyboard = keyboardOf([[button('<b>Да</b> & нет', 'c.1.yes')]]);
    expect(keyboard?.Buttons).toEqual([
      {
        Columns: 6,
        Rows: 1,
        ActionType: 'reply',
        ActionBody: 'opora:c.1.yes',
        Text: '&lt;b&gt;Да&lt;/b&gt; &amp; нет',
        Silent: true,
      },
    ]);
  });

  test('without buttons is none', () => {
    expect(keyboardOf([])).toBeNull();
    expect(keyboardOf([[]])).toBeNull();
  });
});
