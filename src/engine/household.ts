/** Who belongs to the family whose income is counted, on a given day (domain.md, "Per-capita income"; regulation.md 2.1, 2.3). */
import type { Day } from './day.ts';
import { hasReached, isAdult, type Member } from './member.ts';
import type { Fault } from './outcome.ts';

/** Why a member is not counted. */
export type WhyNotCounted =
  | 'full-state-support'
  | 'imprisoned'
  | 'conscript'
  | 'not-close-family'
  | 'adult-child'
  | 'married-child';

/** A member left out, and why. */
export interface NotCounted {
  readonly id: string;
  readonly why: WhyNotCounted;
}

/** The family split in counted members and the others, both in the order of the input. */
export interface Household {
  readonly counted: readonly Member[];
  readonly notCounted: readonly NotCounted[];
}

const STUDENT_UNDER = 23;

/** Splits the family by the rules in force since 2024: applicant, spouse, unmarried children under 18, or under 23 in full-time study. */
export function countHousehold(members: readonly Member[], on: Day): Household {
  const counted: Member[] = [];
  const notCounted: NotCounted[] = [];
  for (const member of members) {
    const why = whyNotCounted(member, on);
    if (why === null) counted.push(member);
    else notCounted.push({ id: member.id, why });
  }
  return { counted, notCounted };
}

/** Whether the applicant is among the counted: one on full state support, in prison or conscripted is not. */
export function applicantCounted(household: Household): boolean {
  return household.counted.some((member) => member.relation === 'applicant');
}

function whyNotCounted(member: Member, on: Day): WhyNotCounted | null {
  if (member.fullStateSupport === true) return 'full-state-support';
  if (member.imprisoned === true) return 'imprisoned';
  if (member.conscript === true) return 'conscript';
  switch (member.relation) {
    case 'applicant':
    case 'spouse':
      return null;
    case 'parent':
    case 'grandparent':
    case 'sibling':
    case 'other':
      return 'not-close-family';
    case 'child':
      if (isAdult(member, on) && !isStudentUnder23(member, on)) return 'adult-child';
      return member.married === true ? 'married-child' : null;
  }
}

function isStudentUnder23(member: Member, on: Day): boolean {
  if (member.fullTimeStudent !== true) return false;
  if (member.birthDate !== undefined) return !hasReached(member.birthDate, STUDENT_UNDER, on);
  return member.ageBand !== 'adult';
}

/**
 * Every fault of the family as stated (interfaces.md): nobody, not exactly one applicant, more than one spouse, a repeated id,
 * a birth on a day after `on`, no age. `path` is where the list stands, `members` or `after.members`; `needs` is what age must be given as.
 */
export function householdFaults(
  members: readonly Member[],
  on: Day,
  path: string,
  needs: 'birth-date' | 'any-age',
): Fault[] {
  if (members.length === 0) return [{ path, problem: 'no members', remedy: 'list the family, at least the applicant' }];
  return [
    ...rolesFaults(members, path),
    ...members.flatMap((member, at) => memberFaults(member, members.slice(0, at), on, `${path}[${at}]`, needs)),
  ];
}

function rolesFaults(members: readonly Member[], path: string): Fault[] {
  const faults: Fault[] = [];
  const applicants = members.filter((member) => member.relation === 'applicant').length;
  if (applicants !== 1)
    faults.push({ path, problem: `${applicants} applicants`, remedy: 'name exactly one member as "applicant"' });
  const spouses = members.filter((member) => member.relation === 'spouse').length;
  if (spouses > 1) faults.push({ path, problem: `${spouses} spouses`, remedy: 'name at most one member as "spouse"' });
  return faults;
}

function memberFaults(
  member: Member,
  before: readonly Member[],
  on: Day,
  path: string,
  needs: 'birth-date' | 'any-age',
): Fault[] {
  const faults: Fault[] = [];
  if (before.some((other) => other.id === member.id))
    faults.push({
      path: `${path}.id`,
      problem: `"${member.id}" is used twice`,
      remedy: 'give every member an id of its own',
    });
  if (member.birthDate !== undefined && member.birthDate > on)
    faults.push({
      path: `${path}.birthDate`,
      problem: `${member.birthDate} is after ${on}`,
      remedy: 'leave out who is not born yet, or correct the date',
    });
  if (member.birthDate === undefined && (needs === 'birth-date' || member.ageBand === undefined))
    faults.push({
      path: `${path}.birthDate`,
      problem: 'age is not given',
      remedy: needs === 'birth-date' ? 'give the birth date' : 'give a birth date or an ageBand',
    });
  return faults;
}
