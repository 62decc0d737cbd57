import type { CommandResult } from '../../../dialogs/command.ts';
import type { Fault } from '../../../engine/outcome.ts';
import { contractOfOffice, recordEvent, refused, type Turn } from '../../actor.ts';
import type { Wish } from '../wish.ts';
import { moveDates, termFaultsOf } from './move-dates.ts';
import { tellTerm } from './tell-term.ts';

/** A decision of people: the contract ends on a day, and what the commission was asked needs no answer any more. Whether it is a stop under point 49 is said by them, never inferred. */
export async function stopContract(turn: Turn, command: Wish<'stop-contract'>): Promise<CommandResult> {
  const held = await contractOfOffice(turn, command.contractId);
  if (!held) return refused('stop-contract', 'not-found');
  const { contract } = held;
  if (contract.stoppedOn !== null) return refused('stop-contract', 'already-done');
  const change = {
    stoppedOn: command.stoppedOn,
    stoppedUnderPoint49: command.underPoint49,
    extensionAskedOn: null,
  };
  const faults: Fault[] = [...termFaultsOf(turn, contract, change)];
  if (command.reason.trim() === '')
    faults.push({ path: 'reason', problem: 'no reason', remedy: 'say why and by which decision' });
  if (faults.length > 0) return refused('stop-contract', 'faults', faults);
  const moved = await moveDates(
    turn,
    contract,
    change,
    { kind: 'stopped', endsOn: command.stoppedOn, reason: command.reason.trim() },
    command.underPoint49 ? 'stopped-under-point-49' : 'stopped',
  );
  await recordEvent(
    turn,
    'contract-stopped',
    { kind: 'contract', id: contract.id },
    { stoppedOn: command.stoppedOn, underPoint49: command.underPoint49 },
  );
  const kind = command.underPoint49 ? 'stopped-under-point-49' : 'stopped';
  await tellTerm(turn, contract, { kind, on: command.stoppedOn });
  return { of: 'stop-contract', kind: 'dates-moved', contractId: contract.id, ...moved };
}
