/**
 * Wishes of a dialog and what came of them: the closed list of use cases a talk can ask for. Casework runs a command as the
 * person who spoke, checks the right to do it again, and hands the result back to the dialog as its next turn.
 */
import type { ContractCalendar } from '../engine/contract-calendar.ts';
import type { Day, Month } from '../engine/day.ts';
import type { SubmissionItem, Track } from '../engine/law.ts';
import type { Money } from '../engine/money.ts';
import type { Fault } from '../engine/outcome.ts';
import type { ScoreResult } from '../engine/submission-score.ts';
import type { Language } from '../texts/text.ts';
import type { ChannelCommand, ChannelResult } from './channel-command.ts';
import type { ConsentKind, DeadlineSpan, FactState, ReturnReason, StaffRole } from './codes.ts';
import type { EvaluationCommand, EvaluationResult } from './evaluation-command.ts';
import type { FileRef } from './file-ref.ts';
import type { LinkHandout, LinkState } from './link-state.ts';
import type { SourceCommand, SourceResult } from './source-command.ts';
import type { ContractCard, DutyLine } from './view.ts';

/** One proof of one item. `words` needs no file. */
export interface ProofGiven {
  readonly item: SubmissionItem;
  readonly kind: 'certificate' | 'certified-copy' | 'copy' | 'screenshot' | 'words';
  readonly file: FileRef | null;
}

/** What the recipient says of one month. */
export interface MonthAnswers {
  readonly fact: { readonly state: FactState; readonly words: string | null } | null;
  /** Own income by kind; `none` is "no income", never the same as no answer. */
  readonly income:
    | { readonly items: readonly { readonly kind: string; readonly amount: Money }[] }
    | 'none'
    | 'given-to-office'
    | null;
  /** Income of the other counted members together, where the law needs the family's; `none` as above. */
  readonly household: { readonly amount: Money } | 'none' | 'given-to-office' | null;
  readonly proofs: readonly ProofGiven[];
}

/** A contract to be registered by a specialist. */
export interface ContractDraft {
  readonly number: string;
  /** As the paper will print it: family name, name, patronymic. */
  readonly recipientName: string;
  readonly track: Track;
  readonly municipality: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly household: readonly HouseholdMemberDraft[];
  /** Per-capita income in the file at application; null where there was none (`svo-participant`). */
  readonly perCapitaIncomeBefore: Money | null;
  readonly averageMonthlyIncomeBefore: Money | null;
  readonly measures: readonly { readonly name: string; readonly dueOn: Day | null }[];
}

/** A counted or not counted member, by relation and age only: no name is asked. */
export interface HouseholdMemberDraft {
  readonly relation: 'applicant' | 'spouse' | 'child' | 'parent' | 'grandparent' | 'sibling' | 'other';
  readonly birthDate: Day | null;
  readonly ageBand: 'under-18' | '18-22' | 'adult' | null;
  readonly fullTimeStudent: boolean;
}

/** Every wish a talk can have, by who may have it; casework checks the right again. */
export type Command =
  // anyone
  | { readonly kind: 'set-language'; readonly language: Language }
  | { readonly kind: 'give-consent'; readonly consent: ConsentKind; readonly version: string }
  | { readonly kind: 'withdraw-consent'; readonly consent: ConsentKind }
  /** Looks at a link or typed code without spending it. */
  | { readonly kind: 'look-at-link'; readonly token: string }
  /** Spends a recipient's link: the person goes on inside the channel. */
  | { readonly kind: 'join-contract'; readonly token: string; readonly consentVersion: string }
  /** Spends a staff invitation. */
  | { readonly kind: 'join-staff'; readonly token: string }
  | {
      readonly kind: 'ask-contact';
      readonly region: string;
      readonly municipality: string | null;
      readonly name: string;
      readonly phone: string | null;
      /** The pre-check's verdict and the track, nothing else of it, and only because the person asked to be contacted. */
      readonly verdict: string | null;
      readonly track: string | null;
      readonly consentVersion: string;
    }
  | { readonly kind: 'stop-reminders' }
  | { readonly kind: 'resume-reminders' }
  | ChannelCommand
  | SourceCommand
  // recipient
  | {
      readonly kind: 'submit-month';
      readonly contractId: string;
      readonly month: Month;
      readonly asked: readonly SubmissionItem[];
      readonly answers: MonthAnswers;
    }
  | { readonly kind: 'open-month'; readonly contractId: string; readonly month: Month }
  // staff
  | { readonly kind: 'register-contract'; readonly draft: ContractDraft }
  | { readonly kind: 'make-recipient-link'; readonly contractId: string }
  | { readonly kind: 'list-contracts'; readonly search: string | null; readonly page: number }
  | { readonly kind: 'open-contract'; readonly contractId: string }
  | { readonly kind: 'list-queue'; readonly page: number }
  | { readonly kind: 'open-submission'; readonly submissionId: string }
  | { readonly kind: 'accept-submission'; readonly submissionId: string; readonly revision: number }
  | {
      readonly kind: 'return-submission';
      readonly submissionId: string;
      readonly revision: number;
      readonly reason: ReturnReason;
      readonly words: string | null;
    }
  | { readonly kind: 'list-deadlines'; readonly span: DeadlineSpan; readonly page: number }
  | { readonly kind: 'mark-duty-done'; readonly dutyId: string; readonly words: string | null }
  | { readonly kind: 'pause-reminders'; readonly contractId: string; readonly until: Day; readonly words: string }
  | { readonly kind: 'list-contact-requests'; readonly page: number }
  | { readonly kind: 'close-contact-request'; readonly requestId: string }
  // head
  | { readonly kind: 'invite-staff'; readonly role: StaffRole; readonly name: string; readonly position: string }
  | { readonly kind: 'list-staff' }
  | { readonly kind: 'dismiss-staff'; readonly staffId: string }
  // the three-stage evaluation
  | EvaluationCommand;

