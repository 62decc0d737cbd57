import type { Law } from '../../src/engine/law.ts';
import type { Money } from '../../src/engine/money.ts';
import { type ReportInput, type ReportResult, reportEffect } from '../../src/engine/report.ts';
import { lawFor } from '../../src/law/index.ts';
import type { BenchCase, Contestant, Figures, Verdict } from './verdict.ts';

/** Ours: from the whole document of the family to figures, outcome, proposal, reasons, assumptions and trace. */
export const OPORA: Contestant = {
  name: 'opora',
  judge: ({ input }) => verdictOf(report(input)),
};

/** The family with its figures prepared for engines that cannot count a family. */
export function benchCase(input: ReportInput): BenchCase {
  const { totalIncomeAfter, countedMembers, perCapitaIncomeBefore, minimum } = report(input);
  const figures: Figures = {
    total: kopecks(totalIncomeAfter),
    members: countedMembers.length,
    before: perCapitaIncomeBefore === null ? null : kopecks(perCapitaIncomeBefore),
    minimum: minimum === null ? null : kopecks(minimum.amount),
  };
  return { input, figures };
}

/** The same family with as much before as after: what chance alone never makes. */
export function withoutRise(input: ReportInput): ReportInput {
  return { ...input, before: { perCapitaIncome: report(input).perCapitaIncomeAfter } };
}

function report(input: ReportInput): ReportResult {
  const outcome = reportEffect(lawOf(input.region), input);
  if (!outcome.ok) throw new Error(`a bench family was refused: ${JSON.stringify(outcome.faults)}`);
  return outcome.value;
}

function lawOf(region: string): Law {
  const law = lawFor(region);
  if (law === null) throw new Error(`no law of ${region}`);
  return law;
}

function verdictOf({ perCapitaIncomeAfter, aboveMinimum, incomeOutcome, proposal }: ReportResult): Verdict {
  return { perCapitaAfter: kopecks(perCapitaIncomeAfter), aboveMinimum, incomeOutcome, proposal };
}

function kopecks(amount: Money): number {
  return Number(amount.replace('.', ''));
}
