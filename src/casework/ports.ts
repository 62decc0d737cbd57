/**
 * Everything the inside needs from the outside, in one file: reading it tells what the product does to the world.
 * Stores are handed out by `Database.transaction`: what is done through one set is kept together or not at all.
 */
import type { CitizenAsk } from '../engine/citizen-asks.ts';
import type { Day, Month } from '../engine/day.ts';
import type { Duty, DutyKind } from '../engine/duties.ts';
import type { SubmissionItem, Track } from '../engine/law.ts';
import type { Money } from '../engine/money.ts';
import type { HardshipState, RecordConditions, RecordFact } from '../engine/monitoring-records.ts';
import type { Fault } from '../engine/outcome.ts';
import type { ScoreResult } from '../engine/submission-score.ts';
import type { ChannelKind, ConsentKind, ReturnReason, StaffRole } from '../dialogs/codes.ts';
import type { HouseholdMemberDraft, MonthAnswers, ProofGiven } from '../dialogs/command.ts';
import type { ContentKind, DialogState, Input, Reply } from '../dialogs/dialog.ts';
import type {
  ConfirmedBy,
  FigureItem,
  FigureSource,
  InquiryAnswer,
  InquiryTo,
  PaperKind,
  PaperStatus,
} from '../dialogs/evaluation-codes.ts';
import type { FileRef } from '../dialogs/file-ref.ts';
import type { PartnerKind, SourceKind, SourceLine, SourceStep } from '../dialogs/source-command.ts';
import type { OfficeCard } from '../dialogs/view.ts';
import type { Language } from '../texts/text.ts';
import type { IncomeChart, Paper, Register } from './paper/paper.ts';

/** A moment with zone, ISO 8601 in UTC with milliseconds: `2026-11-22T06:00:00.000Z`. Text order is time order. */
export type Instant = string;

/** The only source of time. `today` is the day in the given IANA zone; a turned clock stands for it in tests and the demo. */
export interface Clock {
  now(): Instant;
  today(timeZone: string): Day;
  /** The day a moment falls on in the zone. */
  dayOf(instant: Instant, timeZone: string): Day;
  /** Minutes since midnight in the zone, 0–1439: for quiet hours. */
  minuteOfDay(timeZone: string): number;
}

/** Unguessable identifiers and tokens. */
export interface NewId {
  /** 16 characters `a-z0-9`: rows. */
  id(): string;
  /** 32 characters `A-Za-z0-9_-`, 192 bits: links. */
  token(): string;
  /** 8 characters of an alphabet without look-alikes: typed codes. */
  code(): string;
}

