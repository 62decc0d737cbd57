import type { CommandResult } from '../../dialogs/command.ts';
import { refused, type Turn } from '../actor.ts';

/** Members of the head's office with the number of contracts each holds. */
export async function listStaff({ stores, actor }: Turn): Promise<CommandResult> {
  if (actor.staff?.role !== 'head') return refused('list-staff', 'not-allowed');
  const members = await stores.offices.staffOf(actor.staff.officeId);
  const held = await stores.cases.countBySpecialist(actor.staff.officeId);
  const lines = members
    .filter((member) => member.active)
    .map(({ id, name, position, role, personId }) => ({
      staffId: id,
      name,
      position,
      role,
      joined: personId !== null,
      contracts: held.get(id) ?? 0,
    }));
  return { of: 'list-staff', kind: 'staff', lines };
}
