import type { Fault } from '../engine/outcome.ts';
import { printLine } from './output.ts';

/** Exit status of input that was refused. */
const REFUSED = 2;

/** Names path, problem and remedy of every fault on stderr, and answers the exit status. */
export async function printFaults(command: string, faults: readonly Fault[]): Promise<number> {
  const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
  const lines = faults.map(({ path, problem, remedy }) => `  ${path}: ${problem}\n      ${remedy}`);
  await printLine([`${command}: ${count}`, ...lines].join('\n'), process.stderr);
  return REFUSED;
}
