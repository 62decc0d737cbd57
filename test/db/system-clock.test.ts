import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemNewId } from '../../src/db/new-id.ts';
import { systemClock } from '../../src/db/system-clock.ts';

describe('the clock', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    [
      'evening in Moscow is the next day in Novosibirsk',
      '2026-11-22T20:30:00.000Z',
      'Asia/Novosibirsk',
      '2026-11-23',
      210,
    ],
    ['and still the same day in Bryansk', '2026-11-22T20:30:00.000Z', 'Europe/Moscow', '2026-11-22', 1410],
    ['midnight belongs to the new day', '2026-11-22T21:00:00.000Z', 'Europe/Moscow', '2026-11-23', 0],
    ['the last minute belongs to the old one', '2026-11-22T20:59:59.999Z', 'Europe/Moscow', '2026-11-22', 1439],
    ['the new year comes to Irkutsk first', '2026-12-31T16:00:00.000Z', 'Asia/Irkutsk', '2027-01-01', 0],
  ])('%s', (_name, now, zone, today, minute) => {
    vi.setSystemTime(now);
    expect([systemClock.now(), systemClock.today(zone), systemClock.minuteOfDay(zone)]).toEqual([now, today, minute]);
    expect(systemClock.dayOf(now, zone)).toBe(today);
  });

  test('a zone that does not exist is a bug', () => {
    expect(() => systemClock.today('Europe/Brjansk')).toThrow(RangeError);
  });
});

test.each([
  ['id', () => systemNewId.id(), /^[a-z0-9]{16}$/],
  ['token', () => systemNewId.token(), /^[A-Za-z0-9_-]{32}$/],
  ['code, without signs that look alike', () => systemNewId.code(), /^[A-HJKMNP-Z2-9]{8}$/],
])('a new %s is of its form and never the same', (_name, make, form) => {
  const made = Array.from({ length: 500 }, make);
  for (const each of made) expect(each).toMatch(form);
  expect(new Set(made).size).toBe(500);
});
