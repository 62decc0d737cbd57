import type { Command, CommandResult } from '../../dialogs/command.ts';
import { refused, type Turn } from '../actor.ts';

/**
 * The person came by a public link. The first link counts for good (first touch): it asks which place brought the family to us
 * at all, and a second poster seen on the way to the office did not. Staff, partners and recipients who try a link are not counted.
 */
export async function openSource(
  turn: Turn,
  { token }: Extract<Command, { kind: 'open-source' }>,
): Promise<CommandResult> {
  const { stores, actor } = turn;
  const source = await stores.sources.byToken(token);
  if (!source) return refused('open-source', 'not-found');
  const known =
    actor.staff !== null ||
    (await stores.sources.partnerOfPerson(actor.person.id)) !== null ||
    (await stores.cases.ofPerson(actor.person.id)).length > 0;
  if (!known) await stores.sources.open(actor.person.id, source.id, actor.now);
  return { of: 'open-source', kind: 'done' };
}
