import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ChatBench } from './chat/bench-chat.ts';
import { PEOPLE } from './chat/bench-chat.ts';
import type { Statements } from './chat/statements.ts';
import type { EngineBench } from './engine/bench-engine.ts';
import { PAPERS, type PapersBench, REPORTS } from './papers/bench-papers.ts';
import type { MemoryMark } from './papers/memory.ts';
import { median, type Speed } from './rounds.ts';

/** What one run of the benches found. */
export interface BenchResults {
  readonly begun: Date;
  readonly engine: EngineBench;
  readonly chat: readonly ChatBench[];
  readonly papers: PapersBench;
}

/** The page `bench/results.md`: machine, versions, command, figures with their spread, and what they do not say. */
export function resultsPage({ begun, engine, chat, papers }: BenchResults): string {
  return `# Bench results

Written by \`npm run bench\`; do not edit. Run of ${begun.toISOString().slice(0, 10)}, load of the machine at the end ${loadavg()[0]?.toFixed(1)}.

${machine()}

Every round runs all contestants one after another, after a warm-up; the median stands first, the slowest and the fastest
of the rounds beside it.

## Stage-2 verdicts a second

${table(engine.speeds, 'cases a second')}

${engine.cases} families in three regions, the same for all; the run stops if any two engines disagree on any of them. How they fell:
${Object.entries(engine.verdicts)
  .map(([verdict, count]) => `${verdict} ${count}`)
  .join(', ')}.

What each does for a case:

- **opora**: reads the whole document of the family: checks it, counts the members, picks the three months, leaves out the income
  that does not count by the law in force, takes the minimum of the region, territory and day, in exact decimals; answers with all figures
  of form 2, three readings of the minimum, reasons, assumptions and the trace with the basis in law.
- **json-rules-engine**: gets the total, the number of members and the minimum ready made (our work on them is not timed) in whole
  kopecks; divides, compares, walks 26 rules for outcome and proposal. Its trace is the list of rule results. Rules run through promises.
- **publicodes**: gets the same ready figures; divides, compares, chooses. Its trace is the evaluated tree. A situation is set and
  parsed anew for every family.

Neither of the two was given lists of people, dated law or exact decimals to handle. In roubles with binary
fractions both would round some figures a kopeck down, so they are fed kopecks.

## Chat turns a second

${chat.map(chatPart).join('\n\n')}

${PEOPLE.length} people write at one moment, all answers are waited for, then they write again; they walk through the pre-check. No network: the
updates are Telegram's, the platform answers at once for both. **opora** keeps the update in the inbox, leases it in order, talks, keeps
state and answer in one transaction, leases the outbox, sends, keeps the outcome. **grammY and the same SQL** is a bot of a few lines that says
just as many statements to the same kind of database in as many transactions through the same Prisma client and answers with a
keyboard: no inbox, no talk, no outbox, no retry. So the difference is what the talk, the texts and the queues cost beside the database.

## A month of an office

${papersPart(papers)}
`;
}

function papersPart({
  prepared,
  submitSeconds,
  approved,
  paperBytes,
  archived,
  caseSeconds,
  registerSeconds,
}: PapersBench) {
  const rows = [
    ['records prepared as drafts', PAPERS, prepared.seconds],
    ['drafts signed by the specialist, in one press', PAPERS, submitSeconds],
    ['records approved: paper written, sealed, kept on the disk', PAPERS, approved.seconds],
    ['prepared, signed and approved', PAPERS, prepared.seconds + submitSeconds + approved.seconds],
    ['archive of the month', PAPERS, archived.seconds],
    ['archive of one case', 1, caseSeconds],
    ['register of reports, XLSX and CSV', REPORTS, registerSeconds],
  ] as const;
  const lines = rows.map(
    ([what, count, seconds]) => `| ${what} | ${count} | ${seconds.toFixed(1)} | ${whole(count / seconds)} |`,
  );
  const jobs = [
    ['preparing', prepared.memory],
    ['approving', approved.memory],
    ['archive', archived.memory],
  ] as const;
  return `${['| | papers | seconds | a second |', '| --- | ---: | ---: | ---: |', ...lines].join('\n')}

One run. Form 4 of an office whose contracts ended one to twelve months ago, through the product's own commands and jobs: each
record in a transaction of its own, with its audit events, on PGlite on disk; a paper has ${whole(paperBytes / 1024)} KiB, its letters
embedded. The most memory of the whole process, database and generated code included, from the beginning of each job to so many pieces:

${['| | 100 | 500 | 1,000 |', '| --- | ---: | ---: | ---: |', ...jobs.map(([what, marks]) => memoryRow(what, marks))].join('\n')}`;
}

function memoryRow(what: string, marks: readonly MemoryMark[]): string {
  return `| ${what} | ${marks.map(({ peak }) => `${peak} MiB`).join(' | ')} |`;
}

function chatPart({ database, speeds, perTurn }: ChatBench): string {
  return `### ${database}

${table(speeds, 'turns a second')}

Statements of one turn: ${told(perTurn)}.`;
}

function told({ begin, commit, read, write, other }: Statements): string {
  const all = begin + commit + read + write + other;
  return `${all} (${begin} BEGIN, ${commit} COMMIT, ${read} reads, ${write} writes${other === 0 ? '' : `, ${other} others`})`;
}

function table(speeds: readonly Speed[], unit: string): string {
  const rows = speeds.map(({ name, perSecond }) => {
    const [least, most] = [Math.min(...perSecond), Math.max(...perSecond)];
    return `| ${name} | ${whole(median(perSecond))} | ${whole(least)}–${whole(most)} | ${perSecond.length} |`;
  });
  return [`| | ${unit}, median | slowest–fastest round | rounds |`, '| --- | ---: | ---: | ---: |', ...rows].join('\n');
}

function whole(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}

function machine(): string {
  const [processor] = cpus();
  const names = ['json-rules-engine', 'publicodes', 'grammy', '@prisma/client', '@electric-sql/pglite'];
  return `| what | |
| --- | --- |
| machine | ${cpus().length} × ${processor?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB |
| Node | ${process.version} |
| packages | ${names.map((name) => `${name} ${versionOf(name)}`).join(', ')} |
| command | \`${process.env['TEST_DATABASE_URL'] ? 'TEST_DATABASE_URL=… ' : ''}npm run bench\` |`;
}

/** Read from the file, because a package need not export its package.json. */
function versionOf(name: string): string {
  const path = fileURLToPath(new URL(`../node_modules/${name}/package.json`, import.meta.url));
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}
