import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, weekday } from '../../src/engine/day.ts';
import type { DayTransfers, WorkCalendar } from '../../src/engine/law.ts';
import {
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayBefore,
  yearsWithoutTransfers,
} from '../../src/engine/working-days.ts';
import { WORK_CALENDAR } from '../../src/law/federal/work-calendar.ts';
import { anyDay } from './support/days.ts';

const cite = { act: null, source: 'a test', link: null, verified: false };
const WITHOUT: WorkCalendar = { ...WORK_CALENDAR, transfers: [] };

function withTransfers(...rows: Omit<DayTransfers, 'cite'>[]): WorkCalendar {
  return { ...WORK_CALENDAR, transfers: rows.map((row) => ({ ...row, cite })) };
}

describe('a working day by the labour code alone', () => {
  test.each([
    ['an ordinary Monday', '2026-11-23', true],
    ['Saturday', '2026-11-21', false],
    ['Sunday', '2026-11-22', false],
    ['the last day of the New Year holidays', '2026-01-08', false],
    ['the day after them', '2026-01-09', true],
    ['January apart: a holiday on a Sunday gives no Monday', '2028-01-10', true],
    ['8 January on a Sunday gives no Monday', '2034-01-09', true],
    ['8 March on a Sunday: Monday is free', '2026-03-09', false],
    ['and Tuesday is not', '2026-03-10', true],
    ['9 May on a Saturday: Monday is free', '2026-05-11', false],
    ['1 May on a Friday moves nothing: Monday is worked', '2026-05-04', true],
    ['12 June on a Saturday: Monday is free', '2027-06-14', false],
    ['4 November in the week moves nothing', '2026-11-05', true],
    ['23 February', '2027-02-23', false],
    ['31 December', '2026-12-31', true],
    ['29 February, a Tuesday', '2028-02-29', true],
  ])('%s', (_, date, worked) => {
    expect(isWorkingDay(WITHOUT, day(date))).toBe(worked);
  });
});

describe('the transfers of the year stand above the labour code', () => {
  const calendar = withTransfers({
    year: 2026,
    free: [day('2026-01-09'), day('2026-12-31')],
    worked: [day('2026-03-09'), day('2026-11-07')],
  });
  test.each([
    ['a weekday made free', '2026-12-31', false],
    ['a Saturday made worked', '2026-11-07', true],
    ['a Monday after a holiday made worked again', '2026-03-09', true],
    ['only in its own year', '2027-12-31', true],
  ])('%s', (_, date, worked) => {
    expect(isWorkingDay(calendar, day(date))).toBe(worked);
  });
});

test.each([
  ['over a weekend', '2026-11-20', 1, '2026-11-23'],
  ['back over a weekend', '2026-11-23', -1, '2026-11-20'],
  ['from a free day the first working day counts as one', '2026-11-21', 1, '2026-11-23'],
  ['none', '2026-11-21', 0, '2026-11-21'],
  ['over the New Year', '2026-12-31', 2, '2027-01-12'],
  ['back over the New Year', '2027-01-11', -1, '2026-12-31'],
  ['five back from the last day of September', '2026-09-30', -5, '2026-09-23'],
])('counting working days: %s', (_, from, count, to) => {
  expect(addWorkingDays(WITHOUT, day(from), count)).toBe(to);
});

test('the last working day before a Sunday in the holidays is last year', () => {
  expect(lastWorkingDayBefore(WITHOUT, day('2027-01-10'))).toBe('2026-12-31');
});

test('years whose transfers are not known are named once each, the known are not', () => {
  const calendar = withTransfers({ year: 2026, free: [], worked: [] });
  expect(yearsWithoutTransfers(calendar, day('2026-03-01'), day('2026-12-31'))).toEqual([]);
  expect(yearsWithoutTransfers(calendar, day('2025-12-31'), day('2027-01-10'))).toEqual([2025, 2027]);
});

test('for any day of 2024–2028 the last working day before it is worked and nothing between is', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const before = lastWorkingDayBefore(WITHOUT, date);
      expect(before < date && isWorkingDay(WITHOUT, before) && weekday(before) <= 5).toBe(true);
      for (let between = addDays(before, 1); between < date; between = addDays(between, 1)) {
        expect(isWorkingDay(WITHOUT, between)).toBe(false);
      }
      expect(addWorkingDays(WITHOUT, addWorkingDays(WITHOUT, before, 7), -7)).toBe(before);
    }),
  );
});
