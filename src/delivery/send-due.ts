/**
 * Sends what waits in the outbox. The lease is taken in one transaction, the network is spoken to with none open, and the
 * outcome is kept in another: a process that dies in between leaves a lease that runs out and the message is sent by the next.
 */
import type { ChannelKind } from '../dialogs/codes.ts';
import type { Address, Database, Files, OutboxItem, Stores } from '../casework/ports.ts';
import type { OutgoingFile, OutgoingMessage, SendResult } from './channel.ts';
import { type PrepareDeps, type Prepared, prepareMessage, type SenderMemory } from './prepare-message.ts';
import { type RenderText, renderReply } from './render-reply.ts';
import { after, retryDelay } from './retry-delay.ts';

/** What the sender is given. */
export interface DeliveryDeps extends PrepareDeps {
  readonly database: Database;
  readonly files: Files;
  readonly render: RenderText;
  /** Names this process in leases. */
  readonly processName: string;
  readonly log: { warn(facts: object, message: string): void };
  /** Hears what became of each try: `channel-health.ts`. */
  readonly heard: (channel: ChannelKind, result: SendResult) => void;
}

const LEASE_SECONDS = 120;
const BATCH = 20;

/** One sender; `sendDue` may be called as often as anybody likes. Returns how many messages were dealt with. */
export function createSender(deps: DeliveryDeps): { sendDue(): Promise<number> } {
  const memory: SenderMemory = { held: new Map(), closed: new Map(), said: new Map(), shown: new Map() };
  return {
    async sendDue() {
      let dealt = 0;
      for (;;) {
        const now = deps.clock.now();
        const items = await deps.database.transaction((stores) =>
          stores.outbox.lease(deps.processName, now, after(now, LEASE_SECONDS), BATCH),
        );
        // Different people: their messages may overlap, so one slow receiver does not hold the others.
        await Promise.all(items.map((item) => sendOne(deps, memory, item)));
        dealt += items.length;
        // A lease gives one message a person: the next of the same person may be free now.
        if (items.length === 0) return dealt;
      }
    },
  };
}

async function sendOne(deps: DeliveryDeps, memory: SenderMemory, item: OutboxItem): Promise<void> {
  const prepared = await deps.database.transaction((stores) => prepareMessage(deps, memory, stores, item));
  if (!prepared) return;
  const { channel } = prepared;
  const result = await speak(deps, memory, prepared, item).catch((error: unknown): SendResult => {
    deps.log.warn(
      { channel: channel.kind, item: item.id, error: error instanceof Error ? error.name : 'unknown' },
      'sending failed inside the channel',
    );
    return { kind: 'unknown', why: 'channel-threw' };
  });
  deps.count(channel.kind, result.kind);
  deps.heard(channel.kind, result);
  if (result.kind === 'later' && result.scope === 'bot')
    memory.held.set(channel.kind, after(deps.clock.now(), result.afterSeconds));
  if (result.kind === 'window-closed') memory.closed.set(prepared.address.id, prepared.address.lastSeenAt);
  await deps.database.transaction((stores) => keepResult(deps, stores, item, prepared.address, result));
}

async function speak(
  deps: DeliveryDeps,
  memory: SenderMemory,
  prepared: Prepared,
  item: OutboxItem,
): Promise<SendResult> {
  const { person, address, channel, reply } = prepared;
  const pieces = renderReply(reply, person.language, channel.can, deps.render);
  const last = pieces.findLastIndex(({ isContinued }) => !isContinued);
  const files = (reply.files ?? []).map((file): OutgoingFile => ({ ...file, bytes: () => bytesOf(deps, file.hash) }));
  const before = memory.shown.get(item.id);
  // What is worded at the moment of sending may be other words by now: it begins anew.
  const stands = item.kind === 'answer' || item.kind === 'notice';
  let at = stands && before?.addressId === address.id ? before.pieces : 0;
  let result: SendResult = { kind: 'refused', why: 'empty' };
  for (; at < pieces.length; at += 1) {
    result = await channel.send({
      id: at === 0 ? item.id : `${item.id}-${at}`,
      externalId: address.externalId,
      text: pieces[at]?.text ?? '',
      buttons: pieces[at]?.buttons ?? [],
      files: at === last ? files : [],
      at: deps.clock.now(),
    } satisfies OutgoingMessage);
    if (result.kind !== 'sent') break;
  }
  const waits = result.kind === 'later' || result.kind === 'unknown';
  if (waits) memory.shown.set(item.id, { addressId: address.id, pieces: at });
  else memory.shown.delete(item.id);
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
      return stores.outbox.hold(item.id, after(now, result.afterSeconds), result.why);
    case 'unreachable':
      await stores.people.markAddress(address.id, result.status);
      // At once: the next turn finds another address of the person, or says that there is none.
      return stores.outbox.hold(item.id, now, result.why);
    case 'window-closed':
      // At once, by another channel; an answer too, for it was asked more than a day ago.
      return stores.outbox.hold(item.id, now, result.why);
    case 'refused':
      deps.log.warn(
        { channel: address.channel, item: item.id, why: result.why },
        'the platform refuses a message for good',
      );
      return stores.outbox.end(item.id, 'failed', now, result.why);
    case 'unknown': {
      const delay = retryDelay(item.attempts);
      return delay === null
        ? stores.outbox.end(item.id, 'failed', now, result.why)
        : stores.outbox.retry(item.id, after(now, delay), result.why);
    }
  }
}
