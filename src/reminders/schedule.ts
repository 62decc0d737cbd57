/** The clock that ticks: node-cron calls, and only here. A tick that is still running is not started again. */
import { schedule } from 'node-cron';

/** A tick of the program. */
export interface Tick {
  readonly name: string;
  /** Cron expression with minutes first. */
  readonly when: string;
  readonly run: () => Promise<void>;
}

/** Starts the ticks; the answer stops them. Errors are reported and do not stop the next tick. */
export function startSchedule(
  ticks: readonly Tick[],
  onError: (name: string, error: unknown) => void,
): () => Promise<void> {
  const tasks = ticks.map(({ name, when, run }) =>
    schedule(when, async () => run().catch((error: unknown) => onError(name, error)), {
      name,
      noOverlap: true,
      timezone: 'UTC',
    }),
  );
  return async () => {
    for (const task of tasks) await task.destroy();
  };
}
