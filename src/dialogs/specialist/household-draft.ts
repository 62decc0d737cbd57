/** A household while it is being gathered, as plain JSON and back. */
import { type Day, parseDay } from '../../engine/day.ts';
import { AGE_BANDS, hasReached, RELATIONS, type Relation } from '../../engine/member.ts';
import type { HouseholdMemberDraft } from '../command.ts';
import type { Json } from '../dialog.ts';

/** Age as it was told: a birth date or a band, one of the two. */
export type Born = Pick<HouseholdMemberDraft, 'birthDate' | 'ageBand'>;

/** Members so far; whom we are asking about (null: nobody), and their age once it is told. */
export interface Gathered {
  readonly members: readonly HouseholdMemberDraft[];
  readonly adding: Relation | null;
  readonly born: Born | null;
}

const FIRST: Gathered = { members: [], adding: 'applicant', born: null };
const ADULT_FROM = 18;
/** Full-time students are counted under this age (domain.md, "Per-capita income"). */
const STUDENT_UNDER = 23;

/** Reads what the form keeps: nothing yet, a list in the making, or the finished list opened again. */
export function gatheredMembers(kept: Json | undefined): Gathered {
  if (kept === undefined || kept === null || typeof kept !== 'object') return FIRST;
  if (isList(kept))
    return { members: kept.map((each) => memberOf(each)), adding: kept.length === 0 ? 'applicant' : null, born: null };
  const { members, adding, born } = kept;
  return {
    members: isList(members) ? members.map((each) => memberOf(each)) : [],
    adding: RELATIONS.find((relation) => relation === adding) ?? null,
    born: isObject(born) ? bornOf(born) : null,
  };
}

/** The same as plain JSON. */
export function membersJson({ members, adding, born }: Gathered) {
  return {
    members: members.map(({ relation, birthDate, ageBand, fullTimeStudent }) => ({
      relation,
      birthDate,
      ageBand,
      fullTimeStudent,
    })),
    adding,
    born: born === null ? null : { birthDate: born.birthDate, ageBand: born.ageBand },
  };
}

/** Whether being a full-time student would change who is counted: a child of 18 to 22. */
export function mayStudy(relation: Relation, { birthDate, ageBand }: Born, today: Day): boolean {
  if (relation !== 'child') return false;
  if (birthDate === null) return ageBand === '18-22';
  return hasReached(birthDate, ADULT_FROM, today) && !hasReached(birthDate, STUDENT_UNDER, today);
}

type JsonObject = { readonly [key: string]: Json };

function memberOf(kept: Json): HouseholdMemberDraft {
  const member = isObject(kept) ? kept : {};
  return {
    relation: RELATIONS.find((relation) => relation === member['relation']) ?? 'other',
    ...bornOf(member),
    fullTimeStudent: member['fullTimeStudent'] === true,
  };
}

function bornOf(kept: JsonObject): Born {
  return {
    birthDate: parseDay(kept['birthDate']),
    ageBand: AGE_BANDS.find((band) => band === kept['ageBand']) ?? null,
  };
}

function isList(kept: Json | undefined): kept is readonly Json[] {
  return Array.isArray(kept);
}

function isObject(kept: Json | undefined): kept is JsonObject {
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept);
}
