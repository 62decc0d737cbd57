/** Stage 3: whether a new contract is advisable, from twelve months of monitoring (domain.md, "Stage 3"; order 693, form 3). */
import { addMonths, type Day, firstDay, type Month, monthOf } from './day.ts';
import { type Advice, advise, compareWindow, type DecisionReason, type Evidence } from './decision-advice.ts';
import { basisOf, inForce } from './in-force.ts';

import { perCapita } from './income.ts';
import type { Law, Policy, Track } from './law.ts';
import { decidingTerritory, type Minimum, minimumAssumptions, minimumOn, minimumRow, minimumStep } from './minimum.ts';
import {
  type HardshipState,
  type IncomeWindowFigures,
  lastWindow,
  MONITORED_MONTHS,
  type MonitoringRecord,
  missingWindows,
  monitoringFaults,
  summarizeRecords,
} from './monitoring-records.ts';
import { type Assumption, accept, type Outcome, type Reason, refuse, type TraceStep } from './outcome.ts';
import { type Place, placeFaults } from './place.ts';
import { analogyAssumption, effectivePolicy, type PolicyInput } from './policy.ts';

export type { Advice, DecisionReason } from './decision-advice.ts';

/** The question of stage 3. `endsOn` is the day the contract really ended; `report` is null where there was none (stopped). */
export interface DecisionInput extends Place {
  readonly track: Track;
  readonly endsOn: Day;
  readonly decidedOn: Day;
  readonly report: { readonly verdict: 'effective' | 'ineffective' } | null;
  readonly monitoring: readonly MonitoringRecord[];
  readonly incomeWindows: readonly IncomeWindowFigures[];
  readonly policy?: PolicyInput | undefined;
}

/** The answer. The minimum is the one in force on the first day of month 12. */
export interface DecisionResult {
  readonly confirmedMonths: number;
  readonly notConfirmed: readonly number[];
  readonly noAnswer: readonly number[];
  readonly missing: readonly number[];
  /** Hardship only. */
  readonly betterMonths?: number;
  readonly worseMonths?: number;
  readonly lastHardship?: HardshipState | null;
  readonly minimum: Minimum | null;
  readonly proposal: Advice;
  readonly reasons: readonly Reason<DecisionReason>[];
  readonly assumptions: readonly Assumption[];
  readonly trace: readonly TraceStep[];
}

/** Proposes whether a new contract is advisable, by the first rule that fits (domain.md, "Stage 3"). Refused with every fault at once. */
export function proposeDecision(law: Law, input: DecisionInput): Outcome<DecisionResult> {
  const faults = [...placeFaults(law, input), ...monitoringFaults(input.monitoring, input.incomeWindows, input.track)];
  if (faults.length > 0) return refuse(faults);
  const policy = effectivePolicy(law, input.policy);
  const on = firstDay(lastMonth(input));
  const minimum = minimumOn(law, decidingTerritory(law, input, policy), on);
  const records = summarizeRecords(input.monitoring, input.track);
  const window = lastWindow(input.incomeWindows);
  const evidence = { track: input.track, report: input.report, records, window };
  const proposal = advise(evidence, minimum?.amount ?? null);
  return accept({
    confirmedMonths: records.confirmed,
    notConfirmed: records.notConfirmed,
    noAnswer: records.noAnswer,
    missing: records.missing,
    ...(input.track === 'hardship'
      ? { betterMonths: records.better, worseMonths: records.worse, lastHardship: records.lastHardship }
      : {}),
    minimum,
    ...proposal,
    assumptions: decisionAssumptions(law, input, policy, on, evidence),
    trace: decisionTrace(law, input, policy, on, evidence),
  });
}

/** Month 12 of the monitoring. */
function lastMonth(input: DecisionInput): Month {
  return addMonths(monthOf(input.endsOn), MONITORED_MONTHS);
}

function decisionAssumptions(
  law: Law,
  input: DecisionInput,
  policy: Policy,
  on: Day,
  evidence: Evidence,
): Assumption[] {
  const opensOn = firstDay(addMonths(lastMonth(input), 1));
  const { window } = evidence;
  const minimum = minimumOn(law, decidingTerritory(law, input, policy), on)?.amount ?? null;
  const advisable = advise(evidence, minimum).proposal === 'advisable';
  return [
    ...analogyAssumption(law),
    { code: 'decision-day-not-given', opensOn },
    ...(input.decidedOn < opensOn ? [{ code: 'decided-before-its-month', opensOn, decidedOn: input.decidedOn }] : []),
    // The order has no rule from the figures to the decision: the order of rules is ours.
    { code: 'advice-by-default-rules' },
    ...minimumAssumptions(law, input, policy, on, (amount) => advise(evidence, amount).proposal),
    ...missingWindows(input.incomeWindows).map((numbers) => ({ code: 'window-not-given', numbers })),
    ...(window === null ? [] : windowAssumptions(window)),
    ...(advisable ? repeatInterval(law, input) : []),
  ];
}

/** Says where the comparison is not exact, and where the figure shown is not what total and members give. */
function windowAssumptions(window: IncomeWindowFigures): Assumption[] {
  const { totalIncome, countedMembers, perCapitaIncome } = window;
  if (totalIncome === undefined || countedMembers === undefined)
    return [{ code: 'compared-as-rounded', perCapitaIncome }];
  const exact = perCapita(totalIncome, countedMembers);
  return exact === perCapitaIncome ? [] : [{ code: 'per-capita-income-differs', perCapitaIncome, reckoned: exact }];
}

/** The interval between two contracts of the track is the region's to say (regulation.md 1.9). */
function repeatInterval(law: Law, input: DecisionInput): Assumption[] {
  const months = inForce(law.tracks[input.track], input.decidedOn)?.value?.repeatAfterMonths ?? null;
  return [months === null ? { code: 'repeat-interval-unknown' } : { code: 'repeat-interval', months }];
}

function decisionTrace(law: Law, input: DecisionInput, policy: Policy, on: Day, evidence: Evidence): TraceStep[] {
  const territory = decidingTerritory(law, input, policy);
  const row = minimumRow(law, territory, on);
  const { window, records } = evidence;
  const amount = row?.value?.['per-capita'] ?? null;
  return [
    { step: 'records', in: { given: input.monitoring.length }, out: records, basis: basisOf(law, 'monitoring') },
    minimumStep(territory, on, row),
    {
      step: 'window-10-12',
      in: { window, minimum: amount },
      out:
        window === null || amount === null
          ? null
          : (['below', 'equal', 'above'] as const)[compareWindow(window, amount) + 1],
      basis: basisOf(law, 'minimum-comparison'),
    },
    {
      step: 'proposal',
      in: { report: input.report?.verdict ?? null },
      out: advise(evidence, amount).proposal,
      basis: basisOf(law, 'decision'),
    },
  ];
}
