/** How complete and well proven a monthly submission is: the sum of named checks (domain.md, "Monthly submission and its score"). */
import type { Day } from './day.ts';
import { basisOf, inForce } from './in-force.ts';
import type { Law, ScoreWeights, SubmissionItem } from './law.ts';
import { type Assumption, accept, type Outcome, type Reason, refuse, type TraceStep } from './outcome.ts';
import { analogyAssumption } from './policy.ts';
import { type ScoreInput, scoreFaults } from './submission.ts';
import { type InconsistencyCode, inconsistencies } from './submission-consistency.ts';

export type { EarlierMonth, IncomeAnswer, ScoreInput } from './submission.ts';

/** Names of the checks a score is the sum of. */
export type CheckId = 'complete' | 'proven' | 'on-time' | 'consistent';
/** How a check ended; `unknown` where the answer is at the office. */
export type CheckStatus = 'pass' | 'warn' | 'fail' | 'unknown';
/** What the engine recommends to the specialist; never a refusal. */
export type Recommendation = 'accept' | 'review' | 'return';

/** Closed list of reasons of the checks. */
export type ScoreReason =
  | 'not-answered'
  | 'given-to-office'
  | 'proof-weak'
  | 'after-citizen-day'
  | 'on-or-after-office-day'
  | InconsistencyCode;

/** One named check: whole points of the points it can give. */
export interface ScoreCheck {
  readonly id: CheckId;
  readonly status: CheckStatus;
  readonly points: number;
  readonly of: number;
  readonly reasons?: readonly Reason<ScoreReason>[];
}

/** The answer: `score` is the sum of the checks' points, a whole number 0–100. */
export interface ScoreResult {
  readonly score: number;
  readonly checks: readonly ScoreCheck[];
  readonly recommendation: Recommendation;
  readonly reasons: readonly Reason<ScoreReason>[];
  readonly assumptions: readonly Assumption[];
  readonly trace: readonly TraceStep[];
}

/** Scores a submission by the weights in force on the day it was sent. Refused with every fault at once. */
export function scoreSubmission(law: Law, input: ScoreInput): Outcome<ScoreResult> {
  const faults = scoreFaults(law, input);
  if (faults.length > 0) return refuse(faults);
  const weights = weightsOn(law, input.submittedOn);
  const checks = [
    completeCheck(input, weights),
    provenCheck(input, weights),
    onTimeCheck(input, weights),
    consistentCheck(input, weights),
  ];
  const score = checks.reduce((total, check) => total + check.points, 0);
  const recommendation = recommend(checks, score, weights);
  return accept({
    score,
    checks,
    recommendation,
    reasons: checks.flatMap((check) => check.reasons ?? []),
    assumptions: analogyAssumption(law),
    trace: [
      ...checks.map((check) => ({
        step: check.id,
        in: factsOf(check.id, input),
        out: check.points,
        basis: basisOf(law, 'score'),
      })),
      { step: 'recommendation', in: { score }, out: recommendation, basis: basisOf(law, 'score') },
    ],
  });
}

function weightsOn(law: Law, on: Day): ScoreWeights {
  // Weights are ours, not an act's: a month older than the first row is scored by that row.
  const value = inForce(law.scoreWeights, on)?.value ?? law.scoreWeights[0]?.value;
  if (value === null || value === undefined) throw new Error(`no score weights in the law of ${law.region.code}`);
  return value;
}

/** How an asked item was answered. */
function answerOf(item: SubmissionItem, input: ScoreInput): 'answered' | 'given-to-office' | 'not-answered' {
  const answer = item === 'fact' ? input.fact?.state : input.income?.items;
  if (answer === undefined || answer === 'unknown' || answer.length === 0) return 'not-answered';
  return answer === 'given-to-office' ? 'given-to-office' : 'answered';
}

function completeCheck(input: ScoreInput, weights: ScoreWeights): ScoreCheck {
  const answers = askedOnce(input).map((item) => ({ item, answer: answerOf(item, input) }));
  const unanswered = answers.filter(({ answer }) => answer === 'not-answered');
  const reasons = answers.flatMap(({ item, answer }): Reason<ScoreReason>[] =>
    answer === 'answered' ? [] : [{ code: answer, item }],
  );
  const { all, part, none } = weights.complete;
  if (unanswered.length === answers.length) return check('complete', 'fail', none, all, reasons);
  if (unanswered.length > 0) return check('complete', 'fail', part, all, reasons);
  return check('complete', reasons.length > 0 ? 'unknown' : 'pass', all, all, reasons);
}

