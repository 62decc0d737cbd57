import type { Command, CommandResult } from '../../dialogs/command.ts';
import { recordEvent, type Turn } from '../actor.ts';
import { findLink } from './link-state.ts';

/** Spends a staff invitation: this person now speaks for that member of staff. */
export async function joinStaff(turn: Turn, command: Extract<Command, { kind: 'join-staff' }>): Promise<CommandResult> {
  const { stores, actor } = turn;
  const found = await findLink(turn, command.token);
  const { link } = found;
  const spent =
    link?.purpose === 'staff' && link.staffId ? await stores.links.spend(link.id, actor.person.id, actor.now) : false;
  if (spent && link?.staffId) {
    await stores.offices.changeStaff(link.staffId, { personId: actor.person.id, active: true });
    await recordEvent(turn, 'staff-joined', { kind: 'staff', id: link.staffId });
  }
  return { of: 'join-staff', kind: 'link', link: found.state, joined: spent, contractId: null };
}
