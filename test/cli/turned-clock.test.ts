import { describe, expect, test } from 'vitest';
import { createTurnedClock, instantAt, minutesAfter, timeIn } from '../../src/cli/turned-clock.ts';
import { systemClock } from '../../src/db/system-clock.ts';
import { day } from '../../src/engine/day.ts';

describe('the moment of a time in a zone', () => {
  test.each([
    ['2025-02-10', '09:00', 'Europe/Moscow', '2025-02-10T06:00:00.000Z'],
    ['2025-02-10', '09:00', 'Asia/Irkutsk', '2025-02-10T01:00:00.000Z'],
    ['2025-02-10', '00:30', 'Asia/Novosibirsk', '2025-02-09T17:30:00.000Z'],
    ['2025-01-01', '23:59', 'UTC', '2025-01-01T23:59:00.000Z'],
    ['2025-07-01', '12:00', 'America/New_York', '2025-07-01T16:00:00.000Z'],
    ['2025-12-01', '12:00', 'America/New_York', '2025-12-01T17:00:00.000Z'],
    ['2025-03-09', '03:00', 'America/New_York', '2025-03-09T07:00:00.000Z'],
    ['2025-06-01', '12:00', 'Asia/Kolkata', '2025-06-01T06:30:00.000Z'],
  ])('%s %s in %s', (on, time, zone, moment) => {
    expect(instantAt(day(on), time, zone)).toBe(moment);
    const clock = createTurnedClock(moment);
    expect([clock.today(zone), timeIn(clock.now(), zone)]).toEqual([on, time]);
  });
});

test('it says of any moment what the clock of the machine says', () => {
  for (const zone of ['Europe/Moscow', 'Asia/Irkutsk', 'Asia/Kamchatka', 'America/New_York']) {
    for (let at = '2025-01-01T00:07:00.000Z'; at < '2026-01-01'; at = minutesAfter(at, 7 * 60 + 13))
      expect(createTurnedClock(at).today(zone)).toBe(systemClock.dayOf(at, zone));
  }
});

test('it stands until it is turned and never goes back', () => {
  const clock = createTurnedClock('2025-01-01T09:00:00.000Z');
  expect(clock.minuteOfDay('UTC')).toBe(540);
  clock.turnTo('2025-01-01T10:30:00.000Z');
  clock.turnTo('2025-01-01T10:30:00.000Z');
  expect(clock.minuteOfDay('UTC')).toBe(630);
  expect(() => clock.turnTo('2025-01-01T10:29:00.000Z')).toThrow('does not go back');
});
