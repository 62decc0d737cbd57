/** What a report is asked from, and every fault of it (interfaces.md, `report`). */
import { asksBusinessIncome, type BusinessEntry, businessFaults } from './business-income.ts';
import { addMonths, type Day, firstDay, type Month, monthOf } from './day.ts';
import type { ContractResult, LivingConditions } from './effectiveness.ts';
import { applicantCounted, countHousehold, householdFaults } from './household.ts';
import { incomeKindFaults, incomeMonths, type OthersIncomeEntry, statedFamilyIncome } from './income.ts';
import type { Law, Track } from './law.ts';
import type { Member } from './member.ts';
import type { Money } from './money.ts';
import type { Fault } from './outcome.ts';
import { type Place, placeFaults } from './place.ts';
import { effectivePolicy, type PolicyInput } from './policy.ts';

/** The question of stage 2. `endsOn` is the day the contract really ended; the family is as of `reportOn`, with birth dates and incomes of the three months. */
export interface ReportInput extends Place {
  readonly track: Track;
  readonly endsOn: Day;
  readonly reportOn: Day;
  readonly before: {
    /** The figure in the file at application; null where there was none. */
    readonly perCapitaIncome: Money | null;
    readonly averageMonthlyIncome?: Money | undefined;
    /** The day the figures are of. */
    readonly on?: Day | undefined;
  };
  /** The day of signing, for the value of the minimum at signing; without it `before.on` stands for it. */
  readonly signedOn?: Day | undefined;
  readonly after: {
    readonly members: readonly Member[];
    /** Income of the counted members but the applicant, together; then only the applicant's own entries are looked at. */
    readonly othersIncome?: readonly OthersIncomeEntry[] | undefined;
  };
  /** Required for own business and household farm, ignored for the other tracks. */
  readonly business?: readonly BusinessEntry[] | undefined;
  readonly livingConditions: LivingConditions;
  readonly result: ContractResult;
  readonly policy?: PolicyInput | undefined;
}

/** Calendar months from the month of the end to the month of the report. */
const REPORT_MONTH = 5;

/** The month of the report, the fifth after the month of the end. */
export function reportMonth(endsOn: Day): Month {
  return addMonths(monthOf(endsOn), REPORT_MONTH);
}

/** The three months that follow the month of the end: the same function as at application, asked from the month of the report. */
export function reportIncomeMonths(endsOn: Day): readonly Month[] {
  return incomeMonths(reportMonth(endsOn));
}

/** The day the value of the minimum at signing is of; null where it is not known. */
export function signingDay(input: ReportInput): Day | null {
  return input.signedOn ?? input.before.on ?? null;
}

/** Every fault at once: place, family, kinds, a report too early, an applicant not counted, months not stated, months of business. */
export function reportFaults(law: Law, input: ReportInput): Fault[] {
  return [
    ...placeFaults(law, input),
    ...dayFaults(law, input),
    ...householdFaults(input.after.members, input.reportOn, 'after.members', 'birth-date'),
    ...incomeKindFaults(law, input.after.members, 'after.members'),
    ...countedFaults(law, input),
    ...(asksBusinessIncome(input.track) ? businessFaults(input.business ?? [], reportIncomeMonths(input.endsOn)) : []),
  ];
}

function dayFaults(law: Law, input: ReportInput): Fault[] {
  const faults: Fault[] = [];
  const opensOn = firstDay(reportMonth(input.endsOn));
  if (input.reportOn < opensOn)
    faults.push({
      path: 'reportOn',
      problem: `${input.reportOn} is before the fifth month after the month of the end`,
      remedy: `report on ${opensOn} or later`,
    });
  if (effectivePolicy(law, input.policy).minimumAfter === 'signing' && signingDay(input) === null)
    faults.push({
      path: 'signedOn',
      problem: 'the policy takes the minimum at signing and no day of signing is given',
      remedy: 'add "signedOn", or "before.on" where it is the same day',
    });
  return faults;
}

function countedFaults(law: Law, input: ReportInput): Fault[] {
  const { members } = input.after;
  const pathOf = (id: string) => `after.members[${members.findIndex((member) => member.id === id)}]`;
  const household = countHousehold(members, input.reportOn);
  const faults: Fault[] = [];
  const applicant = members.find((member) => member.relation === 'applicant');
  if (applicant !== undefined && !applicantCounted(household))
    faults.push({
      path: pathOf(applicant.id),
      problem: 'the applicant is not counted: on full state support, in prison or conscripted',
      remedy: 'correct the mark, or leave this report to a person',
    });
  const months = reportIncomeMonths(input.endsOn);
  const income = statedFamilyIncome(law, household.counted, input.after.othersIncome, months, input.reportOn);
  for (const { member, month } of [...income.notStated, ...income.notSure]) {
    if (member === null) {
      faults.push({
        path: 'after.othersIncome',
        problem: `income of the other members for ${month} is not stated`,
        remedy: `add { "month": "${month}", "amount": "…" }; no income is "0.00"`,
      });
      continue;
    }
    faults.push({
      path: `${pathOf(member)}.incomes`,
      problem: `income of ${member} for ${month} is not stated`,
      remedy: `add what ${member} had in ${month}; no income is an entry of "0.00"`,
    });
  }
  return faults;
}
