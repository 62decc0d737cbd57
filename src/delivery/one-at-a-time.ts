/** Work that must not overlap itself. Calls that come while one runs share one more run after it: nothing is missed. */

/** The guarded work; `idle` waits until no run is under way or asked for. */
export type OneAtATime<T> = (() => Promise<T>) & { idle(): Promise<void> };

/** Guards `run`. A failed run rejects for those who asked for it and does not hold the next one. */
export function oneAtATime<T>(run: () => Promise<T>): OneAtATime<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | null = null;
  const call = () => {
    next ??= running.then(() => {
      next = null;
      const mine = run();
      running = mine.catch(() => undefined);
      return mine;
    });
    return next;
  };
  const idle = async () => {
    do await (next ?? running).catch(() => undefined);
    while (next !== null);
  };
  return Object.assign(call, { idle });
}
