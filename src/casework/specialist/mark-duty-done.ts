import type { Command, CommandResult } from '../../dialogs/command.ts';
import { contractOfOffice, recordEvent, refused, type Turn } from '../actor.ts';
import { bringNextDate } from '../case/plan-contract.ts';

/** A specialist says that a duty is done, on paper or elsewhere; it is nudged no more, and who said it and when is kept. */
export async function markDutyDone(
  turn: Turn,
  command: Extract<Command, { kind: 'mark-duty-done' }>,
): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  const duty = await stores.duties.find(command.dutyId);
  const held = duty ? await contractOfOffice(turn, duty.contractId) : null;
  if (!duty || !held) return refused('mark-duty-done', 'not-found');
  const kept = await stores.duties.markDone(duty.dutyId, {
    at: actor.now,
    byStaffId: held.staff.id,
    words: command.words,
  });
  if (!kept) return refused('mark-duty-done', 'already-done');
  await bringNextDate(deps, stores, held.contract, actor.today);
  await recordEvent(turn, 'duty-done', { kind: 'duty', id: duty.dutyId }, { key: duty.key });
  return { of: 'mark-duty-done', kind: 'done' };
}
