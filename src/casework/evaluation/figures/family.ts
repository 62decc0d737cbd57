/** The family after the contract, kept apart from the family as it was registered. */
import type { Day } from '../../../engine/day.ts';
import { type Household, countHousehold } from '../../../engine/household.ts';
import type { Member } from '../../../engine/member.ts';
import type { CompositionLine } from '../../../dialogs/evaluation-card.ts';
import type { HouseholdMemberDraft } from '../../../dialogs/command.ts';
import { membersOf } from '../../case/contract-term.ts';
import type { Contract, StoredHousehold } from '../../ports.ts';

/** Who the family is on a day: what was kept for that day or the last before it, else what the contract was registered with. */
export function familyOn(
  contract: Contract,
  kept: readonly StoredHousehold[],
  on: Day,
): readonly HouseholdMemberDraft[] {
  let found: StoredHousehold | null = null;
  for (const each of kept) if (each.from <= on && (found === null || each.from >= found.from)) found = each;
  return found?.members ?? contract.household;
}

/** The same as the engine takes it, `m1` the first. */
export function membersOn(contract: Contract, kept: readonly StoredHousehold[], on: Day): Member[] {
  return membersOf(familyOn(contract, kept, on));
}

/** Whether anybody but the applicant counts on the day: then their income is asked too. */
export function othersCount(members: readonly Member[], on: Day): boolean {
  return countHousehold(members, on).counted.some((member) => member.relation !== 'applicant');
}

/** Each member and whether they count on the day. */
export function composition(members: readonly Member[], on: Day): CompositionLine[] {
  const { counted, notCounted }: Household = countHousehold(members, on);
  return members.map(({ id, relation, birthDate, ageBand }) => ({
    relation,
    birthDate: birthDate ?? null,
    ageBand: ageBand ?? null,
    counted: counted.some((member) => member.id === id),
    why: notCounted.find((member) => member.id === id)?.why ?? null,
  }));
}
