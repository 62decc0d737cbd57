import { createHash } from 'node:crypto';
import type { Deps } from '../../src/casework/deps.ts';
import { createJobWorker } from '../../src/casework/evaluation/job-worker.ts';
import { runCommand } from '../../src/casework/run-command.ts';
import { actorOf } from '../../src/casework/talk/actor-of.ts';
import { createTurnedClock, instantAt } from '../../src/cli/turned-clock.ts';
import { openFiles } from '../../src/db/file-store.ts';
import { systemNewId } from '../../src/db/new-id.ts';
import type { Command } from '../../src/dialogs/command.ts';
import { createDocumentWriter } from '../../src/documents/document-writer.ts';
import { monthOf } from '../../src/engine/day.ts';
import type { Law } from '../../src/engine/law.ts';
import { lawFor, REGIONS } from '../../src/law/index.ts';
import { loadLocales } from '../../src/texts/locales.ts';
import { createTexts } from '../../src/texts/render.ts';
import { type BenchDatabase, openEmbedded } from '../chat/databases.ts';
import { type MemoryMark, watchMemory } from './memory.ts';
import { HEAD, makeOfficeMonth, type OfficeMonth, RECORDS_OF, SPECIALIST, TODAY } from './office-month.ts';
import { addReports } from './reports.ts';

/** Records of the batch: form 4, numbers 1 to 12. */
export const PAPERS = 1000;
/** Reports of the register. */
export const REPORTS = 200;
/** Where the peak of the memory is noted. */
const MARKS = [100, 500, PAPERS];

/** A job of all papers with its time and its memory. */
export interface JobBench {
  readonly seconds: number;
  readonly memory: readonly MemoryMark[];
}

/** What one run found. Seconds are from the press to the end. */
export interface PapersBench {
  readonly prepared: JobBench;
  readonly submitSeconds: number;
  readonly approved: JobBench;
  /** Bytes of a paper on the average. */
  readonly paperBytes: number;
  readonly archived: JobBench;
  readonly caseSeconds: number;
  readonly registerSeconds: number;
}

/** A month of one office through the product's own commands and jobs: embedded database, real papers on the disk. */
export async function benchPapers(): Promise<PapersBench> {
  const database = await openEmbedded();
  try {
    return await benchMonth(database);
  } finally {
    await database.close();
  }
}

async function benchMonth(database: BenchDatabase): Promise<PapersBench> {
  const deps = assemble(database);
  const office = await makeOfficeMonth(deps, PAPERS);
  const month = RECORDS_OF;
  const prepare = { kind: 'prepare-records', month } as const;
  const prepared = await job(deps, SPECIALIST, prepare, (of, piece) => ({
    ...of,
    newId: { ...of.newId, id: told(() => of.newId.id(), piece) },
  }));
  const submitSeconds = await secondsOf(() => run(deps, SPECIALIST, { kind: 'submit-records', month }));
  const approve = { kind: 'approve-records', month } as const;
  const approved = await job(deps, HEAD, approve, (of, piece) => ({
    ...of,
    documents: { ...of.documents, paper: told((...given) => of.documents.paper(...given), piece) },
  }));
  const paperBytes = await bytesOfPaper(deps, office);
  const pack = { kind: 'make-office-archive', month: monthOf(TODAY) } as const;
  const archived = await job(deps, HEAD, pack, (of, piece) => ({
    ...of,
    documents: { ...of.documents, entryPath: told((one) => of.documents.entryPath(one), piece) },
  }));
  const one = { kind: 'make-archive', contractId: office.contractIds[0] ?? '' } as const;
  const { seconds: caseSeconds } = await job(deps, SPECIALIST, one, (of) => of);
  await addReports(deps, office, REPORTS);
  const registerSeconds = await secondsOf(async () => {
    const made = await run(deps, HEAD, { kind: 'make-register', month });
    if (made.kind !== 'register' || made.rows !== REPORTS) throw new Error('not the register of all reports');
  });
  return { prepared, submitSeconds, approved, paperBytes, archived, caseSeconds, registerSeconds };
}

/** Asks for the job and works it off; `watched` says what a piece is. */
async function job(
  deps: Deps,
  who: string,
  command: Command,
  watched: (deps: Deps, piece: () => void) => Deps,
): Promise<JobBench> {
  const { piece, marks } = watchMemory(MARKS);
  const worker = createJobWorker({
    ...watched(deps, piece),
    processName: 'bench',
    onNews: () => {},
    onError: (_job, error) => {
      throw error;
    },
  });
  const seconds = await secondsOf(async () => {
    const asked = await run(deps, who, command);
    if (asked.kind !== 'job-started') throw new Error(`${command.kind} is no job: ${asked.kind}`);
    worker.wake();
    await worker.idle();
  });
  return { seconds, memory: marks };
}

function run(deps: Deps, externalId: string, command: Command): ReturnType<typeof runCommand> {
  return deps.database.transaction(async (stores) => {
    const { actor } = await actorOf(deps, stores, { channel: 'web', externalId });
    return runCommand({ deps, stores, actor }, command);
  });
}

/** Looks that every record was signed, too: a batch that left some would be a fast one. */
async function bytesOfPaper({ database }: Deps, { officeId }: OfficeMonth): Promise<number> {
  const papers = await database.transaction((stores) => stores.papers.recordsOfMonth(officeId, RECORDS_OF, 'approved'));
  if (papers.length !== PAPERS) throw new Error(`${papers.length} papers of ${PAPERS} were approved`);
  return papers.reduce((sum, { file }) => sum + (file?.size ?? 0), 0) / PAPERS;
}

function assemble({ product, dataDir }: BenchDatabase): Deps {
  const laws: Record<string, Law> = {};
  for (const region of REGIONS) {
    const law = lawFor(region);
    if (law !== null) laws[region] = law;
  }
  const texts = createTexts(loadLocales(), (language, key) => {
    throw new Error(`no words for ${key} in ${language}`);
  });
  return {
    database: product,
    clock: createTurnedClock(instantAt(TODAY, '12:00', 'Europe/Moscow')),
    newId: systemNewId,
    files: openFiles(dataDir),
    remoteFiles: { fetch: async () => ({ kind: 'gone' }) },
    documents: createDocumentWriter(texts),
    laws,
    defaultRegion: 'bryansk',
    publicUrl: 'https://opora.example',
    channelLinks: { open: () => ['web'], link: async () => null },
    hash: (content) => createHash('sha256').update(content).digest('hex'),
  };
}

/** The same function, which tells each call. */
function told<Given extends readonly unknown[], Answer>(
  work: (...given: Given) => Answer,
  piece: () => void,
): (...given: Given) => Answer {
  return (...given) => {
    piece();
    return work(...given);
  };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
