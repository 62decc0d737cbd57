/** People who asked to be called after the pre-check. */
import type { Command, CommandResult } from '../../dialogs/command.ts';
import { recordEvent, refused, type Turn } from '../actor.ts';
import { PAGE_LINES, pagesOf, skipOf } from '../page.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** Open requests of the actor's office, oldest first. */
export async function listContactRequests(
  { deps, stores, actor }: Turn,
  command: Of<'list-contact-requests'>,
): Promise<CommandResult> {
  if (!actor.staff) return refused('list-contact-requests', 'not-allowed');
  const office = await stores.offices.find(actor.staff.officeId);
  const { lines, total } = await stores.offices.contactRequests(actor.staff.officeId, skipOf(command.page), PAGE_LINES);
  return {
    of: 'list-contact-requests',
    kind: 'contact-requests',
    lines: lines.map(({ id, number, name, phone, verdict, track, askedAt }) => ({
      requestId: id,
      number,
      name,
      phone,
      verdict,
      track,
      askedOn: deps.clock.dayOf(askedAt, office?.timeZone ?? 'Europe/Moscow'),
    })),
    page: command.page,
    pages: pagesOf(total),
  };
}

/** The person was called; the request leaves the list. */
export async function closeContactRequest(turn: Turn, command: Of<'close-contact-request'>): Promise<CommandResult> {
  const { stores, actor } = turn;
  if (!actor.staff) return refused('close-contact-request', 'not-allowed');
  const closed = await stores.offices.closeContactRequest(
    command.requestId,
    actor.staff.officeId,
    actor.now,
    actor.staff.id,
  );
  if (!closed) return refused('close-contact-request', 'not-found');
  await recordEvent(turn, 'contact-request-closed', { kind: 'contact-request', id: command.requestId });
  return { of: 'close-contact-request', kind: 'done' };
}
