/** Does the work that is too long for an answer, one job after another; leased, so that what a dead process left is done by the next. */
import type { JobNews } from '../../dialogs/notice/job-notice.ts';
import type { FileRef } from '../../dialogs/file-ref.ts';
import type { Day } from '../../engine/day.ts';
import { lawOf } from '../case/plan-contract.ts';
import type { Deps } from '../deps.ts';
import type { ArchiveOf, Job, Stores } from '../ports.ts';
import { archiveEntries } from './batch/archive-entries.ts';
import { recordJob } from './batch/record-job.ts';
import { LEASE_SECONDS, laterBy, progressOf, tellAsker } from './job-progress.ts';

/** What a worker of jobs is given beside what every use case is. */
export interface JobWorkerDeps extends Deps {
  /** Names this process in leases. */
  readonly processName: string;
  /** Something was put into the outbox: delivery sends it. */
  readonly onNews: () => void;
  /** A job failed, or one piece of it, which the others do not wait for. */
  readonly onError: (jobId: string, error: unknown) => void;
}

/** The worker of one process. */
export interface JobWorker {
  /** A job may wait. Never throws and never waits. */
  wake(): void;
  /** Waits until nothing is being worked on. */
  idle(): Promise<void>;
  /** Leaves off at the next piece and gives the job back, for the next process to go on with. Nothing is begun after that. */
  stop(): Promise<void>;
}

/** Seconds to the next try after the 1st and 2nd failure; then it is given up and the asker is told. */
const RETRY_SECONDS = [10, 60];
const ZIP = 'application/zip';

/** What a job asks between its pieces. */
type IsStopping = () => boolean;

/** One worker of this process; start it with `wake`. */
export function createJobWorker(deps: JobWorkerDeps): JobWorker {
  let running: Promise<void> | null = null;
  let [missed, stopping] = [false, false];
  const isStopping = () => stopping;
  const run = async (leave: () => void) => {
    while (!stopping) {
      missed = false;
      const now = deps.clock.now();
      const job = await deps.database.transaction((stores) =>
        stores.jobs.lease(deps.processName, now, laterBy(now, LEASE_SECONDS)),
      );
      if (job) {
        await work(deps, job, isStopping);
        deps.onNews();
      } else if (!missed) {
        // In the same breath as the last look, so that from here on a wake starts a run of its own.
        leave();
        return;
      }
    }
  };
  const wake = () => {
    missed = true;
    if (running || stopping) return;
    const leave = () => {
      if (running === mine) running = null;
    };
    const mine: Promise<void> = run(leave)
      // The database itself failed: the next wake or tick tries again.
      .catch((error: unknown) => deps.onError('', error))
      .finally(leave);
    running = mine;
  };
  const idle = async () => {
    while (running) await running;
  };
  const stop = async () => {
    stopping = true;
    await idle();
  };
  return { wake, idle, stop };
}

async function work(deps: JobWorkerDeps, job: Job, isStopping: IsStopping): Promise<void> {
  try {
    const news = await newsOf(deps, job, isStopping);
    await deps.database.transaction(async (stores) => {
      const now = deps.clock.now();
      const file = news.kind === 'archive' ? news.file : null;
      if (await stores.jobs.done(job.id, file, now)) await tellAsker(stores, job, 'done', news, now);
    });
  } catch (error) {
    if (isStopping()) await giveBack(deps, job);
    else await failed(deps, job, error);
  }
}

async function giveBack(deps: JobWorkerDeps, job: Job): Promise<void> {
  await deps.database.transaction((stores) => stores.jobs.giveBack(job.id, deps.processName, deps.clock.now()));
}

async function failed(deps: JobWorkerDeps, job: Job, error: unknown): Promise<void> {
  deps.onError(job.id, error);
  const seconds = RETRY_SECONDS[job.attempts - 1];
  await deps.database.transaction(async (stores) => {
    const now = deps.clock.now();
    await stores.jobs.failed(job.id, 'job-failed', seconds === undefined ? null : laterBy(now, seconds));
    if (seconds === undefined) await tellAsker(stores, job, 'failed', { kind: 'failed' }, now);
  });
}

async function newsOf(deps: JobWorkerDeps, job: Job, isStopping: IsStopping): Promise<JobNews> {
  const { kind } = job;
  const onPiece = progressOf(deps, job, isStopping);
  if (kind === 'contract-archive' || kind === 'office-archive')
    return { kind: 'archive', file: await makeArchive(deps, job, onPiece) };
  const done = await recordJob(deps, { ...job, kind }, onPiece, (error) => deps.onError(job.id, error));
  return { kind: 'records', of: kind, ...done };
}

async function makeArchive(deps: JobWorkerDeps, job: Job, onPiece: (done: number) => Promise<void>): Promise<FileRef> {
  const { of, madeOn } = await deps.database.transaction((stores) => archiveOf(deps, stores, job));
  const entries = archiveEntries(deps, job, onPiece);
  return deps.files.keepMade(deps.documents.archive(entries, madeOn), deps.documents.archiveName(of), ZIP);
}

async function archiveOf(deps: JobWorkerDeps, stores: Stores, job: Job): Promise<{ of: ArchiveOf; madeOn: Day }> {
  const office = await stores.offices.find(job.officeId);
  const madeOn = deps.clock.today(office?.timeZone ?? lawOf(deps, deps.defaultRegion).region.timeZone);
  const contract = job.contractId === null ? null : await stores.cases.find(job.contractId);
  if (contract) {
    const { number: contractNumber, recipientName } = contract;
    return { of: { kind: 'contract', contractNumber, recipientName }, madeOn };
  }
  if (job.month === null) throw new Error(`job ${job.id} is of nothing`);
  return { of: { kind: 'office', officeName: office?.name ?? '', month: job.month }, madeOn };
}
