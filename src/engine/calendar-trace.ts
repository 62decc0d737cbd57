/** The steps by which the days of a contract were found, for a person to follow. */
import type { ContractDays } from './contract-dates.ts';
import type { CalendarInput } from './contract-end.ts';
import { addDays, daysBetween, monthOf } from './day.ts';
import { latestExtension, wholeMonths } from './extension.ts';
import { basisOf } from './in-force.ts';
import type { Law, Policy } from './law.ts';
import type { TraceStep } from './outcome.ts';

/** One step for each stage that exists, in the order of time. */
export function calendarTrace(law: Law, input: CalendarInput, policy: Policy, days: ContractDays): TraceStep[] {
  const endsOn = days.endsOn;
  const monthOfEnd = monthOf(endsOn);
  const steps: TraceStep[] = [extensionStep(law, input, policy), endStep(law, input, days)];
  const add = (step: string, rule: string, given: TraceStep['in'], out: unknown): void => {
    steps.push({ step, in: given, out, basis: basisOf(law, rule) });
  };
  if (days.conclusion) add('conclusion', 'conclusion', { endsOn, lastMonth: policy.lastMonth }, days.conclusion);
  if (days.report) {
    const { toDepartmentBy, remindBy, ...window } = days.report;
    add('report', 'report', { monthOfEnd }, window);
    add('register', 'department-register', { monthOfEnd, departmentDay: policy.departmentDay }, toDepartmentBy);
    add('reminder-of-register', 'work-calendar', { toDepartmentBy }, remindBy);
  }
  const [first, last] = [days.monitoring[0], days.monitoring.at(-1)];
  if (first && last) {
    const given = { endsOn, monitoringMonths: policy.monitoringMonths };
    const out = { records: days.monitoring.length, opensOn: first.opensOn, dueOn: last.dueOn };
    add('monitoring', 'monitoring', given, out);
    add(
      'income-windows',
      'income-windows',
      { monthOfEnd },
      days.incomeWindows.map((window) => window.months),
    );
  }
  if (days.decision) add('decision', 'decision', { monthOfEnd }, days.decision);
  return steps;
}

function extensionStep(law: Law, { startsOn, endsOn }: CalendarInput, policy: Policy): TraceStep {
  return {
    step: 'latest-extension',
    in: {
      startsOn,
      endsOn,
      days: daysBetween(startsOn, addDays(endsOn, 1)),
      wholeMonths: wholeMonths(startsOn, endsOn),
      extension: policy.extension,
    },
    out: latestExtension(startsOn, endsOn, policy),
    basis: basisOf(law, 'extension'),
  };
}

function endStep(law: Law, input: CalendarInput, days: ContractDays): TraceStep {
  const rule =
    days.endReason === 'stopped-under-point-49' ? 'stop' : days.endReason === 'extended' ? 'extension' : 'monitoring';
  return {
    step: 'real-end',
    in: { endsOn: input.endsOn, extendedTo: input.extendedTo ?? null, stoppedOn: input.stoppedOn ?? null },
    out: days.endsOn,
    basis: basisOf(law, rule),
  };
}
