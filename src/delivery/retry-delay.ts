/** How long a message waits after each failed attempt, and when it is given up. */

/** Seconds after the 1st, 2nd … failed attempt: quick at first, because most faults pass; together a little over two days. */
const DELAYS = [5, 15, 60, 300, 900, 3600, 10_800, 21_600, 43_200, 86_400] as const;

/** Seconds to wait after `attempts` failed attempts (from 1); null: give up. */
export function retryDelay(attempts: number): number | null {
  return DELAYS[attempts - 1] ?? null;
}

/** A moment `seconds` after another, both ISO in UTC. */
export function after(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
