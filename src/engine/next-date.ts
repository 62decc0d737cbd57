import { citizenAsks } from './citizen-asks.ts';
import { citizenReminders } from './citizen-reminders.ts';
import type { ContractTerm } from './contract-term.ts';
import type { Day } from './day.ts';
import { officeDuties } from './duties.ts';
import { nextNudge } from './duty-nudges.ts';
import type { Law } from './law.ts';

/** What needs no more looking at: keys of duties done, ids of asks answered or excused. */
export interface Settled {
  readonly duties: ReadonlySet<string>;
  readonly asks: ReadonlySet<string>;
}

/**
 * The next day, strictly after the one given, on which anything of the contract must be looked at: a nudge of a duty not done
 * or a reminder of an ask not answered. Null when all duties are done and no reminder is left. The index of the planner.
 */
export function nextDate(law: Law, contract: ContractTerm, settled: Settled, after: Day): Day | null {
  const nudges = officeDuties(law, contract)
    .filter(({ key }) => !settled.duties.has(key))
    .map((duty) => nextNudge(duty, after).on);
  const reminders = citizenAsks(law, contract)
    .asks.filter(({ id, citizenDay }) => citizenDay > after && !settled.asks.has(id))
    .flatMap((ask) => citizenReminders(law, ask).map(({ on }) => on))
    .filter((on) => on > after);
  return [...nudges, ...reminders].reduce<Day | null>((first, on) => (first === null || on < first ? on : first), null);
}
