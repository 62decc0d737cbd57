import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { trimFont } from '../../../src/documents/paper/trim-font.ts';

/** What the test asks of a font; the declarations at hand tell of other things. */
interface Font {
  glyphForCodePoint(codePoint: number): { readonly path: { toSVG(): string }; readonly advanceWidth: number };
  hasGlyphForCodePoint(codePoint: number): boolean;
}
const { create } = createRequire(import.meta.url)('fontkit') as { create: (data: Buffer) => Font };

const WHOLE = readFileSync(
  createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
);
const KEPT = 'Жёлтый Ѝ «конь» № 5 ₽ – ñé Āҙ'.replace('Ā', '');
const trimmed = trimFont(WHOLE, (codePoint) => KEPT.includes(String.fromCodePoint(codePoint)));

describe('a trimmed font', () => {
  const [whole, part] = [create(WHOLE), create(Buffer.from(trimmed))];
  const outline = (font: Font, letter: string) => font.glyphForCodePoint(letter.codePointAt(0) ?? 0).path.toSVG();

  it.each([...new Set(KEPT)].filter((letter) => letter !== ' '))(
    'draws «%s» as before, as wide as before',
    (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      expect(outline(part, letter)).toBe(outline(whole, letter));
      expect(outline(part, letter)).not.toBe('');
      expect(part.glyphForCodePoint(code).advanceWidth).toBe(whole.glyphForCodePoint(code).advanceWidth);
    },
  );

  it('says that it has no other letters, so that another font draws them', () => {
    for (const letter of 'QЩĀ中') expect(part.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)).toBe(false);
  });

  it('is much smaller', () => {
    expect(trimmed.byteLength).toBeLessThan(WHOLE.byteLength / 8);
  });

  it('has the checksum that the specification asks for', () => {
    const view = new DataView(trimmed.buffer, trimmed.byteOffset, trimmed.byteLength);
    let total = 0;
    for (let at = 0; at < trimmed.byteLength; at += 4) total = (total + view.getUint32(at)) >>> 0;
    expect(total).toBe(0xb1b0afba);
  });
});
