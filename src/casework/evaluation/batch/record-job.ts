/** Many records in the background: each in a transaction of its own as the one who asked, so that nobody waits for the last. */
import type { Actor, Turn } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import type { Job, Stores } from '../../ports.ts';
import { approveRecord, prepareRecord, recordDuties, submittedRecords } from './month-records.ts';

/** How many were done and how many are left for a person. */
export interface RecordsDone {
  readonly count: number;
  readonly left: number;
}

/** A second run after a failure does only what is still to do. Throws where the asker is not of the office any more. */
export async function recordJob(
  deps: Deps,
  job: Job & { readonly kind: 'prepare-records' | 'approve-records' },
  onPiece: () => Promise<void>,
): Promise<RecordsDone> {
  const one = job.kind === 'prepare-records' ? prepareRecord : approveRecord;
  const ids = await asAsker(deps, job, ({ stores, actor }) => idsOf(stores, actor, job));
  let count = 0;
  let left = 0;
  for (const id of ids) {
    const became = await asAsker(deps, job, (turn) => one(turn, id));
    if (became === 'done') count += 1;
    else if (became !== 'nothing') left += 1;
    await onPiece();
  }
  return { count, left };
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
