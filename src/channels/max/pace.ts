/** Keeps our calls under the platform's limit, so that no message pays for it with a refusal. */

/**
 * Calls of one process in any second. The platform allows a bot 30 (POST /uploads); some are left over because what leaves evenly may
 * arrive together.
 */
export const CALLS_A_SECOND = 25;

/** Asked before each call with the time in milliseconds on any steady clock: how many milliseconds that call must wait. */
export type Pace = (now: number) => number;

/** No second holds more than `perSecond` calls; short bursts go at once. */
export function createPace(perSecond: number = CALLS_A_SECOND): Pace {
  const begun: number[] = [];
  return (now) => {
    const before = begun.length < perSecond ? undefined : begun.shift();
    const begins = Math.max(now, before === undefined ? now : before + 1000);
    begun.push(begins);
    return begins - now;
  };
}
