/** The register of reports as a spreadsheet, for the department by the 10th (order 693, "Подготовленный отчет … представляется"). */
import { writeXlsx } from 'hucre';
import type { Register } from '../../casework/paper/paper.ts';
import type { Texts } from '../../texts/render.ts';
import type { Language } from '../../texts/text.ts';
import { inRegisterOrder } from './register-columns.ts';
import { registerSheet } from './register-sheet.ts';
import { registerTotals, type TotalLine } from './register-totals.ts';
import { registerWords } from './register-words.ts';
import { totalsSheet } from './totals-sheet.ts';

/**
 * XLSX of two sheets: the reports by office, and the totals by office. Every cell has its type (days, roubles, whole numbers,
 * shares), headings stay in sight, the reports can be filtered. A figure nobody knows is an empty cell; a register with no
 * reports says so. The bytes differ between runs (the library writes the hour of making); the sheets do not.
 */
export async function writeRegisterXlsx(
  register: Register,
  texts: Texts,
  language: Language = 'ru',
): Promise<Uint8Array> {
  const say = registerWords(texts, language);
  const regionName = texts.render(language, { key: `law-words:region.${register.region}` });
  const rows = inRegisterOrder(register);
  const lines = registerTotals(rows);
  const all: TotalLine = lines.at(-1) ?? { office: null, figures: {} };
  return writeXlsx({
    sheets: [registerSheet(register, rows, all, regionName, say), totalsSheet(register, lines, regionName, say)],
    properties: { title: say('title'), creator: 'Opora' },
    defaultFont: { name: 'Arial', size: 10 },
  });
}
