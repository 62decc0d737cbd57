/** Takes one event: stores what a person did, tells of an address that opened or closed, lets a pressed button come to rest. */
import type { Instant, Received } from '../../casework/ports.ts';
import type { VkEvent } from './event-shape.ts';
import { type PressToAnswer, translateEvent } from './translate-in.ts';
import type { VkApi } from './vk-api.ts';

/** Where events go; both may reject, and then the platform must bring the event again. */
export interface TakeEventDeps {
  /** Stores it; false for a duplicate. Throws where it could not be stored: then the platform must bring it again. */
  readonly receive: (received: Received) => Promise<boolean>;
  /** The person forbade messages of the community, or allowed them. */
  readonly addressChanged: (externalId: string, status: 'active' | 'blocked') => Promise<void>;
  readonly now: () => Instant;
}

/** Takes events one by one. */
export interface EventTaker {
  /** Rejects where it could not be stored. Events of one person are stored in the order of these calls. */
  take(event: VkEvent): Promise<void>;
  /** Waits until the presses taken so far are answered. */
  settled(): Promise<void>;
}

/** People whose last link is remembered. */
const REMEMBERED = 5000;

/** A taker with its memory of who came by which link. */
export function createEventTaker(api: VkApi, deps: TakeEventDeps): EventTaker {
  /** The last thing each person did that is still being stored. */
  const lasts = new Map<string, Promise<void>>();
  const refs = new Map<string, string>();
  const answering = new Set<Promise<unknown>>();

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
  const remember = (externalId: string, ref: string) => {
    refs.delete(externalId);
    refs.set(externalId, ref);
    const oldest = refs.keys().next();
    if (refs.size > REMEMBERED && oldest.done !== true) refs.delete(oldest.value);
  };
  /** The button spins until answered and the platform allows a minute; nobody waits for it, and a late one is no loss. */
  const answerPress = (press: PressToAnswer | null) => {
    if (press === null) return;
    const { pressId, userId, peerId } = press;
    const answer = api.call('messages.sendMessageEventAnswer', { event_id: pressId, user_id: userId, peer_id: peerId });
    answering.add(answer);
    void answer.finally(() => answering.delete(answer));
  };
  const store = async (event: VkEvent, externalId: string) => {
    const at = deps.now();
    await inTurn(externalId, async () => {
      // Inside the turn: what the person did just before may have been the link.
      const arrival = translateEvent(event, refs.get(externalId) ?? null);
      if (arrival.kind !== 'inputs') return;
      for (const { eventKey, input } of arrival.inputs)
        await deps.receive({ channel: 'vk', eventKey, externalId, input, at });
      if (arrival.ref !== null) remember(externalId, arrival.ref);
    });
  };
  return {
    async take(event) {
      const arrival = translateEvent(event, null);
      switch (arrival.kind) {
        case 'passed-over':
          return answerPress(arrival.press);
        case 'address':
          return inTurn(arrival.externalId, () => deps.addressChanged(arrival.externalId, arrival.status));
        case 'inputs':
          await store(event, arrival.externalId);
          return answerPress(arrival.press);
      }
    },
    async settled() {
      await Promise.all(answering);
    },
  };
}
