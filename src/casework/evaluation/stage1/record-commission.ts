/** What the commission decided on an extension, with the day it sat; accepted after the old end too. */
import { contractEnd } from '../../../engine/contract-end.ts';
import type { Day } from '../../../engine/day.ts';
import type { Fault } from '../../../engine/outcome.ts';
import type { CommandResult } from '../../../dialogs/command.ts';
import { contractOfOffice, recordEvent, refused, type Turn } from '../../actor.ts';
import { termOf } from '../../case/contract-term.ts';
import { planContract } from '../../case/plan-contract.ts';
import type { Contract, Sitting } from '../../ports.ts';
import type { Wish } from '../wish.ts';
import { moveDates, termFaultsOf } from './move-dates.ts';
import { tellTerm } from './tell-term.ts';

type Command = Wish<'record-commission'>;

/** Extended: every later date moves. Refused by the commission: the dates stand and are not marked any more. */
export async function recordCommission(turn: Turn, command: Command): Promise<CommandResult> {
  const held = await contractOfOffice(turn, command.contractId);
  if (!held) return refused('record-commission', 'not-found');
  const { contract } = held;
  if (contract.stoppedOn !== null) return refused('record-commission', 'already-done');
  const faults = commissionFaults(turn, contract, command);
  if (faults.length > 0) return refused('record-commission', 'faults', faults);
  await keepSitting(turn, contract, command, held.staff.id);
  await recordEvent(
    turn,
    'commission-decided',
    { kind: 'contract', id: contract.id },
    { result: command.result, satOn: command.satOn, extendedTo: command.extendedTo },
  );
  if (command.result === 'refused' || command.extendedTo === null) return refusedByCommission(turn, contract);
  const moved = await moveDates(
    turn,
    contract,
    { extendedTo: command.extendedTo, extensionAskedOn: null },
    { kind: 'extended', endsOn: command.extendedTo, reason: command.words },
    'extended',
  );
  await tellTerm(turn, contract, { kind: 'extended', on: command.extendedTo });
  return { of: 'record-commission', kind: 'dates-moved', contractId: contract.id, ...moved };
}

async function refusedByCommission(turn: Turn, contract: Contract): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  const change = { extensionAskedOn: null };
  await stores.cases.change(contract.id, change);
  await planContract(deps, stores, { ...contract, ...change }, actor.today);
  const endsOn: Day = contractEnd(termOf(contract)).on;
  await tellTerm(turn, contract, { kind: 'refused', on: endsOn });
  return { of: 'record-commission', kind: 'dates-moved', contractId: contract.id, endsOn, moved: [], excused: 0 };
}

async function keepSitting({ deps, stores, actor }: Turn, contract: Contract, command: Command, byStaffId: string) {
  const { satOn, result, words } = command;
  const extendedTo = result === 'extended' ? command.extendedTo : null;
  const decided: NonNullable<Sitting['decided']> = { satOn, result, extendedTo, words, byStaffId };
  if (await stores.cases.decideSitting(contract.id, decided)) return;
  // Nobody pressed "ask" before: the sitting is kept all the same.
  const asked = { id: deps.newId.id(), askedOn: actor.today, askedByStaffId: byStaffId };
  await stores.cases.addSitting(contract.id, { ...asked, decided });
}

function commissionFaults(turn: Turn, contract: Contract, command: Command): Fault[] {
  const { today } = turn.actor;
  const faults: Fault[] = [];
  if (command.satOn > today)
    faults.push({ path: 'satOn', problem: `${command.satOn} has not come`, remedy: `give ${today} or before` });
  if (command.result === 'refused') return faults;
  if (command.extendedTo === null)
    return [...faults, { path: 'extendedTo', problem: 'no new last day', remedy: 'give the day the commission set' }];
  const inForce = contractEnd(termOf(contract)).on;
  if (command.extendedTo <= inForce)
    faults.push({
      path: 'extendedTo',
      problem: `${command.extendedTo} is not after the end in force ${inForce}`,
      remedy: 'give a later day',
    });
  else faults.push(...termFaultsOf(turn, contract, { extendedTo: command.extendedTo }));
  return faults;
}
