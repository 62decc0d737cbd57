/** Blocks become paragraphs and tables of a DOCX. */
import { AlignmentType, BorderStyle, convertMillimetersToTwip, Paragraph, Table } from 'docx';
import type { Block, Piece } from './block.ts';
import { drawFields, drawLetterhead, drawMeasures } from './draw-fields.ts';
import { boxRuns, runs } from './draw-pieces.ts';
import { drawSignatures } from './draw-signatures.ts';
import { SIZE } from './page.ts';

const FIRST_LINE = convertMillimetersToTwip(10);
const LIST_INDENT = convertMillimetersToTwip(6);
const GAP = 120;

/** Everything on the page, in order. */
export function drawBlocks(blocks: readonly Block[]): (Paragraph | Table)[] {
  return blocks.flatMap((block, at) => draw(block, blocks[at + 1]?.kind ?? null));
}

function draw(block: Block, next: Block['kind'] | null): (Paragraph | Table)[] {
  // The signatures never stand alone on a page: the last lines of the text go with them.
  const keepNext = next === 'signatures' || (block.kind === 'paragraph' && next === 'list');
  switch (block.kind) {
    case 'note':
      return [note(block.text)];
    case 'title':
      return title(block);
    case 'heading':
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: GAP, after: 40 },
          children: runs(block.pieces, { bold: true }),
        }),
      ];
    case 'paragraph':
      return [text(block.pieces, keepNext)];
    case 'list':
      return block.items.map((item, at) => listLine(item, block.mark, keepNext && at >= block.items.length - 2));
    case 'words':
      return words(block.text, keepNext);
    case 'remark':
      return [
        new Paragraph({
          keepNext,
          spacing: { before: 60, after: GAP },
          children: runs([block.text], { size: SIZE.small }),
        }),
      ];
    case 'fields':
      return [drawFields(block.rows), spacer(keepNext)];
    case 'measures':
      return [drawMeasures(block), spacer(keepNext)];
    case 'letterhead':
      return [drawLetterhead(block), spacer(false)];
    case 'signatures':
      return [spacer(true), drawSignatures(block)];
  }
}

function note(words: string): Paragraph {
  return new Paragraph({
    indent: { left: convertMillimetersToTwip(88) },
    spacing: { after: 200 },
    children: runs([words], { size: SIZE.small }),
  });
}

function title(block: Extract<Block, { kind: 'title' }>): Paragraph[] {
  const middle = { alignment: AlignmentType.CENTER, keepNext: true };
  return [
    new Paragraph({
      ...middle,
      spacing: { before: GAP, after: 60 },
      children: runs([block.title], { bold: true, size: SIZE.title }),
    }),
    new Paragraph({ ...middle, spacing: { after: 60 }, children: runs([block.about], { bold: true }) }),
    ...(block.under === null ? [] : [new Paragraph({ ...middle, children: runs([block.under]) })]),
    spacer(true),
  ];
}

function text(pieces: readonly Piece[], keepNext: boolean): Paragraph {
  return new Paragraph({
    keepNext,
    indent: { firstLine: FIRST_LINE },
    spacing: { before: 60, after: 60 },
    children: runs(pieces),
  });
}

function listLine(pieces: readonly Piece[], mark: 'dash' | 'box', keepNext: boolean): Paragraph {
  return new Paragraph({
    keepNext,
    keepLines: true,
    indent: { left: LIST_INDENT, hanging: LIST_INDENT },
    tabStops: [{ type: 'left', position: LIST_INDENT }],
    spacing: { before: 40, after: 40 },
    children: [...(mark === 'box' ? boxRuns() : runs(['–'])), ...runs(['\t']), ...runs(pieces)],
  });
}

function words(typed: string | null, keepNext: boolean): Paragraph[] {
  if (typed === null) return [true, true, keepNext].map(emptyLine);
  const lines = typed.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line, at) => text([line], keepNext && at === lines.length - 1));
}

function emptyLine(keepNext: boolean): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { before: GAP },
    border: {
      bottom: { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 0 },
      // Without a line between, neighbours with the same frame are one frame with a single line.
      between: { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 0 },
    },
  });
}

function spacer(keepNext: boolean): Paragraph {
  return new Paragraph({ keepNext, spacing: { line: 160, after: 0 }, children: runs([''], { size: SIZE.caption }) });
}
