/** Does the work that is too long for an answer, one job after another; leased, so that what a dead process left is done by the next. */
import { jobNotice, type JobNews } from '../../dialogs/notice/job-notice.ts';
import type { FileRef } from '../../dialogs/file-ref.ts';
import type { Day } from '../../engine/day.ts';
import { lawOf } from '../case/plan-contract.ts';
import type { Deps } from '../deps.ts';
import type { ArchiveOf, Instant, Job, Stores } from '../ports.ts';
import { archiveEntries } from './batch/archive-entries.ts';
import { recordJob } from './batch/record-job.ts';

/** What a worker of jobs is given beside what every use case is. */
export interface JobWorkerDeps extends Deps {
  /** Names this process in leases. */
  readonly processName: string;
  /** Something was put into the outbox: delivery sends it. */
  readonly onNews: () => void;
  readonly onError: (jobId: string, error: unknown) => void;
}

/** The worker of one process. */
export interface JobWorker {
  /** A job may wait. Never throws and never waits. */
  wake(): void;
  /** Waits until nothing is being worked on. */
  idle(): Promise<void>;
}

const LEASE_SECONDS = 120;
/** The lease is held on at least this often. */
const HOLD_SECONDS = 30;
/** Seconds to the next try after the 1st and 2nd failure; then it is given up and the asker is told. */
const RETRY_SECONDS = [10, 60];
/** Progress is told about this often, in parts of the whole. */
const TOLD_EVERY = 0.2;
/** Fewer pieces are done before a word could be read. */
const FEWEST_TOLD = 20;
const ZIP = 'application/zip';

/** One worker of this process; start it with `wake`. */
export function createJobWorker(deps: JobWorkerDeps): JobWorker {
  let running: Promise<void> | null = null;
  const run = async () => {
    for (;;) {
      const now = deps.clock.now();
      const job = await deps.database.transaction((stores) =>
        stores.jobs.lease(deps.processName, now, plus(now, LEASE_SECONDS)),
      );
      if (!job) return;
      await work(deps, job);
      deps.onNews();
    }
  };
  const wake = () => {
    running ??= run()
      // The database itself failed: the next wake or tick tries again.
      .catch((error: unknown) => deps.onError('', error))
      .finally(() => {
        running = null;
      });
  };
  const idle = async () => {
    while (running) await running;
  };
  return { wake, idle };
}

async function work(deps: JobWorkerDeps, job: Job): Promise<void> {
  try {
    const news = await newsOf(deps, job);
    await deps.database.transaction(async (stores) => {
      const now = deps.clock.now();
      const file = news.kind === 'archive' ? news.file : null;
      if (await stores.jobs.done(job.id, file, now)) await tell(stores, job, 'done', news, now);
    });
  } catch (error) {
    deps.onError(job.id, error);
    const seconds = RETRY_SECONDS[job.attempts - 1];
    await deps.database.transaction(async (stores) => {
      const now = deps.clock.now();
      await stores.jobs.failed(job.id, 'job-failed', seconds === undefined ? null : plus(now, seconds));
      if (seconds === undefined) await tell(stores, job, 'failed', { kind: 'failed' }, now);
    });
  }
}

async function newsOf(deps: JobWorkerDeps, job: Job): Promise<JobNews> {
  const { kind } = job;
  if (kind === 'contract-archive' || kind === 'office-archive')
    return { kind: 'archive', file: await makeArchive(deps, job) };
  return { kind: 'records', of: kind, ...(await recordJob(deps, { ...job, kind }, progressOf(deps, job))) };
}

async function makeArchive(deps: JobWorkerDeps, job: Job): Promise<FileRef> {
  const { of, madeOn } = await deps.database.transaction((stores) => archiveOf(deps, stores, job));
  const entries = archiveEntries(deps, job, progressOf(deps, job));
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

/** Counts pieces, holds the lease on while they are made, and tells each fifth. Throws where another process has taken the job over. */
function progressOf(deps: JobWorkerDeps, job: Job): () => Promise<void> {
  let done = 0;
  let told = 0;
  let heldAt = deps.clock.now();
  return async () => {
    done += 1;
    const part = job.total === 0 ? 1 : done / job.total;
    const isNews = job.total >= FEWEST_TOLD && part >= told + TOLD_EVERY && part < 1;
    const now = deps.clock.now();
    if (!isNews && now < plus(heldAt, HOLD_SECONDS)) return;
    heldAt = now;
    if (isNews) told += TOLD_EVERY * Math.floor((part - told) / TOLD_EVERY);
    const percent = Math.round(told * 100);
    await deps.database.transaction(async (stores) => {
      if (!(await stores.jobs.hold(job.id, deps.processName, plus(now, LEASE_SECONDS))))
        throw new Error(`job ${job.id} was taken over`);
      if (isNews) await tell(stores, job, String(percent), { kind: 'progress', percent }, now);
    });
    if (isNews) deps.onNews();
  };
}

async function tell(stores: Stores, job: Job, step: string, news: JobNews, now: Instant): Promise<void> {
  const draft = {
    uniqueKey: `job:${job.id}:${step}`,
    personId: job.askedBy.personId,
    addressId: null,
    kind: 'notice' as const,
    reply: jobNotice(news),
    notBefore: now,
    about: [],
  };
  await stores.outbox.put([draft], now);
}

function plus(instant: Instant, seconds: number): Instant {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
