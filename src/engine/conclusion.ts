/** Stage 1: the conclusion of the last month, one of the seven outcomes of form 1 (domain.md, "Stage 1"; order 693). */
import type { Day } from './day.ts';
import { latestExtension } from './extension.ts';
import { basisOf } from './in-force.ts';
import type { Law, Policy } from './law.ts';
import { type Assumption, accept, type Fault, type Outcome, type Reason, refuse, type TraceStep } from './outcome.ts';
import { analogyAssumption, effectivePolicy, openReading, type PolicyInput } from './policy.ts';

/** How far a measure of the programme was carried out. */
export type MeasureStatus = 'done' | 'partly' | 'not-done';
/** Whether what was left undone has a valid cause. */
export type Cause = 'valid' | 'not-valid';
/** Effect of what was left undone on the result of the contract. */
export type Effect = 'none' | 'cannot-be-assessed';

/** The contract's dates as first agreed, its measures, and the specialist's answers. `cause` and `effect` are ignored where the outcome needs none. */
export interface ConclusionInput {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly measures: readonly { readonly name: string; readonly status: MeasureStatus }[];
  readonly cause?: Cause | undefined;
  readonly effect?: Effect | undefined;
  readonly policy?: PolicyInput | undefined;
}

/** How much of the programme is done (domain.md, stage 1). */
export type Completion = 'all' | 'partly' | 'none';
/** Number of the variant on the form. */
export type ConclusionOutcome = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export type Consequence = 'none' | 'early-termination' | 'extension-to-commission';

/** Closed list of reasons. */
export type ConclusionReason =
  | 'all-done'
  | 'partly-done'
  | 'none-done'
  | 'cause-valid'
  | 'cause-not-valid'
  | 'result-not-affected'
  | 'result-cannot-be-assessed'
  | 'cause-to-be-named';

/** The answer; `latestExtensionEndsOn` only where the extension goes to the commission (outcomes 5 and 6). */
export interface ConclusionResult {
  readonly completion: Completion;
  readonly outcome: ConclusionOutcome;
  readonly consequence: Consequence;
  readonly latestExtensionEndsOn?: Day;
  readonly reasons: readonly Reason<ConclusionReason>[];
  readonly assumptions: readonly Assumption[];
  readonly trace: readonly TraceStep[];
}

/** `all` when every measure is done, `none` when every one is not done, else `partly`. Of no measures at all it says `all`: refuse them first. */
function completionOf(statuses: readonly MeasureStatus[]): Completion {
  if (statuses.every((status) => status === 'done')) return 'all';
  return statuses.every((status) => status === 'not-done') ? 'none' : 'partly';
}

/**
 * Proposes the outcome of form 1. Refused, every fault at once: no measures, an end before the start, no `cause` where not all is done,
 * no `effect` where it is partly done. Source: order 693, form 1.
 */
export function concludeContract(law: Law, input: ConclusionInput): Outcome<ConclusionResult> {
  const completion = completionOf(input.measures.map((measure) => measure.status));
  const faults = conclusionFaults(input, completion);
  if (faults.length > 0) return refuse(faults);
  const policy = effectivePolicy(law, input.policy);
  const outcome = outcomeOf(completion, input.cause, input.effect);
  const consequence = CONSEQUENCES[outcome];
  const extension = consequence === 'extension-to-commission' ? extensionFor(law, input, policy) : null;
  const counts = countStatuses(input);
  return accept({
    completion,
    outcome,
    consequence,
    ...(extension === null ? {} : { latestExtensionEndsOn: extension.endsOn }),
    reasons: reasonsFor(completion, outcome, counts),
    assumptions: [
      ...analogyAssumption(law),
      ...(extension === null ? [] : [extension.assumption]),
      // Whether this ending is a stop under point 49 decides later duties; the engine never infers it.
      ...(consequence === 'early-termination' ? [{ code: 'point-49-to-be-asked' }] : []),
    ],
    trace: [
      { step: 'completion', in: counts, out: completion, basis: basisOf(law, 'conclusion') },
      {
        step: 'outcome',
        in: { completion, ...usedAnswers(completion, input) },
        out: outcome,
        basis: basisOf(law, 'conclusion'),
      },
      ...(extension === null ? [] : [extension.step]),
    ],
  });
}

