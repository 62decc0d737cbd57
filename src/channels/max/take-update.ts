/** Takes one update: stores what a person did, tells of an address that closed, lets a pressed button come to rest. */
import type { Instant, Received } from '../../casework/ports.ts';
import type { FileAddresses } from './file-addresses.ts';
import type { MaxApi } from './max-api.ts';
import { type Arrival, translateUpdate } from './translate-in.ts';
import type { MaxUpdate } from './update-shape.ts';

/** Where updates go; both may reject, and then the platform must bring the update again. */
export interface TakeUpdateDeps {
  /** Stores it; false for a duplicate. Throws where it could not be stored. */
  readonly receive: (received: Received) => Promise<boolean>;
  /** The person stopped the bot or deleted the dialog. Coming back is a start or a message, which opens the address by itself. */
  readonly addressChanged: (externalId: string, status: 'active' | 'blocked') => Promise<void>;
  readonly now: () => Instant;
}

/** Takes updates one by one, whichever way they came. */
export interface UpdateTaker {
  /** Rejects where it could not be stored. Updates of one person are stored in the order of these calls. */
  take(update: MaxUpdate): Promise<void>;
  /** Waits until the presses taken so far are answered. */
  settled(): Promise<void>;
}

/** People whose last deed is remembered, to know an old farewell from a new one. */
const REMEMBERED = 2000;

/** A taker; polling and webhook share it. `token` proves contacts. */
export function createUpdateTaker(
  api: MaxApi,
  deps: TakeUpdateDeps,
  { token, addresses }: { readonly token: string; readonly addresses: FileAddresses },
): UpdateTaker {
  /** The last thing each person did that is still being stored: the platform promises no order, and requests run beside each other. */
  const lasts = new Map<string, Promise<void>>();
  const answering = new Set<Promise<unknown>>();
  const newest = createNewest();

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
  /** The button shows that it works until it is answered; nobody waits for it, and an answer that fails is no loss. */
  const answerPress = (pressId: string | null) => {
    if (pressId === null) return;
    const answer = api.call({ method: 'POST', path: '/answers', query: { callback_id: pressId }, body: {} });
    answering.add(answer);
    void answer.finally(() => answering.delete(answer));
  };
  const store = async ({ externalId, events }: Extract<Arrival, { kind: 'events' }>, at: Instant) => {
    for (const { eventKey, input, url } of events) {
      if (input.kind === 'remote-file' && url !== null) addresses.remember(input.ref, url);
      await deps.receive({ channel: 'max', eventKey, externalId, input, at });
    }
  };
  return {
    async take(update) {
      const arrival = translateUpdate(update, token);
      switch (arrival.kind) {
        case 'passed-over':
          return answerPress(arrival.pressId);
        case 'left':
          return inTurn(arrival.externalId, async () => {
            // Tried again for hours where we did not answer: who has written since is here.
            if (newest.isOld(arrival.externalId, arrival.at)) return;
            await deps.addressChanged(arrival.externalId, 'blocked');
          });
        case 'events': {
          const at = deps.now();
          await inTurn(arrival.externalId, () => store(arrival, at));
          newest.saw(arrival.externalId, arrival.at);
          return answerPress(arrival.pressId);
        }
      }
    },
    async settled() {
      await Promise.all(answering);
    },
  };
}

/** When each person was last seen doing something, by the platform's clock. */
function createNewest(): { saw(id: string, at: number): void; isOld(id: string, at: number): boolean } {
  const times = new Map<string, number>();
  return {
    saw(id, at) {
      const latest = Math.max(at, times.get(id) ?? 0);
      times.delete(id);
      times.set(id, latest);
      const oldest = times.keys().next();
      if (times.size > REMEMBERED && oldest.done !== true) times.delete(oldest.value);
    },
    isOld: (id, at) => at < (times.get(id) ?? 0),
  };
}
