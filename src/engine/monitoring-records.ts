/** The twelve records and three windows of the monitoring, as the decision reads them (domain.md, "Stage 3"; order 693, form 4). */
import type { Track } from './law.ts';
import type { Money } from './money.ts';
import type { Fault } from './outcome.ts';

/** Fact of the track in one month. */
export type RecordFact = 'confirmed' | 'not-confirmed' | 'no-answer';
/** Living conditions in one month, hardship only. */
export type RecordConditions = 'better' | 'worse' | 'no-answer';
/** Whether hardship was overcome by that month. */
export type HardshipState = 'overcome' | 'partly' | 'not-overcome';

/** One monthly record, `number` 1–12: with `fact`, or for hardship with `conditions` and perhaps `hardship`. What the track does not use is ignored. */
export interface MonitoringRecord {
  readonly number: number;
  readonly fact?: RecordFact | undefined;
  readonly conditions?: RecordConditions | undefined;
  readonly hardship?: HardshipState | undefined;
}

/** Income of three months of monitoring: 4–6, 7–9 or 10–12. With `totalIncome` (three months) and `countedMembers` (from 1) the comparison is exact. */
export interface IncomeWindowFigures {
  readonly numbers: readonly number[];
  /** The recipient's average of the track's kinds; none for hardship. */
  readonly ownIncome?: Money | undefined;
  readonly perCapitaIncome: Money;
  readonly totalIncome?: Money | undefined;
  readonly countedMembers?: number | undefined;
}

/** What twelve records say together; lists ascend. For hardship `confirmed` counts answered months. */
export interface RecordsSummary {
  readonly confirmed: number;
  readonly notConfirmed: readonly number[];
  readonly noAnswer: readonly number[];
  readonly missing: readonly number[];
  readonly better: number;
  readonly worse: number;
  /** Of the last record that names it; null if none does. */
  readonly lastHardship: HardshipState | null;
}

/** Months of monitoring after the end of the contract. */
export const MONITORED_MONTHS = 12;
const RECORD_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const WINDOWS = ['4,5,6', '7,8,9', '10,11,12'] as const;
const LAST_WINDOW = '10,11,12';

/** Counts the records of a track; numbers must be checked before (`monitoringFaults`). */
export function summarizeRecords(records: readonly MonitoringRecord[], track: Track): RecordsSummary {
  const ordered = [...records].sort((left, right) => left.number - right.number);
  const numbersWhere = (test: (record: MonitoringRecord) => boolean) => ordered.filter(test).map((each) => each.number);
  const missing = RECORD_NUMBERS.filter((number) => !ordered.some((record) => record.number === number));
  if (track === 'hardship') {
    const better = numbersWhere((record) => record.conditions === 'better').length;
    const worse = numbersWhere((record) => record.conditions === 'worse').length;
    const noAnswer = numbersWhere((record) => record.conditions === 'no-answer');
    const lastHardship = ordered.findLast((record) => record.hardship !== undefined)?.hardship ?? null;
    return { confirmed: better + worse, notConfirmed: [], noAnswer, missing, better, worse, lastHardship };
  }
  return {
    confirmed: numbersWhere((record) => record.fact === 'confirmed').length,
    notConfirmed: numbersWhere((record) => record.fact === 'not-confirmed'),
    noAnswer: numbersWhere((record) => record.fact === 'no-answer'),
    missing,
    better: 0,
    worse: 0,
    lastHardship: null,
  };
}

/** The window of months 10–12, which decides; null if it is not given. */
export function lastWindow(windows: readonly IncomeWindowFigures[]): IncomeWindowFigures | null {
  return windows.find((window) => windowKey(window) === LAST_WINDOW) ?? null;
}

/** Windows that are not given, as their numbers. */
export function missingWindows(windows: readonly IncomeWindowFigures[]): (readonly number[])[] {
  return WINDOWS.filter((key) => !windows.some((window) => windowKey(window) === key)).map((key) =>
    key.split(',').map(Number),
  );
}

/** Every fault of records and windows: numbers outside 1–12 or twice, a record without its answer, other windows or one twice, no counted member. */
export function monitoringFaults(
  records: readonly MonitoringRecord[],
  windows: readonly IncomeWindowFigures[],
  track: Track,
): Fault[] {
  return [
    ...records.flatMap((record, at) => recordFaults(record, records.slice(0, at), track, `monitoring[${at}]`)),
    ...windows.flatMap((window, at) => windowFaults(window, windows.slice(0, at), `incomeWindows[${at}]`)),
  ];
}

function recordFaults(
  record: MonitoringRecord,
  before: readonly MonitoringRecord[],
  track: Track,
  path: string,
): Fault[] {
  const faults: Fault[] = [];
  if (!RECORD_NUMBERS.some((number) => number === record.number))
    faults.push({
      path: `${path}.number`,
      problem: `${record.number} is not a month of monitoring`,
      remedy: 'number the records 1 to 12',
    });
  else if (before.some((other) => other.number === record.number))
    faults.push({
      path: `${path}.number`,
      problem: `record ${record.number} is given twice`,
      remedy: 'keep one of them',
    });
  if (track === 'hardship' && record.conditions === undefined)
    faults.push({
      path: `${path}.conditions`,
      problem: 'a record of hardship without conditions',
      remedy: 'add "better", "worse" or "no-answer"',
    });
  if (track !== 'hardship' && record.fact === undefined)
    faults.push({
      path: `${path}.fact`,
      problem: 'a record without its fact',
      remedy: 'add "confirmed", "not-confirmed" or "no-answer"',
    });
  return faults;
}

function windowFaults(window: IncomeWindowFigures, before: readonly IncomeWindowFigures[], path: string): Fault[] {
  const faults: Fault[] = [];
  const key = windowKey(window);
  if (!WINDOWS.some((known) => known === key))
    faults.push({
      path: `${path}.numbers`,
      problem: `[${window.numbers.join(', ')}] is not a window of monitoring`,
      remedy: 'write [4, 5, 6], [7, 8, 9] or [10, 11, 12]',
    });
  else if (before.some((other) => windowKey(other) === key))
    faults.push({ path: `${path}.numbers`, problem: `window ${key} is given twice`, remedy: 'keep one of them' });
  const { countedMembers } = window;
  if (countedMembers !== undefined && (!Number.isInteger(countedMembers) || countedMembers < 1))
    faults.push({
      path: `${path}.countedMembers`,
      problem: `${countedMembers} counted members`,
      remedy: 'write a whole number from 1, or leave it out',
    });
  return faults;
}

function windowKey(window: IncomeWindowFigures): string {
  return [...window.numbers].sort((left, right) => left - right).join(',');
}
