/** All records of a month at once: prepared by what was accepted, submitted, approved. What needs a look is left and named. */
import { firstDay, lastDay, type Month } from '../../../engine/day.ts';
import type { CommandResult } from '../../../dialogs/command.ts';
import type { LeftRecord } from '../../../dialogs/evaluation-command.ts';
import { recordEvent, refused, type Turn } from '../../actor.ts';
import type { StoredDuty, StoredPaper } from '../../ports.ts';
import { type HeldDuty, paperOfOffice } from '../case/held.ts';
import { approve, maySignSecond } from '../paper/approve-paper.ts';
import { keepDraft } from '../paper/keep-draft.ts';
import { newestPaper } from '../paper/paper-line.ts';
import { submit } from '../paper/submit-paper.ts';
import { recordDraft } from '../stage3/record-draft.ts';
import type { Wish } from '../wish.ts';
import { acceptedRecord } from './accepted-record.ts';

/** Duties looked at in one query. */
const BATCH = 100;

type Of = Extract<CommandResult, { kind: 'records' }>['of'];

/** Prepares every record of the actor's own contracts for that month that has no paper and whose fact was accepted. */
export async function prepareRecords(turn: Turn, command: Wish<'prepare-records'>): Promise<CommandResult> {
  const { stores, actor } = turn;
  const { staff } = actor;
  if (!staff) return refused('prepare-records', 'not-allowed');
  const left: LeftRecord[] = [];
  let count = 0;
  for (const duty of await recordDuties(turn, staff.id, command.month)) {
    const contract = await stores.cases.find(duty.contractId);
    if (!contract || (await newestPaper(stores, contract.id, duty.key))) continue;
    const held: HeldDuty = { duty, contract, staff };
    const record = await acceptedRecord(turn, held);
    if (typeof record === 'string') {
      left.push(leftLine(held, record));
      continue;
    }
    await stores.records.keep(record);
    const paper = await keepDraft(turn, await recordDraft(turn, held, record));
    if (typeof paper !== 'string') count += 1;
  }
  return done(turn, 'prepare-records', command.month, count, left);
}

/** Signs all drafts of records of the month that the actor prepared. */
export async function submitRecords(turn: Turn, command: Wish<'submit-records'>): Promise<CommandResult> {
  const { stores, actor } = turn;
  if (!actor.staff) return refused('submit-records', 'not-allowed');
  let count = 0;
  for (const paper of await stores.papers.recordsOfMonth(actor.staff.officeId, command.month, 'draft'))
    if (paper.prepared.byStaffId === actor.staff.id && (await submit(turn, paper))) count += 1;
  return done(turn, 'submit-records', command.month, count, []);
}

/** The head signs all submitted records of the month, but those the head prepared: those are left for another head. */
export async function approveRecords(turn: Turn, command: Wish<'approve-records'>): Promise<CommandResult> {
  const { stores, actor } = turn;
  if (actor.staff?.role !== 'head') return refused('approve-records', 'not-allowed');
  const left: LeftRecord[] = [];
  let count = 0;
  for (const paper of await stores.papers.recordsOfMonth(actor.staff.officeId, command.month, 'submitted')) {
    const held = await paperOfOffice(turn, paper.id);
    if (!held) continue;
    if (!(await maySignSecond(turn, held))) left.push(await ownPaper(turn, paper, held.contract));
    else if (await approve(turn, held)) count += 1;
  }
  return done(turn, 'approve-records', command.month, count, left);
}

/** Open record duties of one specialist for the month. */
async function recordDuties({ stores, actor }: Turn, specialistId: string, month: Month): Promise<StoredDuty[]> {
  const found: StoredDuty[] = [];
  const filter = {
    officeId: actor.staff?.officeId ?? '',
    dueFrom: firstDay(month),
    dueTo: lastDay(month),
    openBy: actor.today,
    specialistId,
    kind: 'monitoring' as const,
  };
  for (let skip = 0; ; skip += BATCH) {
    const { lines } = await stores.duties.list(filter, skip, BATCH);
    found.push(...lines);
    if (lines.length < BATCH) return found;
  }
}

function leftLine({ duty, contract }: HeldDuty, why: LeftRecord['why']): LeftRecord {
  return { dutyId: duty.dutyId, contractNumber: contract.number, recipientName: contract.recipientName, why };
}

async function ownPaper(
  { stores }: Turn,
  paper: StoredPaper,
  contract: Pick<HeldDuty['contract'], 'id' | 'number' | 'recipientName'>,
): Promise<LeftRecord> {
  const duty = (await stores.duties.ofContract(contract.id)).find((each) => each.key === paper.key);
  return {
    dutyId: duty?.dutyId ?? '',
    contractNumber: contract.number,
    recipientName: contract.recipientName,
    why: 'own-paper',
  };
}

async function done(turn: Turn, of: Of, month: Month, count: number, left: LeftRecord[]): Promise<CommandResult> {
  await recordEvent(
    turn,
    of,
    { kind: 'office', id: turn.actor.staff?.officeId ?? '' },
    { month, count, left: left.length },
  );
  return { of, kind: 'records', month, count, left };
}
