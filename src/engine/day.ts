/**
 * Calendar days and months without time or zone, as ISO text: `2026-11-22`, `2026-11`. Text order is calendar order,
 * so `<` and `===` are right. Valid from year 1900 to 2199, more than any contract needs.
 */
declare const dayBrand: unique symbol;
declare const monthBrand: unique symbol;

/** A calendar day, `YYYY-MM-DD`, that exists. */
export type Day = string & { readonly [dayBrand]: 'Day' };
/** A calendar month, `YYYY-MM`. */
export type Month = string & { readonly [monthBrand]: 'Month' };

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Reads `YYYY-MM-DD`; a wrong form or a day that does not exist (30 February) is `null`. */
export function parseDay(text: unknown): Day | null {
  if (typeof text !== 'string') return null;
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  return date >= 1 && date <= monthLength(year, month) ? (text as Day) : null;
}

/** Reads `YYYY-MM`; anything else is `null`. */
export function parseMonth(text: unknown): Month | null {
  return typeof text === 'string' && /^\d{4}-\d{2}$/.test(text) && parseDay(`${text}-01`) !== null
    ? (text as Month)
    : null;
}

/** The same for values we wrote ourselves; throws on a wrong one, because that is a bug. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`not a day: ${text}`);
  return parsed;
}

/** The same for months. */
export function month(text: string): Month {
  const parsed = parseMonth(text);
  if (parsed === null) throw new Error(`not a month: ${text}`);
  return parsed;
}

/** The month a day lies in. */
export function monthOf(date: Day): Month {
  return date.slice(0, 7) as Month;
}

/** The year of a day or month. */
export function yearOf(date: Day | Month): number {
  return Number(date.slice(0, 4));
}

/** The number of the day in its month, 1–31. */
export function dayOfMonth(date: Day): number {
  return Number(date.slice(8, 10));
}

/** First day of the month. */
export function firstDay(of: Month): Day {
  return `${of}-01` as Day;
}

/** Last day of the month. */
export function lastDay(of: Month): Day {
  return toDay(yearOf(of), Number(of.slice(5, 7)), monthLength(yearOf(of), Number(of.slice(5, 7))));
}

/** A day of the month by its number; past the end it is the last day (the 31st of February is the 28th or 29th). */
export function dayIn(of: Month, number: number): Day {
  const [year, index] = [yearOf(of), Number(of.slice(5, 7))];
  return toDay(year, index, Math.min(number, monthLength(year, index)));
}

/** The month `count` months later (or earlier, if negative). */
export function addMonths(to: Month, count: number): Month {
  const index = yearOf(to) * 12 + Number(to.slice(5, 7)) - 1 + count;
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}` as Month;
}

/** Keeps the day number, or takes the last day of a shorter month: 31 January + 1 is 28 or 29 February (domain.md, "Time"). */
export function addMonthsToDay(to: Day, count: number): Day {
  return dayIn(addMonths(monthOf(to), count), dayOfMonth(to));
}

/** The day `count` days later (or earlier, if negative). */
export function addDays(to: Day, count: number): Day {
  return fromNumber(dayNumber(to) + count);
}

/** Whole days from one day to the other; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the week by ISO: Monday 1 … Sunday 7. */
export function weekday(date: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // 1 March 2000 (number 730,425 below) was a Wednesday.
  return (((((dayNumber(date) - dayNumber('2000-03-01' as Day) + 2) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** Months from `first` to `last`, both included, ascending; empty if `last` is earlier. */
export function monthsFrom(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let at = first; at <= last; at = addMonths(at, 1)) months.push(at);
  return months;
}

/** The earlier of two days. */
export function earlier(left: Day, right: Day): Day {
  return left <= right ? left : right;
}

/** The later of two days. */
export function later(left: Day, right: Day): Day {
  return left >= right ? left : right;
}

function monthLength(year: number, index: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return index === 2 && leap ? 29 : (MONTH_LENGTHS[index - 1] ?? 0);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function toDay(year: number, index: number, date: number): Day {
  return `${pad(year, 4)}-${pad(index, 2)}-${pad(date, 2)}` as Day;
}

/** Days since 1 March of year 0 in the proleptic Gregorian calendar; a year starts in March, so the leap day is its last. */
function dayNumber(date: Day): number {
  const index = Number(date.slice(5, 7));
  const year = yearOf(date) - (index <= 2 ? 1 : 0);
  const fromMarch = (index + 9) % 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((fromMarch * 306 + 5) / 10) + dayOfMonth(date) - 1;
}

function fromNumber(number: number): Day {
  let year = Math.floor((number * 10_000 + 14_780) / 3_652_425);
  let ofYear = number - startOfYear(year);
  if (ofYear < 0) {
    year -= 1;
    ofYear = number - startOfYear(year);
  }
  const fromMarch = Math.floor((100 * ofYear + 52) / 3060);
  const date = ofYear - Math.floor((fromMarch * 306 + 5) / 10) + 1;
  const index = ((fromMarch + 2) % 12) + 1;
  return toDay(year + (index <= 2 ? 1 : 0), index, date);
}

function startOfYear(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}
