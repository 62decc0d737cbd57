/** Tests that need more than Node: where it is missing they are skipped aloud, and under `OPORA_NO_SKIP=1` (CI) that is an error. */

/** Fixed beginning of the line that a skip prints; `.ci/run` looks for it. */
export const SKIP_MARKER = 'SKIPPED:';

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
