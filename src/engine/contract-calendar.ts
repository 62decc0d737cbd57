/** All days of one contract from its start to the decision: `calendar` of design/interfaces.md, rules of domain.md, "Time". */
import { calendarRemarks, type CalendarWarning } from './calendar-remarks.ts';
import { calendarTrace } from './calendar-trace.ts';
import {
  type ContractDays,
  conclusionWindow,
  decisionWindow,
  incomeWindows,
  monitoringRecords,
  reportDates,
} from './contract-dates.ts';
import { type CalendarInput, contractEnd, termFaults } from './contract-end.ts';
import type { Day } from './day.ts';
import { latestExtension } from './extension.ts';
import type { Law, Policy } from './law.ts';
import { accept, type Assumption, type Outcome, type Reason, refuse, type TraceStep, type Window } from './outcome.ts';
import { placeFaults } from './place.ts';
import { effectivePolicy } from './policy.ts';

export type { CalendarInput } from './contract-end.ts';

/** The answer of `calendar`. */
export interface ContractCalendar extends ContractDays {
  readonly warnings: readonly CalendarWarning[];
  readonly reasons: readonly Reason<CalendarReasonCode>[];
  readonly assumptions: readonly Assumption[];
  readonly trace: readonly TraceStep[];
}

/** Why the days count from where they count, and why a stage is missing. */
export type CalendarReasonCode =
  | 'counts-from-agreed-end'
  | 'counts-from-extended-end'
  | 'counts-from-stop'
  | 'no-conclusion-after-point-49'
  | 'no-report-after-point-49'
  | 'no-monitoring-after-point-49';

/** The calendar, or every fault of the term at once. Whether a warning matters is for the person who signs. */
export function contractCalendar(law: Law, input: CalendarInput): Outcome<ContractCalendar> {
  const policy = effectivePolicy(law, input.policy);
  const faults = [...placeFaults(law, input), ...termFaults(input, policy)];
  if (faults.length > 0) return refuse(faults);
  const days = contractDays(law, input, policy);
  return accept({
    ...days,
    ...calendarRemarks(law, input, policy, days),
    reasons: reasonsOf(days),
    trace: calendarTrace(law, input, policy, days),
  });
}

/** The same for a contract that was checked when it was stored. Throws on a fault, because that is a bug. */
export function calendarOf(law: Law, input: CalendarInput): ContractCalendar {
  const outcome = contractCalendar(law, input);
  if (outcome.ok) return outcome.value;
  throw new Error(
    `a stored contract has an impossible term: ${outcome.faults.map((fault) => fault.problem).join('; ')}`,
  );
}

function contractDays(law: Law, input: CalendarInput, policy: Policy): ContractDays {
  const { on: endsOn, reason } = contractEnd(input);
  const point49 = reason === 'stopped-under-point-49';
  const monitored = !point49 || policy.monitorAfterStop;
  return {
    startsOn: input.startsOn,
    endsOn,
    endReason: reason,
    conclusion: point49 ? conclusionBeforeStop(input, endsOn, policy) : conclusionWindow(endsOn, policy),
    report: point49 ? null : reportDates(endsOn, policy, law.workCalendar),
    monitoring: monitored ? monitoringRecords(endsOn, policy) : [],
    incomeWindows: monitored ? incomeWindows(endsOn) : [],
    decision: monitored ? decisionWindow(endsOn) : null,
    latestExtensionEndsOn: latestExtension(input.startsOn, input.endsOn, policy).chosen,
  };
}

/** Under point 49 the conclusion stays, due on the stop, if the stop came inside the window of the end agreed before it. */
function conclusionBeforeStop(input: CalendarInput, stoppedOn: Day, policy: Policy): Window | null {
  const { opensOn } = conclusionWindow(input.extendedTo ?? input.endsOn, policy);
  return opensOn <= stoppedOn ? { opensOn, dueOn: stoppedOn } : null;
}

function reasonsOf(days: ContractDays): Reason<CalendarReasonCode>[] {
  const on = days.endsOn;
  if (days.endReason === 'agreed') return [{ code: 'counts-from-agreed-end', on }];
  if (days.endReason === 'extended') return [{ code: 'counts-from-extended-end', on }];
  const reasons: Reason<CalendarReasonCode>[] = [{ code: 'counts-from-stop', on }];
  if (days.conclusion === null) reasons.push({ code: 'no-conclusion-after-point-49' });
  if (days.report === null) reasons.push({ code: 'no-report-after-point-49' });
  if (days.decision === null) reasons.push({ code: 'no-monitoring-after-point-49' });
  return reasons;
}
