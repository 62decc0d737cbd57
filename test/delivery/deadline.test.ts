import { expect, test } from 'vitest';
import { pause, withDeadline } from '../../src/delivery/deadline.ts';

const never = (signal: AbortSignal) =>
  new Promise<string>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('ended')));
  });
const took = async (work: Promise<unknown>) => {
  const began = performance.now();
  await work.catch(() => undefined);
  return performance.now() - began;
};

test('work in time gives its value', async () => {
  expect(await withDeadline(1, new AbortController().signal, async () => 'done')).toBe('done');
});

test('work that takes longer is ended', async () => {
  await expect(withDeadline(0.02, new AbortController().signal, never)).rejects.toThrow('ended');
});

test('stopping ends the work and the pause at once, before and while they run', async () => {
  const stop = new AbortController();
  const working = took(withDeadline(20, stop.signal, never));
  const pausing = took(pause(20, stop.signal));
  stop.abort();
  expect(await working).toBeLessThan(500);
  expect(await pausing).toBeLessThan(500);
  expect(await took(pause(20, stop.signal))).toBeLessThan(500);
  const told = await withDeadline(20, stop.signal, async (signal) => signal.aborted);
  expect(told).toBe(true);
});
