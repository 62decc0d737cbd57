import type { Command, CommandResult } from '../../dialogs/command.ts';
import { contractOfOffice, recordEvent, refused, type Turn } from '../actor.ts';
import { makeHandout } from './make-handout.ts';

/** A specialist of the office that holds the contract makes the recipient's personal link. */
export async function makeRecipientLink(
  turn: Turn,
  command: Extract<Command, { kind: 'make-recipient-link' }>,
): Promise<CommandResult> {
  const held = await contractOfOffice(turn, command.contractId);
  const office = held ? await turn.stores.offices.find(held.contract.officeId) : null;
  if (!held || !office) return refused('make-recipient-link', 'not-found');
  const handout = await makeHandout(
    turn,
    { purpose: 'recipient', contractId: held.contract.id, staffId: null },
    office,
  );
  await recordEvent(turn, 'recipient-link-made', { kind: 'contract', id: held.contract.id });
  return { of: 'make-recipient-link', kind: 'handout', handout };
}
