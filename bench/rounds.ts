/** One thing to be measured: runs a share of its work and answers how many units it did. */
export interface Measured {
  readonly name: string;
  /** Does one unit of work; `at` counts from 0 through all rounds. */
  readonly work: (at: number) => unknown;
}

/** Units a second of every round, warm-up left out. */
export interface Speed {
  readonly name: string;
  readonly perSecond: readonly number[];
}

/** Rounds are timed and not counted, so a slow contestant takes no longer than a fast one. */
export interface RoundPlan {
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly roundMs: number;
}

/** Measures all in turn within every round, so that a change of the machine's mood hits everyone alike. */
export async function measure(all: readonly Measured[], plan: RoundPlan): Promise<Speed[]> {
  const speeds = new Map(all.map(({ name }) => [name, [] as number[]]));
  const done = new Map<string, number>();
  for (const one of all) await runFor(one, plan.warmUpMs, done);
  for (let round = 0; round < plan.rounds; round += 1)
    for (const one of all) speeds.get(one.name)?.push(await runFor(one, plan.roundMs, done));
  return all.map(({ name }) => ({ name, perSecond: speeds.get(name) ?? [] }));
}

/** Looks at the clock after every batch that should take about a millisecond, so that the clock costs the fast ones nothing. */
async function runFor({ name, work }: Measured, ms: number, done: Map<string, number>): Promise<number> {
  const begun = performance.now();
  const first = done.get(name) ?? 0;
  let [at, batch] = [first, 1];
  for (;;) {
    const batchBegun = performance.now();
    for (const end = at + batch; at < end; at += 1) {
      const answer = work(at);
      // A contestant without promises is not made to wait for a turn of the event loop.
      if (answer instanceof Promise) await answer;
    }
    const now = performance.now();
    if (now - begun >= ms) {
      done.set(name, at);
      return ((at - first) / (now - begun)) * 1000;
    }
    if (now - batchBegun < 1) batch *= 2;
  }
}

/** The middle value; of an even number of them the upper of the two. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
