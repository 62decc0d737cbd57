/** Tests that need more than Node: where it is missing they are skipped aloud, and under `OPORA_NO_SKIP=1` (CI) that is an error. */
import { spawnSync } from 'node:child_process';

/** Fixed beginning of the line that a skip prints; `.ci/run` looks for it. */
const SKIP_MARKER = 'SKIPPED:';

/**
 * For `describe.skipIf(...)`: true where `condition` does not hold. `why` says what is missing and how to get it.
 * Throws under `OPORA_NO_SKIP=1`, so that a machine that should have everything cannot pass by running less.
 */
export function skipUnless(condition: boolean, why: string): boolean {
  if (condition) return false;
  if (process.env['OPORA_NO_SKIP'] === '1') throw new Error(`may not be skipped here: ${why}`);
  process.stderr.write(`${SKIP_MARKER} ${why}\n`);
  return true;
}

/** Whether the machine has this command, by asking for its version. */
export function hasCommand(command: string): boolean {
  return spawnSync(command, ['-v'], { stdio: 'ignore' }).error === undefined;
}
