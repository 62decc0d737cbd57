/** Choices of a form: the one that was made, or all with boxes to tick by hand. */
import type { Piece } from './block.ts';

/** How the forms are printed. */
export interface PaperOptions {
  /** All variants with boxes to tick by hand, as the order prints them, instead of the chosen one only. Default false. */
  readonly fullForm?: boolean;
}

/** The chosen words; nothing chosen leaves a line; in the full form every one has a box. */
export function choose<Code extends string>(
  words: Readonly<Record<Code, string>>,
  chosen: Code | null,
  full: boolean,
): readonly Piece[] {
  if (!full) return [chosen === null ? { blank: 20 } : { bold: words[chosen] }];
  const every: readonly string[] = Object.values(words);
  // A box and its words stay on one line.
  const boxes = every.map((text): Piece => ({ box: text.replaceAll(' ', '\u00a0') }));
  return boxes.flatMap((box, at) => (at === 0 ? [box] : ['  ', box]));
}
