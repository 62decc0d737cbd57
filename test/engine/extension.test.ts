import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../src/engine/day.ts';
import { latestExtension, wholeMonths } from '../../src/engine/extension.ts';
import { span } from './support/days.ts';

describe('the latest extension', () => {
  test.each([
    ['half a year: 181 days halve to 90, six months to three', '2026-01-01', '2026-06-30', '2026-09-28', '2026-09-30'],
    [
      'nine months: half is four months, half a month is dropped',
      '2025-12-01',
      '2026-08-31',
      '2027-01-15',
      '2026-12-31',
    ],
    ['a whole year from mid-month', '2026-03-16', '2027-03-15', '2027-09-13', '2027-09-15'],
    ['three months: half is one month', '2026-01-01', '2026-03-31', '2026-05-15', '2026-04-30'],
    ['a term with a leap day', '2028-02-01', '2028-02-29', '2028-03-14', '2028-02-29'],
    ['one month cannot be halved in months', '2026-05-01', '2026-05-31', '2026-06-15', '2026-05-31'],
    ['one day: nothing by either reading', '2026-05-04', '2026-05-04', '2026-05-04', '2026-05-04'],
    ['the half in months lands past a short month', '2026-08-31', '2026-12-30', '2027-03-01', '2027-02-27'],
  ])('%s', (_, startsOn, endsOn, days, months) => {
    const found = latestExtension(day(startsOn), day(endsOn), { extension: 'days' });
    expect(found).toEqual({ days, months, chosen: days });
    expect(latestExtension(day(startsOn), day(endsOn), { extension: 'months' }).chosen).toBe(months);
  });

  test('a later end never moves either reading earlier', () => {
    fc.assert(
      fc.property(span, ({ startsOn, endsOn }) => {
        const now = latestExtension(startsOn, endsOn, { extension: 'days' });
        const then = latestExtension(startsOn, addDays(endsOn, 1), { extension: 'days' });
        expect(now.days >= endsOn && now.months >= endsOn).toBe(true);
        expect(then.days > now.days && then.months >= now.months).toBe(true);
      }),
    );
  });
});

test.each([
  ['first to last of the month', '2026-01-01', '2026-01-31', 1],
  ['one day short', '2026-01-01', '2026-01-30', 0],
  ['from the 31st into February: ends the day before the last', '2026-01-31', '2026-02-27', 1],
  ['a year', '2026-05-15', '2027-05-14', 12],
  ['the same day', '2026-05-15', '2026-05-15', 0],
])('whole months: %s', (_, startsOn, endsOn, count) => {
  expect(wholeMonths(day(startsOn), day(endsOn))).toBe(count);
});
