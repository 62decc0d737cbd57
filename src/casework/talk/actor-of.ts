/** Who stands behind a message: the person of the address, their staff seat if it is active, and their day. */
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { Address, Received, Stores } from '../ports.ts';
import { timeZoneOf } from './zone.ts';

/** Meets the person (made on the first message) and looks up what every use case asks. */
export async function actorOf(
  deps: Pick<Deps, 'clock' | 'laws' | 'defaultRegion'>,
  stores: Stores,
  { channel, externalId }: Pick<Received, 'channel' | 'externalId'>,
): Promise<{ actor: Actor; address: Address }> {
  const now = deps.clock.now();
  const { person, address } = await stores.people.meet(channel, externalId, now);
  const staff = await stores.offices.staffOfPerson(person.id);
  const zone = await timeZoneOf(deps, stores, person, staff);
  const actor: Actor = {
    person,
    staff: staff?.active ? staff : null,
    channel,
    addressId: address.id,
    language: person.language,
    today: deps.clock.today(zone),
    now,
  };
  return { actor, address };
}
