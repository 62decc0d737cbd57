/** Form 1 from the marks of the measures and the specialist's answers; the engine names the variant. */
import { type ConclusionResult, concludeContract } from '../../../engine/conclusion.ts';
import type { Day } from '../../../engine/day.ts';
import type { Fault } from '../../../engine/outcome.ts';
import type { CommandResult } from '../../../dialogs/command.ts';
import type { PaperWarning } from '../../../dialogs/paper-card.ts';
import { refused, type Turn } from '../../actor.ts';
import { lawOf } from '../../case/plan-contract.ts';
import type { Contract } from '../../ports.ts';
import { dutyOfOffice, type HeldDuty } from '../case/held.ts';
import type { KeptOutcome } from '../paper/kept-outcome.ts';
import { draftResult } from '../paper/draft-result.ts';
import { paperHead } from '../paper/paper-head.ts';
import type { Wish } from '../wish.ts';
import { conclusionQuestion, needsCause } from './conclusion-card.ts';

/** Prepares it, or its draft anew. Refused: a measure without a mark, answers the variant needs, a cause without words. */
export async function prepareConclusion(turn: Turn, command: Wish<'prepare-conclusion'>): Promise<CommandResult> {
  const held = await dutyOfOffice(turn, command.dutyId);
  if (held?.duty.kind !== 'conclusion') return refused('prepare-conclusion', 'not-found');
  const { contract, duty, staff } = held;
  const question = conclusionQuestion(contract, command.cause, command.effect);
  if (question === null) return refused('prepare-conclusion', 'faults', unmarked(contract));
  const outcome = concludeContract(lawOf(turn.deps, contract.region), question);
  if (!outcome.ok) return refused('prepare-conclusion', 'faults', outcome.faults);
  const cause = needsCause(outcome.value) ? (command.causeWords?.trim() ?? '') : null;
  if (cause === '') return refused('prepare-conclusion', 'faults', [NO_CAUSE]);
  const preparedOn = command.preparedOn ?? turn.actor.today;
  const head = await paperHead(turn, contract, staff, preparedOn);
  return draftResult(turn, 'prepare-conclusion', held, {
    contractId: contract.id,
    officeId: contract.officeId,
    key: duty.key,
    answers: [duty.key],
    value: (revision) => ({
      ...head,
      revision,
      kind: 'conclusion',
      measures: question.measures,
      outcome: outcome.value.outcome,
      cause,
    }),
    inputs: { question, causeWords: cause },
    outcome: keptOf(outcome.value, held, preparedOn),
    proposed: null,
    whyAgainst: null,
  });
}

function keptOf(result: ConclusionResult, { duty }: HeldDuty, preparedOn: Day): KeptOutcome {
  const { opensOn, dueOn } = duty;
  const outside = preparedOn < opensOn || preparedOn > dueOn;
  const warnings: PaperWarning[] = outside ? [{ code: 'outside-last-month', preparedOn, opensOn, dueOn }] : [];
  return { result, reasons: result.reasons, assumptions: result.assumptions, warnings };
}

const NO_CAUSE: Fault = {
  path: 'causeWords',
  problem: 'this variant names the cause and no words are given',
  remedy: 'say in words what the valid cause was',
};

function unmarked({ measures }: Contract): Fault[] {
  return measures.flatMap(({ name, status }, at) =>
    status === 'planned'
      ? [{ path: `measures[${at}]`, problem: `"${name}" has no mark`, remedy: 'mark it done, partly or not done' }]
      : [],
  );
}
