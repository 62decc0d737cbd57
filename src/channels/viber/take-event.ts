/** Takes one callback: stores what a person did, tells of an address that opened or closed, answers who has just come with a welcome. */
import type { Instant, Received } from '../../casework/ports.ts';
import type { ChannelLog } from '../../delivery/channel-log.ts';
import type { ViberEvent } from './event-shape.ts';
import { redact } from './failures.ts';
import type { MediaAddresses } from './media-address.ts';
import { type Arrival, translateEvent } from './translate-in.ts';
import { type WelcomeWords, welcomeBody } from './welcome.ts';

/** Where callbacks go; `receive` and `addressChanged` may reject, and then the platform must bring the callback again. */
export interface TakeEventDeps {
  readonly token: string;
  /** The name over our messages; the platform shows 28 characters. */
  readonly senderName: string;
  readonly welcome: WelcomeWords;
  /** Stores it; false for a duplicate. */
  readonly receive: (received: Received) => Promise<boolean>;
  /** The person left the bot, or came back. */
  readonly addressChanged: (externalId: string, status: 'active' | 'blocked') => Promise<void>;
  readonly now: () => Instant;
  readonly log: ChannelLog;
  /** Counts what became of messages, for `/metrics`; nothing else hangs on it, because a person reads on a lock screen unseen. */
  readonly countReceipt?: (what: 'delivered' | 'seen' | 'not-shown') => void;
}

/** Takes callbacks one by one; what comes back is the body of the answer, null for an empty one. */
export type TakeEvent = (event: ViberEvent) => Promise<string | null>;

/** A taker. Rejects where it could not be stored. Callbacks of one person are stored in the order of these calls. */
export function createTakeEvent(deps: TakeEventDeps, addresses: Pick<MediaAddresses, 'seal'>): TakeEvent {
  /** The last thing each person did that is still being stored: the platform opens a connection for each callback. */
  const lasts = new Map<string, Promise<void>>();
  const inTurn = async (externalId: string, work: () => Promise<void>) => {
    const before = lasts.get(externalId) ?? Promise.resolve();
    // What went before may have failed; that is told to whoever brought it.
    const mine = before.catch(() => undefined).then(work);
    lasts.set(externalId, mine);
    try {
      await mine;
    } finally {
      if (lasts.get(externalId) === mine) lasts.delete(externalId);
    }
  };
  const takeOne = async (arrival: Arrival): Promise<string | null> => {
    switch (arrival.kind) {
      case 'input': {
        const { eventKey, externalId, input } = arrival;
        const at = deps.now();
        await inTurn(externalId, async () => {
          await deps.receive({ channel: 'viber', eventKey, externalId, input, at });
        });
        return null;
      }
      case 'address':
        await inTurn(arrival.externalId, () => deps.addressChanged(arrival.externalId, arrival.status));
        return null;
      case 'welcome': {
        const words = deps.welcome(arrival.language);
        return words === null ? null : welcomeBody(words, deps.senderName, arrival.start);
      }
      case 'receipt':
        deps.countReceipt?.(arrival.what);
        return null;
      case 'not-shown':
        deps.countReceipt?.('not-shown');
        deps.log.warn({ says: redact(arrival.says, deps.token) }, 'viber: a message was taken and not shown');
        return null;
    }
  };
  const seal = (address: string) => {
    const sealed = addresses.seal(address);
    // The host is no secret; the rest of the address is.
    if (sealed === null) deps.log.warn({ host: hostOf(address) }, 'viber: a file that lies elsewhere was not taken');
    return sealed;
  };
  return async (event) => {
    let answer: string | null = null;
    for (const arrival of translateEvent(event, seal)) answer = (await takeOne(arrival)) ?? answer;
    return answer;
  };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '?';
}
