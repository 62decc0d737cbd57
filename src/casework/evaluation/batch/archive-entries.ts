/** What goes into an archive, one piece after another, so that memory does not grow with it. */
import { firstDay, lastDay, monthOf } from '../../../engine/day.ts';
import type { Deps } from '../../deps.ts';
import type { ArchiveEntry, ArchivePiece, Contract, Job, StoredPaper, Stores } from '../../ports.ts';

/** Papers read in one query. */
const BATCH = 50;

/** A file to be put in, by its hash in `DATA_DIR/files`. */
export interface ArchiveFile {
  readonly piece: ArchivePiece;
  readonly hash: string;
}

/** Approved papers, proofs of accepted months, photos of surveys: everything of one case. */
export async function caseFiles(stores: Stores, contract: Contract): Promise<ArchiveFile[]> {
  const of = { contractNumber: contract.number, recipientName: contract.recipientName };
  const files: ArchiveFile[] = [];
  for (const paper of await stores.papers.ofContract(contract.id)) files.push(...paperFiles(paper));
  for (const { month, revisions } of await stores.submissions.ofContract(contract.id)) {
    const proofs = revisions
      .filter(({ decision }) => decision?.what === 'accepted')
      .flatMap(({ answers }) => answers.proofs);
    const seen = new Set<string>();
    for (const { file } of proofs) {
      if (!file || seen.has(file.hash)) continue;
      seen.add(file.hash);
      files.push({ piece: { ...of, kind: 'proof', month, file }, hash: file.hash });
    }
  }
  for (const { on, files: photos } of await stores.surveys.ofContract(contract.id))
    for (const file of photos)
      files.push({ piece: { ...of, kind: 'proof', month: monthOf(on), file }, hash: file.hash });
  return files;
}

/** The entries of a job. `onPiece` is told after each how many there were, and ends the work by throwing. */
export async function* archiveEntries(
  deps: Deps,
  job: Job,
  onPiece: (done: number) => Promise<void>,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  let done = 0;
  for await (const { piece, hash } of filesOf(deps, job)) {
    const bytes = await deps.files.read(hash);
    // A file that was lost from the disk leaves a gap rather than no archive at all.
    if (bytes) yield { path: deps.documents.entryPath(piece), bytes };
    done += 1;
    await onPiece(done);
  }
}

async function* filesOf(deps: Deps, job: Job): AsyncGenerator<ArchiveFile, void, undefined> {
  if (job.kind === 'contract-archive') {
    yield* await deps.database.transaction(async (stores) => {
      const contract = job.contractId === null ? null : await stores.cases.find(job.contractId);
      return contract ? caseFiles(stores, contract) : [];
    });
    return;
  }
  if (job.month === null) return;
  const filter = { officeId: job.officeId, from: firstDay(job.month), to: lastDay(job.month), kind: null };
  for (let after: string | null = null; ; ) {
    const papers: StoredPaper[] = await deps.database.transaction((stores) =>
      stores.papers.approvedBetween(filter, after, BATCH),
    );
    for (const paper of papers) yield* paperFiles(paper);
    after = papers.at(-1)?.id ?? null;
    if (papers.length < BATCH) return;
  }
}

function paperFiles(paper: StoredPaper): ArchiveFile[] {
  const { contractNumber, recipientName } = paper.value;
  if (paper.status !== 'approved' || !paper.file) return [];
  return [{ piece: { contractNumber, recipientName, kind: 'paper', paper: paper.value }, hash: paper.file.hash }];
}
