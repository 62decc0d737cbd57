/** Form 1 before it is prepared: measures, how far the programme was carried out, and what would follow from each answer. */
import {
  type Cause,
  type ConclusionInput,
  type ConclusionResult,
  concludeContract,
  type Effect,
} from '../../../engine/conclusion.ts';
import type { Law } from '../../../engine/law.ts';
import type { ConclusionCard, MeasureLine } from '../../../dialogs/evaluation-card.ts';
import type { Turn } from '../../actor.ts';
import { lawOf } from '../../case/plan-contract.ts';
import type { Contract, Measure } from '../../ports.ts';
import { dutyHead } from '../case/duty-head.ts';
import type { HeldDuty } from '../case/held.ts';

/** The card of a conclusion's duty. */
export async function conclusionCard(turn: Turn, held: HeldDuty): Promise<ConclusionCard> {
  const { contract } = held;
  const law = lawOf(turn.deps, contract.region);
  const results = possibleResults(law, contract);
  return {
    ...(await dutyHead(turn, held)),
    kind: 'conclusion',
    measures: contract.measures.map(measureLine),
    completion: results[0]?.result.completion ?? null,
    outcomes: results.map(({ cause, effect, result }) => ({
      cause,
      effect,
      outcome: result.outcome,
      consequence: result.consequence,
      causeInWords: needsCause(result),
      latestExtensionEndsOn: result.latestExtensionEndsOn ?? null,
    })),
  };
}

/** A measure with its mark. */
export function measureLine({ id, name, dueOn, status, note }: Measure): MeasureLine {
  return { measureId: id, name, dueOn, status, note };
}

/** Outcomes 2, 5 and 6 have a blank for the cause in words. */
export function needsCause(result: Pick<ConclusionResult, 'outcome'>): boolean {
  return result.outcome === 2 || result.outcome === 5 || result.outcome === 6;
}

/** The question to the engine; null while a measure has no mark. */
export function conclusionQuestion(
  contract: Contract,
  cause: Cause | null,
  effect: Effect | null,
): ConclusionInput | null {
  const measures = contract.measures.flatMap(({ name, status }) => (status === 'planned' ? [] : [{ name, status }]));
  if (measures.length < contract.measures.length) return null;
  return {
    startsOn: contract.startsOn,
    endsOn: contract.agreedEndsOn,
    measures,
    ...(cause === null ? {} : { cause }),
    ...(effect === null ? {} : { effect }),
  };
}

interface Possible {
  readonly cause: Cause | null;
  readonly effect: Effect | null;
  readonly result: ConclusionResult;
}

/** One without answers where all is done, by cause where nothing is, by cause and effect where a part is. */
function possibleResults(law: Law, contract: Contract): Possible[] {
  const answers: [Cause | null, Effect | null][] = [[null, null]];
  for (const cause of ['valid', 'not-valid'] as const)
    answers.push([cause, null], [cause, 'none'], [cause, 'cannot-be-assessed']);
  const possible = answers.flatMap(([cause, effect]): Possible[] => {
    const question = conclusionQuestion(contract, cause, effect);
    const outcome = question && concludeContract(law, question);
    return outcome?.ok ? [{ cause, effect, result: outcome.value }] : [];
  });
  // What the outcome does not rest on is ignored by the engine: the answer with the fewest words stands for it.
  return possible.filter(
    ({ result }, at) => possible.findIndex((other) => other.result.outcome === result.outcome) === at,
  );
}
