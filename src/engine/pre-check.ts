/** The anonymous pre-check: would this family probably be granted a contract (domain.md, "Pre-check"; interfaces.md, `precheck`). */
import { type Day, type Month, monthOf } from './day.ts';
import { applicantCounted, countHousehold, type Household, type NotCounted } from './household.ts';
import { basisOf, inForce } from './in-force.ts';
import {
  comparePerCapita,
  incomeMonths,
  perCapita,
  type StatedIncome,
  statedHouseholdIncome,
  statedIncome,
} from './income.ts';
import type { Law, Track } from './law.ts';
import { decidingTerritory, type Minimum, minimumAssumptions, minimumOn, minimumRow, minimumStep } from './minimum.ts';
import type { Money } from './money.ts';
import { type Assumption, accept, type Outcome, type Reason, refuse, type TraceStep } from './outcome.ts';
import { analogyAssumption, effectivePolicy } from './policy.ts';
import { type PreCheckInput, preCheckFaults } from './pre-check-input.ts';

export type { PreCheckInput } from './pre-check-input.ts';

/** What the engine proposes; a person decides. */
export type Verdict = 'likely-eligible' | 'likely-not-eligible' | 'needs-review';

/** Closed list of reasons. */
export type PreCheckReason =
  | 'no-income-test'
  | 'applicant-not-counted'
  | 'minimum-unknown'
  | 'not-below-minimum'
  | 'equal-to-minimum'
  | 'income-not-stated'
  | 'no-circumstance-stated'
  | 'not-sure'
  | 'below-minimum';

/** The answer. `perCapitaIncome` is null where the applicant is not counted; `totalIncome` is what is known of the counted months. */
export interface PreCheckResult {
  readonly incomeMonths: readonly Month[];
  readonly countedMembers: readonly string[];
  readonly notCounted: readonly NotCounted[];
  readonly totalIncome: Money;
  readonly perCapitaIncome: Money | null;
  readonly minimum: Minimum | null;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason<PreCheckReason>[];
  readonly assumptions: readonly Assumption[];
  readonly trace: readonly TraceStep[];
}

/** What is known before the minimum is looked at. */
interface Findings {
  readonly input: PreCheckInput;
  readonly household: Household;
  readonly income: StatedIncome;
  readonly perCapitaIncome: Money | null;
}

interface Proposal {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason<PreCheckReason>[];
}

/**
 * Proposes whether the family is likely eligible on `applicationDate`, by the first rule that fits (interfaces.md, `precheck`).
 * Refused with every fault at once: see `preCheckFaults`. Strictly below the minimum is below; compared before rounding.
 */
export function preCheck(law: Law, input: PreCheckInput): Outcome<PreCheckResult> {
  const faults = preCheckFaults(law, input);
  if (faults.length > 0) return refuse(faults);
  const on = input.applicationDate;
  const months = incomeMonths(monthOf(on));
  const household = countHousehold(input.members, on);
  const income =
    input.householdIncome === undefined
      ? statedIncome(law, household.counted, months, on)
      : statedHouseholdIncome(input.householdIncome, months);
  const perCapitaIncome = applicantCounted(household) ? perCapita(income.total, household.counted.length) : null;
  const findings = { input, household, income, perCapitaIncome };
  const policy = effectivePolicy(law, input.policy);
  const territory = decidingTerritory(law, input, policy);
  const minimum = minimumOn(law, territory, on);
  const proposal = propose(law, findings, minimum?.amount ?? null);
  const wouldBe = (amount: Money | null) => propose(law, findings, amount).verdict;
  return accept({
    incomeMonths: months,
    countedMembers: household.counted.map((member) => member.id),
    notCounted: household.notCounted,
    totalIncome: income.total,
    perCapitaIncome,
    minimum,
    verdict: proposal.verdict,
    reasons: proposal.reasons,
    assumptions: [
      ...analogyAssumption(law),
      ...minimumAssumptions(law, input, policy, on, wouldBe),
      ...unusedIncomes(input),
    ],
    trace: [
      ...incomeTrace(law, findings, months),
      minimumStep(territory, on, minimumRow(law, territory, on)),
      verdictStep(law, findings, minimum?.amount ?? null, proposal),
    ],
  });
}

