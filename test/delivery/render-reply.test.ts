import { describe, expect, it } from 'vitest';
import type { Option, Reply } from '../../src/dialogs/dialog.ts';
import type { Capabilities } from '../../src/delivery/channel.ts';
import { type RenderedPiece, renderReply, splitText } from '../../src/delivery/render-reply.ts';

const can: Capabilities = { textLimit: 40, buttonsPerRow: 2, buttonsInAll: 5, labelLimit: 10, fileLimit: 1 };
const render = (_language: string, text: { key: string }) => text.key;
const option = (key: string, url?: string): Option => ({ label: { key }, press: `g.${key}`, ...(url ? { url } : {}) });
const reply = (text: string, ...options: Option[][]): Reply => ({ texts: [{ key: text }], options, content: 'public' });
const labels = (pieces: readonly RenderedPiece[]) =>
  pieces.map(({ buttons }) => buttons.map((row) => row.map(({ label }) => label)));

describe('a long text is split where a reader would pause', () => {
  it.each([
    ['short stays whole', 'один', ['один']],
    ['paragraphs first', `${'а'.repeat(25)}\n\n${'б'.repeat(25)}`, ['а'.repeat(25), 'б'.repeat(25)]],
    ['then sentences', `${'а'.repeat(28)}. ${'б'.repeat(28)}.`, [`${'а'.repeat(28)}.`, `${'б'.repeat(28)}.`]],
    ['then words', `${'а'.repeat(30)} ${'б'.repeat(30)}`, ['а'.repeat(30), 'б'.repeat(30)]],
    ['one endless word is cut at the limit', 'я'.repeat(90), ['я'.repeat(40), 'я'.repeat(40), 'я'.repeat(10)]],
  ])('%s', (_name, text, pieces) => expect(splitText(text, 40)).toEqual(pieces));

  it('never cuts an emoji in two', () => {
    const pieces = splitText(`${'а'.repeat(39)}🙂🙂`, 40);
    expect(pieces.join('')).toBe(`${'а'.repeat(39)}🙂🙂`);
    expect(pieces.every((piece) => !/[\ud800-\udbff]$/.test(piece))).toBe(true);
  });
});

describe('no choice is lost', () => {
  it('wide rows are broken; what does not fit goes on in further messages', () => {
    const pieces = renderReply(
      reply('text', [option('a'), option('b'), option('c')], [option('d')], [option('e'), option('f')], [option('g')]),
      'ru',
      can,
      render,
    );
    expect(labels(pieces)).toEqual([
      [['a', 'b'], ['c'], ['d']],
      [['e', 'f'], ['g']],
    ]);
    expect(pieces.map(({ text, isContinued }) => [text, isContinued])).toEqual([
      ['text', false],
      ['core:more-choices', true],
    ]);
  });

  it('buttons stand under the end of a text that had to be split', () => {
    const pieces = renderReply(reply(`${'а'.repeat(30)} ${'б'.repeat(30)}`, [option('a')]), 'ru', can, render);
    expect(labels(pieces)).toEqual([[], [['a']]]);
  });

  it('a label that would be cut stands whole in the text under its number', () => {
    const pieces = renderReply(
      reply('text', [option('a very long label')], [option('b')], [option('another long one')]),
      'ru',
      can,
      render,
    );
    expect(pieces.map(({ text }) => text).join(' ')).toBe('text\n\n1. a very long label 2. another long one');
    expect(labels(pieces).at(-1)).toEqual([['1. a very…'], ['b'], ['2. anothe…']]);
    expect(pieces.at(-1)?.buttons[0]?.[0]?.press).toBe('g.a very long label');
  });

  it('words that stand in the text already are only cut on their button', () => {
    const pieces = renderReply(reply('July: 12 500 roubles', [option('✏️ July: 12 500 roubles')]), 'ru', can, render);
    expect(pieces.map(({ text }) => text)).toEqual(['July: 12 500 roubles']);
    expect(labels(pieces)).toEqual([[['✏️ July:…']]]);
  });

  it('a cut never leaves half an emoji', () => {
    const [piece] = renderReply(reply('x', [option('12345678🙂🙂🙂')]), 'ru', { ...can, labelLimit: 13 }, render);
    expect(piece?.buttons[0]?.[0]?.label.isWellFormed()).toBe(true);
  });

  it('without buttons every choice is numbered and every address stands beside its words', () => {
    const bare = { ...can, buttonsInAll: 0, textLimit: 400 };
    const talk = reply('text', [option('yes'), option('no')], [option('site', 'https://a.example')]);
    expect(renderReply(talk, 'ru', bare, render)).toEqual([
      { text: 'text\n\n1. yes\n2. no\nsite: https://a.example', buttons: [], isContinued: false },
    ]);
    expect(renderReply({ ...talk, numbersTaken: true }, 'ru', bare, render)[0]?.text).toContain('/1. yes\n/2. no');
  });

  it('paragraphs stand apart', () => {
    const two: Reply = { texts: [{ key: 'one' }, { key: 'two' }], content: 'public' };
    expect(renderReply(two, 'ru', can, render)).toEqual([{ text: 'one\n\ntwo', buttons: [], isContinued: false }]);
  });
});
