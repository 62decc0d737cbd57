import type { ContractDays } from './contract-dates.ts';
import type { Day } from './day.ts';

/** Where a contract stands on a day, in the order of time. */
export type Stage =
  | 'before-start'
  | 'running'
  /** The window of the conclusion. */
  | 'last-month'
  /** From the day after the end to the end of the fourth month: records and income are gathered. */
  | 'after-end'
  /** The fifth month. */
  | 'report-month'
  /** To the end of the twelfth month. */
  | 'monitoring'
  | 'decision'
  | 'closed';

/** The stage of a contract on `today`, whatever has been done; after a stop under point 49 only the stages that exist. */
export function stageOf(days: ContractDays, today: Day): Stage {
  const { startsOn, endsOn, conclusion, report, decision } = days;
  if (today < startsOn) return 'before-start';
  if (today <= endsOn) return conclusion !== null && today >= conclusion.opensOn ? 'last-month' : 'running';
  if (decision === null || today > decision.dueOn) return 'closed';
  if (today >= decision.opensOn) return 'decision';
  if (report === null || today > report.dueOn) return 'monitoring';
  return today < report.opensOn ? 'after-end' : 'report-month';
}
