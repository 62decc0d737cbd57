/** Stage 2: the report of the fifth month, figures before and after and a proposal (domain.md, "Stage 2"; order 693, form 2). */
import {
  asksBusinessIncome,
  type BusinessEntry,
  type BusinessIncome,
  businessDifferences,
  businessIncome,
} from './business-income.ts';
import { type Day, firstDay, type Month, monthOf } from './day.ts';
import {
  type Effectiveness,
  type IncomeOutcome,
  type ReportFigures,
  type Standing,
  standingAgainst,
} from './effectiveness.ts';
import { countHousehold, type Household, type NotCounted } from './household.ts';
import { comparePerCapita, MONTHS_COUNTED, perCapita, statedFamilyIncome } from './income.ts';
import type { Law, Policy } from './law.ts';
import { decidingTerritory, familyMinimum, type Minimum, minimumOn, minimumRow } from './minimum.ts';
import { type Money, share } from './money.ts';
import { type Assumption, accept, type Outcome, type Reason, refuse, type TraceStep } from './outcome.ts';
import { effectivePolicy } from './policy.ts';
import { reportAssumptions } from './report-assumptions.ts';
import { type ReportInput, reportFaults, reportIncomeMonths, signingDay } from './report-input.ts';
import { reportTrace } from './report-trace.ts';

export type { ReportInput } from './report-input.ts';

/** Closed list of reasons. */
export type ReportReason =
  | IncomeOutcome
  | 'minimum-unknown'
  | 'equal-to-minimum'
  | 'result-reached'
  | 'result-partly'
  | 'result-not-reached'
  | 'conditions-better'
  | 'conditions-worse'
  | 'business-income-differs'
  | 'no-line-on-form';

/** One reading of "the minimum after": the day it is of, the value, and what would follow from it. */
export interface MinimumReading extends Standing {
  readonly basis: Policy['minimumAfter'];
  /** Null where the day of signing is not known. */
  readonly on: Day | null;
  readonly minimum: Minimum | null;
}

/** The value that decides, with the reading it was taken by. */
export interface DecidingMinimum extends Minimum {
  readonly basis: Policy['minimumAfter'];
  readonly on: Day;
}

/** The answer: every figure of form 2, the outcome, and what the engine proposes. */
export interface ReportResult {
  readonly incomeMonths: readonly Month[];
  readonly countedMembers: readonly string[];
  readonly notCounted: readonly NotCounted[];
  readonly totalIncomeAfter: Money;
  readonly perCapitaIncomeBefore: Money | null;
  readonly averageMonthlyIncomeBefore: Money | null;
  readonly perCapitaIncomeAfter: Money;
  readonly averageMonthlyIncomeAfter: Money;
  readonly minimum: DecidingMinimum | null;
  /** Sum of the members' group values ÷ members; null where one is not known. */
  readonly familyMinimum: Money | null;
  /** All three readings of the minimum after, the deciding one first. */
  readonly minimumReadings: readonly MinimumReading[];
  readonly incomeOutcome: IncomeOutcome;
  readonly business: BusinessIncome | null;
  readonly aboveMinimum: boolean | null;
  readonly proposal: Effectiveness;
  readonly reasons: readonly Reason<ReportReason>[];
  readonly assumptions: readonly Assumption[];
  readonly trace: readonly TraceStep[];
}

/**
 * Reckons the figures of form 2 and proposes "effective", "ineffective" or "undetermined"; a person decides.
 * Refused with every fault at once (see `reportFaults`). Ages on `reportOn`.
 */
export function reportEffect(law: Law, input: ReportInput): Outcome<ReportResult> {
  const faults = reportFaults(law, input);
  if (faults.length > 0) return refuse(faults);
  const incomeMonths = reportIncomeMonths(input.endsOn);
  const household = countHousehold(input.after.members, input.reportOn);
  const { total } = statedFamilyIncome(law, household.counted, input.after.othersIncome, incomeMonths, input.reportOn);
  const figures = { total, members: household.counted.length, before: input.before.perCapitaIncome };
  const policy = effectivePolicy(law, input.policy);
  const readings = readMinimum(law, input, policy, figures);
  const [deciding] = readings;
  const familyValue = familyMinimumOn(law, input, policy, deciding.on, household);
  const result = {
    incomeMonths,
    countedMembers: household.counted.map((member) => member.id),
    notCounted: household.notCounted,
    totalIncomeAfter: total,
    perCapitaIncomeBefore: input.before.perCapitaIncome,
    averageMonthlyIncomeBefore: input.before.averageMonthlyIncome ?? null,
    perCapitaIncomeAfter: perCapita(total, figures.members),
    averageMonthlyIncomeAfter: share(total, MONTHS_COUNTED),
    minimum: decidingMinimum(deciding),
    familyMinimum: familyValue,
    minimumReadings: readings,
    incomeOutcome: deciding.incomeOutcome,
    business: asksBusinessIncome(input.track) ? businessIncome(input.business ?? [], incomeMonths) : null,
    aboveMinimum: deciding.aboveMinimum,
    proposal: deciding.proposal,
  };
  return accept({
    ...result,
    reasons: reasonsFor(input, figures, deciding, incomeMonths),
    assumptions: reportAssumptions(law, input, policy, figures, readings, household),
    trace: reportTrace(law, input, policy, result),
  });
}

