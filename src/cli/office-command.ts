/** `opora office`: opens an office and hands its head the first link; the rest is done in the chat. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import type { Deps } from '../casework/deps.ts';
import { addOffice, type NewOffice } from '../casework/office/add-office.ts';
import type { Files } from '../casework/ports.ts';
import { openDatabase, type OpenDatabase } from '../db/client.ts';
import { openFiles } from '../db/file-store.ts';
import { systemNewId } from '../db/new-id.ts';
import { systemClock } from '../db/system-clock.ts';
import type { LinkHandout } from '../dialogs/link-state.ts';
import { createChannelLinks } from '../delivery/channel-links.ts';
import { createDocumentWriter } from '../documents/document-writer.ts';
import { accept, type Fault, type Outcome, refuse } from '../engine/outcome.ts';
import { loadLocales } from '../texts/locales.ts';
import { createTexts } from '../texts/render.ts';
import type { CliCommand } from './command.ts';
import { type Ready, readSettings, sayWhy } from './operator.ts';
import { printLine } from './output.ts';
import { printFaults } from './print-faults.ts';

/** What stands after `opora office`. */
export const OFFICE_USAGE =
  '--region R [--municipality M] --name "…" --head "…" [--position "…"] [--phone "…"] [--address "…"] [--hours "…"] [--language ru|en]';

/** Exit status 2 for wrong options, 1 where the database cannot be opened. */
export const officeCommand: CliCommand = async (args) => {
  const ready = await readSettings('opora office');
  if (!ready) return 2;
  const draft = readDraft(args, ready.laws);
  if (!draft.ok) return printFaults('opora office', draft.faults);
  const { databaseUrl, dataDir, logLevel } = ready.config;
  const log = pino({ level: logLevel }, pino.destination(2));
  try {
    const database = await openDatabase({ databaseUrl, dataDir, log });
    try {
      await database.migrate();
      const deps = depsOf(ready, database);
      const { office, handout } = await addOffice(deps, draft.value);
      const papers = await writePapers(join(dataDir, 'papers'), office.id, handout, deps.files);
      await printLine(opened(draft.value, handout, papers));
      return 0;
    } finally {
      await database.close();
    }
  } catch (error) {
    return sayWhy('office', error);
  }
};

function opened(
  { name, headName }: NewOffice,
  { url, code, expiresOn }: LinkHandout,
  papers: readonly string[],
): string {
  return [
    `Opened: ${name}.`,
    '',
    `Give this link to ${headName} alone. It works once, until ${expiresOn}:`,
    `  ${url}`,
    `or this code, typed into the chat: ${code}`,
    '',
    'The same as a picture and as a sheet to print; delete them when they are handed over:',
    ...papers.map((path) => `  ${path}`),
  ].join('\n');
}

/** The picture and the sheet carry the link: only the owner of the folder may read them. */
async function writePapers(
  folder: string,
  officeId: string,
  { qr, sheet }: LinkHandout,
  files: Files,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  for (const [file, name] of [
    [qr, `head-link-${officeId}.png`],
    [sheet, `head-link-${officeId}.pdf`],
  ] as const) {
    const bytes = await files.read(file.hash);
    if (!bytes) throw new Error(`${name} was not kept`);
    const path = join(folder, name);
    await writeFile(path, bytes, { mode: 0o600 });
    written.push(path);
  }
  return written;
}

function depsOf({ config, laws }: Ready, database: OpenDatabase): Deps {
  return {
    database,
    clock: systemClock,
    newId: systemNewId,
    files: openFiles(config.dataDir),
    remoteFiles: { fetch: async () => ({ kind: 'gone' }) },
    documents: createDocumentWriter(createTexts(loadLocales())),
    laws,
    defaultRegion: config.region,
    publicUrl: config.publicUrl,
    channelLinks: createChannelLinks({
      policy: config.channelPolicy,
      publicUrl: config.publicUrl,
      messengers: new Map(),
    }),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  };
}

const OPTIONS = {
  region: { type: 'string' },
  municipality: { type: 'string' },
  name: { type: 'string' },
  head: { type: 'string' },
  position: { type: 'string' },
  phone: { type: 'string' },
  address: { type: 'string' },
  hours: { type: 'string' },
  language: { type: 'string' },
} as const;

/** Every fault of the options at once. */
function readDraft(args: readonly string[], laws: Deps['laws']): Outcome<NewOffice> {
  const read = parse(args);
  if (!read.ok) return read;
  const given = read.value;
  const law = given.region === undefined ? undefined : laws[given.region];
  const faults: Fault[] = [];
  if (!law)
    faults.push({
      path: '--region',
      problem: given.region === undefined ? 'no region' : `no law of region ${given.region}`,
      remedy: `use one of: ${Object.keys(laws).join(', ')}`,
    });
  for (const option of ['name', 'head'] as const)
    if ((given[option] ?? '').trim() === '')
      faults.push({ path: `--${option}`, problem: 'is missing', remedy: `add --${option} "…"` });
  const places = law?.region.municipalities.map(({ code }) => code) ?? [];
  if (law && given.municipality !== undefined && !places.includes(given.municipality))
    faults.push({
      path: '--municipality',
      problem: `${given.municipality} is not a municipality of ${law.region.code}`,
      remedy: places.length === 0 ? 'leave it out: the region has one territory' : 'codes: opora law --region R',
    });
  const language = given.language ?? 'ru';
  if (language !== 'ru' && language !== 'en') {
    const remedy = 'use ru or en';
    return refuse([...faults, { path: '--language', problem: `no texts in ${language}`, remedy }]);
  }
  if (faults.length > 0 || !law) return refuse(faults);
  return accept({
    region: law.region.code,
    municipality: given.municipality ?? null,
    name: (given.name ?? '').trim(),
    address: given.address ?? null,
    phone: given.phone ?? null,
    hours: given.hours ?? null,
    headName: (given.head ?? '').trim(),
    headPosition: given.position ?? createTexts(loadLocales()).render(language, { key: 'staff:role.head' }),
    language,
    isDemo: false,
  });
}

type Given = { readonly [option in keyof typeof OPTIONS]?: string | undefined };

function parse(args: readonly string[]): Outcome<Given> {
  try {
    return accept(parseArgs({ args: [...args], options: OPTIONS }).values);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return refuse([{ path: 'arguments', problem, remedy: `use ${OFFICE_USAGE}` }]);
  }
}