/** One set of stores in one transaction. Retried by the database where it was a serialisation conflict, so `work` must do nothing else. */
export interface Database {
  /** Called inside another's `work` it joins that transaction. A statement that failed undoes all, even where its error was caught. */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Answers a trivial query: for `/readyz`. Throws if the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The stores of one transaction; useless once it has ended. */
export interface Stores {
  readonly people: PeopleStore;
  readonly offices: OfficeStore;
  readonly cases: CaseStore;
  readonly submissions: SubmissionStore;
  readonly duties: DutyStore;
  readonly papers: PaperStore;
  readonly records: RecordStore;
  readonly inquiries: InquiryStore;
  readonly figures: FigureStore;
  readonly surveys: SurveyStore;
  readonly templates: TemplateStore;
  readonly jobs: JobStore;
  readonly links: LinkStore;
  readonly sources: SourceStore;
  readonly talks: TalkStore;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly audit: AuditLog;
  readonly settings: SettingStore;
  readonly webChat: WebChatStore;
}

// ————— people and their addresses —————

/** Somebody who talks to us, by one or several addresses. No name is kept here. */
export interface Person {
  readonly id: string;
  readonly language: Language;
  readonly languageChosen: boolean;
  readonly remindersOn: boolean;
  /** IANA zone; null: that of the office. */
  readonly timeZone: string | null;
  /** The address to write to first; null: the one used last. */
  readonly mainAddressId: string | null;
}

/** Whether an address can be written to: `blocked` may come back, `dead` will not. */
export type AddressStatus = 'active' | 'blocked' | 'dead';

/** Where a person can be reached. */
export interface Address {
  readonly id: string;
  readonly personId: string;
  readonly channel: ChannelKind;
  /** The platform's chat or user id, or the hash of a web session secret. */
  readonly externalId: string;
  readonly status: AddressStatus;
  readonly lastSeenAt: Instant;
}

/** A consent as given: which text, when, and where. */
export interface Consent {
  readonly kind: ConsentKind;
  readonly version: string;
  readonly givenAt: Instant;
  readonly channel: ChannelKind;
}

/** People, their addresses and consents. */
export interface PeopleStore {
  /**
   * The person behind an address; makes both on the first message. Reactivates a blocked address: who writes can be reached. Until
   * this transaction ends no other meets the same person, on whichever channel: turns of one person follow each other.
   */
  meet(channel: ChannelKind, externalId: string, at: Instant): Promise<{ person: Person; address: Address }>;
  find(personId: string): Promise<Person | null>;
  change(personId: string, change: Partial<Omit<Person, 'id'>>): Promise<void>;
  /** Active addresses, the main one first, then last used first: the first one is where to write. */
  addresses(personId: string): Promise<Address[]>;
  /** The same with those that cannot be written to now. */
  everyAddress(personId: string): Promise<Address[]>;
  /** The address becomes that of a new person, who knows nothing but the language of the one before; answers who it is. */
  setApart(addressId: string): Promise<Person>;
  /**
   * All that is the other's becomes this person's: addresses, contracts, staff and partner seats, consents, requests, messages that
   * wait. The other and their talk are gone. The other has been met in this transaction; this person is held from here to its end.
   */
  absorb(personId: string, otherId: string): Promise<void>;
  markAddress(addressId: string, status: AddressStatus): Promise<void>;
  giveConsent(personId: string, consent: Consent): Promise<void>;
  withdrawConsent(personId: string, kind: ConsentKind, at: Instant): Promise<void>;
  /** Consents not withdrawn. */
  consents(personId: string): Promise<Consent[]>;
}

// ————— offices and staff —————

/** An office that holds contracts, with its IANA zone. */
export interface Office extends OfficeCard {
  readonly timeZone: string;
  readonly isDemo: boolean;
}

/** A seat in an office; `personId` is who sits on it, null until the invitation is taken. */
export interface Staff {
  readonly id: string;
  readonly officeId: string;
  readonly personId: string | null;
  readonly name: string;
  readonly position: string;
  readonly role: StaffRole;
  readonly phone: string | null;
  readonly active: boolean;
}

/** Offices, their staff, and the people who asked them to call. */
export interface OfficeStore {
  add(office: Office): Promise<void>;
  find(officeId: string): Promise<Office | null>;
  all(): Promise<Office[]>;
  addStaff(staff: Staff): Promise<void>;
  changeStaff(staffId: string, change: Partial<Omit<Staff, 'id' | 'officeId'>>): Promise<void>;
  staffOfPerson(personId: string): Promise<Staff | null>;
  findStaff(staffId: string): Promise<Staff | null>;
  staffOf(officeId: string): Promise<Staff[]>;
  addContactRequest(request: ContactRequest): Promise<void>;
  /** Open requests of the office, oldest first. */
  contactRequests(officeId: string, skip: number, take: number): Promise<{ lines: ContactRequest[]; total: number }>;
  /** How many open ones a person has, in all offices. */
  contactRequestsOf(personId: string): Promise<number>;
  closeContactRequest(requestId: string, officeId: string, at: Instant, byStaffId: string): Promise<boolean>;
}

/** A person who asked to be called after the pre-check, with consent. */
export interface ContactRequest {
  readonly id: string;
  readonly number: string;
  readonly officeId: string;
  readonly personId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly verdict: string | null;
  readonly track: string | null;
  readonly consentVersion: string;
  readonly askedAt: Instant;
  /** The public link the person first came by; null: none. */
  readonly sourceId: string | null;
}

// ————— contracts —————

/** Why the dates of a contract are what they are; the old ones are kept. */
export interface DateChange {
  readonly kind: 'agreed' | 'extended' | 'stopped' | 'corrected';
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly stoppedUnderPoint49: boolean;
  readonly reason: string | null;
  readonly recordedAt: Instant;
  readonly byStaffId: string | null;
}

/** One measure of the programme of a contract. */
export interface Measure {
  readonly id: string;
  readonly name: string;
  readonly dueOn: Day | null;
  readonly status: 'planned' | 'done' | 'partly' | 'not-done';
  /** The specialist's words on how it was done. */
  readonly note: string | null;
}

/** One asking of the commission for an extension and what it decided; rows are only ever added and closed. */
export interface Sitting {
  readonly id: string;
  readonly askedOn: Day;
  readonly askedByStaffId: string;
  /** Null while it has not sat. */
  readonly decided: {
    readonly satOn: Day;
    readonly result: 'extended' | 'refused';
    readonly extendedTo: Day | null;
    readonly words: string | null;
    readonly byStaffId: string;
  } | null;
}

/** A social contract as the office holds it. Only the dates, the recipient's name and figures the forms need. */
export interface Contract {
  readonly id: string;
  readonly officeId: string;
  readonly specialistId: string;
  /** The recipient once joined. */
  readonly personId: string | null;
  readonly number: string;
  readonly recipientName: string;
  readonly region: string;
  readonly municipality: string | null;
  readonly track: Track;
  readonly startsOn: Day;
  readonly agreedEndsOn: Day;
  readonly extendedTo: Day | null;
  /** The commission was asked for an extension on this day and has not decided. */
  readonly extensionAskedOn: Day | null;
  readonly stoppedOn: Day | null;
  readonly stoppedUnderPoint49: boolean;
  readonly perCapitaIncomeBefore: Money | null;
  readonly averageMonthlyIncomeBefore: Money | null;
  readonly household: readonly HouseholdMemberDraft[];
  readonly measures: readonly Measure[];
  readonly dates: readonly DateChange[];
  readonly remindersPausedUntil: Day | null;
  /** The next day on which anything of this contract must be looked at; null: nothing more. Indexed. */
  readonly nextDate: Day | null;
}

/** A page of a list: `skip` and `take` rows, of which 0 asks for the number alone; `total` counts all. */
export interface Page<T> {
  readonly lines: T[];
  readonly total: number;
}

/** Contracts with the history of their dates. */
export interface CaseStore {
  add(contract: Contract): Promise<void>;
  find(contractId: string): Promise<Contract | null>;
  ofPerson(personId: string): Promise<Contract[]>;
  /** By number or name of the recipient, of one office; newest first. */
  search(officeId: string, search: string | null, skip: number, take: number): Promise<Page<Contract>>;
  numberTaken(officeId: string, number: string): Promise<boolean>;
  /** How many contracts each specialist of the office holds. */
  countBySpecialist(officeId: string): Promise<ReadonlyMap<string, number>>;
  /** Gives all contracts of one specialist to another. */
  handOver(fromStaffId: string, toStaffId: string): Promise<void>;
  change(
    contractId: string,
    change: Partial<
      Pick<
        Contract,
        | 'personId'
        | 'specialistId'
        | 'extendedTo'
        | 'extensionAskedOn'
        | 'stoppedOn'
        | 'stoppedUnderPoint49'
        | 'remindersPausedUntil'
        | 'nextDate'
      >
    >,
  ): Promise<void>;
  addDateChange(contractId: string, change: DateChange): Promise<void>;
  /** False where the contract has no such measure. */
  changeMeasure(contractId: string, measureId: string, change: Pick<Measure, 'status' | 'note'>): Promise<boolean>;
  /** Askings of the commission, oldest first. */
  sittings(contractId: string): Promise<Sitting[]>;
  addSitting(contractId: string, sitting: Sitting): Promise<void>;
  /** Closes the one that is open; false where none is. */
  decideSitting(contractId: string, decided: NonNullable<Sitting['decided']>): Promise<boolean>;
  /** Contracts of these offices whose next date is `by` or earlier, oldest first. */
  dueBy(officeIds: readonly string[], by: Day, take: number): Promise<Contract[]>;
}

// ————— submissions —————

/** One sending of a month, scored when it came, decided by a person. */
export interface Revision {
  readonly revision: number;
  readonly submittedOn: Day;
  readonly submittedAt: Instant;
  readonly asked: readonly SubmissionItem[];
  readonly answers: MonthAnswers;
  readonly score: ScoreResult;
  readonly decision: {
    readonly what: 'accepted' | 'returned';
    readonly reason: ReturnReason | null;
    readonly words: string | null;
    readonly at: Instant;
    readonly on: Day;
    readonly byStaffId: string;
  } | null;
}

/** What the recipient sent for one month; one per contract and month, with every revision kept. */
export interface Submission {
  readonly id: string;
  /** Receipt number the citizen reads out, unique. */
  readonly number: string;
  readonly contractId: string;
  readonly month: Month;
  readonly status: 'sent' | 'accepted' | 'returned';
  /** Oldest first; never empty. */
  readonly revisions: readonly Revision[];
}

/** Submissions; a revision is added, never edited. */
export interface SubmissionStore {
  add(submission: Omit<Submission, 'revisions'>, first: Revision): Promise<void>;
  addRevision(submissionId: string, revision: Revision): Promise<void>;
  find(submissionId: string): Promise<Submission | null>;
  ofMonth(contractId: string, month: Month): Promise<Submission | null>;
  ofContract(contractId: string): Promise<Submission[]>;
  /** Decides on the newest revision; false where another revision has come or a decision stands already. */
  decide(submissionId: string, revision: number, decision: NonNullable<Revision['decision']>): Promise<boolean>;
  /** Sent and undecided, of the office, worst recommendation and oldest first. */
  waiting(officeId: string, skip: number, take: number): Promise<Page<Submission>>;
  /** Other submissions of the contract that carry one of these files. */
  fileUsedBefore(contractId: string, month: Month, hashes: readonly string[]): Promise<boolean>;
}

// ————— duties: what is owed by when —————

/** A duty of the office as stored; `key` is the engine's stable id within the contract. */
export interface StoredDuty extends Duty {
  readonly dutyId: string;
  readonly contractId: string;
  readonly done: { readonly at: Instant; readonly byStaffId: string | null; readonly words: string | null } | null;
}

/** An ask of the recipient as stored. */
export interface StoredAsk extends CitizenAsk {
  readonly askId: string;
  readonly contractId: string;
  readonly state: 'open' | 'sent' | 'accepted' | 'returned' | 'excused';
}

/** One step of reminding one person of one duty or ask; unique. */
export interface ReminderStep {
  readonly contractId: string;
  /** Key of the duty or id of the ask. */
  readonly key: string;
  /** `asked`, `halfway`, `week-before`, `overdue-2` … of the engine. */
  readonly step: string;
  readonly personId: string;
}

/** What is owed by when, what is asked of recipients, and the ledger of reminding. */
export interface DutyStore {
  /** Makes the stored duties and asks what the engine says now: adds, moves dates, removes what fell away. What is done stays done. */
  replace(contractId: string, duties: readonly Duty[], asks: readonly CitizenAsk[], newId: NewId): Promise<void>;
  find(dutyId: string): Promise<StoredDuty | null>;
  ofContract(contractId: string): Promise<StoredDuty[]>;
  asksOf(contractId: string): Promise<StoredAsk[]>;
  markDone(dutyId: string, done: NonNullable<StoredDuty['done']>): Promise<boolean>;
  /** Each ask by the id of its row or by the engine's id. */
  markAsks(contractId: string, askIds: readonly string[], state: StoredAsk['state']): Promise<void>;
  /** The ledger of reminders: keeps each step once and answers those that were not kept before, in the order given. */
  claimSteps(steps: readonly ReminderStep[], at: Instant): Promise<ReminderStep[]>;
  /** Undone duties of the office: opened by `openBy` and due within the days given, earliest first. */
  list(
    filter: {
      officeId: string;
      dueFrom: Day | null;
      dueTo: Day;
      openBy: Day;
      specialistId: string | null;
      /** Of one kind only. */
      kind?: DutyKind;
    },
    skip: number,
    take: number,
  ): Promise<Page<StoredDuty>>;
}

// ————— the three-stage evaluation —————

/** A paper with all that it was made of. After approval nothing of it changes but `status`, to `superseded`. */
export interface StoredPaper {
  readonly id: string;
  readonly contractId: string;
  readonly officeId: string;
  readonly kind: PaperKind;
  /** Key of the duty it answers, with its end; `inquiry:<id>` for a letter. */
  readonly key: string;
  /** Keys of the duties that its approval answers: its own, and of a record with the figures of a window that of the window. */
  readonly answers: readonly string[];
  /** From 1 per key. */
  readonly revision: number;
  readonly status: PaperStatus;
  readonly value: Paper;
  /** What the engine was asked, figures with their origin included. */
  readonly inputs: unknown;
  /** What the engine answered: proposal, reasons, assumptions, values of the law. Null for a letter. */
  readonly outcome: unknown;
  /** The engine's proposal as a code, for lists; null where there is none. */
  readonly proposed: string | null;
  readonly whyAgainst: string | null;
  /** Why this revision was made; null for the first. */
  readonly revisionReason: string | null;
  readonly prepared: { readonly at: Instant; readonly on: Day; readonly byStaffId: string };
  readonly submitted: { readonly at: Instant; readonly on: Day; readonly byStaffId: string } | null;
  readonly approved: { readonly at: Instant; readonly on: Day; readonly byStaffId: string } | null;
  /** Of the head, where it was returned. */
  readonly remark: string | null;
  /** SHA-256 of the canonical JSON of value, inputs and outcome, from approval on. */
  readonly contentHash: string | null;
  /** The DOCX, from approval on (a letter: from the first). */
  readonly file: FileRef | null;
}

/** What waits, found by one query over papers, inquiries and duties. */
export interface WaitingWork {
  readonly why: 'to-approve' | 'returned' | 'inquiry-due' | 'duty';
  /** Of the paper, the inquiry or the duty. */
  readonly id: string;
}

/** Official papers, every revision kept. */
export interface PaperStore {
  /** Keeps a new paper; of two with the same key and revision the second throws. */
  add(paper: StoredPaper): Promise<void>;
  /** Puts the paper in place of the one with its id if that has one of these states now; false otherwise. */
  replace(paper: StoredPaper, from: readonly PaperStatus[]): Promise<boolean>;
  /** An approved paper whose next revision was approved, a draft whose duty fell away. */
  supersede(paperId: string): Promise<void>;
  find(paperId: string): Promise<StoredPaper | null>;
  /** Of one key, oldest revision first. */
  ofKey(contractId: string, key: string): Promise<StoredPaper[]>;
  /** Every paper of the contract, by kind, number and revision. */
  ofContract(contractId: string): Promise<StoredPaper[]>;
  /** Monitoring papers of the office about that month in that state, oldest first. */
  recordsOfMonth(officeId: string, month: Month, status: PaperStatus): Promise<StoredPaper[]>;
  /** Approved papers of the office that bear a day of the stretch, of one kind or of all; `after` is the last id of the page before. */
  approvedBetween(
    filter: { officeId: string; from: Day; to: Day; kind: PaperKind | null },
    after: string | null,
    take: number,
  ): Promise<StoredPaper[]>;
  countApproved(filter: { officeId: string; from: Day; to: Day; kind: PaperKind | null }): Promise<number>;
  /**
   * What waits for one member of staff, the most urgent first: the head's papers to approve (never their own), returned papers
   * of whoever prepared them, inquiries without an answer, open duties without a paper under way. The last three of contracts
   * that are theirs.
   */
  waiting(
    staff: { readonly id: string; readonly officeId: string; readonly role: StaffRole },
    today: Day,
    skip: number,
    take: number,
  ): Promise<Page<WaitingWork>>;
}

/** What the office knows of one month of monitoring; the signed paper is made of it. */
export interface StoredRecord {
  readonly contractId: string;
  /** Key of the duty, `monitoring:3@2026-08-31`. */
  readonly key: string;
  readonly number: number;
  readonly month: Month | null;
  /** Of all tracks but hardship. */
  readonly fact: RecordFact | null;
  /** Of hardship. */
  readonly conditions: RecordConditions | null;
  readonly hardship: HardshipState | null;
  readonly checkedOn: Day;
  readonly confirmedBy: ConfirmedBy | null;
  readonly paperWords: string | null;
  readonly registeredAs: 'entrepreneur' | 'self-employed' | null;
  readonly keptAt: Instant;
  readonly byStaffId: string;
}

/** What is known of the months of monitoring. */
export interface RecordStore {
  /** Stands in place of what was kept under the key. */
  keep(record: StoredRecord): Promise<void>;
  find(contractId: string, key: string): Promise<StoredRecord | null>;
  /** By number, then key. */
  ofContract(contractId: string): Promise<StoredRecord[]>;
}

/** A letter to an employer or the tax service and what came of it. */
export interface StoredInquiry {
  readonly id: string;
  readonly contractId: string;
  readonly officeId: string;
  readonly month: Month;
  readonly to: InquiryTo;
  readonly addressee: string;
  readonly sentOn: Day;
  readonly answerBy: Day;
  readonly byStaffId: string;
  readonly answer: {
    readonly on: Day;
    readonly what: InquiryAnswer;
    readonly words: string | null;
    readonly byStaffId: string;
  } | null;
}

/** The office's letters and their answers. */
export interface InquiryStore {
  add(inquiry: StoredInquiry): Promise<void>;
  find(inquiryId: string): Promise<StoredInquiry | null>;
  /** Oldest first. */
  ofContract(contractId: string): Promise<StoredInquiry[]>;
  /** False where an answer is filed already. */
  answer(inquiryId: string, answer: NonNullable<StoredInquiry['answer']>): Promise<boolean>;
}

/** A figure that staff entered; a later one of the same month, item and kind stands for it, and both are kept. */
export interface StoredFigure {
  readonly id: string;
  readonly contractId: string;
  readonly month: Month;
  readonly item: FigureItem;
  /** Of own figures only. */
  readonly incomeKind: string | null;
  readonly amount: Money;
  readonly source: FigureSource;
  readonly words: string;
  readonly keptAt: Instant;
  readonly keptOn: Day;
  readonly byStaffId: string;
}

/** The family as it is from a day on, after the contract. */
export interface StoredHousehold {
  readonly id: string;
  readonly contractId: string;
  readonly from: Day;
  readonly members: readonly HouseholdMemberDraft[];
  readonly keptAt: Instant;
  readonly byStaffId: string;
}

/** Figures and families that staff entered; rows are only ever added. */
export interface FigureStore {
  keep(figure: StoredFigure): Promise<void>;
  /** Oldest first. */
  ofContract(contractId: string): Promise<StoredFigure[]>;
  keepHousehold(household: StoredHousehold): Promise<void>;
  /** In the order they were kept. */
  householdsOf(contractId: string): Promise<StoredHousehold[]>;
}

/** A survey of the home. */
export interface StoredSurvey {
  readonly id: string;
  readonly contractId: string;
  readonly on: Day;
  readonly findings: string;
  readonly files: readonly FileRef[];
  readonly keptAt: Instant;
  readonly byStaffId: string;
}

/** Surveys of homes. */
export interface SurveyStore {
  add(survey: StoredSurvey): Promise<void>;
  /** By day, oldest first. */
  ofContract(contractId: string): Promise<StoredSurvey[]>;
}

/** A DOCX that an office put in place of ours, for one kind of paper. */
export interface StoredTemplate {
  readonly officeId: string;
  readonly paperKind: PaperKind;
  readonly file: FileRef;
  readonly putOn: Day;
  readonly byStaffId: string;
}

/** Offices' own forms. */
export interface TemplateStore {
  /** Stands in place of the one before. */
  put(template: StoredTemplate): Promise<void>;
  /** False where there was none. */
  remove(officeId: string, paperKind: PaperKind): Promise<boolean>;
  ofOffice(officeId: string): Promise<StoredTemplate[]>;
}

/** Work too long for an answer: done in the background, told of as it goes. */
export interface Job {
  readonly id: string;
  readonly kind: 'contract-archive' | 'office-archive' | 'prepare-records' | 'approve-records';
  readonly officeId: string;
  /** Of a contract's archive. */
  readonly contractId: string | null;
  /** Of an office's archive and of records. */
  readonly month: Month | null;
  readonly askedBy: { readonly personId: string; readonly staffId: string };
  readonly askedAt: Instant;
  /** Pieces to be done in all, as counted when it was asked. */
  readonly total: number;
  readonly attempts: number;
}

/** Work in the background. */
export interface JobStore {
  add(job: Omit<Job, 'attempts'>): Promise<void>;
  /** The oldest open job, leased to `by` until `until`; expired leases are taken over. */
  lease(by: string, now: Instant, until: Instant): Promise<Job | null>;
  /** Holds the lease on; false where the job is not open any more or another took it. */
  hold(jobId: string, by: string, until: Instant): Promise<boolean>;
  /** False where it was ended meanwhile. */
  done(jobId: string, file: FileRef | null, at: Instant): Promise<boolean>;
  /** `retryAt` null: given up. */
  failed(jobId: string, error: string, retryAt: Instant | null): Promise<void>;
  /** Whoever leases it and stops before its end leaves it to the next process at once; the try does not count. */
  giveBack(jobId: string, by: string, at: Instant): Promise<void>;
}

// ————— links —————

/** A one-time personal link with its typed code; only hashes of the token and the code are kept. */
export interface PersonalLink {
  readonly id: string;
  /** `channel`: a further chat of a person who is here already. */
  readonly purpose: 'recipient' | 'staff' | 'partner' | 'channel';
  readonly contractId: string | null;
  readonly staffId: string | null;
  readonly partnerId: string | null;
  /** Of `channel`: whose. */
  readonly personId: string | null;
  readonly tokenHash: string;
  readonly codeHash: string;
  readonly expiresAt: Instant;
  readonly spentAt: Instant | null;
  readonly spentByPersonId: string | null;
}

/** Personal links and wrong codes. */
export interface LinkStore {
  add(link: PersonalLink): Promise<void>;
  byTokenHash(hash: string): Promise<PersonalLink | null>;
  byCodeHash(hash: string): Promise<PersonalLink | null>;
  /** Spends it once; false where it was spent meanwhile. */
  spend(linkId: string, personId: string, at: Instant): Promise<boolean>;
  /** Ends older unspent links of the same contract, member of staff, partner or person. */
  endOlder(
    link: Pick<PersonalLink, 'contractId' | 'staffId' | 'partnerId' | 'personId' | 'id'>,
    at: Instant,
  ): Promise<void>;
  /** Links of this person to further chats that could be spent at any moment since then: what a limit counts. */
  askedSince(personId: string, since: Instant): Promise<number>;
  /** Wrong codes typed by this person since `since`; `add` counts one more. */
  wrongCodes(personId: string, since: Instant): Promise<number>;
  addWrongCode(personId: string, at: Instant): Promise<void>;
}

// ————— where people come from —————

/** What a public link stands for. The token is no secret: it stands on posters. */
export interface Source {
  readonly id: string;
  readonly officeId: string;
  readonly kind: SourceKind;
  /** Of the place, the organisation or the office; of a specialist their own. No other person is named. */
  readonly name: string;
  readonly token: string;
  readonly partnerId: string | null;
  readonly staffId: string | null;
  readonly madeAt: Instant;
}

/** An organisation that hands out links; `personId` is who does it in the chat, null until the invitation is taken. */
export interface Partner {
  readonly id: string;
  readonly officeId: string;
  readonly personId: string | null;
  readonly kind: PartnerKind;
  readonly name: string;
  readonly active: boolean;
}

/** Whose sources: of an office all, or those of one partner. */
export type SourcesOf = { readonly officeId: string } | { readonly partnerId: string };

/** Public links, partners, and how far people got who came by them. */
export interface SourceStore {
  add(source: Source): Promise<void>;
  byToken(token: string): Promise<Source | null>;
  /** The one that stands for the same already. */
  same(source: Pick<Source, 'officeId' | 'kind' | 'name' | 'partnerId' | 'staffId'>): Promise<Source | null>;
  /** Places of the office, newest first. */
  places(officeId: string, take: number): Promise<Source[]>;
  /** With their counts, newest first. */
  list(of: SourcesOf, skip: number, take: number): Promise<Page<Source & Pick<SourceLine, 'counts'>>>;
  totals(of: SourcesOf): Promise<SourceLine['counts']>;
  /** The person came by this link. False where they had come by one before: the first counts. */
  open(personId: string, sourceId: string, at: Instant): Promise<boolean>;
  /** The source the person first came by. */
  ofPerson(personId: string): Promise<string | null>;
  /** Counts steps of a person who came by a link, each once; does nothing for anybody else. */
  reach(personId: string, steps: readonly SourceStep[], at: Instant): Promise<void>;
  /** The contract came of this source; the first one stays. */
  credit(contractId: string, sourceId: string): Promise<void>;
  addPartner(partner: Partner): Promise<void>;
  findPartner(partnerId: string): Promise<Partner | null>;
  /** Of several invitations the last one counts. */
  partnerOfPerson(personId: string): Promise<Partner | null>;
  changePartner(partnerId: string, change: Partial<Pick<Partner, 'personId' | 'active'>>): Promise<void>;
}

// ————— talk, inbox, outbox —————

/** The state of each person's talk. */
export interface TalkStore {
  /** Whoever means to write it too has met the person first: that puts turns from two channels in a row. */
  read(personId: string): Promise<DialogState | null>;
  write(personId: string, state: DialogState, at: Instant): Promise<void>;
}

/** What came in, as stored before it is answered with 200. */
export interface Received {
  readonly channel: ChannelKind;
  /** Unique per channel: a redelivery has the same. */
  readonly eventKey: string;
  readonly externalId: string;
  readonly input: Input | RemoteFileInput;
  readonly at: Instant;
}

/** A file still on the platform: fetched by the worker before the talk goes on. `ref` is the platform's id, never an address with a token. */
export interface RemoteFileInput {
  readonly kind: 'remote-file';
  readonly ref: string;
  readonly name: string;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly caption: string | null;
}

/** A message being dealt with. */
export interface InboxItem extends Received {
  /** Grows with arrival. */
  readonly id: string;
  readonly attempts: number;
}

/** What came in and is not answered yet: stored before the platform hears "yes". */
export interface Inbox {
  /** False for a duplicate. */
  receive(received: Received): Promise<boolean>;
  /** The oldest open item of an address that has no older open item, leased to `by` until `until`; expired leases are taken over. */
  lease(by: string, now: Instant, until: Instant): Promise<InboxItem | null>;
  /** Ends it and forgets what was said. Throws, which undoes the transaction, where another worker ended it after the lease ran out. */
  done(id: string, at: Instant): Promise<void>;
  /** After the last attempt it is set aside with its error (no personal data in it) so that the next one is not blocked. */
  failed(id: string, error: string, retryAt: Instant | null): Promise<void>;
  open(): Promise<number>;
}

/** What a message is for: decides whether quiet hours hold it and what is asked again before sending. */
export type MessageKind = 'answer' | 'reminder' | 'nudge' | 'digest' | 'notice';

/** A message to be sent. */
export interface OutboxDraft {
  /** Unique: a second tick, a second replica, inserts nothing. */
  readonly uniqueKey: string;
  readonly personId: string;
  /** Answers go where the question came from; null: the person's last used address. */
  readonly addressId: string | null;
  readonly kind: MessageKind;
  readonly reply: Reply;
  readonly notBefore: Instant;
  /** Asks or duties it speaks of: looked at again at the moment of sending. */
  readonly about: readonly { readonly contractId: string; readonly key: string; readonly step: string }[];
}

/** `cancelled` was not needed any more, `failed` could not be sent; both are final, like `sent`. */
export type OutboxStatus = 'queued' | 'sending' | 'sent' | 'cancelled' | 'failed';

/** A message that waits, or what became of it. */
export interface OutboxItem extends OutboxDraft {
  /** Grows with insertion: messages of one person go in this order. */
  readonly id: string;
  readonly attempts: number;
  readonly status: OutboxStatus;
}

/** What goes out: kept in the transaction that caused it, sent after its commit. */
export interface Outbox {
  /** Rows inserted; those whose key stands already are left out. */
  put(drafts: readonly OutboxDraft[], at: Instant): Promise<number>;
  /** Due items, oldest first, at most one per person, none of a person who has an older unsent answer; leased until `until`. In a transaction of its own: others' leases wait for its end. */
  lease(by: string, now: Instant, until: Instant, take: number): Promise<OutboxItem[]>;
  sent(id: string, at: Instant, addressId: string, externalMessageId: string | null): Promise<void>;
  /** Back to the queue for `at`, with why in a code. */
  retry(id: string, at: Instant, why: string): Promise<void>;
  /** The same where nothing was tried (quiet hours, a platform that asked to wait): no attempt is used up by it. */
  hold(id: string, at: Instant, why: string): Promise<void>;
  /** Ends it unsent: the duty was done meanwhile, nobody can be reached, the platform refuses it for good. */
  end(id: string, status: 'cancelled' | 'failed', at: Instant, why: string): Promise<void>;
  queued(): Promise<number>;
  /** What was sent to a person or planned, newest first: for the ledger and the demo's last page. */
  history(filter: { personId: string | null; take: number }): Promise<(OutboxItem & { sentAt: Instant | null })[]>;
}

// ————— audit, settings, files, papers —————

/** What happened, by whom, to what: codes and opaque ids, never the content. */
export interface AuditEvent {
  readonly at: Instant;
  readonly actor: { readonly kind: 'person' | 'staff' | 'system'; readonly id: string | null };
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly facts: { readonly [name: string]: string | number | boolean | null };
}

/** The record of what was done: it only grows. */
export interface AuditLog {
  /** Appends with a hash that covers the event and the hash before it. */
  add(event: AuditEvent): Promise<void>;
  /** Walks the chain; the first event whose hash is wrong, or null. */
  firstBroken(): Promise<string | null>;
  ofSubject(kind: string, id: string): Promise<AuditEvent[]>;
}

/** Small marks of the program itself: the last tick, the seed of the demo. */
export interface SettingStore {
  read(key: string): Promise<string | null>;
  write(key: string, value: string): Promise<void>;
}

/** One message of a web chat as shown: kept, because a page that is loaded again must show what was said. */
export interface WebMessage {
  /** Grows; the page asks for what came after the last it has. */
  readonly seq: number;
  readonly from: 'opora' | 'person';
  readonly text: string;
  readonly buttons: readonly (readonly {
    readonly label: string;
    readonly press: string;
    readonly url: string | null;
  }[])[];
  readonly files: readonly FileRef[];
  readonly at: Instant;
}

/** The transcript of each web chat, by the hash of its session secret. */
export interface WebChatStore {
  /** Appends once per `onceKey` (the outbox id, or the event key of the person's own message); returns the row either way. */
  append(externalId: string, onceKey: string, message: Omit<WebMessage, 'seq'>): Promise<WebMessage>;
  /** Messages after `seq`, oldest first, the newest `take` at most. */
  after(externalId: string, seq: number, take: number): Promise<WebMessage[]>;
  /** Whether this chat was ever shown that file: what a session may download. */
  wasShown(externalId: string, fileHash: string): Promise<boolean>;
}

/** Bytes by content hash in `DATA_DIR/files`. Writing the same bytes twice keeps one copy. */
export interface Files {
  keep(
    bytes: Uint8Array,
    name: string,
  ): Promise<FileRef | { readonly refused: 'too-large' | 'wrong-type' | 'unreadable' }>;
  read(hash: string): Promise<Uint8Array | null>;
  /** Keeps what the program itself made (DOCX, XLSX, CSV, ZIP, PNG), as it is and without a limit of size; the name ends as its kind does. */
  keepMade(content: Uint8Array | AsyncIterable<Uint8Array>, name: string, mediaType: string): Promise<FileRef>;
}

/** Fetches a file that is still on a platform. */
export interface RemoteFiles {
  fetch(
    channel: ChannelKind,
    ref: string,
  ): Promise<
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
    | { readonly kind: 'gone' }
    | { readonly kind: 'too-large' }
    | { readonly kind: 'later' }
  >;
}

/** Addresses that open a talk with us, in the channels that are open: for a person who has not written there yet. */
export interface ChannelLinks {
  /** Channels that may carry what is `personal` or only what is `public`, in the order to offer them. The web chat is always among them. */
  open(content: ContentKind): readonly ChannelKind[];
  /** The address that opens the talk with this token (at most 64 of `A-Z a-z 0-9 _ -`); null where the platform has not said who we are. Never waits long. */
  link(channel: ChannelKind, token: string): Promise<string | null>;
}

/** Papers and pictures made from ready values; never fetches its own data. */
export interface DocumentWriter {
  /** QR picture, PNG. */
  qrPicture(url: string): Promise<Uint8Array>;
  /** The same as SVG, for print shops. */
  qrDrawing(url: string): Promise<Uint8Array>;
  /** A4 sheet with the link, QR and code to print and hand over, PDF in the person's language. */
  linkSheet(sheet: LinkSheet): Promise<Uint8Array>;
  /** A paper of the evaluation as DOCX; `fullForm` also prints the variants that were not chosen. The same paper gives the same bytes. */
  paper(paper: Paper, options: { readonly fullForm: boolean }): Promise<MadeFile>;
  /** Every wrong placeholder of an office's own DOCX by name and place; empty where it can be filled. */
  checkTemplate(kind: PaperKind, template: Uint8Array): Promise<readonly Fault[]>;
  /** The paper printed into the office's own DOCX, which was checked before. */
  fillTemplate(paper: Paper, template: Uint8Array): Promise<MadeFile>;
  /** A proof as a record names it in words. */
  proofName(proof: Exclude<ProofGiven['kind'], 'words'>): string;
  registerXlsx(register: Register): Promise<MadeFile>;
  registerCsv(register: Register): Promise<MadeFile>;
  /** PNG, readable on a phone. */
  incomeChart(chart: IncomeChart): Promise<MadeFile>;
  /** A ZIP as it grows: each entry is asked for when the one before is written; its files bear the day, repeated names are numbered. */
  archive(entries: AsyncIterable<ArchiveEntry>, madeOn: Day): AsyncIterable<Uint8Array>;
  /** Name of an archive's file: of a contract by number and name, of an office by month. */
  archiveName(of: ArchiveOf): string;
  /** Folders and name of one piece in an archive, the folder of the contract first, so that the office finds it. */
  entryPath(piece: ArchivePiece): readonly string[];
}

/** Bytes with the name and kind their file goes by. */
export interface MadeFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
}

/** One file of an archive. */
export interface ArchiveEntry {
  /** Folders from the outermost, and the name of the file. */
  readonly path: readonly string[];
  readonly bytes: Uint8Array;
}

/** What an archive is of. */
export type ArchiveOf =
  | { readonly kind: 'contract'; readonly contractNumber: string; readonly recipientName: string }
  | { readonly kind: 'office'; readonly officeName: string; readonly month: Month };

/** One piece of an archive. */
export type ArchivePiece = { readonly contractNumber: string; readonly recipientName: string } & (
  | { readonly kind: 'paper'; readonly paper: Paper }
  /** A file of a month: what the recipient sent, or a photo of a survey. */
  | { readonly kind: 'proof'; readonly month: Month; readonly file: FileRef }
);

/** What the printed sheet with a link says. */
export interface LinkSheet {
  readonly language: Language;
  readonly officeName: string;
  readonly officePhone: string | null;
  /** `public`: a page to hang up, without a code and an end. */
  readonly purpose: 'recipient' | 'staff' | 'partner' | 'public';
  readonly url: string;
  readonly code: string | null;
  readonly expiresOn: Day | null;
}
