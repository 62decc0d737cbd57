/** One person of a household as stated, and age on a day (interfaces.md, `precheck`). */
import { type Day, type Month, yearOf } from './day.ts';
import type { Money } from './money.ts';

/** Kinship to the applicant; `child` includes wards, foster and stepchildren. */
export type Relation = 'applicant' | 'spouse' | 'child' | 'parent' | 'grandparent' | 'sibling' | 'other';
export const RELATIONS = [
  'applicant',
  'spouse',
  'child',
  'parent',
  'grandparent',
  'sibling',
  'other',
] as const satisfies readonly Relation[];

/** Age in the anonymous pre-check: under 18, 18 to 22, 23 and over. */
export type AgeBand = 'under-18' | '18-22' | 'adult';
export const AGE_BANDS = ['under-18', '18-22', 'adult'] as const satisfies readonly AgeBand[];

/** One person of the household as stated. The birth date decides where both it and a band are given. */
export interface Member {
  readonly id: string;
  readonly relation: Relation;
  readonly birthDate?: Day | undefined;
  readonly ageBand?: AgeBand | undefined;
  readonly fullTimeStudent?: boolean | undefined;
  readonly married?: boolean | undefined;
  readonly fullStateSupport?: boolean | undefined;
  readonly imprisoned?: boolean | undefined;
  readonly conscript?: boolean | undefined;
  readonly incomes?: readonly IncomeEntry[] | undefined;
}

/** Income of one kind in one month; "not-sure" is an answer of the pre-check, never the same as zero. */
export interface IncomeEntry {
  readonly month: Month;
  readonly kind: string;
  readonly amount: Money | 'not-sure';
}

const ADULT_FROM = 18;

/** Whether someone born on `birthDate` has had the birthday of `years` by the day; 29 February counts from 1 March in a common year. */
export function hasReached(birthDate: Day, years: number, on: Day): boolean {
  // Compared as text: "2027-02-29", which does not exist, lies after 28 February and before 1 March.
  return `${String(yearOf(birthDate) + years).padStart(4, '0')}${birthDate.slice(4)}` <= on;
}

/** Whether the member is 18 or over on the day. */
export function isAdult(member: Member, on: Day): boolean {
  if (member.birthDate !== undefined) return hasReached(member.birthDate, ADULT_FROM, on);
  return member.ageBand !== 'under-18';
}
