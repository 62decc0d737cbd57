import type { Command, CommandResult } from '../../dialogs/command.ts';
import { recordEvent, type Turn } from '../actor.ts';
import { keepConsent } from '../citizen/consent.ts';
import { findLink } from './link-state.ts';

/** Spends a recipient's link: the person goes on inside the channel, with consent given. The planner looks at the contract at its next tick. */
export async function joinContract(
  turn: Turn,
  command: Extract<Command, { kind: 'join-contract' }>,
): Promise<CommandResult> {
  const { stores, actor } = turn;
  const answer = (found: Awaited<ReturnType<typeof findLink>>, joined: boolean): CommandResult => ({
    of: 'join-contract',
    kind: 'link',
    link: found.state,
    joined,
    contractId: joined ? (found.link?.contractId ?? null) : null,
  });
  const found = await findLink(turn, command.token);
  if (found.link?.purpose !== 'recipient' || !found.link.contractId) return answer(found, false);
  if (!(await stores.links.spend(found.link.id, actor.person.id, actor.now)))
    return answer({ link: null, state: { state: 'spent' } }, false);
  await keepConsent(turn, 'personal-data', command.consentVersion);
  await stores.cases.change(found.link.contractId, { personId: actor.person.id, nextDate: actor.today });
  const source = await stores.sources.ofPerson(actor.person.id);
  if (source !== null) {
    await stores.sources.credit(found.link.contractId, source);
    await stores.sources.reach(actor.person.id, ['contract'], actor.now);
  }
  await recordEvent(turn, 'contract-joined', { kind: 'contract', id: found.link.contractId });
  return answer(found, true);
}
