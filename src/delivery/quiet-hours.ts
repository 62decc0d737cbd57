/** Nobody is woken by the office: 21:00–9:00 in the person's zone only answers go out (issue 2, section 6). */
import type { MessageKind } from '../casework/ports.ts';

const QUIET_FROM = 21 * 60;
const QUIET_TO = 9 * 60;
const DAY = 24 * 60;

/** Minutes to wait before this message may go; 0: now. `minuteOfDay` is 0–1439 in the person's zone. */
export function quietMinutesLeft(kind: MessageKind, minuteOfDay: number): number {
  const quiet = minuteOfDay >= QUIET_FROM || minuteOfDay < QUIET_TO;
  return kind === 'answer' || !quiet ? 0 : (QUIET_TO - minuteOfDay + DAY) % DAY;
}
