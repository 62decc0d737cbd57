/** The house of `shared/design/architecture.md` as a test: it reads plain text, and fails if there is nothing to read. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A folder imports only from the rows above it; folders in one row do not know each other. */
const ROWS = [
  ['engine'],
  ['law', 'texts'],
  ['dialogs'],
  ['casework'],
  ['db', 'documents', 'delivery', 'http'],
  ['channels', 'reminders'],
  ['config.ts'],
  ['open-channels.ts'],
  ['main.ts', 'cli'],
];

/** Folders whose sub-folders stand side by side as well: none of them knows another. */
const SIDE_BY_SIDE: readonly (readonly [parent: string, children: readonly string[] | 'every'])[] = [
  ['channels', 'every'],
  ['law/regions', 'every'],
  // The talk and the work of one kind of person. What two of them need stands beside them, not in one of them.
  ['dialogs', ['citizen', 'specialist', 'head', 'partner']],
  ['casework', ['citizen', 'specialist', 'head', 'partner']],
];

/** The only places that may load an outside package. A name that ends with a slash stands for every package of its scope. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  'decimal.js': ['engine/money.ts'],
  i18next: ['texts/'],
  zod: ['casework/', 'config.ts'],
  '@prisma/': ['db/'],
  '@electric-sql/pglite': ['db/'],
  'pglite-prisma-adapter': ['db/'],
  pg: ['db/'],
  sharp: ['db/'],
  'file-type': ['db/'],
  fastify: ['http/', 'channels/'],
  '@fastify/': ['http/', 'channels/'],
  pino: ['http/'],
  'prom-client': ['http/'],
  grammy: ['channels/telegram/'],
  '@grammyjs/': ['channels/telegram/'],
  'node-cron': ['reminders/schedule.ts'],
  qrcode: ['documents/'],
  pdfmake: ['documents/'],
  '@expo-google-fonts/': ['documents/'],
  docx: ['documents/'],
  docxtemplater: ['documents/'],
  pizzip: ['documents/'],
  fflate: ['documents/'],
  hucre: ['documents/'],
  '@resvg/': ['documents/'],
  fontkit: ['documents/'],
};

/** The last row wires everything together: it may load whatever has a home. */
const LAST_ROW = ['open-channels.ts', 'main.ts', 'cli/'];

/** Folders that may not touch Node: what they need of the world comes as an argument or through a port. */
const WITHOUT_NODE = ['engine/', 'law/', 'dialogs/', 'casework/'];

