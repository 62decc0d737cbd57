/**
 * Working days: not Saturday or Sunday, not a holiday of the labour code; a holiday on a weekend, January apart, makes
 * the next working day free; the government's yearly transfers stand above both (domain.md, "Working days").
 */
import { addDays, type Day, weekday, yearOf } from './day.ts';
import type { WorkCalendar } from './law.ts';

const SATURDAY = 6;
const JANUARY = '01';

/** Whether the day is worked. A year without transfers is reckoned by the labour code alone: see `yearsWithoutTransfers`. */
export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  const transfers = calendar.transfers.find((row) => row.year === yearOf(day));
  if (transfers?.worked.includes(day)) return true;
  if (transfers?.free.includes(day)) return false;
  return isPlainWeekday(calendar, day) && !replacesHoliday(calendar, day);
}

/** The day `count` working days later, or earlier if negative; the first day is not counted, so 0 gives it back as it is. */
export function addWorkingDays(calendar: WorkCalendar, from: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    do day = addDays(day, step);
    while (!isWorkingDay(calendar, day));
  }
  return day;
}

/** The last working day strictly before the day. */
export function lastWorkingDayBefore(calendar: WorkCalendar, day: Day): Day {
  return addWorkingDays(calendar, day, -1);
}

/** Years touched by the stretch `from`…`to` (both included) whose transfers are not in the law, ascending: each is an assumption. */
export function yearsWithoutTransfers(calendar: WorkCalendar, from: Day, to: Day): number[] {
  const years: number[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    if (!calendar.transfers.some((row) => row.year === year)) years.push(year);
  }
  return years;
}

function isHoliday(calendar: WorkCalendar, day: Day): boolean {
  return calendar.holidays.value?.includes(day.slice(5)) ?? false;
}

function isPlainWeekday(calendar: WorkCalendar, day: Day): boolean {
  return weekday(day) < SATURDAY && !isHoliday(calendar, day);
}

/** Whether the weekday is free instead of a holiday that fell on the weekend just before it. No two such holidays touch each other. */
function replacesHoliday(calendar: WorkCalendar, day: Day): boolean {
  for (let back = addDays(day, -1); !isPlainWeekday(calendar, back); back = addDays(back, -1)) {
    if (isHoliday(calendar, back) && weekday(back) >= SATURDAY && back.slice(5, 7) !== JANUARY) return true;
  }
  return false;
}
