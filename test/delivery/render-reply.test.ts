import { describe, expect, it } from 'vitest';
import { renderReply, splitText } from '../../src/delivery/render-reply.ts';

const can = { textLimit: 40, buttonsPerRow: 2, buttonsInAll: 5, labelLimit: 10, fileLimit: 1 };

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

describe('buttons fit the platform', () => {
  const render = (_language: string, text: { key: string }) => text.key;
  const option = (key: string) => ({ label: { key }, press: key });

  it('wide rows are broken, too many buttons are left out, long labels end in an ellipsis', () => {
    const reply = {
      texts: [{ key: 'text' }],
      options: [[option('a'), option('b'), option('c')], [option('a very long label')], [option('e'), option('f')]],
      content: 'public' as const,
    };
    const { buttons } = renderReply(reply, 'ru', can, render);
    expect(buttons.map((row) => row.map((button) => button.label))).toEqual([['a', 'b'], ['c'], ['a very lo…'], ['e']]);
    expect(buttons[2]?.[0]?.press).toBe('a very long label');
  });

  it('paragraphs stand apart', () => {
    const reply = { texts: [{ key: 'one' }, { key: 'two' }], content: 'public' as const };
    expect(renderReply(reply, 'ru', can, render)).toEqual({ texts: ['one\n\ntwo'], buttons: [] });
  });
});
