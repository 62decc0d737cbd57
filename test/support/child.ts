/** Runs a TypeScript file of `test/` as another process, for tests that need a real one. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A child whose lines are read one by one. */
export interface Child {
  readonly pid: number;
  /** The next line it prints; null once it has ended. */
  line(): Promise<string | null>;
  /** Every line it printed that was not read yet, once it has ended. */
  rest(): Promise<string[]>;
  /** Ends it at once, as a power cut would, and waits for that. */
  kill(): Promise<void>;
  /** Lets it end by itself. */
  end(): Promise<void>;
}

/** Starts `file`, relative to `test/`. */
export function startChild(file: string, ...args: string[]): Child {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    process.execPath,
    ['--import', 'tsx', path, ...args],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string | null> => {
    const next = await lines.next();
    return next.done === true ? null : next.value;
  };
  return {
    pid: child.pid ?? 0,
    line,
    rest: async () => {
      const all: string[] = [];
      for (let next = await line(); next !== null; next = await line()) all.push(next);
      return all;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    end: async () => {
      child.stdin.end();
      await exited;
    },
  };
}
