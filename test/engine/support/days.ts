import fc from 'fast-check';
import { addDays, type Day, day, daysBetween } from '../../../src/engine/day.ts';

const FIRST = day('2024-01-01');
const LAST = day('2028-12-31');

/** Any day of 2024–2028. */
export const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: daysBetween(FIRST, LAST) })
  .map((n) => addDays(FIRST, n));

/** Any start and end of 2024–2028, the end on the start or after it. */
export const span: fc.Arbitrary<{ startsOn: Day; endsOn: Day }> = fc
  .tuple(anyDay, anyDay)
  .map(([one, other]) => (one <= other ? { startsOn: one, endsOn: other } : { startsOn: other, endsOn: one }));
