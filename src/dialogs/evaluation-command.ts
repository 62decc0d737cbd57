/** Wishes of the evaluation and what came of them; part of the closed lists `Command` and `CommandResult`. Staff only, of the office that holds the contract. */
import type { Cause, Effect } from '../engine/conclusion.ts';
import type { Day, Month } from '../engine/day.ts';
import type { ContractResult, LivingConditions } from '../engine/effectiveness.ts';
import type { Money } from '../engine/money.ts';
import type { HardshipState, RecordConditions, RecordFact } from '../engine/monitoring-records.ts';
import type { HouseholdMemberDraft } from './command.ts';
import type {
  CaseFileCard,
  DutyCard,
  InquiryLine,
  MeasureLine,
  MovedDate,
  SurveyLine,
  TemplateLine,
  WorkLine,
} from './evaluation-card.ts';
import type { ConfirmedBy, FigureItem, FigureSource, InquiryAnswer, InquiryTo, PaperKind } from './evaluation-codes.ts';
import type { FileRef } from './file-ref.ts';
import type { PaperCard } from './paper-card.ts';

/** What staff can ask for. "The one who prepares" is the specialist's signature, "the head" the other; never the same person on one paper. */
export type EvaluationCommand =
  | { readonly kind: 'list-work'; readonly page: number }
  | { readonly kind: 'open-duty'; readonly dutyId: string }
  // stage 1
  | {
      readonly kind: 'set-measure';
      readonly contractId: string;
      readonly measureId: string;
      readonly status: 'done' | 'partly' | 'not-done';
      readonly note: string | null;
    }
  | {
      readonly kind: 'prepare-conclusion';
      readonly dutyId: string;
      readonly cause: Cause | null;
      /** In words, for outcomes 2, 5 and 6. */
      readonly causeWords: string | null;
      readonly effect: Effect | null;
      /** Null: today. */
      readonly preparedOn: Day | null;
    }
  | { readonly kind: 'ask-extension'; readonly contractId: string }
  | {
      readonly kind: 'record-commission';
      readonly contractId: string;
      readonly satOn: Day;
      readonly result: 'extended' | 'refused';
      /** Required where extended. */
      readonly extendedTo: Day | null;
      readonly words: string | null;
    }
  | {
      readonly kind: 'stop-contract';
      readonly contractId: string;
      readonly stoppedOn: Day;
      readonly underPoint49: boolean;
      readonly reason: string;
    }
  // stage 2
  | {
      readonly kind: 'keep-figure';
      readonly contractId: string;
      readonly month: Month;
      readonly item: FigureItem;
      readonly amount: Money;
      /** Where it was read: which paper, which answer, who said it. */
      readonly words: string;
      /** Absent: `hand`. */
      readonly source?: FigureSource;
      /** Kind of the own income; absent: the kind of the track. */
      readonly incomeKind?: string;
    }
  /** The family as it is after the contract; the family before stays as it was registered. */
  | {
      readonly kind: 'keep-household';
      readonly contractId: string;
      /** From this day on. */
      readonly on: Day;
      readonly members: readonly HouseholdMemberDraft[];
    }
  | {
      readonly kind: 'prepare-report';
      readonly dutyId: string;
      /** Findings of the survey in words. */
      readonly livingConditions: string;
      readonly conditions: LivingConditions;
      readonly result: ContractResult;
      readonly verdict: 'effective' | 'ineffective';
      /** Required where the engine proposes the other verdict; may be given where it proposes none. */
      readonly whyAgainst: string | null;
    }
  // stage 3
  | {
      readonly kind: 'keep-record';
      readonly dutyId: string;
      /** Of all tracks but hardship. `no-answer` keeps the record open and prints nothing. */
      readonly fact: RecordFact | null;
      /** Of hardship. */
      readonly conditions: RecordConditions | null;
      readonly hardship: HardshipState | null;
      readonly checkedOn: Day;
      /** Null only with `no-answer`. */
      readonly confirmedBy: ConfirmedBy | null;
      readonly paperWords: string | null;
      /** Required for own business. */
      readonly registeredAs: 'entrepreneur' | 'self-employed' | null;
    }
  /** The figures of a window go into the record of its last month: a new draft, or a new revision where that is approved. */
  | { readonly kind: 'prepare-window'; readonly dutyId: string }
  /** All records of the month whose fact was accepted and that have no paper yet, of the asker's contracts. */
  | { readonly kind: 'prepare-records'; readonly month: Month }
  /** Signs all own drafts of records of the month at once. */
  | { readonly kind: 'submit-records'; readonly month: Month }
  /** Head: approves all submitted records of the month, but those the head prepared. */
  | { readonly kind: 'approve-records'; readonly month: Month }
  | {
      readonly kind: 'prepare-decision';
      readonly dutyId: string;
      readonly decision: 'advisable' | 'not-advisable';
      /** Required where it is not advisable; each in words. */
      readonly otherSupport: readonly string[];
      readonly whyAgainst: string | null;
      readonly decidedOn: Day;
    }
  | {
      readonly kind: 'make-inquiry';
      readonly contractId: string;
      readonly month: Month;
      readonly to: InquiryTo;
      readonly addressee: string;
    }
  | {
      readonly kind: 'file-inquiry-answer';
      readonly inquiryId: string;
      readonly on: Day;
      readonly answer: InquiryAnswer;
      readonly words: string | null;
    }
  | {
      readonly kind: 'keep-survey';
      readonly contractId: string;
      readonly on: Day;
      readonly findings: string;
      readonly files: readonly FileRef[];
    }
  // papers
  /** All that was kept of one case: papers, letters, surveys, sittings of the commission. */
  | { readonly kind: 'open-case'; readonly contractId: string }
  /** With `fullForm` the file also has the variants that were not chosen, to be filled by hand. */
  | { readonly kind: 'open-paper'; readonly paperId: string; readonly fullForm?: boolean }
  | { readonly kind: 'submit-paper'; readonly paperId: string }
  | { readonly kind: 'approve-paper'; readonly paperId: string }
  | { readonly kind: 'return-paper'; readonly paperId: string; readonly remark: string }
  /** Opens an approved paper for its next revision: prepare it again from its duty. The approved one stays until the next is approved. */
  | { readonly kind: 'revise-paper'; readonly paperId: string; readonly reason: string }
  // pictures, registers, archives, templates
  | { readonly kind: 'draw-chart'; readonly contractId: string }
  | { readonly kind: 'make-register'; readonly month: Month }
  | { readonly kind: 'make-archive'; readonly contractId: string }
  | { readonly kind: 'make-office-archive'; readonly month: Month }
  | { readonly kind: 'list-templates' }
  | { readonly kind: 'put-template'; readonly paperKind: PaperKind; readonly file: FileRef }
  | { readonly kind: 'remove-template'; readonly paperKind: PaperKind };

