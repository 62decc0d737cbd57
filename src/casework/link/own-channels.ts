/** A person's own channels: listed, one made the main one, one removed. */
import type { Command, CommandResult } from '../../dialogs/command.ts';
import { channelRemoved } from '../../dialogs/notice/channel-notice.ts';
import { recordEvent, refused, type Turn } from '../actor.ts';
import { timeZoneOf } from '../talk/zone.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** All of them, the main one first. */
export async function listChannels({ deps, stores, actor }: Turn): Promise<CommandResult> {
  const zone = await timeZoneOf(deps, stores, actor.person, actor.staff);
  const person = await stores.people.find(actor.person.id);
  const addresses = await stores.people.everyAddress(actor.person.id);
  const lines = addresses.map(({ id, channel, status, lastSeenAt }) => ({
    addressId: id,
    channel,
    main: person?.mainAddressId === id,
    here: actor.addressId === id,
    reachable: status === 'active',
    lastUsedOn: deps.clock.dayOf(lastSeenAt, zone),
  }));
  return { of: 'list-channels', kind: 'channels', lines };
}

/** What we begin ourselves goes there first, as long as it can be reached. */
export async function makeMainChannel(turn: Turn, { addressId }: Of<'make-main-channel'>): Promise<CommandResult> {
  const address = await ownAddress(turn, addressId);
  if (!address) return refused('make-main-channel', 'not-found');
  await turn.stores.people.change(turn.actor.person.id, { mainAddressId: addressId });
  await recordEvent(turn, 'main-channel-chosen', self(turn), { channel: address.channel });
  return { of: 'make-main-channel', kind: 'done' };
}

/** Any but the one they write from, so that one always stays; the chat removed is told and begins anew. */
export async function removeChannel(turn: Turn, { addressId }: Of<'remove-channel'>): Promise<CommandResult> {
  const { stores, actor } = turn;
  const address = await ownAddress(turn, addressId);
  if (!address) return refused('remove-channel', 'not-found');
  if (addressId === actor.addressId) return refused('remove-channel', 'not-allowed');
  const apart = await stores.people.setApart(addressId);
  await recordEvent(turn, 'channel-removed', self(turn), { channel: address.channel });
  const notice = {
    uniqueKey: `channel-removed:${apart.id}`,
    personId: apart.id,
    addressId,
    kind: 'notice' as const,
    reply: channelRemoved(),
    notBefore: actor.now,
    about: [],
  };
  await stores.outbox.put([notice], actor.now);
  return { of: 'remove-channel', kind: 'done' };
}

async function ownAddress({ stores, actor }: Turn, addressId: string) {
  return (await stores.people.everyAddress(actor.person.id)).find(({ id }) => id === addressId);
}

function self({ actor }: Turn): { readonly kind: string; readonly id: string } {
  return { kind: 'person', id: actor.person.id };
}
