/** What the commands of an operator share: settings and law checked before anything is opened. */
import type { Deps } from '../casework/deps.ts';
import { type Config, explainWrong, readConfig } from '../config.ts';
import { REGIONS, lawFor } from '../law/index.ts';
import { loadLawOverlay } from './load-law.ts';
import { printLine } from './output.ts';
import { printFaults } from './print-faults.ts';

/** Settings and law of every region. */
export interface Ready {
  readonly config: Config;
  readonly laws: Deps['laws'];
}

/** Null where something is wrong: it was said on stderr, and the exit status is 2. */
export async function readSettings(command: string): Promise<Ready | null> {
  const read = readConfig(process.env);
  if (!read.ok) {
    await printLine(explainWrong(read.wrong), process.stderr);
    return null;
  }
  const overlay = loadLawOverlay(read.config.dataDir);
  if (!overlay.ok) {
    await printFaults(command, overlay.faults);
    return null;
  }
  const laws = REGIONS.flatMap((region) => {
    const law = lawFor(region, overlay.value);
    return law === null ? [] : [[region, law] as const];
  });
  return { config: read.config, laws: Object.fromEntries(laws) };
}

/** Says on stderr why the program cannot go on, without a stack, and answers the exit status 1. */
export async function sayWhy(command: string, error: unknown): Promise<number> {
  const why = error instanceof Error ? error.message : String(error);
  await printLine(`opora ${command}: ${why}`, process.stderr);
  return 1;
}
