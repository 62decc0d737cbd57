/** What the person who signs a report must know: open readings that were used, gaps, and where another reading would change the outcome. */
import type { Day } from './day.ts';
import { monthOf } from './day.ts';
import { type ReportFigures, type Standing, standingAgainst } from './effectiveness.ts';
import type { Household } from './household.ts';
import { kindsChanged } from './income.ts';
import type { Law, Policy } from './law.ts';
import { groupOf, type Minimum, minimumAssumptions } from './minimum.ts';
import { isAdult } from './member.ts';
import type { Money } from './money.ts';
import type { Assumption } from './outcome.ts';
import { analogyAssumption, openReading } from './policy.ts';
import { type ReportInput, reportMonth } from './report-input.ts';

/** A reading of the minimum as the report holds it. */
interface Reading extends Standing {
  readonly basis: Policy['minimumAfter'];
  readonly on: Day | null;
  readonly minimum: Minimum | null;
}

/** All assumptions of a report; `readings` begins with the deciding one. */
export function reportAssumptions(
  law: Law,
  input: ReportInput,
  policy: Policy,
  figures: ReportFigures,
  readings: readonly [Reading, ...Reading[]],
  household: Household,
): Assumption[] {
  const [deciding, ...others] = readings;
  const wouldBe = (amount: Money | null) => {
    const standing = standingAgainst(figures, amount, input);
    return `${standing.incomeOutcome}, ${standing.proposal}`;
  };
  return [
    ...analogyAssumption(law),
    ...(figures.before === null ? [] : [{ code: 'before-from-application', ...dayBefore(input) }]),
    // The order names no formula for "effective": the table of the proposal is ours.
    { code: 'effectiveness-by-default-table' },
    openReading('minimum-after', 'minimumAfter', policy, { values: readings.map(valueOf) }),
    ...others.flatMap((other) => differing(deciding, other)),
    ...(deciding.on === null ? [] : minimumAssumptions(law, input, policy, deciding.on, wouldBe)),
    ...pensionersAssumption(household, input.reportOn),
    ...othersAssumption(input, household),
    ...(input.before.on === undefined ? [] : kindsChanged(law, input.before.on, input.reportOn)),
    ...(monthOf(input.reportOn) > reportMonth(input.endsOn) ? [{ code: 'report-after-its-month' }] : []),
  ];
}

function dayBefore(input: ReportInput): { on?: Day } {
  return input.before.on === undefined ? {} : { on: input.before.on };
}

function valueOf(reading: Reading): { basis: string; on: Day | null; amount: Money | null } {
  return { basis: reading.basis, on: reading.on, amount: reading.minimum?.amount ?? null };
}

/** `minimum-after-differs` where a known value of another reading would change the outcome of the report. */
function differing(deciding: Reading, other: Reading): Assumption[] {
  const same = other.incomeOutcome === deciding.incomeOutcome && other.aboveMinimum === deciding.aboveMinimum;
  if (same || other.minimum === null) return [];
  return [
    {
      code: 'minimum-after-differs',
      policy: 'minimumAfter',
      chosen: deciding.basis,
      other: other.basis,
      amount: other.minimum.amount,
      incomeOutcome: other.incomeOutcome,
      aboveMinimum: other.aboveMinimum,
      proposal: other.proposal,
    },
  ];
}

/** With the others' income in one sum nobody but the applicant can be told to be a pensioner: the family's minimum takes them as able-bodied. */
function othersAssumption(input: ReportInput, household: Household): Assumption[] {
  if (input.after.othersIncome === undefined) return [];
  const members = household.counted.filter(
    (member) => member.relation !== 'applicant' && isAdult(member, input.reportOn),
  );
  return members.length === 0 ? [] : [{ code: 'others-income-together', members: members.map((member) => member.id) }];
}

function pensionersAssumption(household: Household, on: Day): Assumption[] {
  const members = household.counted.filter((member) => groupOf(member, on) === 'pensioner').map((member) => member.id);
  return members.length === 0 ? [] : [{ code: 'pensioners-by-pension', members }];
}
