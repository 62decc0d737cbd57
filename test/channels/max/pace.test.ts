import { expect, test } from 'vitest';
import { BURST, CALLS_A_SECOND, createPace } from '../../../src/channels/max/pace.ts';

/** When each of the calls asked for at the given moments begins, at ten a second and three at once. */
const begins = (asked: readonly number[], pace = createPace(10, 3)) => asked.map((now) => now + pace(now));

test('a short burst goes at once', () => {
  expect(begins([0, 0, 0])).toEqual([0, 0, 0]);
});

test('what is over it goes evenly, in order', () => {
  expect(begins([0, 0, 0, 0, 0, 0, 50])).toEqual([0, 0, 0, 100, 200, 300, 400]);
});

test('slow callers never wait', () => {
  expect(begins([0, 100, 200, 300, 400, 900])).toEqual([0, 100, 200, 300, 400, 900]);
});

test('after a pause a burst is allowed again', () => {
  expect(begins([0, 0, 0, 0, 1000, 1000, 1000, 1000])).toEqual([0, 0, 0, 100, 1000, 1000, 1000, 1100]);
});

test('however they come, no second holds more than the platform allows', () => {
  const asked = Array.from({ length: 500 }, (_, at) => Math.floor(at / 50) * 130);
  const started = begins(asked, createPace());
  const most = Math.max(...started.map((from) => started.filter((at) => at >= from && at < from + 1000).length));
  expect(most).toBe(CALLS_A_SECOND + BURST - 1);
  expect(most).toBeLessThanOrEqual(30);
});
