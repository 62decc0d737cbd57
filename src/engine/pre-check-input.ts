/** What a pre-check is asked from, and every fault of it (interfaces.md, `precheck`). */
import type { Day } from './day.ts';
import { householdFaults } from './household.ts';
import { type HouseholdIncomeEntry, incomeKindFaults } from './income.ts';
import type { Law, Track } from './law.ts';
import type { Member } from './member.ts';
import type { Fault } from './outcome.ts';
import { type Place, placeFaults } from './place.ts';
import type { PolicyInput } from './policy.ts';

/** The question: the family on the day of application, with incomes per member or of the whole family (`householdIncome` decides where both are given). */
export interface PreCheckInput extends Place {
  readonly applicationDate: Day;
  readonly track: Track | 'not-sure';
  /** Codes of the law's list, or `not-sure`; may be empty. */
  readonly circumstances: readonly string[];
  readonly categories?: readonly string[] | undefined;
  readonly members: readonly Member[];
  readonly householdIncome?: readonly HouseholdIncomeEntry[] | undefined;
  readonly policy?: PolicyInput | undefined;
}

/** Every fault of the question that its shape does not show: place, family, kinds of income, codes of circumstances and categories. */
export function preCheckFaults(law: Law, input: PreCheckInput): Fault[] {
  const circumstances = [...law.circumstances.map((listed) => listed.code), 'not-sure'];
  const categories = law.categories.map((listed) => listed.code);
  return [
    ...placeFaults(law, input),
    ...householdFaults(input.members, input.applicationDate, 'members', 'any-age'),
    ...incomeKindFaults(law, input.members, 'members'),
    ...codeFaults('circumstances', input.circumstances, circumstances),
    ...codeFaults('categories', input.categories ?? [], categories),
  ];
}

function codeFaults(path: string, codes: readonly string[], known: readonly string[]): Fault[] {
  return codes.flatMap((code, at) =>
    known.includes(code)
      ? []
      : [{ path: `${path}[${at}]`, problem: `"${code}" is not known`, remedy: `write one of: ${known.join(', ')}` }],
  );
}
