/** The second sheet of the register: what each office adds up to, and all of them. */
import type { Cell, CellStyle, CellValue, RowDef, WriteSheet } from 'hucre';
import type { Register } from '../../casework/paper/paper.ts';
import { TOTAL_COLUMNS, type TotalColumn, type TotalLine } from './register-totals.ts';
import type { Say } from './register-words.ts';
import { rowHeight } from './row-height.ts';
import { BODY, HEADING, MARGINS, NAME, TITLE, TITLE_HEIGHT, TOTAL } from './sheet-styles.ts';

const TITLE_ROWS = 2;
const HEADING_HEIGHT = 64;
const OFFICE_WIDTH = 40;
const SHARE_FORMAT = '0.0%';

/** A line for each office, the last one for all: counts as whole numbers, shares as percents, an unknown share empty. */
export function totalsSheet(register: Register, lines: readonly TotalLine[], regionName: string, say: Say): WriteSheet {
  const headings = [say('total.office'), ...TOTAL_COLUMNS.map((column) => say(`total.${column.key}`))];
  const body = lines.map((line): CellValue[] => [
    line.office ?? say('total.all'),
    ...TOTAL_COLUMNS.map((column) => line.figures[column.key] ?? null),
  ]);
  const wide = (row: number) => ({ startRow: row, endRow: row, startCol: 0, endCol: headings.length - 1 });
  return {
    name: say('sheet.totals'),
    columns: [
      { width: OFFICE_WIDTH, style: BODY },
      ...TOTAL_COLUMNS.map((column) => ({ width: 14, style: figureStyle(column) })),
    ],
    rows: [
      [say('title')],
      [say('month-and-region', { month: { month: register.month }, region: regionName })],
      headings,
      ...body,
    ],
    cells: styles(headings.length, TITLE_ROWS + lines.length),
    merges: [wide(0), wide(1)],
    rowDefs: heights(body),
    freezePane: { rows: TITLE_ROWS + 1, columns: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
    },
    a11y: { headerRow: TITLE_ROWS },
  };
}

function heights(body: readonly (readonly CellValue[])[]): Map<number, RowDef> {
  const offices = body.map(([office]) => rowHeight([String(office)], [OFFICE_WIDTH]));
  return new Map([TITLE_HEIGHT, TITLE_HEIGHT, HEADING_HEIGHT, ...offices].map((height, at) => [at, { height }]));
}

function figureStyle(column: TotalColumn): CellStyle {
  return {
    ...BODY,
    numFmt: column.kind === 'share' ? SHARE_FORMAT : '0',
    alignment: { ...BODY.alignment, horizontal: 'right' },
  };
}

function styles(columns: number, lastRow: number): Map<string, Partial<Cell>> {
  const places = Array.from({ length: columns }, (_, at) => at);
  const total = (at: number): CellStyle => {
    const column = TOTAL_COLUMNS[at - 1];
    return column === undefined ? TOTAL : { ...figureStyle(column), ...(TOTAL.font && { font: TOTAL.font }) };
  };
  return new Map<string, Partial<Cell>>([
    ['0,0', { style: TITLE }],
    ['1,0', { style: NAME }],
    ...places.map((at) => [`${TITLE_ROWS},${at}`, { style: HEADING }] as const),
    ...places.map((at) => [`${lastRow},${at}`, { style: total(at) }] as const),
  ]);
}
