/** The clock of the machine, seen from any time zone. */
import type { Clock, Instant } from '../casework/ports.ts';
import { type Day, day } from '../engine/day.ts';

/** The `Clock` of the running program. Throws a RangeError on a zone that does not exist. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: (timeZone) => dayIn(new Date(), timeZone),
  dayOf: (instant: Instant, timeZone) => dayIn(new Date(instant), timeZone),
  minuteOfDay: (timeZone) => minuteIn(new Date(), timeZone),
};

function dayIn(moment: Date, timeZone: string): Day {
  const { year, month, day: date } = partsIn(moment, timeZone);
  return day(`${year}-${month}-${date}`);
}

function minuteIn(moment: Date, timeZone: string): number {
  const { hour, minute } = partsIn(moment, timeZone);
  return Number(hour) * 60 + Number(minute);
}

function partsIn(moment: Date, timeZone: string): Record<string, string> {
  const written = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return Object.fromEntries(written.formatToParts(moment).map((part) => [part.type, part.value]));
}
