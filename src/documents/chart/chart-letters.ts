/** How wide words are in the picture, so that they are placed before they are drawn and never lie over each other. */
import { type Font, openSync } from 'fontkit';
import { ptSans } from '../fonts.ts';

/** A cut of PT Sans. */
export type Weight = 'normal' | 'bold';

const opened = new Map<Weight, Font>();

/** Width in pixels of a text of this size in pixels. */
export function textWidth(text: string, size: number, weight: Weight = 'normal'): number {
  const face = fontOf(weight);
  return (face.layout(text).advanceWidth / face.unitsPerEm) * size;
}

/** The text in letters the face has: others (pictograms, foreign scripts) become `?`, or the drawing program would show boxes. */
export function drawable(text: string): string {
  const face = fontOf('normal');
  const letters = Array.from(
    text.normalize('NFC').replaceAll(/[\s\p{Cc}]+/gu, (blank) => (blank === '\u00a0' ? blank : ' ')),
  );
  return letters.map((letter) => (face.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : '?')).join('');
}

/** The largest size from `size` down to `least` at which the text fits into `room` pixels; `least` where none does. */
export function sizeToFit(text: string, room: number, size: number, least: number, weight: Weight = 'normal'): number {
  const wide = textWidth(text, size, weight);
  return wide <= room ? size : Math.max(least, Math.floor((size * room) / wide));
}

/** The text, cut with `…` if it is wider than `room` pixels. */
export function cutToFit(text: string, room: number, size: number, weight: Weight = 'normal'): string {
  if (textWidth(text, size, weight) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && textWidth(`${letters.join('').trimEnd()}…`, size, weight) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function fontOf(weight: Weight): Font {
  const known = opened.get(weight);
  if (known !== undefined) return known;
  const font = openSync(ptSans()[weight]);
  opened.set(weight, font);
  return font;
}
