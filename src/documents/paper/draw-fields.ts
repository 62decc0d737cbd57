/** Tables of a paper: fields on their lines, measures with marks, the top of a letter. */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block, FieldRow } from './block.ts';
import { runs } from './draw-pieces.ts';
import { SIZE, TEXT_WIDTH } from './page.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
/** No lines at all. */
export const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
} as const;
/** A line to write on. */
export const WRITING_LINE = { top: NONE, left: NONE, right: NONE, bottom: LINE } as const;
/** Letters from which a label takes more of the width. */
const LONG_LABEL = 80;
const NO_SIDES = { top: NONE, left: NONE, right: NONE, bottom: NONE } as const;

/** A table of the page's width; `columns` are shares of it. */
export function table(columns: readonly number[], rows: readonly TableRow[], framed = false): Table {
  const whole = columns.reduce((total, share) => total + share, 0);
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: columns.map((share) => Math.floor((TEXT_WIDTH * share) / whole)),
    layout: TableLayoutType.FIXED,
    // Word hangs a table's text margin out of the page's text; the first column begins where text does.
    indent: { size: 0, type: WidthType.DXA },
    ...(framed ? {} : { borders: NO_BORDERS }),
    rows,
  });
}

/** A cell with one line of text. */
export function cell(
  paragraph: IParagraphOptions,
  look: { readonly line?: boolean; readonly framed?: boolean; readonly top?: boolean } = {},
): TableCell {
  return new TableCell({
    verticalAlign: look.framed ? VerticalAlign.CENTER : look.top ? VerticalAlign.TOP : VerticalAlign.BOTTOM,
    margins: look.framed ? { top: 40, bottom: 40, left: 100, right: 100 } : { top: 40, bottom: 0, left: 0, right: 60 },
    ...(look.framed ? {} : { borders: look.line ? WRITING_LINE : NO_SIDES }),
    children: [new Paragraph(paragraph)],
  });
}

/** Label on the left, value on a line to the right; an empty amount keeps its unit at the edge. */
export function drawFields(rows: readonly FieldRow[]): Table {
  const wordy = rows.some((row) => row.amount || row.label.length > LONG_LABEL);
  return table(
    wordy ? [65, 35] : [55, 45],
    rows.map(
      (row, at) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell({ children: runs([row.label]), keepNext: at < rows.length - 1 }),
            cell(
              {
                alignment: row.amount ? AlignmentType.RIGHT : AlignmentType.LEFT,
                children: runs([row.value ?? row.unit ?? '']),
              },
              { line: true },
            ),
          ],
        }),
    ),
  );
}

/** Measures with their marks; the heading comes again on every page. */
export function drawMeasures(block: Extract<Block, { kind: 'measures' }>): Table {
  const [name, mark] = block.columns;
  const middle = { alignment: AlignmentType.CENTER };
  return table(
    [70, 30],
    [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: [
          cell({ ...middle, children: runs([name], { bold: true }) }, { framed: true }),
          cell(
            {
              ...middle,
              children: [...runs([mark], { bold: true }), ...runs([`\n${block.under}`], { size: SIZE.small })],
            },
            { framed: true },
          ),
        ],
      }),
      ...block.rows.map(
        ([measure, status]) =>
          new TableRow({
            cantSplit: true,
            children: [
              cell({ children: runs([measure]) }, { framed: true }),
              cell({ ...middle, children: runs([status]) }, { framed: true }),
            ],
          }),
      ),
    ],
    true,
  );
}

/** Who writes on the left, to whom on the right. */
export function drawLetterhead(block: Extract<Block, { kind: 'letterhead' }>): Table {
  const column = (text: string, bold: boolean) =>
    new TableCell({
      borders: NO_SIDES,
      margins: { top: 0, bottom: 0, left: 0, right: 120 },
      children: [new Paragraph({ children: runs([text], { bold }) })],
    });
  const gap = new TableCell({ borders: NO_SIDES, children: [new Paragraph({})] });
  return table([46, 8, 46], [new TableRow({ children: [column(block.from, true), gap, column(block.to, false)] })]);
}
