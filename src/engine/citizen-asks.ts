/** When the recipient is asked for what: domain.md, "When the citizen is asked". Every day is a request, not an obligation. */
import { type ContractCalendar, calendarOf } from './contract-calendar.ts';
import type { IncomeWindow, ReportDates } from './contract-dates.ts';
import type { CalendarInput } from './contract-end.ts';
import { addMonths, type Day, dayIn, firstDay, lastDay, type Month, monthOf, monthsFrom } from './day.ts';
import { inForce } from './in-force.ts';
import type { Law, SubmissionItem } from './law.ts';
import type { Assumption } from './outcome.ts';
import { addWorkingDays, yearsWithoutTransfers } from './working-days.ts';

/** One thing asked of the recipient about one month. */
export interface CitizenAsk {
  /** Stable within the contract and the same after an extension: `fact:2026-09`, `income:2026-09`. */
  readonly id: string;
  readonly item: SubmissionItem;
  /** The month asked about. */
  readonly month: Month;
  /** Not asked before this day. */
  readonly askFrom: Day;
  /** "By this day please": `askFrom` ≤ it ≤ `dueOn`. */
  readonly citizenDay: Day;
  /** The day the office needs it by: of the record, the report, the income window; in the contract the last day of the next month. */
  readonly dueOn: Day;
  /** `contract`: a month up to that of the end; `after`: a later one, when the duty is the office's alone. */
  readonly stage: 'contract' | 'after';
  /** Months after the month of the end, 1–12; only in stage `after`. For a fact it is the number of the record. */
  readonly recordNumber?: number;
  /** The income of the whole counted household is asked too: a per-capita figure is made of this month. */
  readonly householdIncome: boolean;
  /** What needs it; a key of `law.bases`, but for `contract-terms`, which is the programme of the region. */
  readonly basis: 'contract-terms' | 'monitoring' | 'report' | 'income-windows';
}

/** All that is asked during and after one contract, by the day it is asked from, and the readings behind it. */
export interface CitizenAsks {
  readonly asks: readonly CitizenAsk[];
  /** `contract-months-by-default`: months of the contract are asked by our default; `transfers-unknown`: as in the calendar. */
  readonly assumptions: readonly Assumption[];
}

const CITIZEN_DATE = 20;
const WORKING_DAYS_BEFORE_RECORD = 5;
/** Where the region's programme does not say (domain.md). */
const ASKED_BY_DEFAULT: readonly SubmissionItem[] = ['fact', 'income'];

/** The asks of a contract whose term was checked (throws on a faulty one). None after a stop under point 49 unless the region monitors on. */
export function citizenAsks(law: Law, contract: CalendarInput): CitizenAsks {
  const calendar = calendarOf(law, contract);
  const during = contractAsks(law, contract, calendar);
  const facts = factAsks(law, calendar);
  const asks = [...during, ...facts, ...incomeAsks(calendar)];
  return { asks: asks.sort(byDay), assumptions: [...defaultAssumption(during), ...transferAssumption(law, facts)] };
}

/** Fact and income of each month of the contract, as its track asks monthly, from the 1st of the next month. */
function contractAsks(law: Law, contract: CalendarInput, calendar: ContractCalendar): CitizenAsk[] {
  const terms = inForce(law.tracks[contract.track], contract.startsOn)?.value;
  const items = terms?.askedMonthly ?? ASKED_BY_DEFAULT;
  const asks = monthsFrom(monthOf(contract.startsOn), monthOf(calendar.endsOn)).flatMap((month) =>
    items.map((item) => ({
      ...ask(item, month, 'contract', 'contract-terms'),
      ...nextMonth(month),
      dueOn: lastDay(addMonths(month, 1)),
    })),
  );
  // Nothing more is evaluated after a stop under point 49, so nobody is asked once it has come.
  return calendar.decision === null ? asks.filter((each) => each.askFrom <= calendar.endsOn) : asks;
}

/** The fact of each record, from the first day of its period, five working days before the record is due. */
function factAsks(law: Law, calendar: ContractCalendar): CitizenAsk[] {
  return calendar.monitoring.map(({ number, opensOn, dueOn }) => ({
    ...ask('fact', addMonths(monthOf(calendar.endsOn), number), 'after', 'monitoring'),
    askFrom: opensOn,
    citizenDay: addWorkingDays(law.workCalendar, dueOn, -WORKING_DAYS_BEFORE_RECORD),
    dueOn,
    recordNumber: number,
  }));
}

/** Income of the months the report and the windows are made of, from the 1st of the next month, by the 20th. */
function incomeAsks({ endsOn, report, incomeWindows }: ContractCalendar): CitizenAsk[] {
  const needs: {
    readonly of: ReportDates | IncomeWindow;
    readonly months: readonly Month[];
    readonly basis: CitizenAsk['basis'];
  }[] = incomeWindows.map((window) => ({ of: window, months: window.months, basis: 'income-windows' }));
  if (report !== null) needs.unshift({ of: report, months: report.incomeMonths, basis: 'report' });
  return needs.flatMap(({ of, months, basis }) =>
    months.map((month) => ({
      ...ask('income', month, 'after', basis),
      ...nextMonth(month),
      dueOn: of.dueOn,
      recordNumber: monthsFrom(monthOf(endsOn), month).length - 1,
      householdIncome: true,
    })),
  );
}

function ask(item: SubmissionItem, month: Month, stage: CitizenAsk['stage'], basis: CitizenAsk['basis']) {
  return { id: `${item}:${month}`, item, month, stage, householdIncome: false, basis };
}

function nextMonth(month: Month): Pick<CitizenAsk, 'askFrom' | 'citizenDay'> {
  const next = addMonths(month, 1);
  return { askFrom: firstDay(next), citizenDay: dayIn(next, CITIZEN_DATE) };
}

function byDay(left: CitizenAsk, right: CitizenAsk): number {
  const [one, other] = [`${left.askFrom} ${left.month} ${left.item}`, `${right.askFrom} ${right.month} ${right.item}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

function defaultAssumption(during: readonly CitizenAsk[]): Assumption[] {
  return during.length === 0 ? [] : [{ code: 'contract-months-by-default', citizenDate: CITIZEN_DATE }];
}

function transferAssumption(law: Law, facts: readonly CitizenAsk[]): Assumption[] {
  const years = facts.flatMap((each) => yearsWithoutTransfers(law.workCalendar, each.citizenDay, each.dueOn));
  return years.length === 0 ? [] : [{ code: 'transfers-unknown', years: [...new Set(years)] }];
}
