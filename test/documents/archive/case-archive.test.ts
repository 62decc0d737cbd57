import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import type { Paper, PaperHead } from '../../../src/casework/paper/paper.ts';
import {
  type ArchiveEntry,
  type ArchivePlan,
  streamCaseArchive,
  writeCaseArchive,
} from '../../../src/documents/archive/case-archive.ts';
import { casePaths } from '../../../src/documents/archive/case-paths.ts';
import { distinctPaths, safeName } from '../../../src/documents/archive/file-name.ts';
import { addMonths, day, month } from '../../../src/engine/day.ts';
import { roubles } from '../../../src/engine/money.ts';
import { skipUnless } from '../../support/skip.ts';
import { TEXTS } from '../../support/texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'opora-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PLAN: ArchivePlan = { madeOn: day('2027-09-15'), nameless: 'без названия' };
const PATHS = casePaths(TEXTS);
const HEAD: PaperHead = {
  region: 'bryansk',
  officeName: 'ОСЗН',
  contractNumber: '12/2026',
  recipientName: 'Иванова-Ёлкина Анна',
  track: 'job-search',
  startsOn: day('2025-12-01'),
  endsOn: day('2026-08-31'),
  specialist: { name: 'А', position: 'Б' },
  head: { name: 'В', position: 'Г' },
  preparedOn: day('2026-08-20'),
  revision: 1,
  draft: false,
};
const NO_FIGURES = { on: null, averageMonthlyIncome: null, familyMinimum: null, perCapitaIncome: null };
const CONCLUSION: Paper = { ...HEAD, kind: 'conclusion', measures: [], outcome: 1, cause: null };
const REPORT: Paper = {
  ...HEAD,
  kind: 'report',
  preparedOn: day('2027-01-15'),
  before: NO_FIGURES,
  after: { ...NO_FIGURES, perCapitaMinimum: roubles('18900.00') },
  business: null,
  livingConditions: '',
  conditions: 'same',
  incomeOutcome: 'fell',
  result: 'partly',
  verdict: 'effective',
};
const MONITORING = Array.from(
  { length: 12 },
  (_, at): Paper => ({
    ...HEAD,
    kind: 'monitoring',
    number: at + 1,
    month: addMonths(month('2026-09'), at),
    checkedOn: day('2026-09-10'),
    confirmedBy: 'papers',
    paper: null,
    fact: 'confirmed',
    registeredAs: null,
    conditions: null,
    hardship: null,
    window: null,
  }),
);
const DECISION: Paper = {
  ...HEAD,
  kind: 'decision',
  preparedOn: day('2027-09-14'),
  confirmedMonths: 12,
  betterMonths: null,
  worseMonths: null,
  windows: [],
  report: null,
  decision: 'not-advisable',
  otherSupport: [],
};
const INQUIRY: Paper = {
  ...HEAD,
  kind: 'inquiry',
  to: 'employer',
  addressee: 'ООО',
  month: month('2026-11'),
  sentOn: day('2026-12-01'),
  answerBy: day('2026-12-20'),
};

/** The whole case, given in no order at all. */
const CASE: readonly (readonly string[])[] = [
  PATHS.paper(DECISION),
  ...MONITORING.toReversed().map((paper) => PATHS.paper(paper)),
  PATHS.proof(HEAD, { month: month('2026-09'), name: 'Справка.jpg' }),
  PATHS.proof(HEAD, { month: month('2026-09'), name: 'справка.JPG' }),
  PATHS.proof(HEAD, { month: month('2026-09'), name: 'Справка.jpg' }),
  PATHS.proof(HEAD, { month: null, name: '../../etc/passwd' }),
  PATHS.paper(INQUIRY),
  PATHS.paper(REPORT),
  PATHS.paper(CONCLUSION),
  PATHS.chart(HEAD),
];

async function* entriesOf(paths: readonly (readonly string[])[]): AsyncGenerator<ArchiveEntry> {
  for (const path of paths) {
    await Promise.resolve();
    yield { path, bytes: strToU8(path.join('/')) };
  }
}

