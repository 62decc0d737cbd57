import { expect, test } from 'vitest';
import { CALLS_A_SECOND, createPace } from '../../../src/channels/max/pace.ts';

/** When each of `count` calls asked for at the given moments begins. */
const begins = (perSecond: number, asked: readonly number[]) => {
  const pace = createPace(perSecond);
  return asked.map((now) => now + pace(now));
};

test('a short burst goes at once', () => {
  expect(begins(3, [0, 0, 0])).toEqual([0, 0, 0]);
});

test('what is over the limit waits for the second to pass, in order', () => {
  expect(begins(3, [0, 100, 200, 300, 300, 300, 300])).toEqual([0, 100, 200, 1000, 1100, 1200, 2000]);
});

test('slow callers never wait', () => {
  expect(begins(3, [0, 400, 800, 1200, 1600, 2000])).toEqual([0, 400, 800, 1200, 1600, 2000]);
});

test('however they come, no second holds more than the platform allows', () => {
  const started = begins(
    CALLS_A_SECOND,
    Array.from({ length: 500 }, (_, at) => Math.floor(at / 50) * 130),
  );
  for (const from of started)
    expect(started.filter((at) => at >= from && at < from + 1000).length).toBeLessThanOrEqual(30);
});
