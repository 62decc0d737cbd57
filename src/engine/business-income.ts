/** Income from business of the three months of a report, both as total and as monthly average (order 693, form 2; domain.md, "Stage 2"). */
import type { Month } from './day.ts';
import { incomeOfKinds, MONTHS_COUNTED, TRACK_KINDS } from './income.ts';
import type { Track } from './law.ts';
import type { Member } from './member.ts';
import { compareMoney, type Money, share, sum } from './money.ts';
import type { Fault } from './outcome.ts';

/** Income from business in one month; two entries of a month add up. */
export interface BusinessEntry {
  readonly month: Month;
  readonly amount: Money;
}

/** What form 2 prints. */
export interface BusinessIncome {
  readonly total: Money;
  readonly monthlyAverage: Money;
}

/** Whether form 2 asks for business income: points "б" and "в" of the position, own business and household farm. */
export function asksBusinessIncome(track: Track): boolean {
  return track === 'business' || track === 'household-farm';
}

/** Each counted month that has no entry, as a fault of its own. */
export function businessFaults(entries: readonly BusinessEntry[], months: readonly Month[]): Fault[] {
  return months
    .filter((month) => !entries.some((entry) => entry.month === month))
    .map((month) => ({
      path: 'business',
      problem: `no business income for ${month}`,
      remedy: `add { "month": "${month}", "amount": "…" }; no income is "0.00"`,
    }));
}

/** Total and monthly average of the counted months; entries of other months are ignored. */
export function businessIncome(entries: readonly BusinessEntry[], months: readonly Month[]): BusinessIncome {
  const total = sum(entries.filter((entry) => months.includes(entry.month)).map((entry) => entry.amount));
  return { total, monthlyAverage: share(total, MONTHS_COUNTED) };
}

/** Months where the figure differs from the recipient's own income of the track's kinds, with both amounts. */
export function businessDifferences(
  entries: readonly BusinessEntry[],
  recipient: Member,
  track: Track,
  months: readonly Month[],
): { readonly month: Month; readonly business: Money; readonly own: Money }[] {
  return months
    .map((month) => ({
      month,
      business: sum(entries.filter((entry) => entry.month === month).map((entry) => entry.amount)),
      own: incomeOfKinds(recipient, TRACK_KINDS[track], month),
    }))
    .filter(({ business, own }) => compareMoney(business, own) !== 0);
}
