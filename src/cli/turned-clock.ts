/** A clock that somebody turns: for the demo, for seeding it, and for tests. */
import type { Clock, Instant } from '../casework/ports.ts';
import { type Day, day } from '../engine/day.ts';

/** A clock that stands until it is turned. */
export interface TurnedClock extends Clock {
  /** Turns it to a moment. Throws where that lies before the moment it shows: time in the database only grows. */
  turnTo(instant: Instant): void;
}

const MINUTE = 60_000;

/** Shows `start` until it is turned. */
export function createTurnedClock(start: Instant): TurnedClock {
  let shown = start;
  return {
    now: () => shown,
    today: (timeZone) => dayOn(shown, timeZone),
    dayOf: dayOn,
    minuteOfDay: (timeZone) => minuteIn(shown, timeZone),
    turnTo(instant) {
      if (instant < shown) throw new Error(`a turned clock does not go back from ${shown} to ${instant}`);
      shown = instant;
    },
  };
}

/** The moment at which it is `time` (`HH:MM`) of the day in the zone. Where a clock is put forward over it, a moment beside it. */
export function instantAt(on: Day, time: string, timeZone: string): Instant {
  const wall = Date.parse(`${on}T${time}:00.000Z`);
  // Twice: near a change of the clocks the first guess may stand on its other side.
  const guess = wall - offsetAt(wall, timeZone);
  return new Date(wall - offsetAt(guess, timeZone)).toISOString();
}

/** A moment some minutes later. */
export function minutesAfter(instant: Instant, minutes: number): Instant {
  return new Date(Date.parse(instant) + minutes * MINUTE).toISOString();
}

/** Time of the day in the zone, `HH:MM`. */
export function timeIn(instant: Instant, timeZone: string): string {
  return wallClock(instant, timeZone).slice(11, 16);
}

function dayOn(instant: Instant, timeZone: string): Day {
  return day(wallClock(instant, timeZone).slice(0, 10));
}

function minuteIn(instant: Instant, timeZone: string): number {
  const [hours, minutes] = timeIn(instant, timeZone).split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** What clocks of the zone show, written as if it were UTC. */
function wallClock(instant: Instant, timeZone: string): string {
  const moment = Date.parse(instant);
  return new Date(moment + offsetAt(moment, timeZone)).toISOString();
}

/** How far the clocks of the zone are ahead of UTC at a moment, in milliseconds; whole minutes. */
function offsetAt(moment: number, timeZone: string): number {
  const name = formatOf(timeZone)
    .formatToParts(new Date(moment))
    .find(({ type }) => type === 'timeZoneName')?.value;
  const match = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name ?? '');
  if (!match) throw new Error(`no offset of ${timeZone}`);
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  return (match[1] === '-' ? -minutes : minutes) * MINUTE;
}

/** Making a format is slow, and a demo asks some ten thousand times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, made);
  return made;
}
