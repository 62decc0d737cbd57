import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { registerFileName } from '../../../src/documents/register/register-file-name.ts';
import { writeRegisterXlsx } from '../../../src/documents/register/register-xlsx.ts';
import { day } from '../../../src/engine/day.ts';
import { roubles } from '../../../src/engine/money.ts';
import { skipUnless } from '../../support/skip.ts';
import { TEXTS } from '../../support/texts.ts';
import { HOSTILE, OFFICES, registerOf, row, rows } from './register-sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'opora-register-'));
const keep = process.env['SCREENSHOTS'];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADING_ROW = 3;
const FIRST = HEADING_ROW + 1;

async function read(list: ReturnType<typeof rows>, language: 'ru' | 'en' = 'ru') {
  const bytes = await writeRegisterXlsx(registerOf(list), TEXTS, language);
  const book = await readXlsx(bytes, { readStyles: true });
  const [reports, totals] = book.sheets;
  if (reports === undefined || totals === undefined) throw new Error('two sheets are due');
  const parts = unzipSync(bytes);
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  return { bytes, reports, totals, sheetXml: part('xl/worksheets/sheet1.xml'), stylesXml: part('xl/styles.xml') };
}

describe('the register as a spreadsheet', () => {
  test('opens with title, month, region and totals, then headings in Russian', async () => {
    const { reports } = await read(rows(10));
    expect(reports.name).toBe('Реестр');
    expect(reports.rows.slice(0, 3).map(([first]) => first)).toEqual([
      'Реестр отчётов об оценке эффективности реализации социального контракта',
      'январь 2027 · Брянская область',
      'Отчётов: 10 · эффективно: 7 · неэффективно: 3 · доход выше минимума: 2',
    ]);
    expect(reports.rows[HEADING_ROW]).toEqual([
      '№',
      'Отдел',
      'Номер контракта',
      'Получатель',
      'Мероприятие',
      'Начало контракта',
      'Окончание контракта',
      'Дата отчёта',
      'Среднедушевой доход до контракта',
      'Среднедушевой доход после контракта',
      'Прожиточный минимум на душу населения',
      'Что стало с доходом',
      'Условия жизни',
      'Конечный результат',
      'Оценка',
    ]);
  });

  test('gives each cell its type: numbers, days, roubles, words', async () => {
    const { reports, sheetXml, stylesXml } = await read([
      row(0, { perCapitaIncomeAfter: roubles('1234567.89'), reportOn: day('2027-01-31') }),
    ]);
    expect(reports.rows[FIRST]).toEqual([
      1,
      OFFICES[0],
      '100/2025',
      'Иванова-Константинопольская Анна 0',
      'поиск работы',
      new Date(Date.UTC(2025, 11, 1)),
      new Date(Date.UTC(2026, 7, 31)),
      new Date(Date.UTC(2027, 0, 31)),
      9000.5,
      1_234_567.89,
      18_900,
      'вырос, выше минимума',
      'улучшились',
      'достигнут',
      'неэффективно',
    ]);
    // Days are serial numbers and roubles are numbers in the file itself, whatever the reader makes of them.
    expect(sheetXml).toMatch(/<c r="H5" s="\d+"><v>46418<\/v>/);
    expect(sheetXml).toMatch(/<c r="J5" s="\d+"><v>1234567\.89<\/v>/);
    const format = (at: string): string | undefined => reports.cells?.get(at)?.style?.numFmt;
    expect([format('4,5'), format('4,6'), format('4,7')]).toEqual(['dd.mm.yyyy', 'dd.mm.yyyy', 'dd.mm.yyyy']);
    expect([format('4,8'), format('4,9'), format('4,10')]).toEqual(Array(3).fill('#,##0.00\\ "₽"'));
    expect(stylesXml).toContain('formatCode="#,##0.00\\ &quot;₽&quot;"');
  });

  test('leaves a figure nobody knows empty, never zero', async () => {
    const { reports } = await read([row(0, { perCapitaIncomeBefore: null, perCapitaMinimum: null })]);
    expect(reports.rows[FIRST]?.slice(8, 11)).toEqual([null, 12_000.07, null]);
  });

  test('keeps the headings in sight and filters every column over all reports', async () => {
    const { reports, totals, sheetXml } = await read(rows(200));
    expect(reports.freezePane).toEqual({ rows: 4 });
    expect(reports.autoFilter?.range).toBe('A4:O204');
    expect(sheetXml).toContain('<autoFilter ref="A4:O204"/>');
    expect(reports.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '$4:$4' });
    expect(totals.freezePane).toEqual({ rows: 3, columns: 1 });
    for (const column of reports.columns ?? []) expect(column.width).toBeGreaterThanOrEqual(6);
  });

  test('stands by office in the order of letters, inside an office by day and name, numbered anew', async () => {
    const { reports } = await read(rows(40));
    const body = reports.rows.slice(FIRST);
    expect(body.map(([place]) => place)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    expect([...new Set(body.map((line) => line[1]))]).toEqual([OFFICES[2], OFFICES[1], OFFICES[0]]);
    const firstOffice = body.filter((line) => line[1] === OFFICES[2]).map((line) => Number(line[7]));
    expect(firstOffice).toEqual(firstOffice.toSorted((left, right) => left - right));
  });

  test('adds up each office and all of them', async () => {
    const list = [
      row(0, { incomeOutcome: 'rose-above-minimum', verdict: 'effective', conditions: 'better', result: 'reached' }),
      row(3, { incomeOutcome: 'fell', verdict: 'ineffective', conditions: 'worse', result: 'not-reached' }),
      row(1, { incomeOutcome: 'rose-above-minimum', verdict: 'effective', conditions: 'same', result: 'partly' }),
    ];
    const { totals } = await read(list);
    const headings = totals.rows[2] ?? [];
    const figures = (line: number) =>
      Object.fromEntries(headings.map((heading, at) => [String(heading), totals.rows[line]?.[at] ?? null]));
    expect(totals.rows).toHaveLength(6);
    expect(figures(4)).toMatchObject({
      Отдел: OFFICES[0],
      Отчётов: 2,
      Эффективно: 1,
      Неэффективно: 1,
      'Доля эффективных': 0.5,
      'Доход выше минимума': 1,
      'Доход снизился': 1,
      'Условия жизни лучше': 1,
      'Условия жизни хуже': 1,
      'Результат достигнут': 1,
      'Результат не достигнут': 1,
    });
    expect(figures(5)).toMatchObject({ Отдел: 'Всего', Отчётов: 3, Эффективно: 2, 'Доход выше минимума': 2 });
    expect(totals.cells?.get('5,4')?.style?.numFmt).toBe('0.0%');
    for (const heading of headings.slice(2).filter((name) => !String(name).startsWith('Доля')))
      expect(Number(figures(3)[String(heading)]) + Number(figures(4)[String(heading)])).toBe(
        figures(5)[String(heading)],
      );
  });

  test('says that it is empty', async () => {
    const { reports, totals } = await read([]);
    expect(reports.rows[2]?.[0]).toBe('Отчётов: 0 · эффективно: 0 · неэффективно: 0 · доход выше минимума: 0');
    expect(reports.rows[FIRST]?.[0]).toBe('За этот месяц отчётов нет: январь 2027.');
    expect(reports.autoFilter).toBeUndefined();
    expect(totals.rows.slice(3).map((line) => line.slice(0, 5))).toEqual([['Всего', 0, 0, 0, null]]);
  });

  test('keeps what people typed as text, never as a formula', async () => {
    const list = HOSTILE.map((name, at) => row(at, { recipientName: name, contractNumber: name }));
    const { reports, sheetXml } = await read(list);
    expect(sheetXml).not.toContain('<f>');
    const names = reports.rows.slice(FIRST).map((line) => line[3]);
    expect(names.map(String).toSorted()).toEqual(HOSTILE.toSorted());
  });

  test('speaks English when asked', async () => {
    const { reports, totals } = await read(rows(2), 'en');
    expect([reports.name, totals.name]).toEqual(['Register', 'Totals by office']);
  });

  test('has a name the department finds it by', () => {
    expect(registerFileName(registerOf([]), 'xlsx', TEXTS)).toBe('Реестр отчётов 2027-01 Брянская область.xlsx');
  });

  test.each([
    [200, 5_000],
    [5_000, 20_000],
  ])('writes %i reports within %i ms on a busy machine, with little memory', async (count, most) => {
    const list = registerOf(rows(count));
    const [before, started] = [process.memoryUsage().rss, performance.now()];
    const bytes = await writeRegisterXlsx(list, TEXTS);
    const took = performance.now() - started;
    const grown = (process.memoryUsage().rss - before) / 2 ** 20;
    process.stdout.write(
      `register of ${count}: ${took.toFixed(0)} ms, +${grown.toFixed(0)} MB, ${bytes.length} bytes\n`,
    );
    expect(took).toBeLessThan(most);
    expect(grown).toBeLessThan(250);
    const [sheet] = (await readXlsx(bytes)).sheets;
    expect(sheet?.rows).toHaveLength(FIRST + count);
  });
});

