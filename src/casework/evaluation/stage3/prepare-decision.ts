/** Form 3 from twelve records, three windows and the report; the engine proposes, the specialist decides. */
import type { Day } from '../../../engine/day.ts';
import { type DecisionResult, proposeDecision } from '../../../engine/decision.ts';
import type { Fault } from '../../../engine/outcome.ts';
import type { CommandResult } from '../../../dialogs/command.ts';
import type { PaperWarning } from '../../../dialogs/paper-card.ts';
import { refused, type Turn } from '../../actor.ts';
import { calendarOfContract } from '../../case/contract-card.ts';
import { lawOf } from '../../case/plan-contract.ts';
import { dutyOfOffice, type HeldDuty } from '../case/held.ts';
import { printedWindow } from '../figures/window-figures.ts';
import { draftResult } from '../paper/draft-result.ts';
import { paperHead } from '../paper/paper-head.ts';
import type { Wish } from '../wish.ts';
import { type DecisionFigures, decisionFigures, decisionQuestion } from './decision-figures.ts';

type Command = Wish<'prepare-decision'>;

/** Refused: not advisable without other support, against the proposal without a reason. Gaps are warnings: a person decides. */
export async function prepareDecision(turn: Turn, command: Command): Promise<CommandResult> {
  const held = await dutyOfOffice(turn, command.dutyId);
  if (held?.duty.kind !== 'decision') return refused('prepare-decision', 'not-found');
  const { contract, duty, staff } = held;
  const { endsOn } = calendarOfContract(turn.deps, contract);
  const figures = await decisionFigures(turn, contract);
  const question = decisionQuestion(contract, endsOn, command.decidedOn, figures);
  const outcome = proposeDecision(lawOf(turn.deps, contract.region), question);
  if (!outcome.ok) return refused('prepare-decision', 'faults', outcome.faults);
  const result = outcome.value;
  const otherSupport = command.otherSupport.map((each) => each.trim()).filter((each) => each !== '');
  const faults = answerFaults(command, otherSupport, result);
  if (faults.length > 0) return refused('prepare-decision', 'faults', faults);
  const head = await paperHead(turn, contract, staff, command.decidedOn);
  return draftResult(turn, 'prepare-decision', held, {
    contractId: contract.id,
    officeId: contract.officeId,
    key: duty.key,
    answers: [duty.key],
    value: (revision) => ({
      ...head,
      revision,
      kind: 'decision',
      confirmedMonths: result.confirmedMonths,
      betterMonths: result.betterMonths ?? null,
      worseMonths: result.worseMonths ?? null,
      windows: figures.windows.flatMap((line) => printedWindow(line) ?? []),
      report: figures.report && { on: figures.report.on, verdict: figures.report.verdict },
      decision: command.decision,
      otherSupport: command.decision === 'advisable' ? [] : otherSupport,
    }),
    inputs: { question, figures },
    outcome: {
      result,
      reasons: result.reasons,
      assumptions: result.assumptions,
      warnings: warningsOf(held, command, result, figures),
    },
    proposed: result.proposal,
    whyAgainst: command.whyAgainst?.trim() || null,
  });
}

function isAgainst(command: Command, result: DecisionResult): boolean {
  return result.proposal !== 'undetermined' && result.proposal !== command.decision;
}

function answerFaults(command: Command, otherSupport: readonly string[], result: DecisionResult): Fault[] {
  const faults: Fault[] = [];
  if (command.decision === 'not-advisable' && otherSupport.length === 0)
    faults.push({
      path: 'otherSupport',
      problem: 'no other support is named',
      remedy: 'name at least one measure or service the family is offered instead',
    });
  if (isAgainst(command, result) && !command.whyAgainst?.trim())
    faults.push({
      path: 'whyAgainst',
      problem: `the records propose "${result.proposal}"`,
      remedy: 'give the reason for the other decision, or choose the proposed one',
    });
  return faults;
}

function warningsOf(
  { duty }: HeldDuty,
  command: Command,
  result: DecisionResult,
  { records, windows }: DecisionFigures,
): PaperWarning[] {
  const unsigned = records
    .filter(({ approved, fact, conditions }) => !approved && (fact ?? conditions) !== null)
    .map(({ number }) => number);
  const day: Day = command.decidedOn;
  return [
    ...(result.missing.length > 0 ? [{ code: 'records-missing', numbers: result.missing } as const] : []),
    ...(unsigned.length > 0 ? [{ code: 'records-not-approved', numbers: unsigned } as const] : []),
    ...windows.flatMap(({ perCapitaIncome, numbers }) =>
      perCapitaIncome === null ? [{ code: 'window-missing', numbers } as const] : [],
    ),
    ...(isAgainst(command, result) ? [{ code: 'against-proposal', proposed: result.proposal } as const] : []),
    ...(day < duty.opensOn ? [{ code: 'before-its-month', opensOn: duty.opensOn } as const] : []),
    ...(day > duty.dueOn ? [{ code: 'after-its-day', dueOn: duty.dueOn } as const] : []),
  ];
}