/** What came of them; `refused` and a plain `done` (keep-figure, keep-household, ask-extension, remove-template) are those of `CommandResult`. */
export type EvaluationResult =
  | {
      readonly of: 'list-work';
      readonly kind: 'work';
      readonly lines: readonly WorkLine[];
      readonly page: number;
      readonly pages: number;
      readonly total: number;
    }
  /** `keep-record` answers a card where no paper comes of it (`no-answer`); `revise-paper` the card to prepare anew. */
  | { readonly of: 'open-duty' | 'keep-record' | 'revise-paper'; readonly kind: 'duty'; readonly card: DutyCard }
  | { readonly of: 'open-case'; readonly kind: 'case'; readonly card: CaseFileCard }
  | { readonly of: 'set-measure'; readonly kind: 'measures'; readonly measures: readonly MeasureLine[] }
  | {
      readonly of:
        | 'prepare-conclusion'
        | 'keep-record'
        | 'prepare-window'
        | 'prepare-report'
        | 'prepare-decision'
        | 'open-paper'
        | 'submit-paper'
        | 'approve-paper'
        | 'return-paper';
      readonly kind: 'paper';
      readonly card: PaperCard;
      /** The line that waits next for the one who asked; null: nothing. */
      readonly next: WorkLine | null;
    }
  | {
      readonly of: 'prepare-records' | 'submit-records' | 'approve-records';
      readonly kind: 'records';
      readonly month: Month;
      /** How many papers were prepared, submitted or approved. */
      readonly count: number;
      /** Records that were left, and why. */
      readonly left: readonly LeftRecord[];
    }
  | {
      readonly of: 'record-commission' | 'stop-contract';
      readonly kind: 'dates-moved';
      readonly contractId: string;
      readonly endsOn: Day;
      readonly moved: readonly MovedDate[];
      /** Asks of the recipient that fell away. */
      readonly excused: number;
    }
  | { readonly of: 'make-inquiry' | 'file-inquiry-answer'; readonly kind: 'inquiry'; readonly inquiry: InquiryLine }
  | { readonly of: 'keep-survey'; readonly kind: 'survey'; readonly survey: SurveyLine }
  | { readonly of: 'draw-chart'; readonly kind: 'picture'; readonly file: FileRef }
  | {
      readonly of: 'make-register';
      readonly kind: 'register';
      readonly month: Month;
      readonly rows: number;
      readonly xlsx: FileRef;
      readonly csv: FileRef;
    }
  /** The file, or for many records at once the count, comes later as a message; progress on the way. */
  | {
      readonly of: 'make-archive' | 'make-office-archive' | 'prepare-records' | 'approve-records';
      readonly kind: 'job-started';
      readonly jobId: string;
      readonly papers: number;
    }
  | {
      readonly of: 'list-templates' | 'put-template';
      readonly kind: 'templates';
      readonly lines: readonly TemplateLine[];
    };

/** A record that a batch could not take. */
export interface LeftRecord {
  readonly dutyId: string;
  readonly contractNumber: string;
  readonly recipientName: string;
  readonly why:
    | 'nothing-accepted'
    | 'not-confirmed-needs-a-look'
    | 'needs-survey'
    | 'registration-unknown'
    /** Only the recipient's words stand behind it: say which paper was seen. */
    | 'paper-not-named'
    | 'own-paper'
    | 'not-ready'
    /** An error of ours: it is in the log. */
    | 'failed';
}
