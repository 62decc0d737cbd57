/** What the office owes for one contract, each by its day (domain.md, "duty" and "Time"). */
import { type ContractCalendar, calendarOf } from './contract-calendar.ts';
import type { ReportDates } from './contract-dates.ts';
import type { ContractTerm } from './contract-term.ts';
import { addDays, type Day, daysBetween, firstDay, type Month, monthOf } from './day.ts';
import type { Law } from './law.ts';
import type { Window } from './outcome.ts';

/** Kinds of duties, in the order of time. */
export type DutyKind = 'conclusion' | 'report' | 'register' | 'monitoring' | 'income-window' | 'decision';

/** One thing the office owes by a day. */
export interface Duty extends Window {
  /** Names the duty among those of one calendar: `conclusion`, `report`, `register`, `monitoring:3`, `income-window:4-6`, `decision`. */
  readonly id: string;
  /**
   * `id` with the end it counts from, `monitoring:3@2026-08-31`: stable while the end stands, another after an extension or
   * a stop, because the record of another month is another record and each end has its own conclusion. Keep what is done by it.
   */
  readonly key: string;
  readonly kind: DutyKind;
  /** Of a record 1–12; of an income window its last month: 6, 9 or 12. */
  readonly number?: number;
  /** The month of a record; absent with anniversary periods. */
  readonly month?: Month;
  /** Only of the register: the last working day before `dueOn`, to which specialists are reminded. */
  readonly remindBy?: Day;
  /** The commission has not decided on an extension yet: the days may move. The conclusion keeps its days, so it has no mark. */
  readonly pending?: 'extension-pending';
}

/** How a duty stands on a day. `due-soon` is from a week before the day it is reminded to. */
export type DutyStatus = 'not-open' | 'open' | 'due-soon' | 'due-today' | 'overdue' | 'done';

const SOON_DAYS = 7;

/** All duties of a contract whose term was checked (throws on a faulty one), by opening day, then due day. */
export function officeDuties(law: Law, contract: ContractTerm): Duty[] {
  const calendar = calendarOf(law, contract);
  const duties = datedDuties(calendar).map((duty): Duty => {
    const keyed = { ...duty, key: `${duty.id}@${calendar.endsOn}` };
    const moves = contract.extensionPending === true && duty.kind !== 'conclusion';
    return moves ? { ...keyed, pending: 'extension-pending' } : keyed;
  });
  return duties.sort((left, right) => daysBetween(right.opensOn, left.opensOn) || daysBetween(right.dueOn, left.dueOn));
}

/** The day by which specialists are reminded to have it done: `remindBy` of the register, else the due day. */
export function reminderDay(duty: Pick<Duty, 'dueOn' | 'remindBy'>): Day {
  return duty.remindBy ?? duty.dueOn;
}

/** How the duty stands on `today`, the day in the office's zone. `due-today` is also the register's day of reminding. */
export function dutyStatus(duty: Pick<Duty, 'opensOn' | 'dueOn' | 'remindBy'>, done: boolean, today: Day): DutyStatus {
  if (done) return 'done';
  if (today > duty.dueOn) return 'overdue';
  if (today < duty.opensOn) return 'not-open';
  const reminded = reminderDay(duty);
  if (today === duty.dueOn || today === reminded) return 'due-today';
  return today >= addDays(reminded, -SOON_DAYS) ? 'due-soon' : 'open';
}

type DatedDuty = Omit<Duty, 'key' | 'pending'>;

function datedDuties({ conclusion, report, monitoring, incomeWindows, decision }: ContractCalendar): DatedDuty[] {
  const duties: DatedDuty[] = [];
  if (conclusion !== null) duties.push({ id: 'conclusion', kind: 'conclusion', ...conclusion });
  if (report !== null) {
    duties.push({ id: 'report', kind: 'report', opensOn: report.opensOn, dueOn: report.dueOn }, registerDuty(report));
  }
  for (const record of monitoring) duties.push({ id: `monitoring:${record.number}`, kind: 'monitoring', ...record });
  for (const { numbers, opensOn, dueOn } of incomeWindows) {
    const [first, , last] = numbers;
    duties.push({ id: `income-window:${first}-${last}`, kind: 'income-window', number: last, opensOn, dueOn });
  }
  if (decision !== null) duties.push({ id: 'decision', kind: 'decision', ...decision });
  return duties;
}

/** Opens on the 1st of M+6, or with the report where the reminder comes before that month (`register-before-window-ends`). */
function registerDuty({ opensOn, toDepartmentBy, remindBy }: ReportDates): DatedDuty {
  const ownMonth = firstDay(monthOf(toDepartmentBy));
  const opens = remindBy < ownMonth ? opensOn : ownMonth;
  return { id: 'register', kind: 'register', opensOn: opens, dueOn: toDepartmentBy, remindBy };
}
