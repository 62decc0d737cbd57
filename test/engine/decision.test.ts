import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../src/engine/day.ts';
import { type DecisionInput, proposeDecision } from '../../src/engine/decision.ts';
import { roubles } from '../../src/engine/money.ts';
import type {
  HardshipState,
  IncomeWindowFigures,
  MonitoringRecord,
  RecordConditions,
  RecordFact,
} from '../../src/engine/monitoring-records.ts';
import { answered, faultPaths } from './support/families.ts';
import { regionLaw } from './support/laws.ts';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const facts = (except: Record<number, RecordFact | null> = {}): MonitoringRecord[] =>
  MONTHS.flatMap((number) => {
    const fact = except[number] === undefined ? 'confirmed' : except[number];
    return fact === null ? [] : [{ number, fact }];
  });
const survey = (last: HardshipState | undefined, except: Record<number, RecordConditions> = {}): MonitoringRecord[] =>
  MONTHS.map((number) => ({
    number,
    conditions: except[number] ?? 'better',
    ...(number < 12 ? { hardship: 'partly' as const } : last === undefined ? {} : { hardship: last }),
  }));
const windows = (last: string, more: Partial<IncomeWindowFigures> = {}): IncomeWindowFigures[] => [
  { numbers: [4, 5, 6], perCapitaIncome: roubles('15000.00') },
  { numbers: [7, 8, 9], perCapitaIncome: roubles('15500.00') },
  { numbers: [10, 11, 12], perCapitaIncome: roubles(last), ...more },
];

function asked(more: Partial<DecisionInput> = {}): DecisionInput {
  return {
    region: 'bryansk',
    track: 'job-search',
    endsOn: day('2025-08-31'),
    decidedOn: day('2026-09-03'),
    report: { verdict: 'effective' },
    monitoring: facts(),
    incomeWindows: windows('16000.00'),
    ...more,
  };
}
const decide = (more: Partial<DecisionInput> = {}) =>
  answered(proposeDecision(regionLaw(more.region ?? 'bryansk'), asked(more)));
const codes = (list: readonly { readonly code: string }[]) => list.map((each) => each.code);

describe('the first rule that fits', () => {
  const unknown = { endsOn: day('2026-08-31'), decidedOn: day('2027-09-03') };

  test.each<[string, Partial<DecisionInput>, string, string]>([
    ['a record is missing', { monitoring: facts({ 12: null }) }, 'undetermined', 'records-missing'],
    ['window 10–12 is missing', { incomeWindows: windows('1.00').slice(0, 2) }, 'undetermined', 'window-missing'],
    [
      'missing stands before ineffective',
      { monitoring: facts({ 1: null }), report: { verdict: 'ineffective' } },
      'undetermined',
      'records-missing',
    ],
    ['no report after a stop', { report: null }, 'undetermined', 'no-report'],
    [
      'no report, and no longer low-income',
      { report: null, incomeWindows: windows('90000.00') },
      'undetermined',
      'no-report',
    ],
    ['ineffective', { report: { verdict: 'ineffective' } }, 'not-advisable', 'report-ineffective'],
    [
      'ineffective stands before an unknown minimum',
      { ...unknown, report: { verdict: 'ineffective' } },
      'not-advisable',
      'report-ineffective',
    ],
    ['the minimum is not known', unknown, 'undetermined', 'minimum-unknown'],
    ['at the minimum', { incomeWindows: windows('17424.00') }, 'not-advisable', 'no-longer-low-income'],
    ['above it', { incomeWindows: windows('17424.01') }, 'not-advisable', 'no-longer-low-income'],
    [
      'above it, although not all is confirmed',
      { monitoring: facts({ 3: 'not-confirmed' }), incomeWindows: windows('20000.00') },
      'not-advisable',
      'no-longer-low-income',
    ],
    ['all twelve confirmed', {}, 'advisable', 'all-confirmed'],
    ['one not confirmed', { monitoring: facts({ 3: 'not-confirmed' }) }, 'undetermined', 'not-confirmed'],
    ['one without answer', { monitoring: facts({ 7: 'no-answer' }) }, 'undetermined', 'no-answer'],
    ['earlier windows may be missing', { incomeWindows: windows('16000.00').slice(2) }, 'advisable', 'all-confirmed'],
    [
      'an earlier window above the minimum does not decide',
      {
        incomeWindows: [{ numbers: [4, 5, 6], perCapitaIncome: roubles('90000.00') }, ...windows('16000.00').slice(1)],
      },
      'advisable',
      'all-confirmed',
    ],
  ])('%s', (_name, more, proposal, first) => {
    const answer = decide(more);
    expect(answer.proposal).toBe(proposal);
    expect(answer.reasons[0]?.code).toBe(first);
  });

  test.each(['report-ineffective', 'no-longer-low-income'])('%s: other support is listed', (code) => {
    const more =
      code === 'report-ineffective'
        ? { report: { verdict: 'ineffective' } as const }
        : { incomeWindows: windows('20000.00') };
    expect(codes(decide(more).reasons)).toEqual([code, 'offer-other-support']);
  });
  test('equality is flagged', () =>
    expect(codes(decide({ incomeWindows: windows('17424.00') }).reasons)).toContain('equal-to-minimum'));
});

