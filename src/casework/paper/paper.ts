/**
 * The papers of the three-stage evaluation as values: everything a form shows, ready to be printed, and nothing that has to be
 * looked up. Kept whole with the paper when it is approved, so that what was signed can always be shown again.
 * Order 693 of 12.05.2026, forms 1–4 [003]; other regions follow it by analogy and do not cite it.
 */
import type { Day, Month } from '../../engine/day.ts';
import type { Track } from '../../engine/law.ts';
import type { Money } from '../../engine/money.ts';
import type { ConfirmedBy } from '../../dialogs/evaluation-codes.ts';

export { PAPER_KINDS } from '../../dialogs/evaluation-codes.ts';
export type { ConfirmedBy, PaperKind } from '../../dialogs/evaluation-codes.ts';

/** One of the two who sign. */
export interface Signer {
  readonly name: string;
  readonly position: string;
}

/** What every form begins and ends with. */
export interface PaperHead {
  readonly region: string;
  /** Name of the office as papers print it. */
  readonly officeName: string;
  readonly contractNumber: string;
  readonly recipientName: string;
  readonly track: Track;
  readonly startsOn: Day;
  /** The real end: stopped, else extended, else agreed. */
  readonly endsOn: Day;
  readonly specialist: Signer;
  readonly head: Signer;
  /** The day the paper bears; null: left open to be written by hand. */
  readonly preparedOn: Day | null;
  /** From 1; a mistake found after approval makes the next one. */
  readonly revision: number;
  /** Not approved yet: printed with a mark. */
  readonly draft: boolean;
}

/** Form 1. */
export interface ConclusionPaper extends PaperHead {
  readonly kind: 'conclusion';
  readonly measures: readonly { readonly name: string; readonly status: 'done' | 'partly' | 'not-done' }[];
  readonly outcome: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** In words, for outcomes 2, 5 and 6. */
  readonly cause: string | null;
}

/** One of the two sets of figures of form 2. */
export interface IncomeFigures {
  readonly on: Day | null;
  readonly averageMonthlyIncome: Money | null;
  readonly familyMinimum: Money | null;
  readonly perCapitaIncome: Money | null;
}

/** Form 2. */
export interface ReportPaper extends PaperHead {
  readonly kind: 'report';
  readonly before: IncomeFigures;
  readonly after: IncomeFigures & { readonly perCapitaMinimum: Money | null };
  /** Only of the tracks б and в. */
  readonly business: { readonly total: Money; readonly monthlyAverage: Money } | null;
  /** Findings of the survey in words. */
  readonly livingConditions: string;
  readonly conditions: 'better' | 'worse' | 'same';
  readonly incomeOutcome:
    | 'rose-not-above-minimum'
    | 'rose-above-minimum'
    | 'not-risen'
    | 'fell'
    | 'not-comparable'
    | 'rose-minimum-unknown';
  readonly result: 'reached' | 'partly' | 'not-reached';
  readonly verdict: 'effective' | 'ineffective';
}

/** Average own and per-capita income of three months, printed in the records of months 6, 9 and 12. */
export interface WindowFigures {
  readonly numbers: readonly [number, number, number];
  /** Null for `hardship`, which has no own income. */
  readonly ownIncome: Money | null;
  readonly perCapitaIncome: Money;
}

/** Form 4, one month. */
export interface MonitoringPaper extends PaperHead {
  readonly kind: 'monitoring';
  /** 1–12. */
  readonly number: number;
  readonly month: Month | null;
  /** The day of the check. */
  readonly checkedOn: Day;
  readonly confirmedBy: ConfirmedBy;
  /** Which papers, which answer: in words; null where the method says it all. */
  readonly paper: string | null;
  /** Of all tracks but `hardship`. Never `no-answer`: then no form is printed. */
  readonly fact: 'confirmed' | 'not-confirmed' | null;
  /** Which registration, for `business`. */
  readonly registeredAs: 'entrepreneur' | 'self-employed' | null;
  /** Of `hardship`. */
  readonly conditions: 'better' | 'worse' | null;
  readonly hardship: 'overcome' | 'partly' | 'not-overcome' | null;
  readonly window: WindowFigures | null;
}

/** Form 3. */
export interface DecisionPaper extends PaperHead {
  readonly kind: 'decision';
  /** Months with the fact confirmed; for `hardship` months with an answer. */
  readonly confirmedMonths: number;
  /** For `hardship`: months better and worse. */
  readonly betterMonths: number | null;
  readonly worseMonths: number | null;
  readonly windows: readonly WindowFigures[];
  /** Day and verdict of form 2; null where none was made. */
  readonly report: { readonly on: Day; readonly verdict: 'effective' | 'ineffective' } | null;
  readonly decision: 'advisable' | 'not-advisable';
  /** Other measures of support, in words, when a new contract is not advisable. */
  readonly otherSupport: readonly string[];
}

/**
 * A letter that asks an employer or the tax service for one month. It has no day of birth and no tax number: a case keeps only what its
 * forms need, and a letter prints empty lines for the two, to be filled by hand where namesakes could be mixed up.
 */
export interface InquiryPaper extends PaperHead {
  readonly kind: 'inquiry';
  readonly to: 'employer' | 'tax-service';
  /** Name and address as the letter prints them. */
  readonly addressee: string;
  readonly month: Month;
  readonly sentOn: Day;
  readonly answerBy: Day;
}

/** Any paper that can be printed. */
export type Paper = ConclusionPaper | ReportPaper | MonitoringPaper | DecisionPaper | InquiryPaper;

/** One row of the register that goes to the department by the 10th. */
export interface RegisterRow {
  readonly officeName: string;
  readonly contractNumber: string;
  readonly recipientName: string;
  readonly track: Track;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly reportOn: Day;
  readonly perCapitaIncomeBefore: Money | null;
  readonly perCapitaIncomeAfter: Money;
  readonly perCapitaMinimum: Money | null;
  readonly incomeOutcome: ReportPaper['incomeOutcome'];
  readonly conditions: ReportPaper['conditions'];
  readonly result: ReportPaper['result'];
  readonly verdict: ReportPaper['verdict'];
}

/** The register of reports prepared in one month. */
export interface Register {
  readonly region: string;
  readonly month: Month;
  readonly rows: readonly RegisterRow[];
}

/** Income per head by month against the minimum, for the picture of a case. */
export interface IncomeChart {
  readonly recipientName: string;
  readonly months: readonly {
    readonly month: Month;
    readonly perCapitaIncome: Money | null;
    readonly minimum: Money | null;
  }[];
  readonly endsOn: Day;
  readonly perCapitaIncomeBefore: Money | null;
  readonly windows: readonly {
    readonly months: readonly [Month, Month, Month];
    readonly perCapitaIncome: Money | null;
  }[];
}
