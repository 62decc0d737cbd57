import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsToDay,
  type Day,
  day,
  dayIn,
  daysBetween,
  earlier,
  firstDay,
  lastDay,
  later,
  month,
  monthOf,
  monthsFrom,
  parseDay,
  parseMonth,
  weekday,
} from '../../src/engine/day.ts';

const FIRST = Date.UTC(1900, 0, 1);
const DAYS = Math.round((Date.UTC(2200, 0, 1) - FIRST) / 86_400_000);
const anyOffset = fc.integer({ min: 0, max: DAYS - 1 });

/** The calendar of the platform, as a second opinion. */
function realDay(offset: number): Day {
  return day(new Date(FIRST + offset * 86_400_000).toISOString().slice(0, 10));
}

describe('reading', () => {
  test.each(['2028-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s exists', (text) =>
    expect(parseDay(text)).toBe(text),
  );
  test.each([
    ['29 February of a common year', '2026-02-29'],
    ['29 February 2100: not a leap year', '2100-02-29'],
    ['29 February 1900: not a leap year', '1900-02-29'],
    ['31 April', '2026-04-31'],
    ['day 0', '2026-04-00'],
    ['month 13', '2026-13-01'],
    ['a time behind it', '2026-04-01T00:00:00Z'],
    ['the Russian order', '01.04.2026'],
    ['no zeros', '2026-4-1'],
    ['before 1900', '1899-12-31'],
    ['after 2199', '2200-01-01'],
    ['a number', 20260401],
  ])('%s does not', (_name, text) => expect(parseDay(text)).toBeNull());
  test.each(['2026-00', '2026-13', '2026-1', '2026-01-01', null])('%s is no month', (text) =>
    expect(parseMonth(text)).toBeNull(),
  );
  test('a wrong day of our own is a bug', () => expect(() => day('2026-02-30')).toThrow('not a day'));
  test('a wrong month of our own is a bug', () => expect(() => month('2026-14')).toThrow('not a month'));
});

describe('months', () => {
  test.each([
    ['31 January + 1 in a common year', '2026-01-31', 1, '2026-02-28'],
    ['31 January + 1 in a leap year', '2028-01-31', 1, '2028-02-29'],
    ['31 January + 1 in 2100', '2100-01-31', 1, '2100-02-28'],
    ['31 March − 1', '2026-03-31', -1, '2026-02-28'],
    ['29 February + 12', '2028-02-29', 12, '2029-02-28'],
    ['29 February + 48', '2028-02-29', 48, '2032-02-29'],
    ['30 November + 3', '2026-11-30', 3, '2027-02-28'],
    ['over New Year', '2026-12-15', 1, '2027-01-15'],
    ['back over New Year', '2026-01-15', -1, '2025-12-15'],
  ])('%s', (_name, from, count, to) => expect(addMonthsToDay(day(from), count)).toBe(to));

  test.each([
    ['2026-01', -1, '2025-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -13, '2024-12'],
    ['2026-11', -4, '2026-07'],
  ])('%s %i', (from, count, to) => expect(addMonths(month(from), count)).toBe(to));

  test('months between include both ends', () =>
    expect(monthsFrom(month('2026-11'), month('2027-02'))).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']));
  test('no months backwards', () => expect(monthsFrom(month('2026-02'), month('2026-01'))).toEqual([]));
  test('the 31st of June is the 30th', () => expect(dayIn(month('2026-06'), 31)).toBe('2026-06-30'));
  test('first and last of February 2028', () =>
    expect([firstDay(month('2028-02')), lastDay(month('2028-02'))]).toEqual(['2028-02-01', '2028-02-29']));
});

describe('days', () => {
  test.each([
    ['the day this was planned', '2026-11-22', 7],
    ['1 January 1900', '1900-01-01', 1],
    ['29 February 2000', '2000-02-29', 2],
    ['1 March 2000', '2000-03-01', 3],
    ['10 January 2027, a day off', '2027-01-10', 7],
    ['10 April 2027', '2027-04-10', 6],
    ['28 February 2100', '2100-02-28', 7],
    ['1 March 2100', '2100-03-01', 1],
    ['31 December 2199', '2199-12-31', 2],
  ])('weekday of %s', (_name, text, number) => expect(weekday(day(text))).toBe(number));

  test.each([
    ['over a leap day', '2028-02-28', 2, '2028-03-01'],
    ['over the day 2100 does not have', '2100-02-28', 1, '2100-03-01'],
    ['back over New Year', '2027-01-01', -1, '2026-12-31'],
  ])('%s', (_name, from, count, to) => expect(addDays(day(from), count)).toBe(to));

  test('earlier and later', () => {
    expect(earlier(day('2026-09-30'), day('2026-10-01'))).toBe('2026-09-30');
    expect(later(day('2026-09-30'), day('2026-10-01'))).toBe('2026-10-01');
  });

  test('every day of 1900–2199 agrees with the platform: next day, weekday', () => {
    const start = day('1900-01-01');
    for (let offset = 0; offset < DAYS; offset += 1) {
      const expected = realDay(offset);
      const reached = addDays(start, offset);
      if (reached !== expected) expect(reached).toBe(expected);
      const iso = new Date(FIRST + offset * 86_400_000).getUTCDay() || 7;
      if (weekday(reached) !== iso) expect({ reached, weekday: weekday(reached) }).toEqual({ reached, weekday: iso });
    }
  });

  test('adding days and counting them undo each other', () =>
    fc.assert(
      fc.property(anyOffset, anyOffset, (one, other) => {
        const [from, to] = [realDay(one), realDay(other)];
        expect(daysBetween(from, to)).toBe(other - one);
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    ));

  test('a month later never lies in another month than the next', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: DAYS - 400 }), fc.integer({ min: 0, max: 12 }), (offset, count) => {
        const from = realDay(offset);
        expect(monthOf(addMonthsToDay(from, count))).toBe(addMonths(monthOf(from), count));
      }),
    ));
});
