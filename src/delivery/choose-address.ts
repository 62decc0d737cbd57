/** Where a message goes: where its question came from, else the person's main channel, else the next one that can be reached. */
import type { Address, OutboxItem } from '../casework/ports.ts';
import type { ChannelKind } from '../dialogs/codes.ts';
import type { Reply } from '../dialogs/dialog.ts';
import type { Channel } from './channel.ts';

/** A place to write to, and what is said there. */
export interface Chosen {
  readonly address: Address;
  readonly channel: Channel;
  readonly reply: Reply;
}

/** What the choice looks at beside the addresses. */
export interface ChoiceDeps {
  readonly channels: ReadonlyMap<ChannelKind, Channel>;
  readonly reply: Reply;
  /** The reply as the policy lets it go there: itself, another in its place, or nothing (`channel-policy.ts`). */
  readonly allowed: (channel: ChannelKind) => Reply | null;
  /** Whether the channel as a whole is in trouble. */
  readonly troubled: (channel: ChannelKind) => boolean;
  /** Whether the platform lets us write there only after the person's next word. */
  readonly closed: (address: Address) => boolean;
}

/** What came of the choice. */
export interface Choice {
  /** Null: nowhere. */
  readonly chosen: Chosen | null;
  /** The address the person wishes for, where it cannot be written to. Null: all is as wished. */
  readonly lost: { readonly address: Address; readonly why: WhyLost } | null;
}

/** Blocked, gone or a channel we have not open; a day of silence (VK); a messenger the policy closes. */
export type WhyLost = 'unreachable' | 'silent' | 'policy';

/**
 * `addresses` in the person's own order (`PeopleStore.everyAddress`). An answer stays where it was asked, with whatever may be said
 * there. For a message of ours a place goes before another where it may be said as it is, and where the channel is well; then the
 * person's order holds.
 */
export function chooseAddress(
  item: Pick<OutboxItem, 'addressId'>,
  addresses: readonly Address[],
  deps: ChoiceDeps,
): Choice {
  const open = addresses.flatMap((address): Chosen[] => {
    const channel = deps.channels.get(address.channel);
    const reply = deps.allowed(address.channel);
    return channel && reply && whyClosed(address, deps) === null ? [{ address, channel, reply }] : [];
  });
  const asked = open.find(({ address }) => address.id === item.addressId);
  if (asked) return { chosen: asked, lost: null };
  const [wished] = addresses;
  const why = wished ? whyClosed(wished, deps) : null;
  const [chosen = null] = open.toSorted((one, other) => drawbacks(one, deps) - drawbacks(other, deps));
  return { chosen, lost: wished && why ? { address: wished, why } : null };
}

function whyClosed(address: Address, { channels, closed, allowed }: ChoiceDeps): WhyLost | null {
  if (address.status !== 'active' || !channels.has(address.channel)) return 'unreachable';
  if (allowed(address.channel) === null) return 'policy';
  return closed(address) ? 'silent' : null;
}

/** 0 is best; the weightier drawback is the higher bit. */
function drawbacks({ channel, reply }: Chosen, deps: ChoiceDeps): number {
  return (reply === deps.reply ? 0 : 2) + (deps.troubled(channel.kind) ? 1 : 0);
}
