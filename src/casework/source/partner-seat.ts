/** A partner organisation is invited by staff and joins by a one-time link. */
import type { Command, CommandResult } from '../../dialogs/command.ts';
import { isPlaceName } from '../../dialogs/source-name.ts';
import { recordEvent, refused, type Turn } from '../actor.ts';
import { findLink } from '../link/link-state.ts';
import { makeHandout } from '../link/make-handout.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** Any member of staff may invite: the partner sees counts of its own links and nothing of a person. */
export async function invitePartner(turn: Turn, command: Of<'invite-partner'>): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  const office = actor.staff ? await stores.offices.find(actor.staff.officeId) : null;
  if (!office) return refused('invite-partner', 'not-allowed');
  if (!isPlaceName(command.name)) return refused('invite-partner', 'faults');
  const partnerId = deps.newId.id();
  const { partnerKind: kind, name } = command;
  await stores.sources.addPartner({ id: partnerId, officeId: office.id, personId: null, kind, name, active: true });
  const handout = await makeHandout(turn, { purpose: 'partner', contractId: null, staffId: null, partnerId }, office);
  await recordEvent(turn, 'partner-invited', { kind: 'partner', id: partnerId }, { kind });
  return { of: 'invite-partner', kind: 'handout', handout };
}

/** Spends the invitation: this person now hands out the links of that organisation. */
export async function joinPartner(turn: Turn, command: Of<'join-partner'>): Promise<CommandResult> {
  const { stores, actor } = turn;
  const { link, state } = await findLink(turn, command.token);
  const partnerId = link?.purpose === 'partner' ? link.partnerId : null;
  const joined = link && partnerId ? await stores.links.spend(link.id, actor.person.id, actor.now) : false;
  if (joined && partnerId) {
    await stores.sources.changePartner(partnerId, { personId: actor.person.id });
    await recordEvent(turn, 'partner-joined', { kind: 'partner', id: partnerId });
  }
  return { of: 'join-partner', kind: 'link', link: state, joined, contractId: null };
}
