/** Rules of the calendar of working days (`law-rules.ts` runs them with the rest). */
import { addDays, type Day, parseDay, weekday, yearOf } from './day.ts';
import type { DayTransfers, WorkCalendar } from './law.ts';
import type { Fault } from './outcome.ts';
import { fault } from './row-rules.ts';

/** Holidays are days of a common year; transfers stand one a year, in order, and move days that can be moved. */
export function workCalendarFaults({ holidays, transfers }: WorkCalendar): Fault[] {
  const known = holidays.value ?? [];
  return [
    ...known.flatMap((date, at) =>
      parseDay(`2001-${date}`) !== null && known.indexOf(date) === at
        ? []
        : [
            fault(
              `workCalendar.holidays.value[${at}]`,
              `not a holiday, or named twice: ${date}`,
              'write MM-DD, each once',
            ),
          ],
    ),
    ...transfers.flatMap((row, at) => rowFaults(row, transfers[at - 1], known, `workCalendar.transfers[${at}]`)),
  ];
}

function rowFaults(
  row: DayTransfers,
  before: DayTransfers | undefined,
  holidays: readonly string[],
  path: string,
): Fault[] {
  const order =
    before === undefined || before.year < row.year
      ? []
      : [
          fault(
            `${path}.year`,
            `year ${row.year} stands twice or out of order`,
            'keep one row a year, years ascending',
          ),
        ];
  return [
    ...order,
    ...row.free.flatMap((date, at) => [
      ...dayFaults(date, row.free.indexOf(date) !== at, row.year, `${path}.free[${at}]`),
      ...(isWeekend(date) || holidays.includes(date.slice(5))
        ? [
            fault(
              `${path}.free[${at}]`,
              `${date} is a day off without a transfer`,
              'name the weekday that becomes free',
            ),
          ]
        : []),
    ]),
    ...row.worked.flatMap((date, at) => [
      ...dayFaults(date, row.worked.indexOf(date) !== at, row.year, `${path}.worked[${at}]`),
      ...(isWeekend(date) || followsWeekendHoliday(date, holidays)
        ? []
        : [
            fault(
              `${path}.worked[${at}]`,
              `${date} is a working day without a transfer`,
              'name the day off that becomes worked',
            ),
          ]),
      ...(holidays.includes(date.slice(5))
        ? [fault(`${path}.worked[${at}]`, `${date} is a holiday`, 'a holiday itself is not worked: remove it')]
        : []),
    ]),
  ];
}

function dayFaults(date: Day, again: boolean, year: number, path: string): Fault[] {
  if (yearOf(date) !== year) return [fault(path, `${date} is not a day of ${year}`, 'put it into the row of its year')];
  return again ? [fault(path, `${date} stands twice`, 'keep it once')] : [];
}

function isWeekend(date: Day): boolean {
  return weekday(date) >= 6;
}

/** Whether the general rule of the labour code makes this weekday free for a holiday on the weekend before; January has no such rule. */
function followsWeekendHoliday(date: Day, holidays: readonly string[]): boolean {
  return [1, 2, 3].some((back) => {
    const earlier = addDays(date, -back);
    return isWeekend(earlier) && holidays.includes(earlier.slice(5)) && !earlier.slice(5).startsWith('01-');
  });
}
