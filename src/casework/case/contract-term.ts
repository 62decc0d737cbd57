/** A stored contract as the engine takes it. */
import { type Household, countHousehold } from '../../engine/household.ts';
import type { ContractTerm } from '../../engine/contract-term.ts';
import type { Day } from '../../engine/day.ts';
import type { Member } from '../../engine/member.ts';
import type { HouseholdMemberDraft } from '../../dialogs/command.ts';
import type { Contract } from '../ports.ts';

/** The term for the calendar, the duties and the asks. */
export function termOf(contract: Contract): ContractTerm {
  return {
    region: contract.region,
    track: contract.track,
    startsOn: contract.startsOn,
    endsOn: contract.agreedEndsOn,
    extendedTo: contract.extendedTo ?? undefined,
    extensionPending: contract.extensionAskedOn !== null,
    stoppedOn: contract.stoppedOn ?? undefined,
    stoppedUnderPoint49: contract.stoppedOn ? contract.stoppedUnderPoint49 : undefined,
  };
}

/** The family split in counted and not counted members on a day. */
export function householdOf(members: readonly HouseholdMemberDraft[], on: Day): Household {
  return countHousehold(membersOf(members), on);
}

/** Members as the engine takes them, `m1`, `m2` … in their order, without incomes. */
export function membersOf(members: readonly HouseholdMemberDraft[]): Member[] {
  return members.map(asMember);
}

function asMember(member: HouseholdMemberDraft, index: number): Member {
  return {
    id: `m${index + 1}`,
    relation: member.relation,
    fullTimeStudent: member.fullTimeStudent,
    ...(member.birthDate ? { birthDate: member.birthDate } : {}),
    ...(member.ageBand ? { ageBand: member.ageBand } : {}),
  };
}
