/**
 * The type of law: what `law/` must supply and the engine receives as an argument. The engine never imports `law/`,
 * and no figure of a legal act stands in a function. A value holds from its day until the next one of its list.
 */
import type { Day } from './day.ts';
import type { Money } from './money.ts';

/** What a contract helps with (domain.md, "Words"); `training` is its own track in [004] and is evaluated as job search. */
export type Track = 'job-search' | 'training' | 'business' | 'household-farm' | 'hardship';
export const TRACKS = [
  'job-search',
  'training',
  'business',
  'household-farm',
  'hardship',
] as const satisfies readonly Track[];

/** Whose row of the subsistence minimum. */
export type PopulationGroup = 'per-capita' | 'able-bodied' | 'pensioner' | 'child';

/** The part of a region a minimum is set for; only Irkutsk has more than `whole`. */
export type Territory = 'whole' | 'north' | 'other';

/** Where a value comes from. `act` is null where no act was seen: a gap stays a gap, an invented citation is a defect. */
export interface Citation {
  /** Title, number and date of the act, with its article; null if not seen. */
  readonly act: string | null;
  /** Where the figure was read, in words. */
  readonly source: string;
  /** An address to open, https; null if the source has none (a seed document). */
  readonly link: string | null;
  /** False for what `reference/regulation.md` marks UNVERIFIED, draft or computed. */
  readonly verified: boolean;
}

/** A value from a day on; `null` says that it was abolished on that day. */
export interface Dated<T> {
  readonly since: Day;
  readonly value: T | null;
  readonly cite: Citation;
}

/** Subsistence minimum in roubles a month by group; a group that was not found is null. */
export type MinimumByGroup = { readonly [group in PopulationGroup]: Money | null };

/** One row of the subsistence minimum. It holds until the next row of its territory, at most to 31 December of its year. */
export interface MinimumRow extends Dated<MinimumByGroup> {
  readonly territory: Territory;
}

/** A municipality of the region: its code is public (`opora law`), its territory decides the row of the minimum. */
export interface Municipality {
  readonly code: string;
  readonly name: string;
  readonly territory: Territory;
  readonly territoryVerified: boolean;
  /** Contracts planned for 2021 [000]; absent where no plan is known. */
  readonly plannedContracts2021?: number;
}

/** Term and payment of a track. Months are whole; null is a limit that was not found. */
export interface TrackTerms {
  readonly minMonths: number | null;
  readonly maxMonths: number | null;
  /** `monthly` about one minimum of the able-bodied a month; `one-off` up to `maxAmount`. */
  readonly payment: {
    readonly kind: 'monthly' | 'one-off';
    readonly maxAmount: Money | null;
    readonly of: PopulationGroup | null;
  };
  /** What is asked each month during the contract (default: fact and income of the month). */
  readonly askedMonthly: readonly SubmissionItem[];
  /** Months between two contracts of this track; null where the region has not said. */
  readonly repeatAfterMonths: number | null;
}

/** What a submission may be asked for. */
export type SubmissionItem = 'fact' | 'income';

/** A kind of income: whether it counts towards per-capita income from a day on. */
export interface IncomeKindRule {
  readonly kind: string;
  readonly counted: readonly Dated<boolean>[];
}

/** A circumstance outside the family's control, or a category, with its citation; the words stand in `locales/`. */
export interface ListedCode {
  readonly code: string;
  readonly cite: Citation;
}

/** The open readings of the law (domain.md). Every result that used one says so in its `assumptions`. */
export interface Policy {
  readonly lastMonth: 'by-date' | 'calendar';
  readonly monitoringMonths: 'calendar' | 'anniversary';
  readonly monitorAfterStop: boolean;
  readonly extension: 'days' | 'months';
  /** Day of month M+6 by which the register goes to the department: 1–28. */
  readonly departmentDay: number;
  readonly minimumRow: 'territory' | 'whole';
  readonly minimumAfter: 'last-income-month' | 'report-day' | 'signing';
}

/** Points of the score of a submission, policy data of the region (domain.md, "Monthly submission and its score"). */
export interface ScoreWeights {
  readonly complete: { readonly all: number; readonly part: number; readonly none: number };
  readonly proof: { readonly [proof in ProofKind | 'none' | 'not-needed']: number };
  readonly provenPassFrom: number;
  readonly onTime: { readonly citizenDay: number; readonly officeDay: number; readonly late: number };
  readonly consistent: { readonly pass: number; readonly warn: number };
  readonly acceptFrom: number;
}

/** Proofs, strongest first. */
export type ProofKind =
  | 'registry'
  | 'employer-answer'
  | 'home-survey'
  | 'certificate'
  | 'certified-copy'
  | 'copy'
  | 'screenshot'
  | 'words';
export const PROOF_KINDS = [
  'registry',
  'employer-answer',
  'home-survey',
  'certificate',
  'certified-copy',
  'copy',
  'screenshot',
  'words',
] as const satisfies readonly ProofKind[];

/** Government transfers of days off in one year, with their act. A year without a row carries the assumption `transfers-unknown`. */
export interface DayTransfers {
  readonly year: number;
  /** Weekdays that are free. */
  readonly free: readonly Day[];
  /** Days worked though the general rule makes them free: Saturdays and Sundays, and a day after a weekend holiday whose rest went elsewhere. */
  readonly worked: readonly Day[];
  readonly cite: Citation;
}

/** Public holidays of the labour code as `MM-DD`, and the yearly transfers. */
export interface WorkCalendar {
  readonly holidays: Dated<readonly string[]>;
  readonly transfers: readonly DayTransfers[];
}

/** A paper to bring to the office; the words stand in `locales/` under the code. `tracks` absent means all. */
export interface PaperToBring extends ListedCode {
  readonly tracks?: readonly Track[];
}

/** All law of one region, federal values included, as of any day: the functions of the engine look up by date themselves. */
export interface Law {
  readonly region: {
    readonly code: string;
    readonly name: string;
    /** IANA name of the offices' time zone. */
    readonly timeZone: string;
    /** True where order 693 is followed by analogy only: every result says `evaluation-by-analogy`. */
    readonly evaluationByAnalogy: boolean;
    readonly municipalities: readonly Municipality[];
  };
  readonly minima: readonly MinimumRow[];
  readonly tracks: { readonly [track in Track]: readonly Dated<TrackTerms>[] };
  readonly policy: Policy;
  readonly incomeKinds: readonly IncomeKindRule[];
  readonly circumstances: readonly ListedCode[];
  readonly categories: readonly ListedCode[];
  readonly papers: readonly PaperToBring[];
  readonly workCalendar: WorkCalendar;
  readonly scoreWeights: readonly Dated<ScoreWeights>[];
  /** The first day from which a participant of the military operation has no income test on the business track; null if none. */
  readonly noIncomeTest: readonly Dated<{ readonly category: string; readonly track: Track }>[];
  /** Citations of the rules the trace names, by their key (`per-capita-income`, `conclusion`, `report` …). */
  readonly bases: { readonly [rule: string]: Citation };
}
