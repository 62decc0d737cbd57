/** Registers for tests: any number of reports over three offices, every kind of answer, and names that try to break a file. */
import type { Register, RegisterRow } from '../../../src/casework/paper/paper.ts';
import { addDays, day, month } from '../../../src/engine/day.ts';
import { TRACKS } from '../../../src/engine/law.ts';
import { roubles } from '../../../src/engine/money.ts';

/** Names of the offices, not in the order of letters. */
export const OFFICES = [
  'ГКУ «ОСЗН Навлинского района»',
  'ГКУ «ОСЗН города Брянска (Бежицкий, Володарский, Советский и Фокинский районы)»',
  'ГКУ «ОСЗН Выгоничского района»',
];
/** What people type: formulas, signs of markup, breaks. */
export const HOSTILE = [
  '=HYPERLINK("http://x","y")',
  '+7 900',
  '-5',
  '@a',
  '<b>&"\'; \n',
  'Ёжикова-Щукина; Анна',
  '\u0001x',
];

/** The row of place `at`, from 0. */
export function row(at: number, change: Partial<RegisterRow> = {}): RegisterRow {
  const outcomes = ['rose-above-minimum', 'rose-not-above-minimum', 'not-risen', 'fell', 'not-comparable'] as const;
  const incomeOutcome = outcomes[at % outcomes.length] ?? 'fell';
  return {
    officeName: OFFICES[at % OFFICES.length] ?? '',
    contractNumber: `${100 + at}/2025`,
    recipientName: `Иванова-Константинопольская Анна ${at}`,
    track: TRACKS[at % TRACKS.length] ?? 'hardship',
    startsOn: day('2025-12-01'),
    endsOn: day('2026-08-31'),
    reportOn: addDays(day('2027-01-01'), at % 31),
    perCapitaIncomeBefore: incomeOutcome === 'not-comparable' ? null : roubles(`${9000 + (at % 800)}.50`),
    perCapitaIncomeAfter: roubles(`${12_000 + (at % 9000)}.07`),
    perCapitaMinimum: roubles('18900.00'),
    incomeOutcome,
    conditions: (['better', 'same', 'worse'] as const)[at % 3] ?? 'same',
    result: (['reached', 'partly', 'not-reached'] as const)[at % 3] ?? 'partly',
    verdict: at % 4 === 0 ? 'ineffective' : 'effective',
    ...change,
  };
}

/** January 2027 in Bryansk. */
export function registerOf(rows: readonly RegisterRow[]): Register {
  return { region: 'bryansk', month: month('2027-01'), rows };
}

/** The first `count` rows. */
export function rows(count: number): RegisterRow[] {
  return Array.from({ length: count }, (_, at) => row(at));
}
