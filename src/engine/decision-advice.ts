/** The rules from twelve months of monitoring to the proposal of form 3; the order names none, these are our defaults (domain.md, "Stage 3"). */
import { comparePerCapita } from './income.ts';
import type { Track } from './law.ts';
import { compareMoney, type Money } from './money.ts';
import { type IncomeWindowFigures, MONITORED_MONTHS, type RecordsSummary } from './monitoring-records.ts';
import type { Reason } from './outcome.ts';

/** What the engine proposes for a new contract; a person decides. */
export type Advice = 'advisable' | 'not-advisable' | 'undetermined';

/** Closed list of reasons. */
export type DecisionReason =
  | 'records-missing'
  | 'window-missing'
  | 'no-report'
  | 'report-ineffective'
  | 'minimum-unknown'
  | 'no-longer-low-income'
  | 'equal-to-minimum'
  | 'below-minimum'
  | 'all-confirmed'
  | 'all-answered'
  | 'hardship-remains'
  | 'not-confirmed'
  | 'no-answer'
  | 'hardship-overcome'
  | 'hardship-unknown'
  | 'offer-other-support';

/** The proposal with why; the rule that decided comes first. */
export interface Proposal {
  readonly proposal: Advice;
  readonly reasons: readonly Reason<DecisionReason>[];
}

/** What the rules look at: the track, the verdict of the report (null: no report), the records together, the window of months 10–12. */
export interface Evidence {
  readonly track: Track;
  readonly report: { readonly verdict: 'effective' | 'ineffective' } | null;
  readonly records: RecordsSummary;
  readonly window: IncomeWindowFigures | null;
}

/** The first rule that fits; the order is the one of domain.md. */
export function advise(evidence: Evidence, minimum: Money | null): Proposal {
  const { records, window, report, track } = evidence;
  const gaps: Reason<DecisionReason>[] = [];
  if (records.missing.length > 0) gaps.push({ code: 'records-missing', numbers: records.missing });
  if (window === null) gaps.push({ code: 'window-missing', numbers: [10, 11, 12] });
  if (report === null) gaps.push({ code: 'no-report' });
  if (window === null || report === null || gaps.length > 0) return { proposal: 'undetermined', reasons: gaps };
  if (report.verdict === 'ineffective') return notAdvisable([{ code: 'report-ineffective' }]);
  if (minimum === null) return { proposal: 'undetermined', reasons: [{ code: 'minimum-unknown' }] };
  const order = compareWindow(window, minimum);
  const facts = { perCapitaIncome: window.perCapitaIncome, minimum };
  if (order >= 0)
    return notAdvisable([
      { code: 'no-longer-low-income', ...facts },
      ...(order === 0 ? [{ code: 'equal-to-minimum', minimum } as const] : []),
    ]);
  const below = { code: 'below-minimum', ...facts } as const;
  const rest = track === 'hardship' ? byHardship(records) : byFacts(records);
  return { proposal: rest.proposal, reasons: [...rest.reasons, below] };
}

function notAdvisable(reasons: readonly Reason<DecisionReason>[]): Proposal {
  return { proposal: 'not-advisable', reasons: [...reasons, { code: 'offer-other-support' }] };
}

/** All twelve confirmed is advisable, anything else is left to the person. */
function byFacts(records: RecordsSummary): Proposal {
  if (records.confirmed === MONITORED_MONTHS) return { proposal: 'advisable', reasons: [{ code: 'all-confirmed' }] };
  return { proposal: 'undetermined', reasons: unconfirmed(records) };
}

/** All twelve answered and hardship not yet overcome is advisable. */
function byHardship(records: RecordsSummary): Proposal {
  const answered = records.confirmed === MONITORED_MONTHS;
  const { lastHardship } = records;
  if (answered && (lastHardship === 'partly' || lastHardship === 'not-overcome'))
    return { proposal: 'advisable', reasons: [{ code: 'all-answered' }, { code: 'hardship-remains', lastHardship }] };
  const reasons = unconfirmed(records);
  if (lastHardship === null) reasons.push({ code: 'hardship-unknown' });
  if (lastHardship === 'overcome') reasons.push({ code: 'hardship-overcome' });
  return { proposal: 'undetermined', reasons };
}

function unconfirmed(records: RecordsSummary): Reason<DecisionReason>[] {
  const reasons: Reason<DecisionReason>[] = [];
  if (records.notConfirmed.length > 0) reasons.push({ code: 'not-confirmed', numbers: records.notConfirmed });
  if (records.noAnswer.length > 0) reasons.push({ code: 'no-answer', numbers: records.noAnswer });
  return reasons;
}

/** Exact where total and members are given, else the figure as it stands. */
export function compareWindow(window: IncomeWindowFigures, minimum: Money): -1 | 0 | 1 {
  const { totalIncome, countedMembers } = window;
  return totalIncome === undefined || countedMembers === undefined
    ? compareMoney(window.perCapitaIncome, minimum)
    : comparePerCapita(totalIncome, countedMembers, minimum);
}