const CONSEQUENCES: { readonly [outcome in ConclusionOutcome]: Consequence } = {
  1: 'none',
  2: 'none',
  3: 'none',
  4: 'early-termination',
  5: 'extension-to-commission',
  6: 'extension-to-commission',
  7: 'early-termination',
};

/** What each variant of form 1 leads to. */
export function consequenceOf(outcome: ConclusionOutcome): Consequence {
  return CONSEQUENCES[outcome];
}

function outcomeOf(completion: Completion, cause?: Cause, effect?: Effect): ConclusionOutcome {
  switch (completion) {
    case 'all':
      return 1;
    case 'none':
      return cause === 'valid' ? 6 : 7;
    case 'partly':
      if (effect === 'none') return cause === 'valid' ? 2 : 3;
      return cause === 'valid' ? 5 : 4;
  }
}

function conclusionFaults(input: ConclusionInput, completion: Completion): Fault[] {
  const faults: Fault[] = [];
  if (input.endsOn < input.startsOn)
    faults.push({
      path: 'endsOn',
      problem: `${input.endsOn} is before the start ${input.startsOn}`,
      remedy: 'correct one of the two dates of the contract',
    });
  if (input.measures.length === 0) {
    const remedy = 'list the measures of the programme, each with its status';
    return [...faults, { path: 'measures', problem: 'no measures', remedy }];
  }
  if (completion !== 'all' && input.cause === undefined)
    faults.push({
      path: 'cause',
      problem: 'not all is done and no cause is given',
      remedy: 'add "valid" or "not-valid"',
    });
  if (completion === 'partly' && input.effect === undefined)
    faults.push({
      path: 'effect',
      problem: 'the programme is done in part and its effect on the result is not given',
      remedy: 'add "none" or "cannot-be-assessed"',
    });
  return faults;
}

function countStatuses(input: ConclusionInput): { done: number; partly: number; notDone: number } {
  const count = (status: MeasureStatus) => input.measures.filter((measure) => measure.status === status).length;
  return { done: count('done'), partly: count('partly'), notDone: count('not-done') };
}

/** The answers the outcome rests on: none where all is done; where nothing is done the effect cannot be assessed in any case. */
function usedAnswers(
  completion: Completion,
  input: ConclusionInput,
): { cause?: Cause | undefined; effect?: Effect | undefined } {
  if (completion === 'all') return {};
  return { cause: input.cause, effect: completion === 'none' ? 'cannot-be-assessed' : input.effect };
}

function reasonsFor(
  completion: Completion,
  outcome: ConclusionOutcome,
  counts: { done: number; partly: number; notDone: number },
): Reason<ConclusionReason>[] {
  const done = ({ all: 'all-done', partly: 'partly-done', none: 'none-done' } as const)[completion];
  if (outcome === 1) return [{ code: done, ...counts }];
  const valid = outcome === 2 || outcome === 5 || outcome === 6;
  const reasons: Reason<ConclusionReason>[] = [
    { code: done, ...counts },
    { code: valid ? 'cause-valid' : 'cause-not-valid' },
    { code: outcome <= 3 ? 'result-not-affected' : 'result-cannot-be-assessed' },
  ];
  // Variants 2, 5 and 6 of the form have a blank for the cause in words.
  return valid ? [...reasons, { code: 'cause-to-be-named' }] : reasons;
}

function extensionFor(law: Law, input: ConclusionInput, policy: Policy) {
  const latest = latestExtension(input.startsOn, input.endsOn, policy);
  const otherEndsOn = policy.extension === 'days' ? latest.months : latest.days;
  const step: TraceStep = {
    step: 'latest-extension',
    in: { startsOn: input.startsOn, endsOn: input.endsOn, reading: policy.extension },
    out: latest.chosen,
    basis: basisOf(law, 'extension'),
  };
  const facts = { endsOn: latest.chosen, otherEndsOn };
  return { endsOn: latest.chosen, assumption: openReading('extension', 'extension', policy, facts), step };
}
