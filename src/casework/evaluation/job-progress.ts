/** How far a job is: the lease is held on while its pieces are made, and its asker is told each fifth of the way. */
import { jobNotice, type JobNews } from '../../dialogs/notice/job-notice.ts';
import type { Deps } from '../deps.ts';
import type { Instant, Job, Stores } from '../ports.ts';

/** A process that has not held its job on for so long is taken for dead. */
export const LEASE_SECONDS = 120;
/** The lease is held on at least this often. */
const HOLD_SECONDS = 30;
/** Progress is told so many times, the end included. */
const PARTS = 5;
/** Fewer pieces are done before a word could be read: a record is prepared or signed, a file only put into an archive. */
const FEWEST_TOLD: { readonly [kind in Job['kind']]: number } = {
  'prepare-records': 20,
  'approve-records': 20,
  'contract-archive': 300,
  'office-archive': 300,
};

interface ProgressDeps extends Pick<Deps, 'database' | 'clock'> {
  readonly processName: string;
  readonly onNews: () => void;
}

/**
 * Called after each piece with how many are done in all, those of an earlier try included. Throws, which ends the work, where the
 * process is stopping or another has taken the job over.
 */
export function progressOf(deps: ProgressDeps, job: Job, isStopping: () => boolean): (done: number) => Promise<void> {
  let told = 0;
  let heldAt = deps.clock.now();
  return async (done) => {
    if (isStopping()) throw new Error(`job ${job.id} is left for the next process`);
    const part = Math.floor((done / Math.max(job.total, 1)) * PARTS);
    const isNews = job.total >= FEWEST_TOLD[job.kind] && part > told && part < PARTS;
    const now = deps.clock.now();
    if (!isNews && now < laterBy(heldAt, HOLD_SECONDS)) return;
    heldAt = now;
    await deps.database.transaction(async (stores) => {
      if (!(await stores.jobs.hold(job.id, deps.processName, laterBy(now, LEASE_SECONDS))))
        throw new Error(`job ${job.id} was taken over`);
      const percent = (part * 100) / PARTS;
      if (isNews) await tellAsker(stores, job, String(percent), { kind: 'progress', percent }, now);
    });
    if (!isNews) return;
    told = part;
    deps.onNews();
  };
}

/** One message to whoever asked, once for each step of the job. */
export async function tellAsker(stores: Stores, job: Job, step: string, news: JobNews, now: Instant): Promise<void> {
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

/** The instant so many seconds after. */
export function laterBy(instant: Instant, seconds: number): Instant {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
