/** All records of a month at once: prepared by what was accepted, submitted, approved. What needs a look is left and named. */
import { firstDay, lastDay, type Month } from '../../../engine/day.ts';
import type { CommandResult } from '../../../dialogs/command.ts';
import type { LeftRecord } from '../../../dialogs/evaluation-command.ts';
import { recordEvent, refused, type Turn } from '../../actor.ts';
import type { Instant, Stores } from '../../ports.ts';
import { dutyOfOffice, type HeldDuty, type HeldPaper, paperOfOffice } from '../case/held.ts';
import { approve, maySignSecond } from '../paper/approve-paper.ts';
import { keepDraft } from '../paper/keep-draft.ts';
import { newestPaper } from '../paper/paper-line.ts';
import { submit } from '../paper/submit-paper.ts';
import { recordDraft } from '../stage3/record-draft.ts';
import type { Wish } from '../wish.ts';
import { acceptedRecord } from './accepted-record.ts';
import { startJob } from './start-job.ts';

/** Duties looked at in one query. */
const BATCH = 100;
/** More than this many are done in the background: each takes a moment, and nobody should wait for hundreds. */
const MOST_AT_ONCE = 25;

/** What became of one record: done, nothing to do any more, or left for a person. */
export type RecordDone = 'done' | 'nothing' | LeftRecord;

/** Prepares every record of the actor's own contracts for that month that has no paper and whose fact was accepted. */
export async function prepareRecords(turn: Turn, command: Wish<'prepare-records'>): Promise<CommandResult> {
  const { staff, today } = turn.actor;
  if (!staff) return refused('prepare-records', 'not-allowed');
  const duties = await recordDuties(turn.stores, staff, command.month, today);
  return all(turn, command, duties, prepareRecord);
}

/** Signs all drafts of records of the month that the actor prepared. */
export async function submitRecords(turn: Turn, command: Wish<'submit-records'>): Promise<CommandResult> {
  const { stores, actor } = turn;
  if (!actor.staff) return refused('submit-records', 'not-allowed');
  let count = 0;
  for (const paper of await stores.papers.recordsOfMonth(actor.staff.officeId, command.month, 'draft'))
    if (paper.prepared.byStaffId === actor.staff.id && (await submit(turn, paper))) count += 1;
  return done(turn, command, count, []);
}

/** The head signs all submitted records of the month, but those the head prepared: those are left for another head. */
export async function approveRecords(turn: Turn, command: Wish<'approve-records'>): Promise<CommandResult> {
  const { staff } = turn.actor;
  if (staff?.role !== 'head') return refused('approve-records', 'not-allowed');
  return all(turn, command, await submittedRecords(turn.stores, staff.officeId, command.month), approveRecord);
}

/** Ids of the open record duties of one specialist for the month. */
export async function recordDuties(
  stores: Stores,
  staff: { readonly id: string; readonly officeId: string },
  month: Month,
  today: Wish<'keep-record'>['checkedOn'],
): Promise<string[]> {
  const found: string[] = [];
  const days = { dueFrom: firstDay(month), dueTo: lastDay(month), openBy: today };
  const filter = { officeId: staff.officeId, ...days, specialistId: staff.id, kind: 'monitoring' as const };
  for (let skip = 0; ; skip += BATCH) {
    const { lines } = await stores.duties.list(filter, skip, BATCH);
    found.push(...lines.map((duty) => duty.dutyId));
    if (lines.length < BATCH) return found;
  }
}

/** Ids of the papers of records of the month that wait for the head. */
export async function submittedRecords(stores: Stores, officeId: string, month: Month): Promise<string[]> {
  return (await stores.papers.recordsOfMonth(officeId, month, 'submitted')).map((paper) => paper.id);
}

/** Prepares the record of one duty. One that the actor prepared at `since` or later is done: by an earlier try of the same work. */
export async function prepareRecord(turn: Turn, dutyId: string, since: Instant | null = null): Promise<RecordDone> {
  const held = await dutyOfOffice(turn, dutyId);
  if (!held) return 'nothing';
  const standing = await newestPaper(turn.stores, held.contract.id, held.duty.key);
  if (standing) {
    const { at, byStaffId } = standing.prepared;
    return since !== null && at >= since && byStaffId === held.staff.id ? 'done' : 'nothing';
  }
  const record = await acceptedRecord(turn, held);
  if (typeof record === 'string') return leftLine(held, record);
  await turn.stores.records.keep(record);
  const paper = await keepDraft(turn, await recordDraft(turn, held, record));
  return typeof paper === 'string' ? 'nothing' : 'done';
}

/** Approves one submitted paper. */
export async function approveRecord(turn: Turn, paperId: string): Promise<RecordDone> {
  const held = await paperOfOffice(turn, paperId);
  if (held?.paper.status !== 'submitted') return 'nothing';
  if (await maySignSecond(turn, held)) return (await approve(turn, held)) ? 'done' : 'nothing';
  return leftPaper(turn, held, 'own-paper');
}

/** The line of a record that could not be done because of an error. */
export async function failedRecord(turn: Turn, kind: Many['kind'], id: string): Promise<RecordDone> {
  if (kind === 'prepare-records') {
    const held = await dutyOfOffice(turn, id);
    return held ? leftLine(held, 'failed') : 'nothing';
  }
  const held = await paperOfOffice(turn, id);
  return held ? leftPaper(turn, held, 'failed') : 'nothing';
}

async function leftPaper(turn: Turn, { paper, contract }: HeldPaper, why: LeftRecord['why']): Promise<LeftRecord> {
  const duties = await turn.stores.duties.ofContract(contract.id);
  const dutyId = duties.find((each) => each.key === paper.key)?.dutyId ?? '';
  return leftLine({ duty: { dutyId }, contract }, why);
}

type Many = Wish<'prepare-records'> | Wish<'approve-records'>;

/** A few at once, more in the background. */
async function all(
  turn: Turn,
  command: Many,
  ids: readonly string[],
  one: (turn: Turn, id: string) => Promise<RecordDone>,
): Promise<CommandResult> {
  const { staff } = turn.actor;
  if (staff && ids.length > MOST_AT_ONCE)
    return startJob(turn, command.kind, staff, {
      kind: command.kind,
      contractId: null,
      month: command.month,
      total: ids.length,
    });
  let count = 0;
  const left: LeftRecord[] = [];
  for (const id of ids) {
    const became = await one(turn, id);
    if (became === 'done') count += 1;
    else if (became !== 'nothing') left.push(became);
  }
  return done(turn, command, count, left);
}

function leftLine(
  { duty, contract }: { duty: Pick<HeldDuty['duty'], 'dutyId'>; contract: HeldDuty['contract'] },
  why: LeftRecord['why'],
): LeftRecord {
  return { dutyId: duty.dutyId, contractNumber: contract.number, recipientName: contract.recipientName, why };
}

async function done(
  turn: Turn,
  { kind, month }: Many | Wish<'submit-records'>,
  count: number,
  left: readonly LeftRecord[],
): Promise<CommandResult> {
  const subject = { kind: 'office', id: turn.actor.staff?.officeId ?? '' };
  await recordEvent(turn, kind, subject, { month, count, left: left.length });
  return { of: kind, kind: 'records', month, count, left };
}