/** Law and talk as functions: no clock, no chance, no process. */
const PURE = ['engine/', 'law/', 'dialogs/'];
const IMPURE =
  /\bDate\b(?=[.(])|\bnew Date\b|\bprocess\b\.|\bMath\.random\b|\bnode:|\bconsole\b\.|\bfetch\(|\bsetTimeout\b|\bsetInterval\b/g;

/** Where Russian letters are data and not a text for people: citations, and what people type. Texts live in `locales/`. */
const RUSSIAN_IS_DATA = [
  'law/',
  'dialogs/spoken-move.ts',
  'dialogs/read/',
  'dialogs/citizen/language.ts',
  // Names as the law's list writes them, taken apart to be found by what people type.
  'dialogs/citizen/municipality-question.ts',
  // Letters that look alike in both alphabets, for codes typed from paper.
  'dialogs/citizen/join.ts',
  // "ё" and "е" are the same letter to whoever searches.
  'db/contract-row.ts',
  'texts/formats.ts',
  // What the people of the demo type.
  'cli/demo/',
  // Fields as an office writes them into its own template (docs/templates.md).
  'documents/paper/template-',
];

/** Longer than the rest by design: architecture.md wants every port of the inside in this one file. */
const LONG_BY_DESIGN = ['casework/ports.ts'];
const MOST_LINES = 250;

const src = resolve(import.meta.dirname, '../src');
const files = listFiles(src).filter((file) => !file.startsWith('db/generated/'));
const sources = files.filter((file) => file.endsWith('.ts')).map((file) => ({ file, text: read(src, file) }));
const imports = sources.flatMap(({ file, text }) => importsOf(text).map((target) => ({ file, target })));

describe('the check itself', () => {
  it('finds the source tree and its imports', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
    expect(ROWS.flat().filter((folder) => !files.some((file) => `${file}/`.startsWith(`${folder}/`)))).toEqual([]);
  });

  it.each([
    ['engine/report.ts', '../law/index.ts', false],
    ['law/index.ts', '../texts/text.ts', false],
    ['law/index.ts', '../engine/law.ts', true],
    ['dialogs/step.ts', '../casework/ports.ts', false],
    ['casework/ports.ts', '../dialogs/command.ts', true],
    ['db/client.ts', '../delivery/channel.ts', false],
    ['delivery/send-due.ts', '../channels/web/index.ts', false],
    ['channels/web/index.ts', '../telegram/index.ts', false],
    ['channels/web/index.ts', '../../http/server.ts', true],
    ['channels/web/index.ts', '../../reminders/schedule.ts', false],
    ['law/regions/bryansk/index.ts', '../irkutsk/minima.ts', false],
    ['law/regions/bryansk/index.ts', '../../federal/tracks.ts', true],
    ['dialogs/citizen/help.ts', '../specialist/work.ts', false],
    ['dialogs/index.ts', './specialist/work.ts', true],
    ['casework/citizen/submit-month.ts', '../case/score-month.ts', true],
    ['http/server.ts', '../config.ts', false],
    ['config.ts', './main.ts', false],
    ['cli/start.ts', '../main.ts', true],
    ['engine/report.ts', '../../test/support/skip.ts', false],
    ['casework/ports.ts', './nowhere.js', true],
  ])('%s -> %s: allowed %s', (file, target, allowed) => {
    expect(mayImport(file, target)).toBe(allowed);
  });

  it.each([
    ['engine/money.ts', 'decimal.js', true],
    ['engine/day.ts', 'decimal.js', false],
    ['channels/telegram/index.ts', 'grammy', true],
    ['channels/web/index.ts', 'grammy', false],
    ['reminders/plan-reminders.ts', 'node-cron', false],
    ['casework/ports.ts', '@prisma/client', false],
    ['casework/ports.ts', 'node:fs', false],
    ['db/client.ts', 'node:fs', true],
    ['http/server.ts', 'left-pad', false],
    ['main.ts', 'fastify', true],
    ['main.ts', 'left-pad', false],
  ])('%s may load %s: %s', (file, target, allowed) => {
    expect(mayLoad(file, target)).toBe(allowed);
  });

  it('reads every form of import', () => {
    const text = `import 'a';\nconst no = from('x') + ' import ' + 'y';\nimport { x } from 'b';\nexport * from "c";\nawait import('d');\nimport type {\n  E,\n} from 'e';`;
    expect(importsOf(text).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it.each(['new Date()', 'Date.now()', 'Date()', 'process.env', 'Math.random()', "import 'node:fs'", 'console.log(1)'])(
    'sees that %s is not pure',
    (code) => {
      expect(impureWords(code)).toHaveLength(1);
      expect(impureWords(`// ${code}\nnextDate(day);`)).toEqual([]);
    },
  );

  it('sees an export without its docstring', () => {
    const text =
      '/** File. */\nimport x from "y";\n\nexport const bare = 1;\n\n/** Said. */\nexport type A = 1;\nexport const a = 1;';
    expect(undocumented(text)).toEqual(['export const bare = 1;']);
  });
});

describe('the staircase', () => {
  it('imports point one way', () => {
    const own = imports.filter(({ target }) => target.startsWith('.'));
    expect(own.filter(({ file, target }) => !mayImport(file, target)).map(arrow)).toEqual([]);
  });

  it('an outside package is loaded in its home only', () => {
    const outside = imports.filter(({ target }) => !target.startsWith('.'));
    expect(outside.filter(({ file, target }) => !mayLoad(file, target)).map(arrow)).toEqual([]);
  });

  it('law and talk ask for nothing', () => {
    const found = sources
      .filter(({ file }) => PURE.some((folder) => file.startsWith(folder)))
      .flatMap(({ file, text }) => impureWords(text).map((word) => `${file}: ${word}`));
    expect(found).toEqual([]);
  });
});

describe('files', () => {
  it('are named in kebab-case by the word of the domain', () => {
    const named = [...files, ...listFiles(resolve(src, '../test'))];
    const wrong = named.filter((file) => file.split('/').some((part) => !isPlainName(part)));
    expect(wrong).toEqual([]);
  });

  it(`stop at ${MOST_LINES} lines of code`, () => {
    const long = sources.filter(({ text }) => codeLines(text) > MOST_LINES).map(({ file }) => file);
    expect(long.filter((file) => !LONG_BY_DESIGN.includes(file))).toEqual([]);
  });

  it('say what every export is', () => {
    expect(sources.flatMap(({ file, text }) => undocumented(text).map((line) => `${file}: ${line}`))).toEqual([]);
  });

  it('hold no text for people: those live in locales/', () => {
    const russian = files
      .filter((file) => /\.(ts|js|html|css)$/.test(file))
      .filter((file) => /[а-яё]/i.test(withoutComments(read(src, file))));
    const isData = (file: string) => RUSSIAN_IS_DATA.some((place) => file.startsWith(place));
    expect(russian.filter((file) => !isData(file))).toEqual([]);
    expect(RUSSIAN_IS_DATA.filter((place) => !russian.some((file) => file.startsWith(place)))).toEqual([]);
  });
});

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

function importsOf(text: string): string[] {
  const code = withoutComments(text);
  const fixed = code.matchAll(/^(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"\n]+)['"]/gm);
  const lazy = code.matchAll(/\bimport\(\s*['"]([^'"\n]+)['"]/g);
  return [...fixed, ...lazy].map(([, target = '']) => target);
}

/** By the place in the staircase and, inside a folder, by what stands side by side. */
function mayImport(file: string, target: string): boolean {
  const to = join(dirname(file), target).replaceAll('\\', '/');
  if (to.startsWith('..')) return false;
  const [from, toRow] = [rowOf(file), rowOf(to)];
  if (from < 0 || toRow < 0) return false;
  if (topOf(file) !== topOf(to)) return toRow < from || (topOf(file) === 'cli' && to === 'main.ts');
  return SIDE_BY_SIDE.every(([parent, children]) => {
    const [one, other] = [childOf(parent, file, children), childOf(parent, to, children)];
    return one === null || other === null || one === other;
  });
}

function mayLoad(file: string, target: string): boolean {
  if (target.startsWith('node:')) return !WITHOUT_NODE.some((folder) => file.startsWith(folder));
  const home = Object.entries(HOMES).find(([name]) =>
    name.endsWith('/') ? target.startsWith(name) : target === name || target.startsWith(`${name}/`),
  );
  return home !== undefined && [...home[1], ...LAST_ROW].some((place) => file.startsWith(place));
}

function topOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function rowOf(file: string): number {
  return ROWS.findIndex((row) => row.includes(topOf(file)));
}

/** The sub-folder of `parent` the file stands in, null where it stands in none of those that are kept apart. */
function childOf(parent: string, file: string, children: readonly string[] | 'every'): string | null {
  if (!file.startsWith(`${parent}/`)) return null;
  const [child = '', inside] = file.slice(parent.length + 1).split('/');
  return inside === undefined || !(children === 'every' || children.includes(child)) ? null : child;
}

function arrow({ file, target }: { readonly file: string; readonly target: string }): string {
  return `${file} -> ${target}`;
}

/** Words of the code only. A `//` inside an address stays, because no space stands before it. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

function impureWords(text: string): string[] {
  return withoutComments(text).match(IMPURE) ?? [];
}

function codeLines(text: string): number {
  return withoutComments(text)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
}

function isPlainName(part: string): boolean {
  const name = basename(part);
  return (
    /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(name) &&
    !/(^|[-.])(utils?|helpers?|common|managers?|services?)([-.]|$)/.test(name)
  );
}

/**
 * Exports of the file that no docstring stands right above. One docstring may serve the lines that follow it without a
 * gap, and the docstring that opens a file may serve the one thing the file exports.
 */
function undocumented(text: string): string[] {
  const lines = text.split('\n');
  const exported = lines.flatMap((line, at) => (EXPORT.test(line) ? [{ line, at }] : []));
  if (exported.length === 1 && text.startsWith('/**')) return [];
  return exported.filter(({ at }) => !hasDocstring(lines.slice(0, at))).map(({ line }) => line);
}

const EXPORT = /^export (?:(?:async function|function|const|interface|class|abstract class) |type [A-Za-z])/;

/** True where a docstring stands among the lines right above, with no empty line between. */
function hasDocstring(above: readonly string[]): boolean {
  const gap = above.findLastIndex((line) => line.trim() === '');
  return above.slice(gap + 1).some((line) => /^( \*\/|\/\*\*.*\*\/)$/.test(line));
}
