/** Law as of a day: the row of a dated list that holds on it. */
import type { Day } from './day.ts';
import type { Citation, Dated, Law } from './law.ts';

/** The last row that began on or before the day, even if its value says "abolished" (null); null if none had begun. Order of the list does not matter. */
export function inForce<Row extends Dated<unknown>>(rows: readonly Row[], on: Day): Row | null {
  let found: Row | null = null;
  for (const row of rows) if (row.since <= on && (found === null || row.since >= found.since)) found = row;
  return found;
}

/** The citation as one line for a trace: the act with its source, or the source alone where no act was seen. */
export function citationText(cite: Citation): string {
  return cite.act === null ? cite.source : `${cite.act} (${cite.source})`;
}

/** The basis of a rule by its key in `law.bases`; a rule the law does not cite says so instead of borrowing an act. */
export function basisOf(law: Law, rule: string): string {
  const cite = law.bases[rule];
  return cite === undefined ? `${rule}: no act named` : citationText(cite);
}
