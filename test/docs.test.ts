/** Documents that point at what is not there are worse than none. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENGINE_COMMANDS, type EngineCommandName } from '../src/casework/engine-commands/index.ts';
import { lawFor } from '../src/law/index.ts';

const root = resolve(import.meta.dirname, '..');
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const EXAMPLES = readdirSync(join(root, 'docs/examples')).map((name) => name.replace(/\.json$/, ''));

const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** What the README says beside each example, as far as it is a figure or a code. */
const PROMISED: { readonly [command in EngineCommandName]: object } = {
  precheck: {
    verdict: 'likely-eligible',
    perCapitaIncome: '10083.42',
    minimum: expect.objectContaining({ amount: '17424.00' }),
  },
  calendar: {
    report: expect.objectContaining({ opensOn: '2027-01-01', toDepartmentBy: '2027-02-10' }),
    decision: { opensOn: '2027-09-01', dueOn: '2027-09-30' },
  },
  conclusion: { outcome: 5, consequence: 'extension-to-commission', latestExtensionEndsOn: '2027-01-15' },
  report: {
    incomeOutcome: 'rose-above-minimum',
    proposal: 'effective',
    minimum: expect.objectContaining({ territory: 'north' }),
  },
  decision: { confirmedMonths: 12, proposal: 'advisable' },
  score: { score: 75, recommendation: 'review' },
};

describe('README', () => {
  it('shows every engine command with an example that is there', () => {
    const shown = [...read('README.md').matchAll(/opora -- (\w+) +docs\/examples\/(\w+)\.json/g)];
    expect(shown.map(([, command = '']) => command).toSorted()).toEqual(Object.keys(ENGINE_COMMANDS).toSorted());
    expect(shown.map(([, , file = '']) => file).toSorted()).toEqual(EXAMPLES.toSorted());
  });

  it.each(Object.keys(PROMISED) as EngineCommandName[])('promises of %s what it answers', (command) => {
    const outcome = ENGINE_COMMANDS[command]((region) => lawFor(region ?? 'bryansk'))(
      JSON.parse(read(`docs/examples/${command}.json`)),
    );
    expect(outcome).toMatchObject({ ok: true, value: PROMISED[command] });
  });

  it('has a line for every folder of src and of the top level that holds the product', () => {
    const tree =
      read('README.md')
        .split('```')
        .find((block) => block.includes('src/\n├──')) ?? '';
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `${entry.name}/` : entry.name,
    );
    expect(folders.filter((folder) => !tree.includes(`── ${folder}`))).toEqual([]);
    expect(
      ['locales/', 'prisma/', 'test/', 'bench/', 'docs/'].filter((folder) => !tree.includes(`\n${folder}`)),
    ).toEqual([]);
  });
});

describe.each(DOCUMENTS)('%s', (document) => {
  it('links to files that are there', () => {
    const links = [...read(document).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target = '']) => target);
    const ours = links.filter((target) => !/^https?:/.test(target));
    expect(ours.filter((target) => !existsSync(join(root, dirname(document), target)))).toEqual([]);
  });

  it('names files and commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(document).matchAll(/`((?:src|test|bench|docs|prisma|locales|\.ci|\.config)\/[\w./-]+)`/g)];
    expect(named.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const run = [...read(document).matchAll(/npm run (?:-s )?([\w-]+)/g)].map(([, name = '']) => name);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
  });
});
