/** One month of monitoring is kept, and its form 4 prepared. Without an answer it stays open and nothing is printed. */
import type { CommandResult } from '../../../dialogs/command.ts';
import { recordEvent, refused, type Turn } from '../../actor.ts';
import type { StoredRecord } from '../../ports.ts';
import { dutyOfOffice, type HeldDuty } from '../case/held.ts';
import { draftResult } from '../paper/draft-result.ts';
import type { Wish } from '../wish.ts';
import { monitoringCard } from './monitoring-card.ts';
import { recordDraft } from './record-draft.ts';
import { isUnanswered, recordFaults } from './record-faults.ts';

type Command = Wish<'keep-record'>;

/** Keeps what was found and prepares the paper; while the head has the paper, or has signed it, nothing is kept. */
export async function keepRecord(turn: Turn, command: Command): Promise<CommandResult> {
  const held = await dutyOfOffice(turn, command.dutyId);
  if (held?.duty.kind !== 'monitoring' || held.duty.number === undefined) return refused('keep-record', 'not-found');
  const faults = await recordFaults(turn, held, command);
  if (faults.length > 0) return refused('keep-record', 'faults', faults);
  if (await isOutOfHand(turn, held)) return refused('keep-record', 'already-done');
  const record = recordOf(turn, held, held.duty.number, command);
  await turn.stores.records.keep(record);
  await recordEvent(
    turn,
    'record-kept',
    { kind: 'duty', id: held.duty.dutyId },
    { number: record.number, answered: !isUnanswered(command) },
  );
  if (isUnanswered(command)) return { of: 'keep-record', kind: 'duty', card: await monitoringCard(turn, held) };
  return draftResult(turn, 'keep-record', held, await recordDraft(turn, held, record));
}

/** Whether the newest paper of the duty is with the head or signed. */
export async function isOutOfHand({ stores }: Turn, { duty, contract }: HeldDuty): Promise<boolean> {
  const last = (await stores.papers.ofKey(contract.id, duty.key)).at(-1);
  return last?.status === 'submitted' || last?.status === 'approved';
}

function recordOf({ actor }: Turn, held: HeldDuty, number: number, command: Command): StoredRecord {
  const isHardship = held.contract.track === 'hardship';
  return {
    contractId: held.contract.id,
    key: held.duty.key,
    number,
    month: held.duty.month ?? null,
    fact: isHardship ? null : command.fact,
    conditions: isHardship ? command.conditions : null,
    hardship: isHardship && !isUnanswered(command) ? command.hardship : null,
    checkedOn: command.checkedOn,
    confirmedBy: isUnanswered(command) ? null : command.confirmedBy,
    paperWords: command.paperWords?.trim() || null,
    registeredAs: held.contract.track === 'business' ? command.registeredAs : null,
    keptAt: actor.now,
    byStaffId: held.staff.id,
  };
}
