import type { DayTransfers, Law, Policy } from '../../../src/engine/law.ts';
import { lawFor } from '../../../src/law/index.ts';

/** The built-in law of a region; a test that names an unknown one is wrong. */
export function regionLaw(region = 'bryansk'): Law {
  const law = lawFor(region);
  if (law === null) throw new Error(`no law of ${region}`);
  return law;
}

/** The law with other readings. */
export function withPolicy(law: Law, policy: Partial<Policy>): Law {
  return { ...law, policy: { ...law.policy, ...policy } };
}

/** The law with the transfers given instead of its own. */
export function withTransfers(law: Law, ...rows: Omit<DayTransfers, 'cite'>[]): Law {
  const cite = { act: null, source: 'a test', link: null, verified: false };
  return { ...law, workCalendar: { ...law.workCalendar, transfers: rows.map((row) => ({ ...row, cite })) } };
}
