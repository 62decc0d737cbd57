/** Lines of text: pieces become runs. */
import { type IRunOptions, TextRun, UnderlineType } from 'docx';
import type { Piece } from './block.ts';

/** Box to tick; Tinos has none, the face named here is on every Windows, and others take theirs. */
const BOX = '☐';
const BOX_FACE = 'Segoe UI Symbol';

/** Without what may not stand in XML (control signs, torn halves of a pair): one such sign makes Word refuse the whole file. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|\p{Cs}|[\ufffe\uffff]/gu, '');
}

/** Runs of a line; line breaks inside a text stay. */
export function runs(pieces: readonly Piece[], look: IRunOptions = {}): TextRun[] {
  return pieces.flatMap((piece) => runsOf(piece, look));
}

function runsOf(piece: Piece, look: IRunOptions): TextRun[] {
  if (typeof piece === 'string') return lines(piece, look);
  if ('bold' in piece) return lines(piece.bold, { ...look, bold: true });
  if ('underlined' in piece) return lines(piece.underlined, { ...look, underline: { type: UnderlineType.SINGLE } });
  if ('blank' in piece) return lines('_'.repeat(piece.blank), look);
  return [...boxRuns(look), ...lines(piece.box, look)];
}

/** An empty box with its space. */
export function boxRuns(look: IRunOptions = {}): TextRun[] {
  return [new TextRun({ ...look, text: `${BOX}\u00a0`, font: BOX_FACE })];
}

function lines(text: string, look: IRunOptions): TextRun[] {
  return clean(text)
    .split('\n')
    .map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 ? { break: 1 } : {}) }));
}
