/** Takes one update: stores what a person did, tells of an address that opened or closed, lets a pressed button come to rest. */
import type { Update } from 'grammy/types';
import type { Instant, Received } from '../../casework/ports.ts';
import type { TelegramApi } from './telegram-api.ts';
import { translateUpdate } from './translate-in.ts';

/** Where updates go; both may reject, and then the platform must bring the update again. */
export interface TakeUpdateDeps {
  /** Stores it; false for a duplicate. Throws where it could not be stored: then the platform must bring it again. */
  readonly receive: (received: Received) => Promise<boolean>;
  /** The person blocked the bot, or came back. */
  readonly addressChanged: (externalId: string, status: 'active' | 'blocked') => Promise<void>;
  readonly now: () => Instant;
}

/** Takes updates one by one, whichever way they came. */
export interface UpdateTaker {
  /** Rejects where it could not be stored. Updates of one person are stored in the order of these calls. */
  take(update: Update): Promise<void>;
  /** Waits until the presses taken so far are answered. */
  settled(): Promise<void>;
}

const CALL_SECONDS = 10;

/** A taker; polling and webhook share it. */
export function createUpdateTaker(api: TelegramApi, deps: TakeUpdateDeps): UpdateTaker {
  /** The last thing each person did that is still being stored: presses and messages come over separate connections. */
  const lasts = new Map<string, Promise<void>>();
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
  /** The button spins until answered and the platform allows 150 s; nobody waits for it, and a late one is no loss. */
  const answerPress = (pressId: string | null) => {
    if (pressId === null) return;
    const answer = api.call(CALL_SECONDS, (raw, signal) =>
      raw.answerCallbackQuery({ callback_query_id: pressId }, signal),
    );
    answering.add(answer);
    void answer.finally(() => answering.delete(answer));
  };
  return {
    async take(update) {
      const arrival = translateUpdate(update);
      switch (arrival.kind) {
        case 'passed-over':
          return answerPress(arrival.pressId);
        case 'address':
          return inTurn(arrival.externalId, () => deps.addressChanged(arrival.externalId, arrival.status));
        case 'input': {
          const { eventKey, externalId, input } = arrival;
          const at = deps.now();
          await inTurn(externalId, async () => {
            await deps.receive({ channel: 'telegram', eventKey, externalId, input, at });
          });
          return answerPress(arrival.pressId);
        }
      }
    },
    async settled() {
      await Promise.all(answering);
    },
  };
}
