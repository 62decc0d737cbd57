/**
 * `npm run conformance`: runs the suite every channel must pass (`test/channels/conformance.ts`) and writes what came of it, and the
 * limits each channel declares, as tables into `docs/channels.md`, between their marks. Fails where a test fails.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MAX_CAN } from '../src/channels/max/translate-out.ts';
import { TELEGRAM_CAN } from '../src/channels/telegram/translate-out.ts';
import { VIBER_CAN } from '../src/channels/viber/translate-out.ts';
import { VK_CAN } from '../src/channels/vk/translate-out.ts';
import { WEB_CAN } from '../src/channels/web/web-channel.ts';

const ROOT = resolve(import.meta.dirname, '..');
const PAGE = join(ROOT, 'docs/channels.md');
/** Columns, and how the runs of each begin. */
const COLUMNS = ['web', 'max', 'vk', 'telegram', 'viber'] as const;
const CAN = { web: WEB_CAN, max: MAX_CAN, vk: VK_CAN, telegram: TELEGRAM_CAN, viber: VIBER_CAN };
const MB = 1024 * 1024;

interface Assertion {
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly status: string;
}

/** One run over all channels; throws where it did not come to an end. */
function run(): readonly Assertion[] {
  const folder = mkdtempSync(join(tmpdir(), 'opora-conformance-'));
  const output = join(folder, 'report.json');
  try {
    const args = ['vitest', 'run', '--config', '.config/vitest.config.ts', '--reporter=json', `--outputFile=${output}`];
    spawnSync('npx', [...args, 'conformance.test.ts'], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    return read(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(path: string): readonly Assertion[] {
  const report = JSON.parse(readFileSync(path, 'utf8')) as { testResults: { assertionResults: Assertion[] }[] };
  return report.testResults.flatMap(({ assertionResults }) => assertionResults);
}

/** `yes` where every run of the channel passed, `no` where one failed, a dash where the platform cannot. */
function markOf(assertions: readonly Assertion[], column: string, name: string): string {
  const mine = assertions.filter(
    ({ ancestorTitles, title }) => isOf(ancestorTitles[0] ?? '', column) && nameOf({ ancestorTitles, title }) === name,
  );
  if (mine.some(({ status }) => status === 'failed')) return '**no**';
  return mine.some(({ status }) => status === 'passed') ? 'yes' : '–';
}

function isOf(suite: string, column: string): boolean {
  return suite === `channel ${column}` || suite.startsWith(`channel ${column} `);
}

function nameOf({ ancestorTitles, title }: Pick<Assertion, 'ancestorTitles' | 'title'>): string {
  return [...ancestorTitles.slice(1), title].join(': ');
}

function conformanceTable(assertions: readonly Assertion[]): string {
  const ours = assertions.filter(({ ancestorTitles }) => COLUMNS.some((name) => isOf(ancestorTitles[0] ?? '', name)));
  const names = [...new Set(ours.map((one) => nameOf(one)))];
  if (names.length < 20) throw new Error('the suite was not found: look at test/channels/conformance.ts');
  return table(
    ['what every channel must do', ...COLUMNS],
    names.map((name) => [name, ...COLUMNS.map((column) => markOf(ours, column, name))]),
  );
}

function capabilityTable(): string {
  const row = (what: string, of: (column: (typeof COLUMNS)[number]) => number) => [
    what,
    ...COLUMNS.map((column) => String(of(column))),
  ];
  return table(
    ['limit', ...COLUMNS],
    [
      row('characters of a text', (column) => CAN[column].textLimit),
      row('buttons in a row', (column) => CAN[column].buttonsPerRow),
      row('buttons under a message', (column) => CAN[column].buttonsInAll),
      row('characters of a label', (column) => CAN[column].labelLimit),
      row('megabytes of a file', (column) => Math.floor(CAN[column].fileLimit / MB)),
    ],
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function put(page: string, mark: string, text: string): string {
  const [begin, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/channels.md has no ${begin} … ${end}`);
  return `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`;
}

/** A run that was made already, as vitest's JSON, may be named: `npm run conformance -- report.json`. */
const [given] = process.argv.slice(2);
const assertions = given === undefined ? run() : read(given);
const page = put(readFileSync(PAGE, 'utf8'), 'capabilities', capabilityTable());
writeFileSync(PAGE, put(page, 'conformance', conformanceTable(assertions)));
if (assertions.some(({ status }) => status === 'failed')) process.exitCode = 1;
