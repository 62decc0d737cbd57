/** A paper between its values and its file: what stands on the page, in reading order, without a word about any file format. */

/**
 * A stretch of a line. `blank` is a line to write on, about that many letters long; `box` a choice to tick, with its words;
 * `underlined` a choice marked by a stroke.
 */
export type Piece =
  | string
  | { readonly blank: number }
  | { readonly box: string }
  | { readonly underlined: string }
  | { readonly bold: string };

/** A label with the value that was filled in; null leaves the line empty, with `unit` behind it. */
export interface FieldRow {
  readonly label: string;
  readonly value: string | null;
  readonly unit?: string;
  /** Amounts stand at the right edge. */
  readonly amount?: true;
}

/** One who signs; an empty name leaves the line empty. */
export interface SignatureRow {
  readonly position: string;
  readonly office: string;
  readonly name: string;
}

/** One thing on the page. */
export type Block =
  /** Small lines in the upper right corner: which form this is. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'title'; readonly title: string; readonly about: string; readonly under: string | null }
  /** A bold line that stays with what follows. */
  | { readonly kind: 'heading'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'paragraph'; readonly pieces: readonly Piece[] }
  /** Lines of a list, each with a dash, or with a box to tick. */
  | { readonly kind: 'list'; readonly mark: 'dash' | 'box'; readonly items: readonly (readonly Piece[])[] }
  /** Words typed by a person, line breaks kept; null leaves lines to write on. */
  | { readonly kind: 'words'; readonly text: string | null }
  | { readonly kind: 'fields'; readonly rows: readonly FieldRow[] }
  | {
      readonly kind: 'measures';
      readonly columns: readonly [string, string];
      readonly under: string;
      readonly rows: readonly (readonly [string, string])[];
    }
  /** A small line under what it explains. */
  | { readonly kind: 'remark'; readonly text: string }
  /** Two columns at the top of a letter: who writes, to whom. */
  | { readonly kind: 'letterhead'; readonly from: string; readonly to: string }
  /** The end of the paper, never torn: the day (with its caption), then a line for each who signs. */
  | {
      readonly kind: 'signatures';
      readonly day: { readonly label: string; readonly value: string | null; readonly caption: string } | null;
      readonly rows: readonly SignatureRow[];
      readonly nameCaption: string;
      readonly signatureCaption: string;
    };
