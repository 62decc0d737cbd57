/**
 * Sends what waits in the outbox. The lease is taken in one transaction, the network is spoken to with none open, and the
 * outcome is kept in another: a process that dies in between leaves a lease that runs out and the message is sent by the next.
 */
import type { ChannelKind } from '../dialogs/codes.ts';
import type { Address, Clock, Database, Files, OutboxItem, Person, Stores } from '../casework/ports.ts';
import type { Reply } from '../dialogs/dialog.ts';
import type { Channel, OutgoingFile, SendResult } from './channel.ts';
import { allowedReply, type ChannelPolicy } from './channel-policy.ts';
import { quietMinutesLeft } from './quiet-hours.ts';
import { type RenderText, renderReply } from './render-reply.ts';
import { after, retryDelay } from './retry-delay.ts';

/** The message as it stands at this moment, or null where nothing of it does: `casework/notice/refresh-message.ts`. */
export type RefreshMessage = (stores: Stores, item: OutboxItem) => Promise<Reply | null>;

/** What the sender is given. */
export interface DeliveryDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly files: Files;
  readonly channels: ReadonlyMap<ChannelKind, Channel>;
  readonly render: RenderText;
  readonly refresh: RefreshMessage;
  readonly policy: ChannelPolicy;
  readonly publicUrl: string;
  /** Zone of a person who has not named one. */
  readonly timeZoneOf: (stores: Stores, person: Person) => Promise<string>;
  /** Names this process in leases. */
  readonly processName: string;
  readonly log: { warn(facts: object, message: string): void };
  /** Counts for `/metrics`. */
  readonly count: (channel: ChannelKind | 'none', result: string) => void;
}

const LEASE_SECONDS = 120;
const BATCH = 20;

/** One sender; `sendDue` may be called as often as anybody likes. Returns how many messages were dealt with. */
export function createSender(deps: DeliveryDeps): { sendDue(): Promise<number> } {
  /** Channels that asked us to be quiet, until when. */
  const held = new Map<ChannelKind, string>();
  return {
    async sendDue() {
      let dealt = 0;
      for (;;) {
        const now = deps.clock.now();
        const items = await deps.database.transaction((stores) =>
          stores.outbox.lease(deps.processName, now, after(now, LEASE_SECONDS), BATCH),
        );
        // Different people: their messages may overlap, so one slow receiver does not hold the others.
        await Promise.all(items.map((item) => sendOne(deps, held, item)));
        dealt += items.length;
        // A lease gives one message a person: the next of the same person may be free now.
        if (items.length === 0) return dealt;
      }
    },
  };
}

interface Prepared {
  readonly person: Person;
  readonly reply: Reply;
  readonly address: Address;
  readonly channel: Channel;
}

/** `closed`: addresses whose window is closed for this message; the next one of the person is tried at once. */
async function sendOne(
  deps: DeliveryDeps,
  held: Map<ChannelKind, string>,
  item: OutboxItem,
  closed: ReadonlySet<string> = new Set(),
): Promise<void> {
  const prepared = await deps.database.transaction((stores) => prepare(deps, held, stores, item, closed));
  if (!prepared) return;
  const { channel } = prepared;
  const result = await speak(deps, prepared, item).catch((error: unknown): SendResult => {
    deps.log.warn(
      { channel: channel.kind, item: item.id, error: error instanceof Error ? error.name : 'unknown' },
      'sending failed inside the channel',
    );
    return { kind: 'unknown', why: 'channel-threw' };
  });
  deps.count(channel.kind, result.kind);
  if (result.kind === 'later' && result.scope === 'bot')
    held.set(channel.kind, after(deps.clock.now(), result.afterSeconds));
  if (result.kind === 'window-closed') {
    const passed = new Set([...closed, prepared.address.id]);
    const other = await deps.database.transaction((stores) => chooseAddress(deps, stores, item, passed));
    if (other) return sendOne(deps, held, item, passed);
  }
  await deps.database.transaction((stores) => keepResult(deps, stores, item, prepared.address, result));
}

