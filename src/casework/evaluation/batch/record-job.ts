/** Many records in the background: each in a transaction of its own as the one who asked, so that nobody waits for the last. */
import type { LeftRecord } from '../../../dialogs/evaluation-command.ts';
import type { Actor, Turn } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Job, Stores } from '../../ports.ts';
import { approveRecord, failedRecord, prepareRecord, recordDuties, submittedRecords } from './month-records.ts';

/** How many were done, in all tries of the job together, and which are left for a person. */
export interface RecordsDone {
  readonly count: number;
  readonly left: readonly LeftRecord[];
}

type RecordJob = Job & { readonly kind: 'prepare-records' | 'approve-records' };

/**
 * A second run after a failure or a stop does only what is still to do. A record that fails is left by its name and does not stop
 * the rest: `onError` hears why. Throws where the asker is not of the office any more.
 */
export async function recordJob(
  deps: Deps,
  job: RecordJob,
  onPiece: (done: number) => Promise<void>,
  onError: (error: unknown) => void,
): Promise<RecordsDone> {
  const ids = await asAsker(deps, job, ({ stores, actor }) => idsOf(stores, actor, job));
  // What was signed in an earlier try does not wait any more; what was prepared is met again and counted then.
  const before = job.kind === 'approve-records' ? Math.max(0, job.total - ids.length) : 0;
  let count = before;
  const left: LeftRecord[] = [];
  for (const [at, id] of ids.entries()) {
    const became = await asAsker(deps, job, (turn) => oneOf(turn, job, id)).catch((error: unknown) => {
      onError(error);
      return asAsker(deps, job, (turn) => failedRecord(turn, job.kind, id));
    });
    if (became === 'done') count += 1;
    else if (became !== 'nothing') left.push(became);
    await onPiece(before + at + 1);
  }
  return { count, left };
}

function oneOf(turn: Turn, job: RecordJob, id: string): ReturnType<typeof approveRecord> {
  return job.kind === 'prepare-records' ? prepareRecord(turn, id, job.askedAt) : approveRecord(turn, id);
}

async function idsOf(stores: Stores, { staff, today }: Actor, { kind, month }: Job): Promise<string[]> {
  if (!staff || month === null) return [];
  return kind === 'prepare-records'
    ? recordDuties(stores, staff, month, today)
    : submittedRecords(stores, staff.officeId, month);
}

/** One piece of work as the person who asked for it, with the rights they have now. */
function asAsker<T>(deps: Deps, { askedBy }: Job, work: (turn: Turn) => Promise<T>): Promise<T> {
  return deps.database.transaction(async (stores) => {
    const person = await stores.people.find(askedBy.personId);
    const staff = await stores.offices.findStaff(askedBy.staffId);
    const office = staff && (await stores.offices.find(staff.officeId));
    if (!person || !office || !staff.active || staff.personId !== person.id)
      throw new Error(`who asked for the job is not of the office any more: ${askedBy.staffId}`);
    const actor: Actor = {
      person,
      staff,
      channel: 'web',
      addressId: null,
      language: person.language,
      today: deps.clock.today(office.timeZone),
      now: deps.clock.now(),
    };
    return work({ deps, stores, actor });
  });
}
