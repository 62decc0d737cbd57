/** What is sent for one month, and every fault of it (interfaces.md, `score`). */
import type { Day, Month } from './day.ts';
import { kindFault } from './income.ts';
import type { Law, ProofKind, SubmissionItem, Track } from './law.ts';
import type { Money } from './money.ts';
import type { Fault } from './outcome.ts';

/** What a recipient says of the fact; `unknown` answers nothing, `given-to-office` answers but is not seen here. */
export type FactAnswer = 'yes' | 'no' | 'better' | 'worse' | 'given-to-office' | 'unknown';

/** The recipient's own income of the month: by kind, none, or already given to the office. An empty list answers nothing. */
export type IncomeAnswer = readonly { readonly kind: string; readonly amount: Money }[] | 'none' | 'given-to-office';

/** A month as accepted before. */
export interface EarlierMonth {
  readonly month: Month;
  readonly income: Money;
  readonly fact: 'yes' | 'no';
}

/** A submission for one month. `citizenDay` is the day asked of the citizen, `dueOn` the day of the office's duty. */
export interface ScoreInput {
  readonly region: string;
  readonly track: Track;
  readonly month: Month;
  readonly submittedOn: Day;
  readonly citizenDay: Day;
  readonly dueOn: Day;
  readonly asked: readonly SubmissionItem[];
  readonly fact?: { readonly state: FactAnswer; readonly proofs: readonly ProofKind[] } | undefined;
  readonly income?: { readonly items: IncomeAnswer; readonly proofs: readonly ProofKind[] } | undefined;
  readonly earlier?: readonly EarlierMonth[] | undefined;
  /** True where one of the files was already sent for an earlier month. */
  readonly sameFileAsEarlier?: boolean | undefined;
}

/** Another region, nothing asked, a fact that is not the track's, an unknown kind of income. */
export function scoreFaults(law: Law, input: ScoreInput): Fault[] {
  const faults: Fault[] = [];
  if (input.region !== law.region.code)
    faults.push({ path: 'region', problem: `the law at hand is of ${law.region.code}`, remedy: 'ask with its law' });
  if (input.asked.length === 0)
    faults.push({ path: 'asked', problem: 'nothing was asked', remedy: 'list "fact", "income" or both' });
  const state = input.fact?.state;
  const foreign =
    input.track === 'hardship' ? state === 'yes' || state === 'no' : state === 'better' || state === 'worse';
  if (foreign)
    faults.push({
      path: 'fact.state',
      problem: `"${String(state)}" is not an answer for ${input.track}`,
      remedy: input.track === 'hardship' ? 'write "better" or "worse"' : 'write "yes" or "no"',
    });
  const items = input.income?.items;
  if (typeof items === 'object')
    faults.push(...items.flatMap((item, at) => kindFault(law, item.kind, `income.items[${at}].kind`)));
  return faults;
}
