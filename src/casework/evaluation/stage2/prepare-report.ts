/** Form 2 from the gathered figures and the specialist's answers; the engine proposes, the specialist chooses the verdict. */
import type { Fault } from '../../../engine/outcome.ts';
import { reportEffect, type ReportResult } from '../../../engine/report.ts';
import type { CommandResult } from '../../../dialogs/command.ts';
import type { MissingFigure } from '../../../dialogs/evaluation-card.ts';
import type { PaperWarning } from '../../../dialogs/paper-card.ts';
import { refused, type Turn } from '../../actor.ts';
import { calendarOfContract } from '../../case/contract-card.ts';
import { lawOf } from '../../case/plan-contract.ts';
import type { ReportPaper } from '../../paper/paper.ts';
import { dutyOfOffice, type HeldDuty } from '../case/held.ts';
import { caseData } from '../figures/case-data.ts';
import { reportFigures, reportQuestion } from '../figures/report-figures.ts';
import { draftResult } from '../paper/draft-result.ts';
import { paperHead } from '../paper/paper-head.ts';
import type { Wish } from '../wish.ts';
import { beforeOf, readingsDiffer } from './report-card.ts';

type Command = Wish<'prepare-report'>;

/** Prepares it as of today. Refused: a figure is missing, findings without words, a verdict against the proposal without a reason. */
export async function prepareReport(turn: Turn, command: Command): Promise<CommandResult> {
  const held = await dutyOfOffice(turn, command.dutyId);
  if (held?.duty.kind !== 'report') return refused('prepare-report', 'not-found');
  const { contract, duty, staff } = held;
  const { endsOn } = calendarOfContract(turn.deps, contract);
  const figures = reportFigures(await caseData(turn, contract), endsOn, turn.actor.today);
  if (figures.missing.length > 0) return refused('prepare-report', 'faults', figures.missing.map(missingFault));
  const question = reportQuestion(figures, command.conditions, command.result);
  const outcome = reportEffect(lawOf(turn.deps, contract.region), question);
  if (!outcome.ok) return refused('prepare-report', 'faults', outcome.faults);
  const result = outcome.value;
  const faults = answerFaults(command, result);
  if (faults.length > 0) return refused('prepare-report', 'faults', faults);
  const head = await paperHead(turn, contract, staff, turn.actor.today);
  const parts = figureParts(turn, held, command, result);
  return draftResult(turn, 'prepare-report', held, {
    contractId: contract.id,
    officeId: contract.officeId,
    key: duty.key,
    answers: [duty.key],
    value: (revision) => ({ ...head, revision, ...parts }),
    inputs: { question, figures: figures.figures },
    outcome: {
      result,
      reasons: result.reasons,
      assumptions: result.assumptions,
      warnings: warningsOf(turn, held, command, result),
    },
    proposed: result.proposal,
    whyAgainst: command.whyAgainst?.trim() || null,
  });
}

type ReportParts = Omit<ReportPaper, keyof Awaited<ReturnType<typeof paperHead>> | 'revision'>;

function figureParts(turn: Turn, { contract }: HeldDuty, command: Command, result: ReportResult): ReportParts {
  const before = beforeOf(turn, contract);
  return {
    kind: 'report',
    before: {
      on: before.on,
      averageMonthlyIncome: before.averageMonthlyIncome,
      familyMinimum: before.familyMinimum,
      perCapitaIncome: before.perCapitaIncome,
    },
    after: {
      on: turn.actor.today,
      averageMonthlyIncome: result.averageMonthlyIncomeAfter,
      familyMinimum: result.familyMinimum,
      perCapitaIncome: result.perCapitaIncomeAfter,
      perCapitaMinimum: result.minimum?.amount ?? null,
    },
    business: result.business,
    livingConditions: command.livingConditions.trim(),
    conditions: command.conditions,
    incomeOutcome: result.incomeOutcome,
    result: command.result,
    verdict: command.verdict,
  };
}

/** Whether the engine proposes the other verdict. */
function isAgainst(command: Command, result: ReportResult): boolean {
  return result.proposal !== 'undetermined' && result.proposal !== command.verdict;
}

function answerFaults(command: Command, result: ReportResult): Fault[] {
  const faults: Fault[] = [];
  if (command.livingConditions.trim() === '')
    faults.push({
      path: 'livingConditions',
      problem: 'no words on the living conditions',
      remedy: 'write what the survey found',
    });
  if (isAgainst(command, result) && !command.whyAgainst?.trim())
    faults.push({
      path: 'whyAgainst',
      problem: `the figures propose "${result.proposal}"`,
      remedy: 'give the reason for the other verdict, or choose the proposed one',
    });
  return faults;
}

function warningsOf({ actor }: Turn, { duty }: HeldDuty, command: Command, result: ReportResult): PaperWarning[] {
  const blank = result.reasons.filter(({ code }) => code === 'no-line-on-form');
  return [
    ...(readingsDiffer(result) ? [{ code: 'minimum-readings-differ' } as const] : []),
    ...blank.map((reason) => ({ code: 'no-line-on-form', field: String(reason['field']) }) as const),
    ...(isAgainst(command, result) ? [{ code: 'against-proposal', proposed: result.proposal } as const] : []),
    ...(actor.today > duty.dueOn ? [{ code: 'after-its-day', dueOn: duty.dueOn } as const] : []),
  ];
}

/** A figure nobody has given, as a fault: `figures.2026-09.household`. */
export function missingFault({ month, item, state }: MissingFigure): Fault {
  return {
    path: `figures.${month}.${item}`,
    problem: `nobody has given it yet (${state})`,
    remedy: 'accept what the recipient sends, or enter the figure with where it was read',
  };
}
