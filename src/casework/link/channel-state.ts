/** Whether the chat that spends a code may become another person's, and what it would bring. */
import type { MovedThing } from '../../dialogs/channel-command.ts';
import type { LinkState } from '../../dialogs/link-state.ts';
import { isWorthKeeping } from '../../dialogs/opening.ts';
import { NEW_TALK, readState } from '../../dialogs/step.ts';
import type { Turn } from '../actor.ts';
import type { Contract, Stores } from '../ports.ts';

/**
 * Refused where the chat is theirs already, where both are staff (papers must show who of them signed) or both partners, and where both are
 * recipients of different names: then it is two people with one phone, and neither may see the other's contract.
 */
export async function channelState({ stores, actor }: Turn, ownerId: string): Promise<LinkState> {
  const other = actor.person;
  if (other.id === ownerId) return { state: 'channel-refused', why: 'own' };
  if (actor.staff && (await stores.offices.staffOfPerson(ownerId)))
    return { state: 'channel-refused', why: 'two-staff' };
  const [seat, ownSeat] = [
    await stores.sources.partnerOfPerson(other.id),
    await stores.sources.partnerOfPerson(ownerId),
  ];
  if (seat && ownSeat) return { state: 'channel-refused', why: 'two-partners' };
  const [theirs, own] = [await stores.cases.ofPerson(other.id), await stores.cases.ofPerson(ownerId)];
  const names = new Set([...theirs, ...own].map(plainRecipient));
  if (theirs.length > 0 && own.length > 0 && names.size > 1) return { state: 'channel-refused', why: 'two-recipients' };
  const channels = (await stores.people.addresses(ownerId)).map(({ channel }) => channel);
  return { state: 'channel', channels: [...new Set(channels)], moves: await movedThings(stores, other.id) };
}

async function movedThings(stores: Stores, personId: string): Promise<MovedThing[]> {
  const talk = readState((await stores.talks.read(personId)) ?? NEW_TALK);
  const has: { readonly [thing in MovedThing]: boolean } = {
    contracts: (await stores.cases.ofPerson(personId)).length > 0,
    staff: (await stores.offices.staffOfPerson(personId)) !== null,
    partner: (await stores.sources.partnerOfPerson(personId)) !== null,
    'contact-requests': (await stores.offices.contactRequestsOf(personId)) > 0,
    consents: (await stores.people.consents(personId)).length > 0,
    form: talk.parked.length > 0 || (talk.form !== null && isWorthKeeping(talk.form)),
  };
  return MOVED_THINGS.filter((thing) => has[thing]);
}

/** In the order they are told of. */
const MOVED_THINGS: readonly MovedThing[] = ['contracts', 'staff', 'partner', 'form', 'contact-requests', 'consents'];

/** The same person's name is typed anew in every contract. */
function plainRecipient({ recipientName }: Contract): string {
  return recipientName.toLowerCase().replaceAll('\u0451', '\u0435').replace(/\s+/g, ' ').trim();
}