describe('records', () => {
  test('confirmed, not confirmed, no answer and missing are kept apart, in ascending order', () => {
    const monitoring = facts({ 2: 'no-answer', 5: 'not-confirmed', 9: null, 11: 'not-confirmed', 12: null }).reverse();
    expect(decide({ monitoring })).toMatchObject({
      confirmedMonths: 7,
      notConfirmed: [5, 11],
      noAnswer: [2],
      missing: [9, 12],
    });
  });
  test('of no record all are missing', () =>
    expect(decide({ monitoring: [] })).toMatchObject({ confirmedMonths: 0, missing: MONTHS }));
  test('what another track uses is ignored', () => {
    const monitoring = facts().map((record) => ({
      ...record,
      conditions: 'worse' as const,
      hardship: 'overcome' as const,
    }));
    const answer = decide({ monitoring });
    expect(answer).toMatchObject({ confirmedMonths: 12, proposal: 'advisable' });
    expect(answer).not.toHaveProperty('betterMonths');
  });
});

describe('hardship', () => {
  const hardship = (monitoring: MonitoringRecord[], more: Partial<DecisionInput> = {}) =>
    decide({ track: 'hardship', monitoring, ...more });

  test.each<[string, MonitoringRecord[], string, string | null]>([
    ['partly overcome', survey('partly'), 'advisable', 'partly'],
    ['not overcome', survey('not-overcome'), 'advisable', 'not-overcome'],
    ['overcome', survey('overcome'), 'undetermined', 'overcome'],
    ['the last record that names it counts', survey(undefined), 'advisable', 'partly'],
    ['worse months are answers', survey('partly', { 4: 'worse' }), 'advisable', 'partly'],
    ['a month without answer', survey('partly', { 4: 'no-answer' }), 'undetermined', 'partly'],
    ['never named', survey(undefined).map(({ number, conditions }) => ({ number, conditions })), 'undetermined', null],
  ])('%s', (_name, monitoring, proposal, lastHardship) =>
    expect(hardship(monitoring)).toMatchObject({ proposal, lastHardship }),
  );

  test('months are counted by conditions, answered ones are confirmed', () =>
    expect(hardship(survey('partly', { 1: 'worse', 2: 'worse', 3: 'no-answer' }))).toMatchObject({
      confirmedMonths: 11,
      betterMonths: 9,
      worseMonths: 2,
      noAnswer: [3],
      notConfirmed: [],
    }));
  test('above the minimum stands before hardship', () =>
    expect(hardship(survey('not-overcome'), { incomeWindows: windows('17424.00') }).proposal).toBe('not-advisable'));
});

