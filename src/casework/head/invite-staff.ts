import type { Command, CommandResult } from '../../dialogs/command.ts';
import { recordEvent, refused, type Turn } from '../actor.ts';
import { makeHandout } from '../link/make-handout.ts';

/** The head of an office invites a colleague by a personal link. */
export async function inviteStaff(
  turn: Turn,
  command: Extract<Command, { kind: 'invite-staff' }>,
): Promise<CommandResult> {
  const { deps, stores, actor } = turn;
  const office = actor.staff?.role === 'head' ? await stores.offices.find(actor.staff.officeId) : null;
  if (!office) return refused('invite-staff', 'not-allowed');
  const staffId = deps.newId.id();
  await stores.offices.addStaff({
    id: staffId,
    officeId: office.id,
    personId: null,
    name: command.name,
    position: command.position,
    role: command.role,
    phone: null,
    active: true,
  });
  const handout = await makeHandout(turn, { purpose: 'staff', contractId: null, staffId }, office);
  await recordEvent(turn, 'staff-invited', { kind: 'staff', id: staffId }, { role: command.role });
  return { of: 'invite-staff', kind: 'handout', handout };
}
