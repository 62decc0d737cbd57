/** Keeps the stored duties, asks and the next date of a contract equal to what the engine says of it now. */
import { citizenAsks } from '../../engine/citizen-asks.ts';
import type { Day } from '../../engine/day.ts';
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

/** Called when a contract is registered and whenever its dates move. */
export async function planContract(
  deps: Pick<Deps, 'laws' | 'newId'>,
  stores: Stores,
  contract: Contract,
  today: Day,
): Promise<void> {
  const law = lawOf(deps, contract.region);
  const term = termOf(contract);
  await stores.duties.replace(contract.id, officeDuties(law, term), citizenAsks(law, term).asks, deps.newId);
  await refreshNextDate(deps, stores, contract, today);
}

/** Moves the planner's index: called when a duty is done, an ask answered, or a tick has looked at the contract. */
export async function refreshNextDate(
  deps: Pick<Deps, 'laws'>,
  stores: Stores,
  contract: Contract,
  lookedAt: Day,
): Promise<void> {
  const [duties, asks] = [await stores.duties.ofContract(contract.id), await stores.duties.asksOf(contract.id)];
  const next = nextDate(
    lawOf(deps, contract.region),
    termOf(contract),
    {
      duties: new Set(duties.filter((duty) => duty.done).map((duty) => duty.key)),
      asks: new Set(asks.filter((ask) => SETTLED.includes(ask.state)).map((ask) => ask.id)),
    },
    lookedAt,
  );
  await stores.cases.change(contract.id, { nextDate: next });
}
