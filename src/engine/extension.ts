/** The latest day to which a contract may be extended: half of the term first agreed, in both readings (domain.md, "Time"). */
import { addDays, addMonths, addMonthsToDay, type Day, daysBetween, monthOf } from './day.ts';
import type { Policy } from './law.ts';

/** Latest end of an extension by each reading, and the one the region's policy takes. All three are after the agreed end or on it. */
export interface LatestExtension {
  readonly days: Day;
  readonly months: Day;
  readonly chosen: Day;
}

/**
 * Half of the term `startsOn`…`endsOn` (first agreed, both days included) counted after `endsOn`; `startsOn` ≤ `endsOn`.
 * `days`: floor(days ÷ 2). `months`: with N whole months in the term, the day before (the day after the end plus floor(N ÷ 2) months).
 * Source: the limit of half the term, order 693 and the federal rules; the two readings, regulation.md 5.3, point 10.
 */
export function latestExtension(startsOn: Day, endsOn: Day, policy: Pick<Policy, 'extension'>): LatestExtension {
  const dayAfterEnd = addDays(endsOn, 1);
  const days = addDays(endsOn, Math.floor(daysBetween(startsOn, dayAfterEnd) / 2));
  const half = Math.floor(wholeMonths(startsOn, endsOn) / 2);
  const months = addDays(addMonthsToDay(dayAfterEnd, half), -1);
  return { days, months, chosen: policy.extension === 'days' ? days : months };
}

/** Whole months of a term, both days included, from 0: 1 January – 30 June is 6, one day less is 5. */
export function wholeMonths(startsOn: Day, endsOn: Day): number {
  const dayAfterEnd = addDays(endsOn, 1);
  let count = 0;
  for (let at = monthOf(startsOn); at < monthOf(dayAfterEnd); at = addMonths(at, 1)) count += 1;
  return addMonthsToDay(startsOn, count) <= dayAfterEnd ? count : count - 1;
}
