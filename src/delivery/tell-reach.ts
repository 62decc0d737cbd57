/** Tells the specialist of a recipient, once, that the way to them changed or that there is none. */
import type { Instant, OutboxDraft, Staff, Stores } from '../casework/ports.ts';
import { reachNotice } from '../dialogs/notice/reach-notice.ts';
import type { Choice, Chosen } from './choose-address.ts';

/**
 * One notice for each contract of the person, in the outbox of the same transaction. The key holds the address that was lost and when the
 * person was last there, so that a hundred messages tell it once, and a person who came back and left again is told of again.
 */
export async function tellReach(
  stores: Stores,
  personId: string,
  { address: lost, why }: NonNullable<Choice['lost']>,
  chosen: Pick<Chosen, 'address'> | null,
  now: Instant,
): Promise<void> {
  // Every month a day of silence passes: where another way is at hand there is nothing to tell.
  if (why === 'silent' && chosen) return;
  for (const contract of await stores.cases.ofPerson(personId)) {
    const { id, number, recipientName, officeId, specialistId } = contract;
    const reply = reachNotice({
      contractId: id,
      contractNumber: number,
      recipientName,
      lost: lost.channel,
      now: chosen?.address.channel ?? null,
      why,
    });
    const drafts = (await whoIsTold(stores, officeId, specialistId)).map(
      (told): OutboxDraft => ({
        uniqueKey: `reach:${id}:${lost.id}:${lost.lastSeenAt}:${chosen?.address.id ?? 'nobody'}:${told}`,
        personId: told,
        addressId: null,
        kind: 'notice',
        reply,
        notBefore: now,
        about: [],
      }),
    );
    await stores.outbox.put(drafts, now);
  }
}

/** The specialist; the heads where that seat is empty. Nobody is told of themselves. */
async function whoIsTold(stores: Stores, officeId: string, specialistId: string): Promise<string[]> {
  const staff = await stores.offices.staffOf(officeId);
  const seated = staff.filter((one): one is Staff & { personId: string } => one.active && one.personId !== null);
  const specialist = seated.filter(({ id }) => id === specialistId);
  const told = specialist.length > 0 ? specialist : seated.filter(({ role }) => role === 'head');
  return told.map(({ personId }) => personId);
}
