import { contractCalendar } from '../../engine/contract-calendar.ts';
import type { Command, CommandResult } from '../../dialogs/command.ts';
import { refused, type Turn } from '../actor.ts';
import { lawOf } from '../case/plan-contract.ts';

/** The calendar of dates that are not kept yet. Wrong dates come back as faults with what to do. */
export async function showCalendar(
  { deps, actor }: Turn,
  command: Extract<Command, { kind: 'show-calendar' }>,
): Promise<CommandResult> {
  if (!actor.staff) return refused('show-calendar', 'not-allowed');
  const outcome = contractCalendar(lawOf(deps, command.input.region), command.input);
  return outcome.ok
    ? { of: 'show-calendar', kind: 'calendar', calendar: outcome.value }
    : refused('show-calendar', 'faults', outcome.faults);
}
