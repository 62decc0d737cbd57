/** What a talk may know when a turn begins: small, loaded anew each turn; all else comes as a result of a command. */
import type { CitizenAsk } from '../engine/citizen-asks.ts';
import type { ContractCalendar } from '../engine/contract-calendar.ts';
import type { Day, Month } from '../engine/day.ts';
import type { Duty } from '../engine/duties.ts';
import type { Law, Track } from '../engine/law.ts';
import type { Money } from '../engine/money.ts';
import type { Language } from '../texts/text.ts';
import type { ChannelKind, ConsentKind, FactState, ReturnReason, StaffRole } from './codes.ts';

/** All of it: the person, their contracts, the offices and the law. */
export interface View {
  readonly person: PersonView;
  /** Contracts of this person as a recipient, newest first. */
  readonly contracts: readonly ContractCard[];
  readonly offices: readonly OfficeCard[];
  /** Law of every region, the operator's values included. */
  readonly laws: { readonly [region: string]: Law };
  /** Region offered first (`REGION`). */
  readonly defaultRegion: string;
  /** Version of each consent text in `locales/` now. */
  readonly consentVersions: { readonly [kind in ConsentKind]: string };
  readonly channel: ChannelKind;
  /** True where the channel has no buttons: choices are numbered and a typed number is a press. */
  readonly choosesByNumber?: boolean;
}

/** Who is talking. */
export interface PersonView {
  readonly id: string;
  readonly language: Language;
  /** False until the person has chosen: then the start asks. */
  readonly languageChosen: boolean;
  readonly consents: readonly { readonly kind: ConsentKind; readonly version: string; readonly givenOn: Day }[];
  readonly remindersOn: boolean;
  readonly staff: StaffView | null;
  readonly partner: PartnerView | null;
}

/** The same person as somebody of a partner organisation. */
export interface PartnerView {
  readonly name: string;
  readonly officeName: string;
}

/** The same person as a member of staff, with what waits for them. */
export interface StaffView {
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly officeId: string;
  readonly officeName: string;
  readonly region: string;
  /** For the badge on the menu. */
  readonly waiting: {
    readonly queue: number;
    readonly today: number;
    readonly overdue: number;
    readonly contactRequests: number;
    /** Papers to sign or to prepare, answers to file: the lines of "waiting for me". */
    readonly papers: number;
  };
}

/** An office as people may know it; what is not known is null. */
export interface OfficeCard {
  readonly id: string;
  readonly region: string;
  readonly municipality: string | null;
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly hours: string | null;
}

/** A contract with its dates, what is asked of the recipient, and what the office owes. */
export interface ContractCard {
  readonly id: string;
  readonly number: string;
  readonly recipientName: string;
  readonly region: string;
  readonly municipality: string | null;
  readonly officeId: string;
  readonly officeName: string;
  readonly track: Track;
  readonly startsOn: Day;
  readonly agreedEndsOn: Day;
  /** The real end (stopped, else extended, else agreed). */
  readonly endsOn: Day;
  readonly calendar: ContractCalendar;
  readonly asks: readonly AskLine[];
  readonly duties: readonly DutyLine[];
  readonly specialist: { readonly name: string; readonly phone: string | null } | null;
  readonly measures: readonly {
    readonly name: string;
    readonly status: 'planned' | 'done' | 'partly' | 'not-done';
    readonly dueOn: Day | null;
  }[];
  readonly householdCounted: number;
  readonly perCapitaIncomeBefore: Money | null;
  readonly joined: boolean;
  readonly remindersPausedUntil: Day | null;
  /** What was accepted last of each item, of its own month, because fact and income are not always asked together: for "nothing changed". */
  readonly lastAccepted: {
    readonly fact: { readonly month: Month; readonly state: FactState } | null;
    /** `items` are null where no amounts were told, empty where there was no income. */
    readonly income: {
      readonly month: Month;
      readonly items: readonly { readonly kind: string; readonly amount: Money }[] | null;
      readonly household: Money | null;
    } | null;
  };
  readonly lastDecision: {
    readonly month: Month;
    readonly on: Day;
    readonly what: 'accepted' | 'returned';
    readonly reason: ReturnReason | null;
    readonly words: string | null;
  } | null;
}

/** One ask of the recipient with what became of it. */
export interface AskLine extends CitizenAsk {
  readonly state: 'not-open' | 'open' | 'sent' | 'accepted' | 'returned' | 'excused';
}

/** One duty of the office. */
export interface DutyLine extends Duty {
  /** Opaque id of the stored duty. */
  readonly dutyId: string;
  readonly contractId: string;
  readonly contractNumber: string;
  readonly recipientName: string;
  readonly specialistName: string;
  readonly done: boolean;
}
