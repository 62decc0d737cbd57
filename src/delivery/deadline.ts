/** A deadline on waiting for the platform. */

/** Runs `work` with a signal that fires after `seconds` or together with `stop`; leaves no timer and no listener behind. */
export async function withDeadline<T>(
  seconds: number,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, seconds * 1000);
  stop.addEventListener('abort', end, { once: true });
  if (stop.aborted) end();
  try {
    return await work(ending.signal);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', end);
  }
}

/** Sleeps, or wakes at once when `stop` fires; never throws. No seconds: comes back without giving others a turn. */
export async function pause(seconds: number, stop: AbortSignal): Promise<void> {
  if (seconds <= 0 || stop.aborted) return;
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, seconds * 1000);
    stop.addEventListener('abort', end, { once: true });
  });
}
