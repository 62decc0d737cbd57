/** The little of fontkit that is used: widths of letters. The package brings no types. */
declare module 'fontkit' {
  /** One cut of a face. */
  export interface Font {
    /** Units of one em. */
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    /** Letters set in a line, kerned as a drawing program sets them; in units of the em. */
    layout(text: string): { readonly advanceWidth: number };
  }
  export function openSync(path: string): Font;
}
