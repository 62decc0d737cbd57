import type { CommandResult } from '../../../dialogs/command.ts';
import { contractOfOffice, recordEvent, refused, type Turn } from '../../actor.ts';
import { planContract } from '../../case/plan-contract.ts';
import type { Wish } from '../wish.ts';

/** The commission is asked. Until it has sat, days count from the old end and are marked so. */
export async function askExtension(turn: Turn, command: Wish<'ask-extension'>): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  const held = await contractOfOffice(turn, command.contractId);
  if (!held) return refused('ask-extension', 'not-found');
  const { contract, staff } = held;
  if (contract.extensionAskedOn !== null || contract.stoppedOn !== null)
    return refused('ask-extension', 'already-done');
  await stores.cases.addSitting(contract.id, {
    id: deps.newId.id(),
    askedOn: actor.today,
    askedByStaffId: staff.id,
    decided: null,
  });
  const change = { extensionAskedOn: actor.today };
  await stores.cases.change(contract.id, change);
  await planContract(deps, stores, { ...contract, ...change }, actor.today);
  await recordEvent(turn, 'extension-asked', { kind: 'contract', id: contract.id });
  return { of: 'ask-extension', kind: 'done' };
}
