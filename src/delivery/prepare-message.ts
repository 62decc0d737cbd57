/** Everything that can stop or change a message before it leaves, looked at in one transaction at the moment of sending. */
import type { Address, Clock, OutboxItem, Person, Stores } from '../casework/ports.ts';
import type { ChannelKind } from '../dialogs/codes.ts';
import type { Reply } from '../dialogs/dialog.ts';
import type { Channel } from './channel.ts';
import { allowedReply, type ChannelPolicy, type PolicyLinks } from './channel-policy.ts';
import { type Choice, chooseAddress, type Chosen } from './choose-address.ts';
import { quietMinutesLeft } from './quiet-hours.ts';
import { after, retryDelay } from './retry-delay.ts';
import { tellReach } from './tell-reach.ts';

/** The message as it stands at this moment, or null where nothing of it does: `casework/notice/refresh-message.ts`. */
export type RefreshMessage = (stores: Stores, item: OutboxItem) => Promise<Reply | null>;

/** What preparing is given. */
export interface PrepareDeps {
  readonly clock: Clock;
  readonly channels: ReadonlyMap<ChannelKind, Channel>;
  readonly refresh: RefreshMessage;
  readonly policy: ChannelPolicy;
  readonly links: () => PolicyLinks;
  /** Whether the channel as a whole is in trouble. */
  readonly troubled: (channel: ChannelKind) => boolean;
  /** Zone of a person who has not named one. */
  readonly timeZoneOf: (stores: Stores, person: Person) => Promise<string>;
  /** Counts for `/metrics`. */
  readonly count: (channel: ChannelKind | 'none', result: string) => void;
}

/** A message that may leave now. */
export interface Prepared extends Chosen {
  readonly person: Person;
}

/** What a sender knows while it lives; another process does well without. */
export interface SenderMemory {
  /** Channels that asked us to be quiet, until when. */
  readonly held: Map<ChannelKind, string>;
  /** Addresses the platform has closed until the person's next word, by the moment of their last one. */
  readonly closed: Map<string, string>;
  /** By address, the message with which the policy's fixed answer was given last. */
  readonly said: Map<string, string>;
  /** Pieces of an unfinished message that its address has already: they are not shown twice. */
  readonly shown: Map<string, { readonly addressId: string; readonly pieces: number }>;
}

/** Null where it was stopped; the reason is kept with the message. */
export async function prepareMessage(
  deps: PrepareDeps,
  memory: SenderMemory,
  stores: Stores,
  item: OutboxItem,
): Promise<Prepared | null> {
  const now = deps.clock.now();
  const person = await stores.people.find(item.personId);
  const reply = person ? await deps.refresh(stores, item) : null;
  if (!person || !reply) {
    await stores.outbox.end(item.id, 'cancelled', now, person ? 'no-longer-needed' : 'person-gone');
    return null;
  }
  // Answers are never held, and the zone costs several queries.
  const quiet =
    item.kind === 'answer'
      ? 0
      : quietMinutesLeft(item.kind, deps.clock.minuteOfDay(await deps.timeZoneOf(stores, person)));
  if (quiet > 0) {
    await stores.outbox.hold(item.id, after(now, quiet * 60), 'quiet-hours');
    return null;
  }
  const { chosen, lost } = await choose(deps, memory, stores, item, reply);
  if (!chosen) {
    // A word of the person opens the window again: it waits for one as long as for a platform that fails.
    const delay = lost?.why === 'silent' ? retryDelay(item.attempts) : null;
    if (delay !== null) await stores.outbox.retry(item.id, after(now, delay), 'window-closed');
    else await stores.outbox.end(item.id, 'failed', now, 'nowhere-to-write');
    deps.count('none', delay === null ? 'nowhere-to-write' : 'window-closed');
    return null;
  }
  const until = memory.held.get(chosen.channel.kind);
  if (until !== undefined && until > now) {
    await stores.outbox.hold(item.id, until, 'channel-held');
    return null;
  }
  if (item.kind === 'answer' && chosen.reply !== reply && isSaid(memory, chosen.address, item)) {
    await stores.outbox.end(item.id, 'cancelled', now, 'said-already');
    return null;
  }
  return { person, ...chosen };
}

async function choose(
  deps: PrepareDeps,
  memory: SenderMemory,
  stores: Stores,
  item: OutboxItem,
  reply: Reply,
): Promise<Choice> {
  const { channels, troubled, policy } = deps;
  const links = deps.links();
  const allowed = (channel: ChannelKind) => allowedReply(policy, channel, reply, item.kind === 'answer', links);
  const closed = ({ id, lastSeenAt }: Address) => memory.closed.get(id) === lastSeenAt;
  const addresses = await stores.people.everyAddress(item.personId);
  const choice = chooseAddress(item, addresses, { channels, reply, allowed, troubled, closed });
  if (choice.lost) await tellReach(stores, item.personId, choice.lost, choice.chosen, deps.clock.now());
  return choice;
}

/** The fixed answer of the policy is given once in a turn, however many replies the turn has. */
function isSaid({ said }: SenderMemory, address: Address, { uniqueKey }: OutboxItem): boolean {
  const turnOf = (key: string) => key.replace(/:\d+$/, '');
  const last = said.get(address.id);
  if (last !== undefined && last !== uniqueKey && turnOf(last) === turnOf(uniqueKey)) return true;
  said.set(address.id, uniqueKey);
  return false;
}