const DIRECTORY = 'Дело 12-2026 Иванова-Ёлкина Анна';
const EXPECTED = [
  '00 График дохода.png',
  '01 Заключение 2026-08.docx',
  '02 Отчёт 2027-01.docx',
  ...Array.from({ length: 12 }, (_, at) => {
    const two = (number: number): string => String(number).padStart(2, '0');
    return `${two(at + 3)} Сведения мониторинга ${two(at + 1)} ${addMonths(month('2026-09'), at)}.docx`;
  }),
  '15 Решение 2027-09.docx',
  '16 Запрос 2026-11.docx',
  'Подтверждения/2026-09 Справка (2).JPG',
  'Подтверждения/2026-09 Справка (3).jpg',
  'Подтверждения/2026-09 Справка.jpg',
  'Подтверждения/без месяца -..-etc-passwd',
].map((name) => `${DIRECTORY}/${name}`);

describe('a whole case', () => {
  test('opens with every file under a name that the office finds it by, in its order', async () => {
    const files = unzipSync(await writeCaseArchive(entriesOf(CASE), PLAN));
    const names = Object.keys(files).map((name) => name.replace('справка (2).JPG', 'Справка (2).JPG'));
    expect(names.toSorted()).toEqual(EXPECTED.toSorted());
    expect(names.filter((name) => name.endsWith('.docx')).toSorted()).toEqual(
      EXPECTED.filter((name) => name.endsWith('.docx')),
    );
    expect(strFromU8(files[`${DIRECTORY}/02 Отчёт 2027-01.docx`] ?? new Uint8Array())).toBe(
      PATHS.paper(REPORT).join('/'),
    );
  });

  test('tells how far it is after each file', async () => {
    const told: { readonly files: number; readonly bytes: number }[] = [];
    await writeCaseArchive(entriesOf(CASE), { ...PLAN, onProgress: (progress) => told.push(progress) });
    expect(told.map(({ files }) => files)).toEqual(CASE.map((_, at) => at + 1));
    expect(told.at(-1)?.bytes).toBe(CASE.reduce((sum, path) => sum + Buffer.byteLength(path.join('/')), 0));
  });

  test('has the same bytes every time, and opens when there is nothing in it', async () => {
    const [one, other] = [await writeCaseArchive(entriesOf(CASE), PLAN), await writeCaseArchive(entriesOf(CASE), PLAN)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    expect(unzipSync(await writeCaseArchive([], PLAN))).toEqual({});
  });

  test('a paper revised or not yet approved says so', () => {
    expect(PATHS.paper({ ...REPORT, revision: 2 }).at(-1)).toBe('02 Отчёт 2027-01, редакция 2.docx');
    expect(PATHS.paper({ ...REPORT, draft: true }).at(-1)).toBe('02 Отчёт 2027-01, черновик.docx');
    expect(PATHS.paper({ ...DECISION, preparedOn: null }).at(-1)).toBe('15 Решение.docx');
    expect(PATHS.archive(HEAD)).toBe(`${DIRECTORY}.zip`);
  });

  test('a file that fails to be made stops the archive', async () => {
    async function* broken(): AsyncGenerator<ArchiveEntry> {
      yield { path: ['a.txt'], bytes: strToU8('a') };
      await Promise.resolve();
      throw new Error('the proof is gone');
    }
    await expect(writeCaseArchive(broken(), PLAN)).rejects.toThrow('the proof is gone');
  });
});

describe('names', () => {
  test.each([
    ['Справка о доходах.pdf', 'Справка о доходах.pdf'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['C:\\Users\\x.jpg', 'C--Users-x.jpg'],
    ['a<b>c:d"e|f?g*h.png', 'a-b-c-d-e-f-g-h.png'],
    ['  .скрытый. ', 'скрытый'],
    ['cправка\u202Egpj.exe', 'cправкаgpj.exe'],
    ['новая\nстрока\u0000\u200b.txt', 'новая строка.txt'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['Консоль.txt', 'Консоль.txt'],
    ['', 'без названия'],
    ['???', '---'],
    ['...', 'без названия'],
    ['.jpg', 'jpg'],
    ['и\u0306.txt', 'й.txt'],
    ['\uD800x.txt', 'x.txt'],
    ['фото \u{1F600}.jpg', 'фото \u{1F600}.jpg'],
  ])('%j becomes %j', (typed, safe) => {
    expect(safeName(typed, 'без названия')).toBe(safe);
  });

  test.each([['щ'], ['a'], ['\u{1F600}']])('a long name of %s keeps its ending and breaks no letter', (letter) => {
    const name = safeName(`${letter.repeat(400)}.jpeg`, 'без названия');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
    expect(name.endsWith(`${letter}.jpeg`)).toBe(true);
    expect(name).toBe(Buffer.from(name).toString());
  });

  test('are never given twice, whatever was typed', () => {
    const once = distinctPaths();
    const given = ['x.jpg', 'X.JPG', 'x (2).jpg', 'x.jpg', 'x', 'x'].map((name) => once(['п', name]).join('/'));
    expect(given).toEqual(['п/x.jpg', 'п/X (2).JPG', 'п/x (2) (2).jpg', 'п/x (3).jpg', 'п/x', 'п/x (2)']);
  });
});

describe('a month of an office', () => {
  test('a thousand papers pass through with flat memory', { timeout: 60_000 }, async () => {
    const size = 200_000;
    async function* papers(): AsyncGenerator<ArchiveEntry> {
      for (let at = 0; at < 1_000; at += 1) {
        await Promise.resolve();
        yield { path: [`Дело ${at % 60}`, `02 Отчёт ${at}.docx`], bytes: new Uint8Array(size).fill(at) };
      }
    }
    const before = process.memoryUsage().rss;
    let [peak, bytes] = [before, 0];
    for await (const piece of streamCaseArchive(papers(), PLAN)) {
      bytes += piece.length;
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    const grown = (peak - before) / 2 ** 20;
    process.stdout.write(`1,000 files, ${(bytes / 2 ** 20).toFixed(0)} MB: +${grown.toFixed(0)} MB\n`);
    expect(bytes).toBeGreaterThan(1_000 * size);
    expect(grown).toBeLessThan(150);
  });

  test('more than a plain ZIP holds is refused, not written wrong', { timeout: 60_000 }, async () => {
    function* many(): Generator<ArchiveEntry> {
      for (let at = 0; at <= 65_000; at += 1) yield { path: [`${at}.docx`], bytes: new Uint8Array(1) };
    }
    const stream = streamCaseArchive(many(), PLAN);
    await expect(
      (async () => {
        for await (const piece of stream) if (piece.length === 0) return;
      })(),
    ).rejects.toThrow('make one for each case');
  });
});

describe.skipIf(
  skipUnless(runs('unzip', '-v') && runs('python3', '-V'), 'archive in other programs (apt install unzip python3)'),
)('in other programs', () => {
  test('python reads the Cyrillic names and the sums are right', async () => {
    const path = await written();
    const script =
      'import sys,zipfile,json; z=zipfile.ZipFile(sys.argv[1]); print(json.dumps({"bad": z.testzip(), "names": [i.filename for i in z.infolist()], "flags": sorted({i.flag_bits & 0x800 for i in z.infolist()}), "dates": sorted({i.date_time[:4] for i in z.infolist()})}))';
    const said: unknown = JSON.parse(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' }));
    expect(said).toMatchObject({ bad: null, flags: [0x800], dates: [[2027, 9, 15, 12]] });
    expect(said).toHaveProperty('names', expect.arrayContaining([EXPECTED[1], EXPECTED[2], EXPECTED[15]]));
  });

  test('unzip lists and tests it', async () => {
    const path = await written();
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    const listed = execFileSync('unzip', ['-l', path], { encoding: 'utf8', env });
    expect(listed).toContain(`${DIRECTORY}/02 Отчёт 2027-01.docx`);
    execFileSync('unzip', ['-q', path, '-d', join(folder, 'out')], { env });
    const unpacked = join(folder, 'out', DIRECTORY, '01 Заключение 2026-08.docx');
    expect(readFileSync(unpacked, 'utf8')).toContain('Заключение');
    expect(statSync(unpacked).mode & 0o777).toBe(0o644);
    expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8', env })).toContain('No errors detected');
  });
});

async function written(): Promise<string> {
  const path = join(folder, 'case.zip');
  writeFileSync(path, await writeCaseArchive(entriesOf(CASE), PLAN));
  return path;
}

function runs(program: string, flag: string): boolean {
  try {
    execFileSync(program, [flag], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
