import type { Command, CommandResult } from '../../dialogs/command.ts';
import { recordEvent, refused, type Turn } from '../actor.ts';

/**
 * Ends a colleague's access. Their contracts pass to the head, so that no deadline is left without a person; a head cannot
 * dismiss themselves.
 */
export async function dismissStaff(
  turn: Turn,
  command: Extract<Command, { kind: 'dismiss-staff' }>,
): Promise<CommandResult> {
  const { stores, actor } = turn;
  const head = actor.staff;
  if (head?.role !== 'head') return refused('dismiss-staff', 'not-allowed');
  const member = await stores.offices.findStaff(command.staffId);
  if (!member?.active || member.officeId !== head.officeId) return refused('dismiss-staff', 'not-found');
  if (member.id === head.id) return refused('dismiss-staff', 'not-allowed');
  await stores.offices.changeStaff(member.id, { active: false, personId: null });
  await stores.cases.handOver(member.id, head.id);
  await recordEvent(turn, 'staff-dismissed', { kind: 'staff', id: member.id });
  return { of: 'dismiss-staff', kind: 'done' };
}
