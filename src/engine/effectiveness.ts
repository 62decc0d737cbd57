/** How a report compares the income after with the income before, and the default proposal table (domain.md, "Stage 2"; order 693, form 2). */
import { comparePerCapita, perCapita } from './income.ts';
import type { Track } from './law.ts';
import { compareMoney, type Money } from './money.ts';

/** The four outcomes of form 2, and the two it has no line for. */
export type IncomeOutcome =
  | 'rose-above-minimum'
  | 'rose-not-above-minimum'
  | 'not-risen'
  | 'fell'
  | 'not-comparable'
  | 'rose-minimum-unknown';
/** Whether the result the contract names was reached. */
export type ContractResult = 'reached' | 'partly' | 'not-reached';
/** Living conditions after the contract; the form has no line for "same". */
export type LivingConditions = 'better' | 'worse' | 'same';
/** What the engine proposes for the line "effective / ineffective"; `undetermined` leaves it to the specialist. */
export type Effectiveness = 'effective' | 'ineffective' | 'undetermined';

/** Figures of a report: exact total of three months, counted members (from 1), the figure before as given. */
export interface ReportFigures {
  readonly total: Money;
  readonly members: number;
  readonly before: Money | null;
}

/** What follows from the figures and one value of the minimum. */
export interface Standing {
  readonly incomeOutcome: IncomeOutcome;
  /** Exactly above the minimum: the federal indicator; null where no minimum is known. */
  readonly aboveMinimum: boolean | null;
  readonly proposal: Effectiveness;
}

/** Facts beside income that the proposal rests on. */
export interface ReportAnswers {
  readonly track: Track;
  readonly livingConditions: LivingConditions;
  readonly result: ContractResult;
}

/** Where the family stands against one value of the minimum; null is a minimum that is not known. */
export function standingAgainst(figures: ReportFigures, minimum: Money | null, answers: ReportAnswers): Standing {
  const aboveMinimum = minimum === null ? null : comparePerCapita(figures.total, figures.members, minimum) > 0;
  const incomeOutcome = incomeOutcomeOf(figures, aboveMinimum);
  return { incomeOutcome, aboveMinimum, proposal: proposeEffectiveness(incomeOutcome, answers) };
}

/** Before and after are compared as the paper shows them, in kopecks; the minimum exactly (domain.md). */
function incomeOutcomeOf(figures: ReportFigures, aboveMinimum: boolean | null): IncomeOutcome {
  if (figures.before === null) return 'not-comparable';
  const order = compareMoney(perCapita(figures.total, figures.members), figures.before);
  if (order < 0) return 'fell';
  if (order === 0) return 'not-risen';
  if (aboveMinimum === null) return 'rose-minimum-unknown';
  return aboveMinimum ? 'rose-above-minimum' : 'rose-not-above-minimum';
}

/** The order has no formula; this is our default table, results across: reached, partly, not reached. */
const TABLE: { readonly [outcome in IncomeOutcome]: { readonly [result in ContractResult]: Effectiveness } } = {
  'rose-above-minimum': { reached: 'effective', partly: 'effective', 'not-reached': 'undetermined' },
  'rose-not-above-minimum': { reached: 'effective', partly: 'undetermined', 'not-reached': 'undetermined' },
  'not-risen': { reached: 'undetermined', partly: 'ineffective', 'not-reached': 'ineffective' },
  fell: { reached: 'undetermined', partly: 'ineffective', 'not-reached': 'ineffective' },
  'not-comparable': { reached: 'undetermined', partly: 'undetermined', 'not-reached': 'ineffective' },
  'rose-minimum-unknown': { reached: 'undetermined', partly: 'undetermined', 'not-reached': 'undetermined' },
};

/** The default proposal; for hardship, living conditions count as well. */
export function proposeEffectiveness(outcome: IncomeOutcome, answers: ReportAnswers): Effectiveness {
  const proposal = TABLE[outcome][answers.result];
  return answers.track === 'hardship' ? byConditions(proposal, answers) : proposal;
}

function byConditions(proposal: Effectiveness, { livingConditions, result }: ReportAnswers): Effectiveness {
  if (livingConditions === 'better' && proposal === 'ineffective' && result === 'partly') return 'undetermined';
  if (livingConditions === 'worse' && proposal === 'effective') return 'undetermined';
  return proposal;
}
