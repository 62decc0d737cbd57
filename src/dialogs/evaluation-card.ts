/** The evaluation as its people see it: what waits, one case with its figures first, one paper with what may be done with it. */
import type { Completion, ConclusionOutcome, Consequence } from '../engine/conclusion.ts';
import type { Day, Month } from '../engine/day.ts';
import type { Advice } from '../engine/decision-advice.ts';
import type { DutyKind, DutyStatus } from '../engine/duties.ts';
import type { ContractResult, Effectiveness, IncomeOutcome, LivingConditions } from '../engine/effectiveness.ts';
import type { WhyNotCounted } from '../engine/household.ts';
import type { Track } from '../engine/law.ts';
import type { AgeBand, Relation } from '../engine/member.ts';
import type { Money } from '../engine/money.ts';
import type { HardshipState, RecordConditions, RecordFact } from '../engine/monitoring-records.ts';
import type { Assumption, Fault, Reason } from '../engine/outcome.ts';
import type { FactState } from './codes.ts';
import type { ConfirmedBy, InquiryAnswer, InquiryTo, PaperKind } from './evaluation-codes.ts';
import type { FigureLine, MissingFigure, WindowLine } from './evaluation-figure.ts';
import type { FileRef } from './file-ref.ts';
import type { PaperLine } from './paper-card.ts';

export type { FigureLine, FigureOrigin, MissingFigure, WindowLine } from './evaluation-figure.ts';

/** Why a line waits: a paper to approve, a paper that came back, an inquiry without its answer, a duty that needs a paper. */
export type WorkReason = 'to-approve' | 'returned' | 'inquiry-due' | 'duty';

/** One line of "what waits for me"; press it to open the duty (`dutyId`), else the paper (`paperId`), else the inquiry's duty. */
export interface WorkLine {
  readonly why: WorkReason;
  readonly dutyId: string | null;
  readonly paperId: string | null;
  readonly inquiryId: string | null;
  readonly contractId: string;
  readonly contractNumber: string;
  readonly recipientName: string;
  readonly kind: DutyKind | 'inquiry';
  /** Of a record or a window. */
  readonly number: number | null;
  readonly month: Month | null;
  /** The day of the duty; of an inquiry the day its answer was due. */
  readonly dueOn: Day | null;
  /** A paper of this duty is begun. */
  readonly draft: boolean;
  readonly pending: boolean;
}

/** What every card of a duty begins with. */
export interface DutyHead {
  readonly dutyId: string;
  readonly contractId: string;
  readonly contractNumber: string;
  readonly recipientName: string;
  readonly track: Track;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly opensOn: Day;
  readonly dueOn: Day;
  readonly status: DutyStatus;
  /** The commission has not decided on an extension: the days may move. */
  readonly pending: boolean;
  /** The newest paper of the duty, whatever its state. */
  readonly paper: PaperLine | null;
}

/** A measure of the programme with its mark. */
export interface MeasureLine {
  readonly measureId: string;
  readonly name: string;
  readonly dueOn: Day | null;
  readonly status: 'planned' | 'done' | 'partly' | 'not-done';
  readonly note: string | null;
}

/** Form 1 before it is prepared. */
export interface ConclusionCard extends DutyHead {
  readonly kind: 'conclusion';
  readonly measures: readonly MeasureLine[];
  /** Null while a measure has no mark. */
  readonly completion: Completion | null;
  /** What would follow from each answer; one line without answers where all is done. Empty while a measure has no mark. */
  readonly outcomes: readonly {
    readonly cause: 'valid' | 'not-valid' | null;
    readonly effect: 'none' | 'cannot-be-assessed' | null;
    readonly outcome: ConclusionOutcome;
    readonly consequence: Consequence;
    readonly causeInWords: boolean;
    readonly latestExtensionEndsOn: Day | null;
  }[];
}

/** What a record says so far. */
export interface RecordLine {
  readonly number: number;
  readonly month: Month | null;
  /** Null where nothing is kept yet. */
  readonly fact: RecordFact | null;
  readonly conditions: RecordConditions | null;
  readonly hardship: HardshipState | null;
  readonly checkedOn: Day | null;
  readonly confirmedBy: ConfirmedBy | null;
  readonly paperWords: string | null;
  readonly registeredAs: 'entrepreneur' | 'self-employed' | null;
  /** An approved paper stands behind it. */
  readonly approved: boolean;
}

/** A letter of the office and its answer. */
export interface InquiryLine {
  readonly inquiryId: string;
  readonly to: InquiryTo;
  readonly addressee: string;
  readonly month: Month;
  readonly sentOn: Day;
  readonly answerBy: Day;
  readonly answer: { readonly on: Day; readonly what: InquiryAnswer; readonly words: string | null } | null;
  /** The day has passed and nothing came. */
  readonly overdue: boolean;
  readonly file: FileRef | null;
}

/** A survey of the home by the office. */
export interface SurveyLine {
  readonly surveyId: string;
  readonly on: Day;
  readonly findings: string;
  readonly files: readonly FileRef[];
  readonly by: string;
}

