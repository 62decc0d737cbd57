/** Keeps the stored duties, asks and the next date of a contract equal to what the engine says of it now. */
import { citizenAsks } from '../../engine/citizen-asks.ts';
import { addDays, type Day } from '../../engine/day.ts';
import { officeDuties } from '../../engine/duties.ts';
import type { Law } from '../../engine/law.ts';
import { nextDate } from '../../engine/next-date.ts';
import type { Deps } from '../deps.ts';
import type { Contract, StoredAsk, Stores } from '../ports.ts';
import { termOf } from './contract-term.ts';

/** Ask states that need nothing more from the recipient. */
const SETTLED: readonly StoredAsk['state'][] = ['sent', 'accepted', 'excused'];

/** The law of a contract's region. Throws where the region is not known: a contract of it could not have been stored. */
export function lawOf(deps: Pick<Deps, 'laws'>, region: string): Law {
  const law = deps.laws[region];
  if (!law) throw new Error(`no law of region ${region}`);
  return law;
}

/** Called when a contract is registered and whenever its dates move; the planner looks at it at its next tick. */
export async function planContract(
  deps: Pick<Deps, 'laws' | 'newId'>,
  stores: Stores,
  contract: Contract,
  today: Day,
): Promise<void> {
  const law = lawOf(deps, contract.region);
  const term = termOf(contract);
  await stores.duties.replace(contract.id, officeDuties(law, term), citizenAsks(law, term).asks, deps.newId);
  await stores.cases.change(contract.id, { nextDate: today });
}

/** The planner has looked at the contract on this day: the index moves on, past it. */
export async function moveNextDate(
  deps: Pick<Deps, 'laws'>,
  stores: Stores,
  contract: Contract,
  lookedAt: Day,
): Promise<void> {
  await stores.cases.change(contract.id, { nextDate: await computedNextDate(deps, stores, contract, lookedAt) });
}

/** Something was done or opened again: the index may come nearer, never further, because today may not have been looked at yet. */
export async function bringNextDate(
  deps: Pick<Deps, 'laws'>,
  stores: Stores,
  contract: Contract,
  today: Day,
): Promise<void> {
  const next = await computedNextDate(deps, stores, contract, today);
  const stored = (await stores.cases.find(contract.id))?.nextDate ?? null;
  if (next !== null && (stored === null || next < stored)) await stores.cases.change(contract.id, { nextDate: next });
}

async function computedNextDate(
  deps: Pick<Deps, 'laws'>,
  stores: Stores,
  contract: Contract,
  after: Day,
): Promise<Day | null> {
  const [duties, asks] = [await stores.duties.ofContract(contract.id), await stores.duties.asksOf(contract.id)];
  const settled = {
    duties: new Set(duties.filter((duty) => duty.done).map((duty) => duty.key)),
    asks: new Set(asks.filter((ask) => SETTLED.includes(ask.state)).map((ask) => ask.id)),
  };
  const next = nextDate(lawOf(deps, contract.region), termOf(contract), settled, after);
  const paused = contract.remindersPausedUntil;
  // What was held back by a pause is looked at on the day after it.
  const resumes = paused !== null && paused >= after ? addDays(paused, 1) : null;
  return resumes !== null && (next === null || resumes < next) ? resumes : next;
}
