/** The default proposal table of stage 2 (domain.md) as data, for the engines we race with. */
import type { Effectiveness, IncomeOutcome } from '../../src/engine/effectiveness.ts';

const TABLE: { readonly [outcome in IncomeOutcome]: readonly [Effectiveness, Effectiveness, Effectiveness] } = {
  'rose-above-minimum': ['effective', 'effective', 'undetermined'],
  'rose-not-above-minimum': ['effective', 'undetermined', 'undetermined'],
  'not-risen': ['undetermined', 'ineffective', 'ineffective'],
  fell: ['undetermined', 'ineffective', 'ineffective'],
  'not-comparable': ['undetermined', 'undetermined', 'ineffective'],
  'rose-minimum-unknown': ['undetermined', 'undetermined', 'undetermined'],
};

/** Every cell: what follows from an outcome and a result of the contract. */
export const OUTCOMES_BY_RESULT = Object.entries(TABLE).flatMap(([outcome, row]) =>
  (['reached', 'partly', 'not-reached'] as const).map((result, at) => ({
    outcome: outcome as IncomeOutcome,
    result,
    proposal: row[at] ?? 'undetermined',
  })),
);
