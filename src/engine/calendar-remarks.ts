/** What the person who signs must know of a calendar: warnings about the term, and the readings that were chosen. */
import type { ContractDays } from './contract-dates.ts';
import type { CalendarInput } from './contract-end.ts';
import { addDays, addMonthsToDay, monthOf } from './day.ts';
import { latestExtension, wholeMonths } from './extension.ts';
import { inForce } from './in-force.ts';
import type { Law, Policy, TrackTerms } from './law.ts';
import type { Assumption, Reason } from './outcome.ts';
import { analogyAssumption, openReading } from './policy.ts';
import { yearsWithoutTransfers } from './working-days.ts';

/** Closed list of warnings: the extension lies between two readings, the register is reminded of early, the term is not one of the track. */
export type CalendarWarning = Reason<'extension-reading-differs' | 'register-before-window-ends' | 'term-not-allowed'>;

/** Warnings and assumptions of the days that were found. */
export function calendarRemarks(
  law: Law,
  input: CalendarInput,
  policy: Policy,
  days: ContractDays,
): { readonly warnings: CalendarWarning[]; readonly assumptions: Assumption[] } {
  const terms = inForce(law.tracks[input.track], input.startsOn)?.value ?? null;
  return {
    warnings: [...termWarnings(input, terms), ...extensionWarnings(input, policy), ...registerWarnings(days)],
    assumptions: [...generalAssumptions(law, days, terms), ...readings(policy, days)],
  };
}

/** The term first agreed against the track's limits in force on the day of the start; an extension has its own limit. */
function termWarnings({ track, startsOn, endsOn }: CalendarInput, terms: TrackTerms | null): CalendarWarning[] {
  const minMonths = terms?.minMonths ?? null;
  const maxMonths = terms?.maxMonths ?? null;
  const dayAfterEnd = addDays(endsOn, 1);
  const short = minMonths !== null && dayAfterEnd < addMonthsToDay(startsOn, minMonths);
  const long = maxMonths !== null && dayAfterEnd > addMonthsToDay(startsOn, maxMonths);
  if (!short && !long) return [];
  return [{ code: 'term-not-allowed', track, wholeMonths: wholeMonths(startsOn, endsOn), minMonths, maxMonths }];
}

function extensionWarnings({ startsOn, endsOn, extendedTo }: CalendarInput, policy: Policy): CalendarWarning[] {
  if (extendedTo === undefined) return [];
  const { days, months } = latestExtension(startsOn, endsOn, policy);
  const allowedByBoth = extendedTo <= days && extendedTo <= months;
  return allowedByBoth ? [] : [{ code: 'extension-reading-differs', extendedTo, days, months }];
}

function registerWarnings({ report }: ContractDays): CalendarWarning[] {
  if (report === null || monthOf(report.remindBy) === monthOf(report.toDepartmentBy)) return [];
  return [{ code: 'register-before-window-ends', remindBy: report.remindBy, windowEndsOn: report.dueOn }];
}

function generalAssumptions(law: Law, { report, decision }: ContractDays, terms: TrackTerms | null): Assumption[] {
  const found = analogyAssumption(law);
  if (terms === null) found.push({ code: 'term-limits-unknown' });
  if (decision !== null) found.push({ code: 'decision-day-not-given' });
  const years = report === null ? [] : yearsWithoutTransfers(law.workCalendar, report.remindBy, report.toDepartmentBy);
  if (years.length > 0) found.push({ code: 'transfers-unknown', years });
  return found;
}

/** One for each open reading that these days used. */
function readings(policy: Policy, days: ContractDays): Assumption[] {
  const found = [openReading('extension-reading', 'extension', policy)];
  if (days.conclusion !== null) found.push(openReading('last-month-reading', 'lastMonth', policy));
  if (days.report !== null) found.push(openReading('department-day', 'departmentDay', policy));
  if (days.decision !== null) found.push(openReading('monitoring-months-reading', 'monitoringMonths', policy));
  if (days.endReason === 'stopped-under-point-49') {
    found.push(openReading('monitor-after-stop-reading', 'monitorAfterStop', policy));
  }
  return found;
}
