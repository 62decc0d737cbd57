/** The first sheet of the register: title, headings, one line for each report. */
import type { Cell, CellStyle, CellValue, ColumnDef, RowDef, WriteSheet } from 'hucre';
import type { Register, RegisterRow } from '../../casework/paper/paper.ts';
import type { Day } from '../../engine/day.ts';
import { REGISTER_COLUMNS, type RegisterCell, type RegisterColumn } from './register-columns.ts';
import type { TotalLine } from './register-totals.ts';
import type { Say } from './register-words.ts';
import { rowHeight } from './row-height.ts';
import { BODY, HEADING, MARGINS, NAME, QUIET, TITLE, TITLE_HEIGHT } from './sheet-styles.ts';

/** Format of roubles in a cell: the sign is text, so that no reader's locale swaps it for another currency. */
export const ROUBLE_FORMAT = '#,##0.00\\ "₽"';
/** Format of a day in a cell. */
export const DAY_FORMAT = 'dd.mm.yyyy';

/** Title, month with region, totals in one line; the headings come right below. */
const TITLE_ROWS = 3;
const HEADING_HEIGHT = 54;

/** The sheet with its rows in the order given. With no rows it says so in words under the headings, and has no filter. */
export function registerSheet(
  register: Register,
  rows: readonly RegisterRow[],
  all: TotalLine,
  regionName: string,
  say: Say,
): WriteSheet {
  const lastColumn = REGISTER_COLUMNS.length - 1;
  const headings = REGISTER_COLUMNS.map((column) => say(`column.${column.key}`));
  const body = rows.map((row, at) => REGISTER_COLUMNS.map((column) => typed(column.read(row, at + 1, say))));
  const empty = [[say('empty', { month: { month: register.month } })]];
  const wide = (row: number) => ({ startRow: row, endRow: row, startCol: 0, endCol: lastColumn });
  return {
    name: say('sheet.reports'),
    columns: REGISTER_COLUMNS.map(columnOf),
    rows: [...titles(register, all, regionName, say), headings, ...(body.length === 0 ? empty : body)],
    cells: styles(headings.length, rows.length === 0),
    merges: [wide(0), wide(1), wide(2), ...(rows.length === 0 ? [wide(TITLE_ROWS + 1)] : [])],
    rowDefs: heights(body),
    freezePane: { rows: TITLE_ROWS + 1 },
    ...(rows.length === 0 ? {} : { autoFilter: { range: filterRange(rows.length) } }),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
      printTitlesRow: `$${TITLE_ROWS + 1}:$${TITLE_ROWS + 1}`,
    },
    a11y: { summary: say('title'), headerRow: TITLE_ROWS },
  };
}

/** A day as a spreadsheet wants it: libraries read a `Date` as UTC, so any other way would lose a day east of Greenwich. */
function dateOf(day: Day): Date {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))));
}

function typed(cell: RegisterCell): CellValue {
  if (cell.kind === 'day') return dateOf(cell.value);
  // Ten digits and kopecks are exact in a double; a spreadsheet has no other number.
  if (cell.kind === 'money') return cell.value === null ? null : Number(cell.value);
  return cell.value;
}

function columnOf(column: RegisterColumn): ColumnDef {
  return { width: column.width, style: bodyStyle(column.kind) };
}

function bodyStyle(kind: RegisterCell['kind']): CellStyle {
  if (kind === 'day') return { ...BODY, numFmt: DAY_FORMAT, alignment: { ...BODY.alignment, horizontal: 'center' } };
  if (kind === 'money')
    return { ...BODY, numFmt: ROUBLE_FORMAT, alignment: { ...BODY.alignment, horizontal: 'right' } };
  return kind === 'number' ? { ...BODY, numFmt: '0' } : BODY;
}

function titles(register: Register, all: TotalLine, regionName: string, say: Say): CellValue[][] {
  const { reports, effective, ineffective, 'rose-above-minimum': above } = all.figures;
  return [
    [say('title')],
    [say('month-and-region', { month: { month: register.month }, region: regionName })],
    [
      say('summary', {
        reports: reports ?? 0,
        effective: effective ?? 0,
        ineffective: ineffective ?? 0,
        above: above ?? 0,
      }),
    ],
  ];
}

function styles(columns: number, empty: boolean): Map<string, Partial<Cell>> {
  const headings = Array.from({ length: columns }, (_, at) => [`${TITLE_ROWS},${at}`, { style: HEADING }] as const);
  return new Map<string, Partial<Cell>>([
    ['0,0', { style: TITLE }],
    ['1,0', { style: NAME }],
    ['2,0', { style: QUIET }],
    ...headings,
    ...(empty ? ([[`${TITLE_ROWS + 1},0`, { style: NAME }]] as const) : []),
  ]);
}

function heights(body: readonly (readonly CellValue[])[]): Map<number, RowDef> {
  const widths = REGISTER_COLUMNS.map((column) => column.width);
  const titles = [TITLE_HEIGHT, TITLE_HEIGHT, TITLE_HEIGHT, HEADING_HEIGHT];
  const rows = body.map((row) =>
    rowHeight(
      row.map((value) => (typeof value === 'string' ? value : '')),
      widths,
    ),
  );
  return new Map([...titles, ...rows].map((height, at) => [at, { height }]));
}

function filterRange(rows: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + REGISTER_COLUMNS.length - 1);
  return `A${TITLE_ROWS + 1}:${last}${TITLE_ROWS + 1 + rows}`;
}
