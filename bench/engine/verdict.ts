import type { Effectiveness, IncomeOutcome } from '../../src/engine/effectiveness.ts';
import type { ReportInput } from '../../src/engine/report.ts';

/** The verdict of stage 2 that every contestant must give; money in whole kopecks, null where it is not known. */
export interface Verdict {
  readonly perCapitaAfter: number;
  readonly aboveMinimum: boolean | null;
  readonly incomeOutcome: IncomeOutcome;
  readonly proposal: Effectiveness;
}

/**
 * What a rule engine without lists of people and dated law is handed, reckoned beforehand and not timed. Whole kopecks,
 * because these engines reckon in binary fractions: in roubles they round 8936.345 down.
 */
export interface Figures {
  /** Counted income of the counted members in the three months. */
  readonly total: number;
  readonly members: number;
  readonly before: number | null;
  readonly minimum: number | null;
}

/** One family: the whole document for us, the prepared figures for the others. */
export interface BenchCase {
  readonly input: ReportInput;
  readonly figures: Figures;
}

/** One engine in the race. */
export interface Contestant {
  readonly name: string;
  readonly judge: (one: BenchCase) => Verdict | Promise<Verdict>;
}
