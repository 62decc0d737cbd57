/** The contracts of the demo offices, counted from today: each stands where something can be tried at once. */
import type { HouseholdMemberDraft } from '../../dialogs/command.ts';
import { addMonths, type Day, day, firstDay, lastDay, monthOf } from '../../engine/day.ts';
import { roubles } from '../../engine/money.ts';
import type { SeedCase } from './seed-case.ts';

const CONTRACT_MONTHS = 3;

/** Numbers of the contracts whose recipients' seats are offered at the start. */
export const OFFERED = ['SK-0107', 'SK-0042'] as const;

/** Ended two months ago; its last month was sent back, and the fact of the first record waits for a look. */
export function returnedCase(today: Day): SeedCase {
  return {
    name: 'returned',
    number: OFFERED[0],
    track: 'job-search',
    ...endingIn(today, -2),
    household: [applicant('1990-05-12'), child('2015-09-03'), child('2019-02-20')],
    before: { perCapita: roubles('5722.22'), average: roubles('17166.67') },
    income: { kind: 'wage', amount: roubles('24000.00') },
    others: null,
  };
}

/** In its last month: the conclusion is due. */
export function lastMonthCase(today: Day): SeedCase {
  return {
    name: 'last-month',
    number: 'SK-0112',
    track: 'hardship',
    ...endingIn(today, 0),
    household: [applicant('1985-11-30'), child('2012-06-14')],
    before: { perCapita: roubles('8150.00'), average: roubles('16300.00') },
    income: { kind: 'other', amount: roubles('19800.00') },
    others: null,
  };
}

/** In the fifth month after the end: the report is due, all its figures are there. */
export function reportCase(today: Day): SeedCase {
  return {
    name: 'report',
    number: 'SK-0088',
    track: 'household-farm',
    ...endingIn(today, -5),
    household: [applicant('1979-03-08'), spouse('1981-07-21'), child('2010-10-02'), child('2016-01-17')],
    before: { perCapita: roubles('9350.00'), average: roubles('37400.00') },
    income: { kind: 'farm', amount: roubles('30000.00') },
    others: roubles('28000.00'),
  };
}

/** In the eighth month after the end: this month's record waits for the head. */
export function recordCase(today: Day): SeedCase {
  return {
    name: 'record',
    number: 'SK-0081',
    track: 'business',
    ...endingIn(today, -8),
    household: [applicant('1993-12-05'), child('2018-04-11')],
    before: { perCapita: roubles('11200.00'), average: roubles('22400.00') },
    income: { kind: 'self-employed', amount: roubles('52000.00') },
    others: null,
  };
}

/** In the month after the twelfth record: everything is ready for the decision. */
export function decisionCase(today: Day): SeedCase {
  return {
    name: 'decision',
    number: 'SK-0063',
    track: 'job-search',
    ...endingIn(today, -13),
    household: [applicant('1988-08-26'), child('2011-05-09'), child('2014-03-30')],
    before: { perCapita: roubles('7400.00'), average: roubles('22200.00') },
    income: { kind: 'wage', amount: roubles('45000.00') },
    others: null,
  };
}

/** Of the north of Irkutsk oblast, in its last month too: the month before is asked for and not told yet. */
export function irkutskCase(today: Day): SeedCase {
  return {
    name: 'irkutsk',
    number: OFFERED[1],
    track: 'business',
    ...endingIn(today, 0),
    household: [applicant('1988-03-17'), spouse('1990-11-02'), child('2017-06-08')],
    before: { perCapita: roubles('13277.78'), average: roubles('39833.33') },
    income: { kind: 'self-employed', amount: roubles('21500.00') },
    others: null,
  };
}

/** Three whole months, the last of them so many months from today's. */
function endingIn(today: Day, months: number): Pick<SeedCase, 'startsOn' | 'endsOn'> {
  const end = addMonths(monthOf(today), months);
  return { startsOn: firstDay(addMonths(end, 1 - CONTRACT_MONTHS)), endsOn: lastDay(end) };
}

function member(relation: HouseholdMemberDraft['relation'], birthDate: string): HouseholdMemberDraft {
  return { relation, birthDate: day(birthDate), ageBand: null, fullTimeStudent: false };
}

const applicant = (birthDate: string) => member('applicant', birthDate);
const spouse = (birthDate: string) => member('spouse', birthDate);
const child = (birthDate: string) => member('child', birthDate);