/** Everything that can stop a message before it leaves; null where it was stopped and the reason is kept. */
async function prepare(
  deps: DeliveryDeps,
  held: ReadonlyMap<ChannelKind, string>,
  stores: Stores,
  item: OutboxItem,
  closed: ReadonlySet<string>,
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
    await stores.outbox.retry(item.id, after(now, quiet * 60), 'quiet-hours');
    return null;
  }
  const found = await chooseAddress(deps, stores, item, closed);
  if (!found) {
    await stores.outbox.end(item.id, 'failed', now, 'nowhere-to-write');
    deps.count('none', 'nowhere-to-write');
    return null;
  }
  const until = held.get(found.channel.kind);
  if (until !== undefined && until > now) {
    await stores.outbox.retry(item.id, until, 'channel-held');
    return null;
  }
  return { person, reply, ...found };
}

/** The address the question came from while it can be reached, else the one used last, on a channel that is open. */
async function chooseAddress(
  deps: DeliveryDeps,
  stores: Stores,
  item: OutboxItem,
  closed: ReadonlySet<string>,
): Promise<{ address: Address; channel: Channel } | null> {
  const active = (await stores.people.addresses(item.personId)).filter((address) => !closed.has(address.id));
  const asked = active.filter((address) => address.id === item.addressId);
  for (const address of [...asked, ...active]) {
    const channel = deps.channels.get(address.channel);
    if (channel) return { address, channel };
  }
  return null;
}

async function speak(deps: DeliveryDeps, prepared: Prepared, item: OutboxItem): Promise<SendResult> {
  const { person, address, channel } = prepared;
  const reply = allowedReply(deps.policy, channel.kind, prepared.reply, item.kind === 'answer', deps.publicUrl);
  if (!reply) return { kind: 'refused', why: 'channel-policy' };
  const rendered = renderReply(reply, person.language, channel.can, deps.render);
  let result: SendResult = { kind: 'refused', why: 'empty' };
  for (const [index, text] of rendered.texts.entries()) {
    const last = index === rendered.texts.length - 1;
    result = await channel.send({
      id: index === 0 ? item.id : `${item.id}-${index}`,
      externalId: address.externalId,
      text,
      buttons: last ? rendered.buttons : [],
      files: last
        ? (reply.files ?? []).map((file): OutgoingFile => ({ ...file, bytes: () => bytesOf(deps, file.hash) }))
        : [],
      at: deps.clock.now(),
    });
    if (result.kind !== 'sent') return result;
  }
  return result;
}

async function bytesOf(deps: DeliveryDeps, hash: string): Promise<Uint8Array> {
  const bytes = await deps.files.read(hash);
  if (!bytes) throw new Error('a file of a reply is gone from DATA_DIR/files');
  return bytes;
}

async function keepResult(
  deps: DeliveryDeps,
  stores: Stores,
  item: OutboxItem,
  address: Address,
  result: SendResult,
): Promise<void> {
  const now = deps.clock.now();
  switch (result.kind) {
    case 'sent':
      return stores.outbox.sent(item.id, now, address.id, result.messageId);
    case 'later':
      return stores.outbox.retry(item.id, after(now, result.afterSeconds), result.why);
    case 'unreachable':
      await stores.people.markAddress(address.id, result.status);
      // At once: the next turn finds another address of the person, or says that there is none.
      return stores.outbox.retry(item.id, now, result.why);
    case 'refused':
      deps.log.warn(
        { channel: address.channel, item: item.id, why: result.why },
        'the platform refuses a message for good',
      );
      return stores.outbox.end(item.id, 'failed', now, result.why);
    // With no other channel it waits for a word of the person, as long as for a platform that fails.
    case 'window-closed':
    case 'unknown': {
      const delay = retryDelay(item.attempts);
      return delay === null
        ? stores.outbox.end(item.id, 'failed', now, result.why)
        : stores.outbox.retry(item.id, after(now, delay), result.why);
    }
  }
}
