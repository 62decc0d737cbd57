import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citizenAsks } from '../../src/engine/citizen-asks.ts';
import type { ContractTerm } from '../../src/engine/contract-term.ts';
import { calendarOf } from '../../src/engine/contract-calendar.ts';
import { addDays, type Day, day } from '../../src/engine/day.ts';
import { type Duty, dutyStatus, officeDuties } from '../../src/engine/duties.ts';
import { dutyNudges, nextNudge } from '../../src/engine/duty-nudges.ts';
import { nextDate } from '../../src/engine/next-date.ts';
import { stageOf } from '../../src/engine/stage.ts';
import { anyDay, span } from './support/days.ts';
import { regionLaw, withTransfers } from './support/laws.ts';

const LAW = withTransfers(regionLaw());
const TERM: ContractTerm = {
  region: 'bryansk',
  track: 'job-search',
  startsOn: day('2025-12-01'),
  endsOn: day('2026-08-31'),
};

function dutiesOf(change: Partial<ContractTerm> = {}): Duty[] {
  return officeDuties(LAW, { ...TERM, ...change });
}

function duty(id: string, change: Partial<ContractTerm> = {}): Duty {
  const found = dutiesOf(change).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no duty ${id}`);
  return found;
}

describe('what the office owes', () => {
  test('nineteen duties, in the order they open', () => {
    const duties = dutiesOf();
    expect(duties.map(({ id }) => id)).toEqual([
      'conclusion',
      'monitoring:1',
      'monitoring:2',
      'monitoring:3',
      'monitoring:4',
      'report',
      'monitoring:5',
      'register',
      'monitoring:6',
      'monitoring:7',
      'income-window:4-6',
      'monitoring:8',
      'monitoring:9',
      'monitoring:10',
      'income-window:7-9',
      'monitoring:11',
      'monitoring:12',
      'income-window:10-12',
      'decision',
    ]);
    expect(duties.map(({ opensOn }) => opensOn)).toEqual(duties.map(({ opensOn }) => opensOn).sort());
    expect(duties).toHaveLength(19);
  });

  test('the register has the day of the law and the day to remind to', () => {
    expect(duty('register')).toMatchObject({ opensOn: '2027-02-01', dueOn: '2027-02-10', remindBy: '2027-02-09' });
  });

  test('a register reminded of in December opens with the report', () => {
    expect(duty('register', { endsOn: day('2026-07-31') })).toMatchObject({
      opensOn: '2026-12-01',
      dueOn: '2027-01-10',
      remindBy: '2026-12-31',
    });
  });

  test('while the commission has not sat, days count from the old end and all that may move is marked', () => {
    const pending = dutiesOf({ extensionPending: true });
    expect(pending.map(({ dueOn }) => dueOn)).toEqual(dutiesOf().map(({ dueOn }) => dueOn));
    expect(pending.filter((each) => each.pending === undefined).map(({ id }) => id)).toEqual(['conclusion']);
    expect(dutiesOf().some((each) => 'pending' in each)).toBe(false);
  });

  test('after an extension each duty has another key, and the same one as long as the end stands', () => {
    const before = new Set(dutiesOf().map(({ key }) => key));
    const after = dutiesOf({ extendedTo: day('2026-10-15') });
    expect(after.some(({ key }) => before.has(key))).toBe(false);
    expect(after.map(({ id }) => id).sort()).toEqual(
      dutiesOf()
        .map(({ id }) => id)
        .sort(),
    );
    expect(duty('conclusion').key).toBe('conclusion@2026-08-31');
    expect(duty('monitoring:3', { extensionPending: true }).key).toBe('monitoring:3@2026-08-31');
  });

  test('a stop under point 49 leaves the conclusion, or nothing', () => {
    const stop = (on: string) => dutiesOf({ stoppedOn: day(on), stoppedUnderPoint49: true }).map(({ id }) => id);
    expect(stop('2026-08-10')).toEqual(['conclusion']);
    expect(stop('2026-07-10')).toEqual([]);
  });
});

describe('how a duty stands', () => {
  const record = { opensOn: day('2026-09-01'), dueOn: day('2026-09-30') };
  const register = { opensOn: day('2027-02-01'), dueOn: day('2027-02-10'), remindBy: day('2027-02-08') };
  test.each([
    ['the day before it opens', record, '2026-08-31', 'not-open'],
    ['the day it opens', record, '2026-09-01', 'open'],
    ['eight days before', record, '2026-09-22', 'open'],
    ['a week before', record, '2026-09-23', 'due-soon'],
    ['the day before', record, '2026-09-29', 'due-soon'],
    ['on the day', record, '2026-09-30', 'due-today'],
    ['the day after', record, '2026-10-01', 'overdue'],
    ['the register on the day to remind to', register, '2027-02-08', 'due-today'],
    ['the register between that day and the law’s: not overdue', register, '2027-02-09', 'due-soon'],
    ['the register on the law’s day', register, '2027-02-10', 'due-today'],
    ['the register after it', register, '2027-02-11', 'overdue'],
  ])('%s', (_, which, today, status) => {
    expect(dutyStatus(which, false, day(today))).toBe(status);
    expect(dutyStatus(which, true, day(today))).toBe('done');
  });
});

describe('nudges', () => {
  test.each([
    [
      'a month: all steps, then each week with the head',
      { opensOn: '2026-09-01', dueOn: '2026-09-30' },
      '2026-10-15',
      [
        ['opened', '2026-09-01', false],
        ['week-before', '2026-09-23', false],
        ['three-days-before', '2026-09-27', false],
        ['on-day', '2026-09-30', false],
        ['overdue-1', '2026-10-01', true],
        ['overdue-2', '2026-10-08', true],
        ['overdue-3', '2026-10-15', true],
      ],
    ],
    [
      'a window of one day: one nudge',
      { opensOn: '2026-09-01', dueOn: '2026-09-01' },
      '2026-09-01',
      [['on-day', '2026-09-01', false]],
    ],
    [
      'opened a week before: one nudge that day',
      { opensOn: '2026-09-01', dueOn: '2026-09-08' },
      '2026-09-08',
      [
        ['week-before', '2026-09-01', false],
        ['three-days-before', '2026-09-05', false],
        ['on-day', '2026-09-08', false],
      ],
    ],
    [
      'opened five days before: no week before',
      { opensOn: '2026-09-01', dueOn: '2026-09-06' },
      '2026-09-06',
      [
        ['opened', '2026-09-01', false],
        ['three-days-before', '2026-09-03', false],
        ['on-day', '2026-09-06', false],
      ],
    ],
    [
      'the register: towards the day to remind to, overdue after the law’s',
      { opensOn: '2026-12-01', dueOn: '2027-01-10', remindBy: '2026-12-30' },
      '2027-01-17',
      [
        ['opened', '2026-12-01', false],
        ['week-before', '2026-12-23', false],
        ['three-days-before', '2026-12-27', false],
        ['on-day', '2026-12-30', false],
        ['overdue-1', '2027-01-11', true],
      ],
    ],
  ])('%s', (_, days, until, steps) => {
    const found = dutyNudges(days as Pick<Duty, 'opensOn' | 'dueOn'>, day(until));
    expect(found.map(({ step, on, toHead }) => [step, on, toHead])).toEqual(steps);
  });

  test('by default a year of overdue nudges, and the next one is there after any time', () => {
    const record = duty('monitoring:1');
    expect(dutyNudges(record).at(-1)).toEqual({ step: 'overdue-53', on: '2027-09-30', toHead: true });
    expect(nextNudge(record, day('2030-01-01')).on > '2030-01-01').toBe(true);
  });

  test('the next nudge is the first of the list after the day', () => {
    fc.assert(
      fc.property(span, fc.integer({ min: -10, max: 300 }), ({ startsOn, endsOn }, offset) => {
        const after = addDays(endsOn, offset);
        const window = { opensOn: startsOn, dueOn: endsOn };
        const listed = dutyNudges(window, addDays(endsOn, 400)).find(({ on }) => on > after);
        expect(nextNudge(window, after)).toEqual(listed);
      }),
    );
  });
});

describe('the next date', () => {
  const nothing = { duties: new Set<string>(), asks: new Set<string>() };
  const allDone = {
    duties: new Set(dutiesOf().map(({ key }) => key)),
    asks: new Set(citizenAsks(LAW, TERM).asks.map(({ id }) => id)),
  };
  const settled = (...asks: string[]) => ({
    duties: allDone.duties,
    asks: new Set([...allDone.asks].filter((id) => !asks.includes(id))),
  });

  test.each([
    ['at registration: the first ask of the contract, not of a duty', nothing, '2025-12-01', '2026-01-01'],
    ['after it: the reminder halfway', nothing, '2026-01-01', '2026-01-10'],
    ['all done', allDone, '2025-12-01', null],
    ['one ask left: its reminders one after the other', settled('fact:2026-09'), '2026-09-01', '2026-09-12'],
    ['on the citizen’s day it was the last', settled('fact:2026-09'), '2026-09-23', null],
    ['a duty of long ago, not done', { ...allDone, duties: new Set<string>() }, '2030-05-01', '2030-05-02'],
  ])('%s', (_, done, after, next) => {
    expect(nextDate(LAW, TERM, done, day(after))).toBe(next);
  });

  test('an extension opens what was done under the old end', () => {
    const extended = { ...TERM, extendedTo: day('2026-10-15') };
    expect(nextDate(LAW, extended, { ...allDone, asks: allDone.asks }, day('2026-09-01'))).toBe('2026-09-16');
  });

  test('is always later, and nothing undone lies between', () => {
    fc.assert(
      fc.property(span, anyDay, (term, after) => {
        const contract = { ...TERM, ...term };
        const next = nextDate(LAW, contract, nothing, after);
        const days = officeDuties(LAW, contract).flatMap((each) =>
          dutyNudges(each, day('2032-12-31')).map(({ on }) => on),
        );
        const duties = days
          .filter((on) => on > after)
          .reduce<Day | null>((min, on) => (min && min < on ? min : on), null);
        expect(next !== null && next > after && duties !== null && next <= duties).toBe(true);
      }),
    );
  });
});

describe('the stage', () => {
  const days = calendarOf(LAW, TERM);
  test.each([
    ['2025-11-30', 'before-start'],
    ['2025-12-01', 'running'],
    ['2026-07-31', 'running'],
    ['2026-08-01', 'last-month'],
    ['2026-08-31', 'last-month'],
    ['2026-09-01', 'after-end'],
    ['2026-12-31', 'after-end'],
    ['2027-01-01', 'report-month'],
    ['2027-01-31', 'report-month'],
    ['2027-02-01', 'monitoring'],
    ['2027-08-31', 'monitoring'],
    ['2027-09-01', 'decision'],
    ['2027-09-30', 'decision'],
    ['2027-10-01', 'closed'],
  ])('on %s: %s', (today, stage) => {
    expect(stageOf(days, day(today))).toBe(stage);
  });

  test.each([
    ['before its window', '2026-07-10', {}, '2026-07-10', 'running'],
    ['the day after', '2026-07-10', {}, '2026-07-11', 'closed'],
    ['where the region goes on', '2026-07-10', { monitorAfterStop: true }, '2026-07-11', 'monitoring'],
    ['and decides', '2026-07-10', { monitorAfterStop: true }, '2027-08-01', 'decision'],
  ])('stopped under point 49: %s', (_, stoppedOn, policy, today, stage) => {
    const stopped = calendarOf(LAW, { ...TERM, stoppedOn: day(stoppedOn), stoppedUnderPoint49: true, policy });
    expect(stageOf(stopped, day(today))).toBe(stage);
  });

  test('a mid-month end: the rest of its month is after the end', () => {
    expect(stageOf(calendarOf(LAW, { ...TERM, endsOn: day('2026-08-10') }), day('2026-08-11'))).toBe('after-end');
  });
});
