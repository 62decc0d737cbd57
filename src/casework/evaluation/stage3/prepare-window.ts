/** The figures of a window are printed in the record of its last month (form 4): as its draft, or as the next revision of a signed one. */
import type { CommandResult } from '../../../dialogs/command.ts';
import { WINDOW_ADDED } from '../../../dialogs/evaluation-codes.ts';
import type { Fault } from '../../../engine/outcome.ts';
import { refused, type Turn } from '../../actor.ts';
import { calendarOfContract } from '../../case/contract-card.ts';
import type { StoredRecord } from '../../ports.ts';
import { dutyOfOffice, type HeldDuty } from '../case/held.ts';
import { draftResult } from '../paper/draft-result.ts';
import { missingFault } from '../stage2/prepare-report.ts';
import type { Wish } from '../wish.ts';
import { windowEndingWith } from './monitoring-card.ts';
import { recordDraft } from './record-draft.ts';
import { recordKey } from './record-line.ts';
import { isUnanswered } from './record-faults.ts';

/** Refused: a figure of the window is missing, or the record of its last month is not kept. */
export async function prepareWindow(turn: Turn, command: Wish<'prepare-window'>): Promise<CommandResult> {
  const held = await dutyOfOffice(turn, command.dutyId);
  if (held?.duty.kind !== 'income-window') return refused('prepare-window', 'not-found');
  const number = held.duty.number ?? 0;
  const window = await windowEndingWith(turn, held.contract, number);
  const missing = window?.missing ?? [];
  const record = await recordOfWindow(turn, held, number);
  const faults: Fault[] = missing.map(missingFault);
  if (!record)
    faults.push({
      path: 'record',
      problem: `record ${number} is not kept or has no answer`,
      remedy: 'keep the record of that month first',
    });
  if (!record || faults.length > 0) return refused('prepare-window', 'faults', faults);
  const draft = await recordDraft(turn, record.held, record.kept);
  return draftResult(turn, 'prepare-window', held, { ...draft, reviseFor: WINDOW_ADDED });
}

async function recordOfWindow(
  { deps, stores }: Turn,
  held: HeldDuty,
  number: number,
): Promise<{ held: HeldDuty; kept: StoredRecord } | null> {
  const key = recordKey(number, calendarOfContract(deps, held.contract).endsOn);
  const kept = await stores.records.find(held.contract.id, key);
  const duty = (await stores.duties.ofContract(held.contract.id)).find((each) => each.key === key);
  return kept && duty && !isUnanswered(kept) ? { held: { ...held, duty }, kept } : null;
}
