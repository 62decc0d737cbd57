/** Keeps the calls of one community token under the platform's limit, so that error 6 stays the exception. */
import { pause } from '../../delivery/deadline.ts';

/** Waits for a turn; returns at once when `stop` fires. */
export type Pace = (stop: AbortSignal) => Promise<void>;

/** A little over a second: calls may overtake each other on the way, and the platform counts arrivals. */
const WINDOW_MILLISECONDS = 1100;

/** At most `calls` turns in any 1.1 seconds, given in the order they were asked for. */
export function createPace(calls: number): Pace {
  /** When each of the last `calls` turns is or was, oldest first, in milliseconds of `performance.now()`. */
  const turns: number[] = [];
  return async (stop) => {
    const now = performance.now();
    const oldest = turns.length < calls ? Number.NEGATIVE_INFINITY : (turns.shift() ?? now);
    const mine = Math.max(now, oldest + WINDOW_MILLISECONDS);
    turns.push(mine);
    if (mine > now) await pause((mine - now) / 1000, stop);
  };
}
