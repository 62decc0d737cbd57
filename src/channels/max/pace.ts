/** Keeps our calls under the platform's limit, so that no message pays for it with a refusal. */

/**
 * Calls of one process in the long run. The platform allows a bot 30 in any second (POST /uploads); what is left over is for bursts, and
 * because what leaves evenly may arrive together.
 */
export const CALLS_A_SECOND = 20;
/** Calls that may go at once after a pause: a message with its answer to a press. */
export const BURST = 4;

/** Asked before each call with the time in milliseconds on any steady clock: how many milliseconds that call must wait. */
export type Pace = (now: number) => number;

/** Calls go evenly, in the order they asked; after a pause the first few at once. No second holds more than `perSecond + burst`. */
export function createPace(perSecond: number = CALLS_A_SECOND, burst: number = BURST): Pace {
  const apart = 1000 / perSecond;
  /** When the next call would begin if all had gone evenly. */
  let even = Number.NEGATIVE_INFINITY;
  return (now) => {
    const begins = Math.max(now, even - (burst - 1) * apart);
    even = Math.max(even, now) + apart;
    return begins - now;
  };
}
