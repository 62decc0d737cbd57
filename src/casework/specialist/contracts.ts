/** The office's contracts: found by number or name, opened as a card. */
import type { Command, CommandResult } from '../../dialogs/command.ts';
import { contractOfOffice, refused, type Turn } from '../actor.ts';
import { contractCard } from '../case/contract-card.ts';
import { calendarOfContract } from '../case/contract-card.ts';
import { PAGE_LINES, pagesOf, skipOf } from '../page.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** A page of contracts of the actor's office. */
export async function listContracts(
  { deps, stores, actor }: Turn,
  command: Of<'list-contracts'>,
): Promise<CommandResult> {
  if (!actor.staff) return refused('list-contracts', 'not-allowed');
  const { lines, total } = await stores.cases.search(
    actor.staff.officeId,
    command.search,
    skipOf(command.page),
    PAGE_LINES,
  );
  return {
    of: 'list-contracts',
    kind: 'contracts',
    lines: lines.map((contract) => ({
      contractId: contract.id,
      number: contract.number,
      recipientName: contract.recipientName,
      track: contract.track,
      endsOn: calendarOfContract(deps, contract).endsOn,
      joined: contract.personId !== null,
    })),
    page: command.page,
    pages: pagesOf(total),
  };
}

/** One contract of the actor's office. */
export async function openContract(turn: Turn, command: Of<'open-contract'>): Promise<CommandResult> {
  const held = await contractOfOffice(turn, command.contractId);
  if (!held) return refused('open-contract', 'not-found');
  const card = await contractCard(turn.deps, turn.stores, held.contract, turn.actor.today);
  return { of: 'open-contract', kind: 'contract', card };
}