/** Form 4 of one month before it is prepared. */
export interface MonitoringCard extends DutyHead {
  readonly kind: 'monitoring';
  readonly number: number;
  readonly month: Month | null;
  /** What the recipient sent of the fact for this month. */
  readonly said: {
    readonly submissionId: string;
    readonly number: string;
    readonly status: 'sent' | 'accepted' | 'returned';
    readonly state: FactState;
    readonly words: string | null;
    readonly proofs: readonly { readonly kind: string; readonly file: FileRef | null }[];
  } | null;
  readonly record: RecordLine;
  /** How the record would be kept by what was accepted or answered; null where nothing was. */
  readonly suggestion: {
    readonly fact: 'confirmed' | 'not-confirmed' | null;
    readonly conditions: 'better' | 'worse' | null;
    readonly confirmedBy: ConfirmedBy;
    readonly paperWords: string | null;
  } | null;
  readonly inquiries: readonly InquiryLine[];
  readonly surveys: readonly SurveyLine[];
  /** Only of records 6, 9 and 12. */
  readonly window: WindowLine | null;
}

/** An income window: its figures go into the record of its last month. */
export interface WindowCard extends DutyHead {
  readonly kind: 'income-window';
  readonly window: WindowLine;
  /** The record that will print it: 6, 9 or 12; null while it is not kept. */
  readonly record: RecordLine | null;
}

/** One member of the family and whether they count on the day. */
export interface CompositionLine {
  readonly relation: Relation;
  readonly birthDate: Day | null;
  readonly ageBand: AgeBand | null;
  readonly counted: boolean;
  readonly why: WhyNotCounted | null;
}

/** A reading of the minimum after the contract with what would follow from it. */
export interface MinimumReadingLine {
  readonly basis: 'last-income-month' | 'report-day' | 'signing';
  readonly on: Day | null;
  readonly amount: Money | null;
  readonly aboveMinimum: boolean | null;
  readonly incomeOutcome: IncomeOutcome;
}

/** Form 2 before it is prepared: figures with their origin, before and after kept apart. */
export interface ReportCard extends DutyHead {
  readonly kind: 'report';
  readonly incomeMonths: readonly Month[];
  readonly figures: readonly FigureLine[];
  readonly missing: readonly MissingFigure[];
  /** What else stands in the way of the figures (an age that is not given): fix it with `keep-household`. */
  readonly faults: readonly Fault[];
  readonly before: {
    readonly on: Day;
    readonly perCapitaIncome: Money | null;
    readonly averageMonthlyIncome: Money | null;
    readonly familyMinimum: Money | null;
    readonly perCapitaMinimum: Money | null;
    readonly composition: readonly CompositionLine[];
  };
  readonly after: {
    readonly on: Day;
    readonly composition: readonly CompositionLine[];
    /** Null while something is missing. */
    readonly totalIncome: Money | null;
    readonly averageMonthlyIncome: Money | null;
    readonly perCapitaIncome: Money | null;
    readonly familyMinimum: Money | null;
    readonly perCapitaMinimum: Money | null;
    readonly incomeOutcome: IncomeOutcome | null;
    readonly business: { readonly total: Money; readonly monthlyAverage: Money } | null;
  };
  /** All three readings, the deciding one first; empty while something is missing. */
  readonly readings: readonly MinimumReadingLine[];
  /** True where another known reading would change the outcome. */
  readonly readingsDiffer: boolean;
  /** The proposal for each pair of answers; empty while something is missing. */
  readonly proposals: readonly {
    readonly conditions: LivingConditions;
    readonly result: ContractResult;
    readonly proposal: Effectiveness;
    readonly reasons: readonly Reason[];
  }[];
  readonly assumptions: readonly Assumption[];
  readonly surveys: readonly SurveyLine[];
}

/** Form 3 before it is prepared. */
export interface DecisionCard extends DutyHead {
  readonly kind: 'decision';
  readonly records: readonly RecordLine[];
  readonly windows: readonly WindowLine[];
  readonly report: { readonly paperId: string; readonly on: Day; readonly verdict: 'effective' | 'ineffective' } | null;
  readonly confirmedMonths: number;
  readonly betterMonths: number | null;
  readonly worseMonths: number | null;
  readonly minimum: Money | null;
  readonly proposal: Advice;
  readonly reasons: readonly Reason[];
  readonly assumptions: readonly Assumption[];
}

/** The register of a month: what would be in it. */
export interface RegisterCard extends DutyHead {
  readonly kind: 'register';
  /** The reporting month. */
  readonly month: Month;
  readonly reports: number;
  /** Contracts whose report of that month is not approved yet. */
  readonly notReady: number;
}

/** The card of a duty of any kind. */
export type DutyCard = ConclusionCard | MonitoringCard | WindowCard | ReportCard | DecisionCard | RegisterCard;

/** A date that moved: the due day of a stage before and after; null where it did not exist or exists no more. */
export interface MovedDate {
  readonly what: DutyKind | 'end';
  readonly number: number | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly why: 'extended' | 'stopped' | 'stopped-under-point-49';
}

/** A sitting of the commission on an extension. */
export interface SittingLine {
  readonly askedOn: Day;
  readonly satOn: Day | null;
  readonly result: 'extended' | 'refused' | null;
  readonly extendedTo: Day | null;
  readonly words: string | null;
}

/** What was kept of one case, apart from what recipients sent. */
export interface CaseFileCard {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly recipientName: string;
  readonly track: Track;
  readonly startsOn: Day;
  readonly endsOn: Day;
  /** Every revision, by kind, number and revision. */
  readonly papers: readonly PaperLine[];
  readonly inquiries: readonly InquiryLine[];
  readonly surveys: readonly SurveyLine[];
  readonly sittings: readonly SittingLine[];
  /** The commission was asked and has not decided. */
  readonly extensionAskedOn: Day | null;
}

/** A DOCX that the office put in place of ours. */
export interface TemplateLine {
  readonly paperKind: PaperKind;
  readonly file: FileRef;
  readonly putOn: Day;
  readonly by: string;
}