const hasCalc = existsSync('/usr/lib/libreoffice/program/libsclo.so') && runs('soffice') && runs('pdftoppm');

describe.skipIf(skipUnless(hasCalc, 'register in LibreOffice Calc (apt install libreoffice-calc-nogui poppler-utils)'))(
  'in LibreOffice Calc',
  () => {
    test('opens with the same days and roubles', { timeout: 120_000 }, async () => {
      const bytes = await writeRegisterXlsx(registerOf(rows(60)), TEXTS);
      writeFileSync(join(folder, 'register.xlsx'), bytes);
      convert('pdf');
      const words = execFileSync('pdftotext', ['-layout', join(folder, 'register.pdf'), '-'], { encoding: 'utf8' });
      expect(words).toMatch(
        /01\.12\.2025\s+31\.08\.2026\s+02\.01\.2027\s+9.032[.,]50 ₽\s+12.032[.,]07 ₽\s+18.900[.,]00 ₽/,
      );
      execFileSync('pdftoppm', ['-png', '-r', '80', '-l', '1', join(folder, 'register.pdf'), join(folder, 'page')]);
      const page = readFileSync(
        join(folder, ['page-1.png', 'page-01.png'].find((name) => existsSync(join(folder, name))) ?? ''),
      );
      if (keep !== undefined) writeFileSync(join(keep, 'register.png'), page);
      const { channels } = await sharp(page).greyscale().stats();
      expect(channels[0]?.min).toBeLessThan(60);
    });
  },
);

function convert(to: string): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, 'register.xlsx')],
    {
      stdio: 'ignore',
      timeout: 100_000,
    },
  );
}

function runs(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