describe('the minimum of month 12', () => {
  test.each([
    ['December 2025 is month 12', '2024-12-15', '16314.00'],
    ['January 2026 is month 12', '2025-01-01', '17424.00'],
    ['the last day of a month counts as its month', '2024-12-31', '16314.00'],
  ])('%s', (_name, endsOn, amount) => expect(decide({ endsOn: day(endsOn) }).minimum?.amount).toBe(amount));

  test('which windows are given does not matter', () =>
    expect(decide({ incomeWindows: [] }).minimum?.amount).toBe('17424.00'));

  test.each([
    ['a kopeck below three shares', '156815.99', 3, 'advisable'],
    ['exactly three shares', '156816.00', 3, 'not-advisable'],
    ['the exact figures decide over the rounded one', '156800.00', 3, 'advisable'],
  ])('exact: %s', (_name, total, countedMembers, proposal) =>
    expect(
      decide({ incomeWindows: windows('17424.00', { totalIncome: roubles(total), countedMembers }) }).proposal,
    ).toBe(proposal),
  );

  test('a total without members cannot be compared exactly', () => {
    const answer = decide({ incomeWindows: windows('17424.00', { totalIncome: roubles('1.00') }) });
    expect(answer.proposal).toBe('not-advisable');
    expect(codes(answer.assumptions)).toContain('compared-as-rounded');
  });
  test('a figure that its total does not give is marked', () =>
    expect(
      decide({ incomeWindows: windows('16000.00', { totalIncome: roubles('90000.00'), countedMembers: 3 }) })
        .assumptions,
    ).toContainEqual({
      code: 'per-capita-income-differs',
      perCapitaIncome: '16000.00',
      reckoned: '10000.00',
    }));
  test('Irkutsk: the other row would change the proposal', () => {
    const answer = decide({ region: 'irkutsk', municipality: 'katangsky', incomeWindows: windows('22000.00') });
    expect(answer).toMatchObject({ proposal: 'advisable', minimum: { territory: 'north', amount: '24411.00' } });
    expect(answer.assumptions).toContainEqual(
      expect.objectContaining({
        code: 'minimum-row',
        differs: true,
        otherRows: [{ territory: 'whole', amount: '20075.00', wouldBe: 'not-advisable' }],
      }),
    );
    expect(codes(answer.assumptions)).toEqual(
      expect.arrayContaining(['evaluation-by-analogy', 'territory-unverified', 'decision-day-not-given']),
    );
  });
  test('an unknown year shows the last value and what it would give', () =>
    expect(decide({ endsOn: day('2026-03-31'), decidedOn: day('2027-04-01') }).assumptions).toContainEqual(
      expect.objectContaining({ code: 'minimum-provisional', wouldBe: 'advisable' }),
    ));
});

describe('refusals name every fault at once', () => {
  const refused = (more: Partial<DecisionInput>) => faultPaths(proposeDecision(regionLaw(), asked(more)));
  const window = (...numbers: number[]): IncomeWindowFigures => ({ numbers, perCapitaIncome: roubles('1.00') });

  test.each<[string, Partial<DecisionInput>, string[]]>([
    ['record 0', { monitoring: [{ number: 0, fact: 'confirmed' }] }, ['monitoring[0].number']],
    ['record 13', { monitoring: [...facts(), { number: 13, fact: 'confirmed' }] }, ['monitoring[12].number']],
    ['record one and a half', { monitoring: [{ number: 1.5, fact: 'confirmed' }] }, ['monitoring[0].number']],
    ['a record twice', { monitoring: [...facts(), { number: 4, fact: 'no-answer' }] }, ['monitoring[12].number']],
    ['a record without its fact', { monitoring: [{ number: 1, conditions: 'better' }] }, ['monitoring[0].fact']],
    [
      'hardship without conditions',
      { track: 'hardship', monitoring: [{ number: 1, fact: 'confirmed' }] },
      ['monitoring[0].conditions'],
    ],
    ['months 1–3 are no window', { incomeWindows: [window(1, 2, 3)] }, ['incomeWindows[0].numbers']],
    ['a window that straddles two', { incomeWindows: [window(5, 6, 7)] }, ['incomeWindows[0].numbers']],
    ['a window of two months', { incomeWindows: [window(10, 11)] }, ['incomeWindows[0].numbers']],
    ['a window twice', { incomeWindows: [window(4, 5, 6), window(4, 5, 6)] }, ['incomeWindows[1].numbers']],
    [
      'no counted members',
      { incomeWindows: windows('1.00', { countedMembers: 0 }) },
      ['incomeWindows[2].countedMembers'],
    ],
    [
      'several things',
      { municipality: 'x', monitoring: [{ number: 99 }], incomeWindows: [window()] },
      ['municipality', 'monitoring[0].number', 'monitoring[0].fact', 'incomeWindows[0].numbers'],
    ],
  ])('%s', (_name, more, paths) => expect(refused(more)).toEqual(paths));
});

test('a decision before month 13 is marked, not refused', () => {
  expect(codes(decide({ decidedOn: day('2026-08-31') }).assumptions)).toContain('decided-before-its-month');
  expect(codes(decide({ decidedOn: day('2026-09-01') }).assumptions)).not.toContain('decided-before-its-month');
});

test('more income in window 10–12 never makes a new contract advisable', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4_000_000 }),
      fc.integer({ min: 0, max: 4_000_000 }),
      fc.integer({ min: 1, max: 6 }),
      (kopecks, more, countedMembers) => {
        const at = (amount: number) => {
          const totalIncome = roubles((amount / 100).toFixed(2));
          return decide({ incomeWindows: windows('1.00', { totalIncome, countedMembers }) }).proposal;
        };
        if (at(kopecks) === 'not-advisable') expect(at(kopecks + more)).toBe('not-advisable');
      },
    ),
  ));