/** The first rule that fits; the order is the contract of interfaces.md. */
function propose(law: Law, findings: Findings, minimum: Money | null): Proposal {
  const { household, income, perCapitaIncome } = findings;
  const test = noIncomeTest(law, findings.input);
  if (test !== null) return review([{ code: 'no-income-test', ...test }]);
  if (perCapitaIncome === null) return review([{ code: 'applicant-not-counted', ...whyApplicant(findings) }]);
  if (minimum === null) return review([{ code: 'minimum-unknown' }]);
  const order = comparePerCapita(income.total, household.counted.length, minimum);
  if (order >= 0) {
    const equal: Reason<PreCheckReason>[] = order === 0 ? [{ code: 'equal-to-minimum', minimum }] : [];
    return {
      verdict: 'likely-not-eligible',
      reasons: [{ code: 'not-below-minimum', perCapitaIncome, minimum }, ...equal],
    };
  }
  const missing = missingAnswers(findings);
  if (missing.length > 0) return review(missing);
  return { verdict: 'likely-eligible', reasons: [{ code: 'below-minimum', perCapitaIncome, minimum }] };
}

function review(reasons: readonly Reason<PreCheckReason>[]): Proposal {
  return { verdict: 'needs-review', reasons };
}

/** The exemption in force on the application day that this family falls under, if any. */
function noIncomeTest(law: Law, input: PreCheckInput): { category: string; track: Track; since: Day } | null {
  const row = inForce(law.noIncomeTest, input.applicationDate);
  if (row === null || row.value === null) return null;
  const { category, track } = row.value;
  return input.track === track && (input.categories ?? []).includes(category)
    ? { category, track, since: row.since }
    : null;
}

function whyApplicant({ input, household }: Findings): { member?: string; why?: string } {
  const applicant = input.members.find((member) => member.relation === 'applicant');
  const left = household.notCounted.find((member) => member.id === applicant?.id);
  return left === undefined ? {} : { member: left.id, why: left.why };
}

/** Everything that is missing: months not stated, no circumstance, every answer "not sure". */
function missingAnswers({ input, income }: Findings): Reason<PreCheckReason>[] {
  const field = input.householdIncome === undefined ? 'incomes' : 'householdIncome';
  const reasons: Reason<PreCheckReason>[] = income.notStated.map((gap) => ({ code: 'income-not-stated', ...gap }));
  if (input.circumstances.length === 0) reasons.push({ code: 'no-circumstance-stated' });
  if (input.track === 'not-sure') reasons.push({ code: 'not-sure', field: 'track' });
  if (input.circumstances.includes('not-sure')) reasons.push({ code: 'not-sure', field: 'circumstances' });
  reasons.push(...income.notSure.map((gap) => ({ code: 'not-sure', field, ...gap }) as const));
  return reasons;
}

function unusedIncomes(input: PreCheckInput): Assumption[] {
  const both = input.householdIncome !== undefined && input.members.some((member) => (member.incomes ?? []).length > 0);
  return both ? [{ code: 'incomes-of-members-not-used' }] : [];
}

function incomeTrace(law: Law, findings: Findings, months: readonly Month[]): TraceStep[] {
  const { input, household, income, perCapitaIncome } = findings;
  const counted = household.counted.map((member) => member.id);
  return [
    {
      step: 'income-months',
      in: { applicationDate: input.applicationDate },
      out: months,
      basis: basisOf(law, 'income-months'),
    },
    {
      step: 'household',
      in: { members: input.members.map((member) => member.id) },
      out: counted,
      basis: basisOf(law, 'household'),
    },
    { step: 'total-income', in: { months, members: counted }, out: income.total, basis: basisOf(law, 'income-kinds') },
    {
      step: 'per-capita-income',
      in: { totalIncome: income.total, months: months.length, members: counted.length },
      out: perCapitaIncome,
      basis: basisOf(law, 'per-capita-income'),
    },
  ];
}

function verdictStep(law: Law, findings: Findings, minimum: Money | null, proposal: Proposal): TraceStep {
  const exempt = proposal.reasons[0]?.code === 'no-income-test';
  return {
    step: 'verdict',
    in: { totalIncome: findings.income.total, members: findings.household.counted.length, minimum },
    out: proposal.verdict,
    basis: basisOf(law, exempt ? 'no-income-test' : 'minimum-comparison'),
  };
}
