/** The register of reports as plain text, for programs and for Excel with Russian settings. */
import { writeCsv } from 'hucre/csv';
import type { Register } from '../../casework/paper/paper.ts';
import type { Texts } from '../../texts/render.ts';
import type { Language } from '../../texts/text.ts';
import { inRegisterOrder, REGISTER_COLUMNS, type RegisterCell } from './register-columns.ts';
import { registerWords } from './register-words.ts';

/**
 * CSV in UTF-8 with a byte order mark, `;` between fields and CRLF between lines, as Russian Excel opens it. The same columns
 * and order as the spreadsheet: headings first, then one line a report; days `31.01.2027`, roubles `18000,50`, a figure nobody
 * knows is empty. Names typed by people never begin a formula. With no reports the second line says so.
 */
export async function writeRegisterCsv(
  register: Register,
  texts: Texts,
  language: Language = 'ru',
): Promise<Uint8Array> {
  const say = registerWords(texts, language);
  const headings = REGISTER_COLUMNS.map((column) => say(`column.${column.key}`));
  const body = inRegisterOrder(register).map((row, at) =>
    REGISTER_COLUMNS.map((column) => written(column.read(row, at + 1, say))),
  );
  const empty = [[say('empty', { month: { month: register.month } })]];
  const csv = writeCsv([headings, ...(body.length === 0 ? empty : body)], {
    delimiter: ';',
    bom: true,
    escapeFormulae: true,
  });
  return new TextEncoder().encode(`${csv}\r\n`);
}

function written(cell: RegisterCell): string {
  if (cell.kind === 'day') return `${cell.value.slice(8, 10)}.${cell.value.slice(5, 7)}.${cell.value.slice(0, 4)}`;
  if (cell.kind === 'money') return cell.value?.replace('.', ',') ?? '';
  // A line break inside a name would break lines for simple readers.
  return String(cell.value).replaceAll(/[\s\p{Cc}]+/gu, ' ');
}
