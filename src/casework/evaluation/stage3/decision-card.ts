/** Form 3 before it is prepared. */
import { later } from '../../../engine/day.ts';
import { type DecisionResult, proposeDecision } from '../../../engine/decision.ts';
import type { DecisionCard } from '../../../dialogs/evaluation-card.ts';
import type { Turn } from '../../actor.ts';
import { lawOf } from '../../case/plan-contract.ts';
import { dutyHead } from '../case/duty-head.ts';
import type { HeldDuty } from '../case/held.ts';
import { decisionFigures, decisionQuestion } from './decision-figures.ts';

/** The card of a decision's duty. */
export async function decisionCard(turn: Turn, held: HeldDuty): Promise<DecisionCard> {
  const { deps, actor } = turn;
  const { duty, contract } = held;
  const head = await dutyHead(turn, held);
  const figures = await decisionFigures(turn, contract);
  const on = later(actor.today, duty.opensOn);
  const outcome = proposeDecision(lawOf(deps, contract.region), decisionQuestion(contract, head.endsOn, on, figures));
  if (!outcome.ok) throw new Error(`stored records of ${contract.id} are no records: ${outcome.faults[0]?.path}`);
  return { ...head, kind: 'decision', ...figures, ...proposalPart(outcome.value) };
}

function proposalPart(result: DecisionResult) {
  const { confirmedMonths, betterMonths, worseMonths, minimum, proposal, reasons, assumptions } = result;
  return {
    confirmedMonths,
    betterMonths: betterMonths ?? null,
    worseMonths: worseMonths ?? null,
    minimum: minimum?.amount ?? null,
    proposal,
    reasons,
    assumptions,
  };
}
