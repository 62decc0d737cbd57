/** The reckoning of a report, step by step, for the person who signs it. */
import type { BusinessIncome } from './business-income.ts';
import type { Day, Month } from './day.ts';
import type { Effectiveness, IncomeOutcome } from './effectiveness.ts';
import { basisOf } from './in-force.ts';
import type { Law, Policy } from './law.ts';
import { decidingTerritory, minimumRow, minimumStep } from './minimum.ts';
import type { Money } from './money.ts';
import type { TraceStep } from './outcome.ts';
import type { ReportInput } from './report-input.ts';

/** Figures the trace shows; a report holds them all. */
interface Figures {
  readonly incomeMonths: readonly Month[];
  readonly countedMembers: readonly string[];
  readonly totalIncomeAfter: Money;
  readonly perCapitaIncomeBefore: Money | null;
  readonly perCapitaIncomeAfter: Money;
  readonly averageMonthlyIncomeAfter: Money;
  readonly minimumReadings: readonly { readonly on: Day | null }[];
  readonly familyMinimum: Money | null;
  readonly incomeOutcome: IncomeOutcome;
  readonly business: BusinessIncome | null;
  readonly aboveMinimum: boolean | null;
  readonly proposal: Effectiveness;
}

/** Steps of a report from the end of the contract to the proposal. */
export function reportTrace(law: Law, input: ReportInput, policy: Policy, figures: Figures): TraceStep[] {
  const { countedMembers: counted, totalIncomeAfter: total } = figures;
  const report = basisOf(law, 'report');
  const steps: TraceStep[] = [
    { step: 'income-months', in: { endsOn: input.endsOn }, out: figures.incomeMonths, basis: report },
    {
      step: 'household',
      in: { members: input.after.members.map((member) => member.id), on: input.reportOn },
      out: counted,
      basis: basisOf(law, 'household'),
    },
    {
      step: 'total-income',
      in: { months: figures.incomeMonths, members: counted },
      out: total,
      basis: basisOf(law, 'income-kinds'),
    },
    { step: 'average-monthly-income', in: { total, months: 3 }, out: figures.averageMonthlyIncomeAfter, basis: report },
    {
      step: 'per-capita-income',
      in: { total, months: 3, members: counted.length },
      out: figures.perCapitaIncomeAfter,
      basis: basisOf(law, 'per-capita-income'),
    },
    ...minimumSteps(law, input, policy, figures),
  ];
  if (figures.business !== null)
    steps.push({ step: 'business-income', in: { months: figures.incomeMonths }, out: figures.business, basis: report });
  return [...steps, ...outcomeSteps(law, input, figures)];
}

function minimumSteps(law: Law, input: ReportInput, policy: Policy, figures: Figures): TraceStep[] {
  const on = figures.minimumReadings[0]?.on ?? null;
  if (on === null) return [];
  const territory = decidingTerritory(law, input, policy);
  const step = minimumStep(territory, on, minimumRow(law, territory, on));
  return [
    step,
    {
      step: 'family-minimum',
      in: { members: figures.countedMembers.length, on },
      out: figures.familyMinimum,
      basis: step.basis,
    },
  ];
}

function outcomeSteps(law: Law, input: ReportInput, figures: Figures): TraceStep[] {
  const report = basisOf(law, 'report');
  return [
    {
      step: 'income-outcome',
      in: {
        before: figures.perCapitaIncomeBefore,
        after: figures.perCapitaIncomeAfter,
        aboveMinimum: figures.aboveMinimum,
      },
      out: figures.incomeOutcome,
      basis: report,
    },
    {
      step: 'federal-indicator',
      in: { after: figures.perCapitaIncomeAfter },
      out: figures.aboveMinimum,
      basis: basisOf(law, 'federal-indicator'),
    },
    {
      step: 'proposal',
      in: { incomeOutcome: figures.incomeOutcome, result: input.result, livingConditions: input.livingConditions },
      out: figures.proposal,
      basis: report,
    },
  ];
}
