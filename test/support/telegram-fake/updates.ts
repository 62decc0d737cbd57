/** Updates that wait for the bot: one list in the order of their numbers, each in the queue the real server puts it in. */
import type { Update } from 'grammy/types';

export type UpdateKind = 'message' | 'edited_message' | 'callback_query' | 'my_chat_member';

export interface WaitingUpdate {
  readonly update: Update;
  readonly kind: UpdateKind;
  /** A queue delivers one at a time; messages of a chat and presses of a user are different queues. */
  readonly queue: string;
  /** How many times the webhook gets it: 2 for a duplicate. */
  times: number;
  /** Milliseconds of `Date.now()` before which it stays back. */
  readonly notBefore: number;
}

export interface UpdateList {
  add(make: (updateId: number) => Update, kind: UpdateKind, chatId: number): void;
  all(): readonly WaitingUpdate[];
  drop(item: WaitingUpdate): void;
  /** Forgets everything below this number: what `offset` means. */
  confirmBelow(updateId: number): void;
  clear(): void;
  /** Resolves when something is added, the time is over or the signal says so. */
  arrival(milliseconds: number, signal: AbortSignal): Promise<void>;
  onArrival(listen: () => void): void;
  duplicateNext(times: number): void;
  delayNext(milliseconds: number): void;
}

export function createUpdateList(firstId: number, allowed: () => readonly string[]): UpdateList {
  const waiting: WaitingUpdate[] = [];
  const listeners = new Set<() => void>();
  let nextId = firstId;
  let duplicates = 0;
  let delay = 0;
  return {
    add(make, kind, chatId) {
      const update = make(nextId);
      nextId += 1;
      // As the real server: the filter holds for what is created after it was set.
      if (allowed().length > 0 && !allowed().includes(kind)) return;
      const queue =
        kind === 'callback_query'
          ? `press ${chatId}`
          : kind === 'my_chat_member'
            ? `member ${chatId}`
            : `chat ${chatId}`;
      waiting.push({ update, kind, queue, times: duplicates > 0 ? 2 : 1, notBefore: Date.now() + delay });
      duplicates = Math.max(0, duplicates - 1);
      delay = 0;
      for (const listen of listeners) listen();
    },
    all: () => waiting,
    drop(item) {
      const at = waiting.indexOf(item);
      if (at !== -1) waiting.splice(at, 1);
    },
    confirmBelow(updateId) {
      for (const item of waiting.filter((one) => one.update.update_id < updateId)) this.drop(item);
    },
    clear: () => void waiting.splice(0),
    arrival: (milliseconds, signal) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          listeners.delete(end);
          signal.removeEventListener('abort', end);
          resolve();
        };
        const timer = setTimeout(end, milliseconds);
        listeners.add(end);
        signal.addEventListener('abort', end, { once: true });
      }),
    onArrival: (listen) => void listeners.add(listen),
    duplicateNext: (times) => {
      duplicates = times;
    },
    delayNext: (milliseconds) => {
      delay = milliseconds;
    },
  };
}
