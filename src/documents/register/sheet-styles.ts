/** Looks of the register's cells. Only faces that every office has; no colour carries a meaning of its own. */
import type { BorderSide, CellStyle, PageMargins } from 'hucre';

/** Named in every style: a font without a name is drawn with whatever the reader has. */
const FACE = 'Arial';
const LINE: BorderSide = { style: 'thin', color: { rgb: 'C3CDD1' } };
const BOX = { top: LINE, right: LINE, bottom: LINE, left: LINE };

/** Height in points of the lines above the headings. */
export const TITLE_HEIGHT = 20;
/** In inches. */
export const MARGINS: PageMargins = { top: 0.5, right: 0.3, bottom: 0.5, left: 0.3, header: 0.2, footer: 0.2 };

/** First line of a sheet. */
export const TITLE: CellStyle = { font: { name: FACE, size: 14, bold: true }, alignment: { vertical: 'center' } };
/** Second line, and the sentence that stands where there are no rows. */
export const NAME: CellStyle = { font: { name: FACE, size: 12 }, alignment: { vertical: 'center' } };
/** Line of totals under the title. */
export const QUIET: CellStyle = {
  font: { name: FACE, size: 11, color: { rgb: '4A5A62' } },
  alignment: { vertical: 'center' },
};
/** Headings of columns. */
export const HEADING: CellStyle = {
  font: { name: FACE, size: 10, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E6F1F3' } },
  border: BOX,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
/** Everything below the headings. */
export const BODY: CellStyle = {
  font: { name: FACE, size: 10 },
  border: BOX,
  alignment: { horizontal: 'left', vertical: 'top', wrapText: true },
};
/** The last line of totals. */
export const TOTAL: CellStyle = { ...BODY, font: { name: FACE, size: 10, bold: true } };
