/** Figures and family that staff enter, each with where it was read; nothing entered before is lost. */
import type { CommandResult } from '../../../dialogs/command.ts';
import { kindFault } from '../../../engine/income.ts';
import { householdFaults } from '../../../engine/household.ts';
import { monthOf } from '../../../engine/day.ts';
import type { Fault } from '../../../engine/outcome.ts';
import { contractOfOffice, recordEvent, refused, type Turn } from '../../actor.ts';
import { membersOf } from '../../case/contract-term.ts';
import { lawOf } from '../../case/plan-contract.ts';
import { kindOfTrack } from '../figures/month-figures.ts';
import type { Wish } from '../wish.ts';

/** Keeps a figure. Refused: a month that has not come, a kind the law does not know, no word on where it was read. */
export async function keepFigure(turn: Turn, command: Wish<'keep-figure'>): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  const held = await contractOfOffice(turn, command.contractId);
  if (!held) return refused('keep-figure', 'not-found');
  const { contract, staff } = held;
  const incomeKind = command.item === 'own' ? (command.incomeKind ?? kindOfTrack(contract.track)) : null;
  const faults: Fault[] = incomeKind === null ? [] : kindFault(lawOf(deps, contract.region), incomeKind, 'incomeKind');
  if (command.month > monthOf(actor.today))
    faults.push({ path: 'month', problem: `${command.month} has not come`, remedy: 'enter it when it has' });
  if (command.words.trim() === '')
    faults.push({ path: 'words', problem: 'no origin', remedy: 'say which paper or who said it' });
  if (faults.length > 0) return refused('keep-figure', 'faults', faults);
  await stores.figures.keep({
    id: deps.newId.id(),
    contractId: contract.id,
    month: command.month,
    item: command.item,
    incomeKind,
    amount: command.amount,
    source: command.source ?? 'hand',
    words: command.words.trim(),
    keptAt: actor.now,
    keptOn: actor.today,
    byStaffId: staff.id,
  });
  await recordEvent(
    turn,
    'figure-kept',
    { kind: 'contract', id: contract.id },
    { month: command.month, item: command.item },
  );
  return { of: 'keep-figure', kind: 'done' };
}

/** Keeps who the family is from a day on; the family as registered stays the family before. */
export async function keepHousehold(turn: Turn, command: Wish<'keep-household'>): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  const held = await contractOfOffice(turn, command.contractId);
  if (!held) return refused('keep-household', 'not-found');
  const faults = householdFaults(membersOf(command.members), command.on, 'members', 'any-age');
  if (faults.length > 0) return refused('keep-household', 'faults', faults);
  await stores.figures.keepHousehold({
    id: deps.newId.id(),
    contractId: held.contract.id,
    from: command.on,
    members: command.members,
    keptAt: actor.now,
    byStaffId: held.staff.id,
  });
  await recordEvent(
    turn,
    'household-kept',
    { kind: 'contract', id: held.contract.id },
    { from: command.on, members: command.members.length },
  );
  return { of: 'keep-household', kind: 'done' };
}
