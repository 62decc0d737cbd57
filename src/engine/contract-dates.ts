/** The days that follow from the end of a contract, one function for each row of domain.md, "Time". E is the real end, M its month. */
import { addDays, addMonths, addMonthsToDay, type Day, dayIn, firstDay, lastDay, type Month, monthOf } from './day.ts';
import type { EndReason } from './contract-end.ts';
import type { Policy, WorkCalendar } from './law.ts';
import type { Window } from './outcome.ts';
import { lastWorkingDayBefore } from './working-days.ts';

/** Stage 2: the report, the three months whose income it shows, and its way to the department. */
export interface ReportDates extends Window {
  readonly incomeMonths: readonly [Month, Month, Month];
  /** The register must be there before this day. */
  readonly toDepartmentBy: Day;
  /** The last working day before it. */
  readonly remindBy: Day;
}

/** One of the twelve records of stage 3. `month` is absent when records follow anniversary periods. */
export interface MonitoringRecord extends Window {
  /** 1–12. */
  readonly number: number;
  readonly month?: Month;
}

/** Three months of stage 3 whose income is shown together. */
export interface IncomeWindow extends Window {
  /** Numbers of the months after the end: 4–6, 7–9 or 10–12. */
  readonly numbers: readonly [number, number, number];
  readonly months: readonly [Month, Month, Month];
}

/** The days of a contract, without remarks on how they were found. */
export interface ContractDays {
  readonly startsOn: Day;
  /** The real end: stopped, else extended, else agreed. */
  readonly endsOn: Day;
  readonly endReason: EndReason;
  /** Null where a stop under point 49 came before its window. */
  readonly conclusion: Window | null;
  /** Null after a stop under point 49. */
  readonly report: ReportDates | null;
  /** Twelve, or none after a stop under point 49 where the region does not go on. */
  readonly monitoring: readonly MonitoringRecord[];
  /** Three, or none with `monitoring`. */
  readonly incomeWindows: readonly IncomeWindow[];
  /** Null where there is no monitoring. */
  readonly decision: Window | null;
  /** By the reading of the policy, counted from the term first agreed. */
  readonly latestExtensionEndsOn: Day;
}

const RECORDS = 12;
const FIRST_NUMBERS_OF_WINDOWS = [4, 7, 10] as const;

/**
 * Stage 1, the last month of the contract. Both days follow from E alone, so for a contract shorter than a month
 * the window opens before the contract starts.
 */
export function conclusionWindow(endsOn: Day, policy: Pick<Policy, 'lastMonth'>): Window {
  const calendarMonth = policy.lastMonth === 'calendar' || endsOn === lastDay(monthOf(endsOn));
  const opensOn = calendarMonth ? firstDay(monthOf(endsOn)) : addDays(addMonthsToDay(endsOn, -1), 1);
  return { opensOn, dueOn: endsOn };
}

/** Stage 2: the whole month M+5, income of M+1…M+3, to the department before the policy's day of M+6. */
export function reportDates(endsOn: Day, policy: Pick<Policy, 'departmentDay'>, calendar: WorkCalendar): ReportDates {
  const end = monthOf(endsOn);
  const toDepartmentBy = dayIn(addMonths(end, 6), policy.departmentDay);
  return {
    ...wholeMonth(addMonths(end, 5)),
    incomeMonths: threeMonths(addMonths(end, 1)),
    toDepartmentBy,
    // Where M+6 has no working day before it, this is the last working day of M+5.
    remindBy: lastWorkingDayBefore(calendar, toDepartmentBy),
  };
}

/** Stage 3: twelve records, by calendar months M+1…M+12 or by anniversary periods (E + n−1 months, E + n months]. */
export function monitoringRecords(endsOn: Day, policy: Pick<Policy, 'monitoringMonths'>): MonitoringRecord[] {
  return Array.from({ length: RECORDS }, (_, index) => {
    const number = index + 1;
    if (policy.monitoringMonths === 'anniversary') {
      return { number, opensOn: addDays(addMonthsToDay(endsOn, index), 1), dueOn: addMonthsToDay(endsOn, number) };
    }
    const month = addMonths(monthOf(endsOn), number);
    return { number, month, ...wholeMonth(month) };
  });
}

/** Stage 3: incomes of months M+4…M+6, M+7…M+9, M+10…M+12, each due in the month after. */
export function incomeWindows(endsOn: Day): IncomeWindow[] {
  return FIRST_NUMBERS_OF_WINDOWS.map((first) => ({
    numbers: [first, first + 1, first + 2],
    months: threeMonths(addMonths(monthOf(endsOn), first)),
    ...wholeMonth(addMonths(monthOf(endsOn), first + 3)),
  }));
}

/** Stage 3: the decision, in the month M+13; the order gives no day (assumption `decision-day-not-given`). */
export function decisionWindow(endsOn: Day): Window {
  return wholeMonth(addMonths(monthOf(endsOn), RECORDS + 1));
}

function wholeMonth(month: Month): Window {
  return { opensOn: firstDay(month), dueOn: lastDay(month) };
}

function threeMonths(first: Month): readonly [Month, Month, Month] {
  return [first, addMonths(first, 1), addMonths(first, 2)];
}