/** The three readings, the one of the policy first. A reading without a day or value stays null, never a guess. */
function readMinimum(
  law: Law,
  input: ReportInput,
  policy: Policy,
  figures: ReportFigures,
): readonly [MinimumReading, ...MinimumReading[]] {
  const territory = decidingTerritory(law, input, policy);
  const lastMonth = reportIncomeMonths(input.endsOn).at(-1) ?? monthOf(input.reportOn);
  const read = (basis: Policy['minimumAfter'], on: Day | null): MinimumReading => {
    const minimum = on === null ? null : minimumOn(law, territory, on);
    return { basis, on, minimum, ...standingAgainst(figures, minimum?.amount ?? null, input) };
  };
  const readings = {
    'last-income-month': read('last-income-month', firstDay(lastMonth)),
    'report-day': read('report-day', input.reportOn),
    signing: read('signing', signingDay(input)),
  };
  const chosen = readings[policy.minimumAfter];
  return [chosen, ...Object.values(readings).filter((reading) => reading !== chosen)];
}

function decidingMinimum(reading: MinimumReading): DecidingMinimum | null {
  const { minimum, basis, on } = reading;
  return minimum === null || on === null ? null : { ...minimum, basis, on };
}

/** Group values of the row and day that decide; ages on the day of the report. */
function familyMinimumOn(
  law: Law,
  input: ReportInput,
  policy: Policy,
  on: Day | null,
  household: Household,
): Money | null {
  const row = on === null ? null : minimumRow(law, decidingTerritory(law, input, policy), on);
  return familyMinimum(row?.value ?? null, household, input.reportOn);
}

function reasonsFor(
  input: ReportInput,
  figures: ReportFigures,
  deciding: MinimumReading,
  months: readonly Month[],
): Reason<ReportReason>[] {
  const amount = deciding.minimum?.amount ?? null;
  const after = perCapita(figures.total, figures.members);
  const reasons: Reason<ReportReason>[] = [
    { code: deciding.incomeOutcome, before: figures.before, after, minimum: amount },
    { code: `result-${input.result}` },
  ];
  if (amount === null) reasons.push({ code: 'minimum-unknown' });
  else if (comparePerCapita(figures.total, figures.members, amount) === 0)
    reasons.push({ code: 'equal-to-minimum', minimum: amount });
  if (input.track === 'hardship' && input.livingConditions !== 'same')
    reasons.push({ code: `conditions-${input.livingConditions}` });
  return [...reasons, ...businessReasons(input, input.business ?? [], months), ...blankLines(input, deciding)];
}

function businessReasons(
  input: ReportInput,
  entries: readonly BusinessEntry[],
  months: readonly Month[],
): Reason<ReportReason>[] {
  const recipient = input.after.members.find((member) => member.relation === 'applicant');
  if (!asksBusinessIncome(input.track) || recipient === undefined) return [];
  const differences = businessDifferences(entries, recipient, input.track, months);
  return differences.length === 0 ? [] : [{ code: 'business-income-differs', months: differences }];
}

/** Choices of form 2 that stay blank with a remark, because it has no line for them. */
function blankLines(input: ReportInput, deciding: MinimumReading): Reason<ReportReason>[] {
  const reasons: Reason<ReportReason>[] = [];
  if (deciding.incomeOutcome === 'not-comparable' || deciding.incomeOutcome === 'rose-minimum-unknown')
    reasons.push({ code: 'no-line-on-form', field: 'incomeOutcome', value: deciding.incomeOutcome });
  if (input.livingConditions === 'same')
    reasons.push({ code: 'no-line-on-form', field: 'livingConditions', value: 'same' });
  return reasons;
}