/** Average of the asked items' strongest proofs, rounded half up to whole points; the threshold looks at the exact average. */
function provenCheck(input: ScoreInput, weights: ScoreWeights): ScoreCheck {
  const items = askedOnce(input).map((item) => ({ item, points: proofPoints(item, input, weights) }));
  const average = items.reduce((total, { points }) => total + points, 0) / items.length;
  const weak = items.filter(({ points }) => points < weights.provenPassFrom);
  const reasons = weak.map(({ item, points }) => ({ code: 'proof-weak', item, points }) as const);
  const passes = average >= weights.provenPassFrom;
  const of = Math.max(...Object.values(weights.proof));
  return check('proven', passes ? 'pass' : 'warn', Math.floor(average + 0.5), of, reasons);
}

function proofPoints(item: SubmissionItem, input: ScoreInput, weights: ScoreWeights): number {
  if (answerOf(item, input) === 'not-answered') return weights.proof.none;
  if (needsNoProof(item, input)) return weights.proof['not-needed'];
  const proofs = (item === 'fact' ? input.fact?.proofs : input.income?.proofs) ?? [];
  return Math.max(weights.proof.none, ...proofs.map((proof) => weights.proof[proof]));
}

/** "No" and "no income" cannot be proven by a paper of the citizen; an income of 0.00 is no income. */
function needsNoProof(item: SubmissionItem, input: ScoreInput): boolean {
  if (item === 'fact') return input.fact?.state === 'no';
  const items = input.income?.items;
  return items === 'none' || (typeof items === 'object' && items.every((each) => each.amount === '0.00'));
}

/** On or before the citizen's day, before the office's day, or later. */
function onTimeCheck(input: ScoreInput, weights: ScoreWeights): ScoreCheck {
  const { citizenDay, officeDay, late } = weights.onTime;
  if (input.submittedOn <= input.citizenDay) return check('on-time', 'pass', citizenDay, citizenDay, []);
  const { submittedOn } = input;
  if (submittedOn < input.dueOn)
    return check('on-time', 'warn', officeDay, citizenDay, [{ code: 'after-citizen-day', submittedOn }]);
  return check('on-time', 'warn', late, citizenDay, [{ code: 'on-or-after-office-day', submittedOn }]);
}

function consistentCheck(input: ScoreInput, weights: ScoreWeights): ScoreCheck {
  const reasons = inconsistencies(input);
  const { pass, warn } = weights.consistent;
  return reasons.length === 0
    ? check('consistent', 'pass', pass, pass, [])
    : check('consistent', 'warn', warn, pass, reasons);
}

function recommend(checks: readonly ScoreCheck[], score: number, weights: ScoreWeights): Recommendation {
  if (checks.some((each) => each.id === 'complete' && each.status === 'fail')) return 'return';
  return checks.every((each) => each.status === 'pass') && score >= weights.acceptFrom ? 'accept' : 'review';
}

function check(
  id: CheckId,
  status: CheckStatus,
  points: number,
  of: number,
  reasons: readonly Reason<ScoreReason>[],
): ScoreCheck {
  return reasons.length === 0 ? { id, status, points, of } : { id, status, points, of, reasons };
}

function askedOnce(input: ScoreInput): readonly SubmissionItem[] {
  return [...new Set(input.asked)];
}

function factsOf(id: CheckId, input: ScoreInput): Readonly<Record<string, unknown>> {
  const { submittedOn, citizenDay, dueOn, asked, fact, income } = input;
  switch (id) {
    case 'complete':
      return { asked, fact: fact?.state ?? null, income: income?.items ?? null };
    case 'proven':
      return { fact: fact?.proofs ?? [], income: income?.proofs ?? [] };
    case 'on-time':
      return { submittedOn, citizenDay, dueOn };
    case 'consistent':
      return { earlier: input.earlier ?? [], sameFileAsEarlier: input.sameFileAsEarlier ?? false };
  }
}
