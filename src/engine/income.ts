/** Income of the counted family over three months (domain.md, "Per-capita income"; regulation.md 2.1–2.3). */
import { addMonths, type Day, type Month, monthsFrom } from './day.ts';
import { inForce } from './in-force.ts';
import type { Law, Track } from './law.ts';
import { isAdult, type Member } from './member.ts';
import { compareShare, type Money, share, sum } from './money.ts';
import type { Assumption, Fault } from './outcome.ts';

/** Income of the whole family in one month, already only what counts. */
export interface HouseholdIncomeEntry {
  readonly month: Month;
  readonly amount: Money | 'not-sure';
}

/** Months in a period of income; the divisor of every monthly average of the law. */
export const MONTHS_COUNTED = 3;

/** Kinds that are income from the work a track is about; what a recipient's own income of a window is made of. None for hardship. */
export const TRACK_KINDS = {
  'job-search': ['wage'],
  training: ['wage'],
  business: ['business', 'self-employed'],
  'household-farm': ['farm', 'self-employed'],
  hardship: [],
} as const satisfies { readonly [track in Track]: readonly string[] };

/**
 * The three months counted for an application in month m: m−4, m−3, m−2, one month is skipped (regulation.md 2.1).
 * With m the fifth month after the end of a contract they are the three months that follow the month of the end.
 */
export function incomeMonths(application: Month): readonly Month[] {
  return monthsFrom(addMonths(application, -4), addMonths(application, -2));
}

/** Whether the kind counts by the list in force on the day. A kind without a rule on that day counts: all income does unless an act leaves it out. */
export function kindCounts(law: Law, kind: string, on: Day): boolean {
  const rule = law.incomeKinds.find((known) => known.kind === kind);
  return rule === undefined || inForce(rule.counted, on)?.value !== false;
}

/** What a family stated for the counted months. */
export interface StatedIncome {
  /** Exact sum of the counted amounts that are known. */
  readonly total: Money;
  /** Months without any entry, per member of 18 or over; `member` is null where the income is of the whole family. */
  readonly notStated: readonly { readonly member: string | null; readonly month: Month }[];
  /** Months answered "not sure". */
  readonly notSure: readonly { readonly member: string | null; readonly month: Month }[];
}

/** Adds up what the counted members stated, by the list of kinds in force on `on`. Income of other months is ignored. */
export function statedIncome(law: Law, counted: readonly Member[], months: readonly Month[], on: Day): StatedIncome {
  const amounts: Money[] = [];
  const notStated: { member: string; month: Month }[] = [];
  const notSure: { member: string; month: Month }[] = [];
  for (const member of counted) {
    for (const month of months) {
      const entries = (member.incomes ?? []).filter((entry) => entry.month === month);
      if (entries.length === 0 && isAdult(member, on)) notStated.push({ member: member.id, month });
      const counting = entries.filter((entry) => kindCounts(law, entry.kind, on));
      if (counting.some((entry) => entry.amount === 'not-sure')) notSure.push({ member: member.id, month });
      amounts.push(...counting.map((entry) => entry.amount).filter(isKnown));
    }
  }
  return { total: sum(amounts), notStated, notSure };
}

/** The same where the income of the whole family was stated at once. */
export function statedHouseholdIncome(
  entries: readonly HouseholdIncomeEntry[],
  months: readonly Month[],
): StatedIncome {
  const inMonths = entries.filter((entry) => months.includes(entry.month));
  const without = (found: (month: Month) => boolean) => months.filter(found).map((month) => ({ member: null, month }));
  return {
    total: sum(inMonths.map((entry) => entry.amount).filter(isKnown)),
    notStated: without((month) => !inMonths.some((entry) => entry.month === month)),
    notSure: without((month) => inMonths.some((entry) => entry.month === month && entry.amount === 'not-sure')),
  };
}

/** Income of one month of the counted members but the applicant, together: already only what counts. */
export interface OthersIncomeEntry {
  readonly month: Month;
  readonly amount: Money;
}

/**
 * The same where the applicant's income is stated by kind and that of the other counted members together, as recipients tell it month by
 * month. Without `others` every member speaks for themselves; with nobody else counted `others` is ignored.
 */
export function statedFamilyIncome(
  law: Law,
  counted: readonly Member[],
  others: readonly OthersIncomeEntry[] | undefined,
  months: readonly Month[],
  on: Day,
): StatedIncome {
  const applicants = counted.filter((member) => member.relation === 'applicant');
  if (others === undefined || applicants.length === counted.length) return statedIncome(law, counted, months, on);
  const own = statedIncome(law, applicants, months, on);
  const theirs = statedHouseholdIncome(others, months);
  return {
    total: sum([own.total, theirs.total]),
    notStated: [...own.notStated, ...theirs.notStated],
    notSure: [...own.notSure, ...theirs.notSure],
  };
}

/** Sum of the member's entries of these kinds in one month, counted by law or not. */
export function incomeOfKinds(member: Member, kinds: readonly string[], month: Month): Money {
  const entries = (member.incomes ?? []).filter((entry) => entry.month === month && kinds.includes(entry.kind));
  return sum(entries.map((entry) => entry.amount).filter(isKnown));
}

/** Total ÷ 3 ÷ members, rounded half up to kopecks, for showing. `members` from 1. */
export function perCapita(total: Money, members: number): Money {
  return share(total, MONTHS_COUNTED * members);
}

/** Exact order of total ÷ 3 ÷ members against the minimum, before any rounding. */
export function comparePerCapita(total: Money, members: number, minimum: Money): -1 | 0 | 1 {
  return compareShare(total, MONTHS_COUNTED * members, minimum);
}

/** Kinds that are not of the law's list, each named; also where their month is not counted. */
export function incomeKindFaults(law: Law, members: readonly Member[], path: string): Fault[] {
  return members.flatMap((member, at) =>
    (member.incomes ?? []).flatMap((entry, index) =>
      kindFault(law, entry.kind, `${path}[${at}].incomes[${index}].kind`),
    ),
  );
}

/** The fault of one kind of income, if the law does not know it. */
export function kindFault(law: Law, kind: string, path: string): Fault[] {
  if (law.incomeKinds.some((known) => known.kind === kind)) return [];
  const known = law.incomeKinds.map((rule) => rule.kind).join(', ');
  return [{ path, problem: `"${kind}" is not a kind of income`, remedy: `write one of: ${known}` }];
}

/** `income-kinds-changed` where the list in force differs between the day of the figure before and the day of the figure after. */
export function kindsChanged(law: Law, before: Day, after: Day): Assumption[] {
  const kinds = law.incomeKinds
    .map((rule) => rule.kind)
    .filter((kind) => kindCounts(law, kind, before) !== kindCounts(law, kind, after));
  return kinds.length === 0 ? [] : [{ code: 'income-kinds-changed', kinds, before, after }];
}

function isKnown(amount: Money | 'not-sure'): amount is Money {
  return amount !== 'not-sure';
}
