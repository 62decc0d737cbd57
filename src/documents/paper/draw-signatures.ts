/** The end of a paper: day and signatures. One row that may not be torn holds it all, because Word and LibreOffice both keep that promise. */
import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Block, SignatureRow } from './block.ts';
import { cell, NO_BORDERS, table } from './draw-fields.ts';
import { runs } from './draw-pieces.ts';
import { SIZE, TEXT_WIDTH } from './page.ts';

const COLUMNS = [38, 2, 37, 2, 21] as const;

/** Position and office, then the line with the name, then the line to sign. */
export function drawSignatures(block: Extract<Block, { kind: 'signatures' }>): Table {
  const inner = table(
    COLUMNS,
    block.rows.flatMap((row) => [signatureRow(row), captionRow(row, block)]),
  );
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [TEXT_WIDTH],
    layout: TableLayoutType.FIXED,
    indent: { size: 0, type: WidthType.DXA },
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            margins: { top: 0, bottom: 0, left: 0, right: 0 },
            children: [...(block.day === null ? [] : dayTable(block.day)), inner, tail()],
          }),
        ],
      }),
    ],
  });
}

function dayTable(day: NonNullable<Extract<Block, { kind: 'signatures' }>['day']>): (Table | Paragraph)[] {
  const captioned = { alignment: AlignmentType.CENTER, children: runs([day.caption], { size: SIZE.caption }) };
  return [
    table(
      [35, 65],
      [
        new TableRow({
          children: [
            cell({ children: runs([day.label]) }),
            cell({ alignment: AlignmentType.CENTER, children: runs([day.value ?? '']) }, { line: true }),
          ],
        }),
        new TableRow({ children: [cell({}), cell(captioned)] }),
      ],
    ),
    tail(),
  ];
}

/** A cell ends with a paragraph, and two tables in a row melt into one without it; it takes no room to speak of. */
function tail(): Paragraph {
  return new Paragraph({ spacing: { line: 120, after: 0 }, children: runs([''], { size: SIZE.caption }) });
}

function signatureRow(row: SignatureRow): TableRow {
  const middle = AlignmentType.CENTER;
  return new TableRow({
    cantSplit: true,
    children: [
      cell({ spacing: { before: 160 }, children: runs([row.position]) }),
      cell({}),
      cell({ alignment: middle, spacing: { before: 160 }, children: runs([row.name]) }, { line: true }),
      cell({}),
      cell({}, { line: true }),
    ],
  });
}

function captionRow(row: SignatureRow, block: Extract<Block, { kind: 'signatures' }>): TableRow {
  const caption = (text: string) =>
    cell({ alignment: AlignmentType.CENTER, children: runs([text], { size: SIZE.caption }) }, { top: true });
  return new TableRow({
    cantSplit: true,
    children: [
      cell({ children: runs([row.office], { size: SIZE.small }) }, { top: true }),
      cell({}),
      caption(block.nameCaption),
      cell({}),
      caption(block.signatureCaption),
    ],
  });
}
