/** What figures are gathered from, loaded once: accepted months, what staff entered, asks, and the names of who entered it. */
import type { Day } from '../../../engine/day.ts';
import type { Turn } from '../../actor.ts';
import type { Contract, StoredAsk, StoredFigure, StoredHousehold, Submission } from '../../ports.ts';

/** The sources of one contract. */
export interface CaseData {
  readonly contract: Contract;
  readonly submissions: readonly Submission[];
  /** Oldest first. */
  readonly entered: readonly StoredFigure[];
  readonly households: readonly StoredHousehold[];
  readonly asks: readonly StoredAsk[];
  /** Names of staff by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly today: Day;
}

/** Loads them. */
export async function caseData({ stores, actor }: Turn, contract: Contract): Promise<CaseData> {
  const entered = await stores.figures.ofContract(contract.id);
  const names = new Map<string, string>();
  for (const id of new Set(entered.map((figure) => figure.byStaffId)))
    names.set(id, (await stores.offices.findStaff(id))?.name ?? '');
  return {
    contract,
    submissions: await stores.submissions.ofContract(contract.id),
    entered,
    households: await stores.figures.householdsOf(contract.id),
    asks: await stores.duties.asksOf(contract.id),
    names,
    today: actor.today,
  };
}
