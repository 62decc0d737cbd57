/** Who does what in the demo offices of `start`: the past of every case, and what was done this month. */
import { addDays, addMonths, type Day, dayIn, type Month, monthOf, monthsFrom } from '../../engine/day.ts';
import {
  enterIncome,
  eventsOf,
  lastDayBefore,
  makeRecords,
  type SeedCase,
  seedCase,
  type SeedEvent,
  submitRecord,
  surveyHome,
} from './seed-case.ts';
import { decisionCase, irkutskCase, lastMonthCase, recordCase, reportCase, returnedCase } from './seed-cases.ts';
import type { SeedOffice } from './seed-office.ts';

/** What is to be done, in this order. */
export interface SeedPlan {
  /** Before the month of today, in any order. */
  readonly past: readonly SeedEvent[];
  /** At this moment. */
  readonly now: readonly (() => Promise<void>)[];
}

/** Farther back, in months, than the first contract of the demo begins. */
export const MONTHS_BACK = 16;

/** Five cases of Bryansk. */
export function bryanskPlan(it: SeedOffice, today: Day): SeedPlan {
  const month = monthOf(today);
  const hands = (of: SeedCase) => ({ of, made: seedCase(it, of) });
  const [lastMonth, report, record, decision] = [lastMonthCase, reportCase, recordCase, decisionCase].map((make) =>
    hands(make(today)),
  );
  if (!lastMonth || !report || !record || !decision) throw new Error('a case of the demo is missing');
  const telling = async ({ made }: typeof report) => {
    await made.tell(month, ['fact']);
    await made.review(month, 'accept');
  };
  const eve = lastDayBefore(today);
  return {
    past: [
      ...returnedPast(it, today),
      ...[lastMonth, report, record, decision].flatMap(({ of, made }) => eventsOf(it, of, made, today)),
      ...recordEvents(it, monthOf(decision.of.endsOn), month),
      { on: eve, at: '12:00', run: () => surveyHome(it, report.made, eve) },
      { on: eve, at: '12:10', run: () => enterIncome(it, decision.of, decision.made, monthOf(eve)) },
    ],
    now: [() => telling(report), () => telling(record), () => submitRecord(it, record.made, today)],
  };
}

/** One case of Irkutsk: its first month is told, the second is asked for. */
export function irkutskPlan(it: SeedOffice, today: Day): SeedPlan {
  const of = irkutskCase(today);
  return { past: eventsOf(it, of, seedCase(it, of), today), now: [] };
}

/** The last month of the contract is sent back, the fact of the first record waits for a look. */
function returnedPast(it: SeedOffice, today: Day): SeedEvent[] {
  const of = returnedCase(today);
  const made = seedCase(it, of);
  const record = addMonths(monthOf(of.endsOn), 1);
  const before = eventsOf(it, of, made, addDays(of.endsOn, 1));
  return [
    ...before,
    { on: dayIn(record, 5), at: '10:00', run: () => made.tell(monthOf(of.endsOn), ['fact', 'income']) },
    { on: dayIn(record, 6), at: '09:40', run: () => made.review(monthOf(of.endsOn), 'return') },
    { on: dayIn(record, 25), at: '19:00', run: () => made.tell(record, ['fact']) },
  ];
}

/** The records of the whole office, month by month after the first end, up to the month before today's. */
function recordEvents(it: SeedOffice, firstEnd: Month, now: Month): SeedEvent[] {
  return monthsFrom(addMonths(firstEnd, 1), addMonths(now, -1)).map((month) => ({
    on: dayIn(month, 6),
    at: '12:00',
    run: () => makeRecords(it, month),
  }));
}
