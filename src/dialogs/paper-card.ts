/** Papers as the talk shows them: one line of a list, and one opened with what may be done with it. */
import type { ConclusionOutcome, Consequence } from '../engine/conclusion.ts';
import type { Day, Month } from '../engine/day.ts';
import type { IncomeOutcome } from '../engine/effectiveness.ts';
import type { Track } from '../engine/law.ts';
import type { Money } from '../engine/money.ts';
import type { HardshipState } from '../engine/monitoring-records.ts';
import type { Assumption, Reason } from '../engine/outcome.ts';
import type { InquiryTo, PaperKind, PaperStatus, PaperStep } from './evaluation-codes.ts';
import type { FileRef } from './file-ref.ts';

/** A paper in one line. */
export interface PaperLine {
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly number: number | null;
  readonly month: Month | null;
  readonly revision: number;
  readonly status: PaperStatus;
  readonly preparedBy: string;
  readonly preparedOn: Day;
  readonly approvedOn: Day | null;
  /** Of the head, when it was returned. */
  readonly remark: string | null;
}

/** One paper opened, with its file and what the one who looks may do. */
export interface PaperCard extends PaperLine {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly recipientName: string;
  readonly track: Track;
  /** Null where the duty fell away or is no duty (a letter). */
  readonly dutyId: string | null;
  readonly submittedOn: Day | null;
  readonly approvedBy: string | null;
  /** Why this revision was made; null for the first. */
  readonly revisionReason: string | null;
  /** What the engine proposed, and why the person chose otherwise (null where they did not). */
  readonly proposal: {
    readonly proposed: string;
    readonly chosen: string;
    readonly reasons: readonly Reason[];
    readonly assumptions: readonly Assumption[];
  } | null;
  readonly whyAgainst: string | null;
  /** A day outside the last month, and the like: codes with facts, to be shown before signing. */
  readonly warnings: readonly PaperWarning[];
  /** Lines of the paper in figures, for the chat: what was chosen and what was reckoned. */
  readonly outcome: PaperOutcome;
  readonly file: FileRef | null;
  /** False where an approved paper is not what was signed: nothing may be done with it but to call the operator. */
  readonly intact: boolean;
  readonly may: readonly PaperStep[];
}

/** What the signers are told before they sign. */
export type PaperWarning =
  | { readonly code: 'outside-last-month'; readonly preparedOn: Day; readonly opensOn: Day; readonly dueOn: Day }
  | { readonly code: 'minimum-readings-differ' }
  | { readonly code: 'no-line-on-form'; readonly field: string }
  | { readonly code: 'against-proposal'; readonly proposed: string }
  | { readonly code: 'before-its-month'; readonly opensOn: Day }
  | { readonly code: 'after-its-day'; readonly dueOn: Day }
  | { readonly code: 'records-missing'; readonly numbers: readonly number[] }
  | { readonly code: 'records-not-approved'; readonly numbers: readonly number[] }
  | { readonly code: 'window-missing'; readonly numbers: readonly number[] }
  | { readonly code: 'window-to-come'; readonly numbers: readonly number[] };

/** The choice a paper records, by kind. */
export type PaperOutcome =
  | { readonly kind: 'conclusion'; readonly outcome: ConclusionOutcome; readonly consequence: Consequence }
  | {
      readonly kind: 'report';
      readonly verdict: 'effective' | 'ineffective';
      readonly incomeOutcome: IncomeOutcome;
      readonly perCapitaIncomeBefore: Money | null;
      readonly perCapitaIncomeAfter: Money | null;
    }
  | {
      readonly kind: 'monitoring';
      readonly fact: 'confirmed' | 'not-confirmed' | null;
      readonly conditions: 'better' | 'worse' | null;
      readonly hardship: HardshipState | null;
      readonly window: { readonly ownIncome: Money | null; readonly perCapitaIncome: Money } | null;
    }
  | { readonly kind: 'decision'; readonly decision: 'advisable' | 'not-advisable'; readonly confirmedMonths: number }
  | { readonly kind: 'inquiry'; readonly to: InquiryTo; readonly addressee: string };