/** The name of a wish. */
export type CommandKind = Command['kind'];

/** A submission as the reviewer sees it in a list. */
export interface QueueLine {
  readonly submissionId: string;
  readonly number: string;
  readonly contractNumber: string;
  readonly recipientName: string;
  readonly month: Month;
  readonly submittedOn: Day;
  readonly score: number;
  readonly recommendation: 'accept' | 'review' | 'return';
  readonly revision: number;
}

/** A submission opened for review: figures beside earlier months, checks, proof files. */
export interface SubmissionCard extends QueueLine {
  readonly contractId: string;
  readonly track: Track;
  readonly asked: readonly SubmissionItem[];
  readonly answers: MonthAnswers;
  readonly checks: ScoreResult['checks'];
  readonly status: 'sent' | 'accepted' | 'returned';
  readonly earlier: readonly {
    readonly month: Month;
    readonly income: Money | null;
    readonly fact: FactState | null;
  }[];
  readonly decision: {
    readonly on: Day;
    readonly by: string;
    readonly reason: ReturnReason | null;
    readonly words: string | null;
  } | null;
}

/** What came of a command; one result kind per command, and `refused` for any. */
export type CommandResult =
  | { readonly of: CommandKind; readonly kind: 'done' }
  /** Not allowed, gone, or changed meanwhile; faults for bad input. */
  | {
      readonly of: CommandKind;
      readonly kind: 'refused';
      readonly why: 'not-allowed' | 'not-found' | 'changed-meanwhile' | 'faults' | 'already-done';
      readonly faults: readonly Fault[];
    }
  | {
      readonly of: 'look-at-link' | 'join-contract' | 'join-staff' | 'join-channel' | 'join-partner';
      readonly kind: 'link';
      readonly link: LinkState;
      readonly joined: boolean;
      readonly contractId: string | null;
    }
  | {
      readonly of: 'ask-contact';
      readonly kind: 'contact-asked';
      readonly number: string;
      readonly officeName: string | null;
    }
  | {
      readonly of: 'submit-month';
      readonly kind: 'month-submitted';
      readonly receipt: string;
      readonly revision: number;
      readonly month: Month;
      readonly asked: readonly SubmissionItem[];
    }
  | { readonly of: 'open-month'; readonly kind: 'month'; readonly card: SubmissionCard | null }
  | {
      readonly of: 'register-contract';
      readonly kind: 'contract-registered';
      readonly contractId: string;
      readonly calendar: ContractCalendar;
    }
  | {
      readonly of: 'make-recipient-link' | 'invite-staff' | 'invite-partner';
      readonly kind: 'handout';
      readonly handout: LinkHandout;
    }
  | {
      readonly of: 'list-contracts';
      readonly kind: 'contracts';
      readonly lines: readonly ContractLine[];
      readonly page: number;
      readonly pages: number;
    }
  | { readonly of: 'open-contract'; readonly kind: 'contract'; readonly card: ContractCard }
  | {
      readonly of: 'list-queue';
      readonly kind: 'queue';
      readonly lines: readonly QueueLine[];
      readonly page: number;
      readonly pages: number;
      readonly total: number;
    }
  | {
      readonly of: 'open-submission' | 'accept-submission' | 'return-submission';
      readonly kind: 'submission';
      readonly card: SubmissionCard;
      readonly nextInQueue: string | null;
    }
  | {
      readonly of: 'list-deadlines';
      readonly kind: 'deadlines';
      readonly span: DeadlineSpan;
      readonly lines: readonly DutyLine[];
      readonly page: number;
      readonly pages: number;
      readonly counts: { readonly [span in DeadlineSpan]: number };
    }
  | {
      readonly of: 'list-contact-requests';
      readonly kind: 'contact-requests';
      readonly lines: readonly ContactRequestLine[];
      readonly page: number;
      readonly pages: number;
    }
  | { readonly of: 'list-staff'; readonly kind: 'staff'; readonly lines: readonly StaffLine[] }
  | ChannelResult
  | SourceResult
  | EvaluationResult;

/** A contract in a list. */
export interface ContractLine {
  readonly contractId: string;
  readonly number: string;
  readonly recipientName: string;
  readonly track: Track;
  readonly endsOn: Day;
  readonly joined: boolean;
}

/** Somebody who asked to be called. */
export interface ContactRequestLine {
  readonly requestId: string;
  readonly number: string;
  readonly name: string;
  readonly phone: string | null;
  readonly verdict: string | null;
  readonly track: string | null;
  readonly askedOn: Day;
}

/** A member of staff in a list. */
export interface StaffLine {
  readonly staffId: string;
  readonly name: string;
  readonly position: string;
  readonly role: StaffRole;
  readonly joined: boolean;
  readonly contracts: number;
}
