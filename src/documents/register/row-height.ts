/** Heights of rows whose texts wrap: not every reader of spreadsheets fits them by itself, and a row too low prints lines over each other. */

const LINE_POINTS = 13;
const PADDING_POINTS = 4;
/** A digit is the unit of a column's width; Russian letters are a little wider. Tried on Arial 10 in LibreOffice. */
const LETTER_WIDTH = 1.03;

/** Height in points for texts in columns of these widths (in characters). */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, at) => linesOf(text, widths[at] ?? 1));
  return Math.max(1, ...lines) * LINE_POINTS + PADDING_POINTS;
}

/** Lines of a text that breaks at spaces and hyphens, and inside a word that is longer than a line. */
function linesOf(text: string, width: number): number {
  const room = Math.max(1, Math.floor((width - 1) / LETTER_WIDTH));
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(/(?<=[\s-])/)) {
      if (used > 0 && used + word.trimEnd().length > room) {
        lines += 1;
        used = 0;
      }
      used += word.length;
      // The last space of a line may hang over its edge.
      const over = Math.max(0, Math.ceil(word.trimEnd().length / room) - 1);
      lines += over;
      used -= over * room;
    }
  }
  return lines;
}
