import type { Command, CommandResult } from '../../dialogs/command.ts';
import { contractOfOffice, recordEvent, refused, type Turn } from '../actor.ts';
import { bringNextDate } from '../case/plan-contract.ts';

/** No reminders to the recipient up to and including a day, with a reason: a person has agreed otherwise than the robot knows. */
export async function pauseReminders(
  turn: Turn,
  command: Extract<Command, { kind: 'pause-reminders' }>,
): Promise<CommandResult> {
  const held = await contractOfOffice(turn, command.contractId);
  if (!held) return refused('pause-reminders', 'not-found');
  if (command.until < turn.actor.today) {
    const remedy = `give ${turn.actor.today} or later`;
    return refused('pause-reminders', 'faults', [{ path: 'until', problem: `${command.until} has passed`, remedy }]);
  }
  const { deps, stores, actor } = turn;
  await stores.cases.change(held.contract.id, { remindersPausedUntil: command.until });
  await bringNextDate(deps, stores, { ...held.contract, remindersPausedUntil: command.until }, actor.today);
  await recordEvent(turn, 'reminders-paused', { kind: 'contract', id: held.contract.id }, { until: command.until });
  return { of: 'pause-reminders', kind: 'done' };
}
