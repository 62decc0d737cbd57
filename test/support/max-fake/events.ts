/** Events that wait for the bot, in the order they happened. */

export interface WaitingEvent {
  readonly type: string;
  /** Whose: events of one person are delivered one after another while nothing goes wrong. */
  readonly person: string;
  /** JSON as it goes over the wire. */
  readonly json: string;
  /** How many times it is delivered: 2 for a duplicate. */
  times: number;
  /** Milliseconds of `Date.now()` before which it stays back. */
  readonly notBefore: number;
  /** Its number for long polling. */
  readonly number: number;
}

export interface EventList {
  add(event: Pick<WaitingEvent, 'type' | 'person' | 'json'>): void;
  all(): readonly WaitingEvent[];
  drop(event: WaitingEvent): void;
  onArrival(listen: () => void): void;
  /** The next so many events are delivered twice. */
  duplicateNext(times: number): void;
  delayNext(milliseconds: number): void;
}

/** `wanted`: the filter of the subscription; it holds for what happens after it was set. */
export function createEventList(wanted: (type: string) => boolean): EventList {
  const waiting: WaitingEvent[] = [];
  const listeners = new Set<() => void>();
  let duplicates = 0;
  let delay = 0;
  let number = 0;
  return {
    add(event) {
      if (!wanted(event.type)) return;
      number += 1;
      waiting.push({ ...event, times: duplicates > 0 ? 2 : 1, notBefore: Date.now() + delay, number });
      duplicates = Math.max(0, duplicates - 1);
      delay = 0;
      for (const listen of listeners) listen();
    },
    all: () => waiting,
    drop(event) {
      const at = waiting.indexOf(event);
      if (at !== -1) waiting.splice(at, 1);
    },
    onArrival: (listen) => void listeners.add(listen),
    duplicateNext: (times) => {
      duplicates = times;
    },
    delayNext: (milliseconds) => {
      delay = milliseconds;
    },
  };
}
