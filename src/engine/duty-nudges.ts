/** The days on which specialists are nudged about one duty (issue 2, section 6). */
import { addDays, type Day, daysBetween } from './day.ts';
import { type Duty, reminderDay } from './duties.ts';

/** One nudge. `overdue-1` comes on the first day after the due day, `overdue-2` seven days later, and so on while it is not done. */
export interface DutyNudge {
  readonly step: 'opened' | 'week-before' | 'three-days-before' | 'on-day' | `overdue-${number}`;
  readonly on: Day;
  /** The head is told too: of what is overdue. */
  readonly toHead: boolean;
}

/** What of a duty the nudges hang on. */
export type NudgedDuty = Pick<Duty, 'opensOn' | 'dueOn' | 'remindBy'>;

const OVERDUE_EVERY = 7;
const DAYS_SHOWN = 365;

/**
 * The nudges of a duty, strictly ascending, up to `until` (by default a year after the due day; they never end by themselves).
 * A step before the opening falls away; of two on one day the later step stays. The register is nudged towards `remindBy`
 * and is overdue only after `dueOn`.
 */
export function dutyNudges(duty: NudgedDuty, until: Day = addDays(duty.dueOn, DAYS_SHOWN)): DutyNudge[] {
  const nudges = nudgesInTime(duty).filter(({ on }) => on <= until);
  for (let count = 1; overdueDay(duty, count) <= until; count += 1) nudges.push(overdueNudge(duty, count));
  return nudges;
}

/** The first nudge strictly after the day, however long the duty is overdue; it is there for any day. */
export function nextNudge(duty: NudgedDuty, after: Day): DutyNudge {
  const inTime = nudgesInTime(duty).find(({ on }) => on > after);
  if (inTime !== undefined) return inTime;
  return overdueNudge(duty, Math.max(1, Math.floor((daysBetween(duty.dueOn, after) - 1) / OVERDUE_EVERY) + 2));
}

function nudgesInTime(duty: NudgedDuty): DutyNudge[] {
  const reminded = reminderDay(duty);
  const steps: DutyNudge[] = [
    { step: 'opened', on: duty.opensOn, toHead: false },
    { step: 'week-before', on: addDays(reminded, -7), toHead: false },
    { step: 'three-days-before', on: addDays(reminded, -3), toHead: false },
    { step: 'on-day', on: reminded, toHead: false },
  ];
  return steps.filter(({ on }, index) => on >= duty.opensOn && !steps.slice(index + 1).some((next) => next.on === on));
}

function overdueDay(duty: NudgedDuty, count: number): Day {
  return addDays(duty.dueOn, 1 + (count - 1) * OVERDUE_EVERY);
}

function overdueNudge(duty: NudgedDuty, count: number): DutyNudge {
  return { step: `overdue-${count}`, on: overdueDay(duty, count), toHead: true };
}
