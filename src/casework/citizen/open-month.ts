/** What the recipient sent for one month, with what became of it. */
import type { Command, CommandResult } from '../../dialogs/command.ts';
import { refused, type Turn } from '../actor.ts';
import { submissionCard } from '../case/submission-card.ts';

/** Only the recipient of the contract sees it here. A month without a submission is an empty card. */
export async function openMonth(
  { stores, actor }: Turn,
  command: Extract<Command, { kind: 'open-month' }>,
): Promise<CommandResult> {
  const contract = await stores.cases.find(command.contractId);
  if (!contract || contract.personId !== actor.person.id) return refused('open-month', 'not-found');
  const submission = await stores.submissions.ofMonth(contract.id, command.month);
  const card = submission ? await submissionCard(stores, submission, contract) : null;
  return { of: 'open-month', kind: 'month', card };
}
