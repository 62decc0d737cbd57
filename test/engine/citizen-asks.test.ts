import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CitizenAsk, citizenAsks } from '../../src/engine/citizen-asks.ts';
import { citizenReminders } from '../../src/engine/citizen-reminders.ts';
import type { CalendarInput } from '../../src/engine/contract-calendar.ts';
import { day } from '../../src/engine/day.ts';
import type { TrackTerms } from '../../src/engine/law.ts';
import { TRACKS } from '../../src/engine/law.ts';
import { span } from './support/days.ts';
import { regionLaw, withTransfers } from './support/laws.ts';

const LAW = withTransfers(
  regionLaw(),
  { year: 2026, free: [day('2026-12-31')], worked: [] },
  { year: 2027, free: [], worked: [] },
);
const TERM: CalendarInput = {
  region: 'bryansk',
  track: 'job-search',
  startsOn: day('2025-12-01'),
  endsOn: day('2026-08-31'),
};

function asksOf(change: Partial<CalendarInput> = {}, law = LAW): readonly CitizenAsk[] {
  return citizenAsks(law, { ...TERM, ...change }).asks;
}

function find(id: string, change: Partial<CalendarInput> = {}): CitizenAsk | undefined {
  return asksOf(change).find((ask) => ask.id === id);
}

describe('after the end', () => {
  test.each([
    [
      'record 1: asked from the 1st, five working days before the 30th',
      'fact:2026-09',
      '2026-09-01',
      '2026-09-23',
      '2026-09-30',
      1,
    ],
    [
      'record 4: the due day itself is not counted, free or not',
      'fact:2026-12',
      '2026-12-01',
      '2026-12-24',
      '2026-12-31',
      4,
    ],
    ['record 5: a due day on a Sunday', 'fact:2027-01', '2027-01-01', '2027-01-25', '2027-01-31', 5],
    ['record 6: the 23rd of February is not counted', 'fact:2027-02', '2027-02-01', '2027-02-19', '2027-02-28', 6],
    ['income for the report is needed by its day', 'income:2026-09', '2026-10-01', '2026-10-20', '2027-01-31', 1],
    ['the third month too', 'income:2026-11', '2026-12-01', '2026-12-20', '2027-01-31', 3],
    ['income of month 4 is needed for the first window', 'income:2026-12', '2027-01-01', '2027-01-20', '2027-03-31', 4],
    ['income of month 12 for the last', 'income:2027-08', '2027-09-01', '2027-09-20', '2027-09-30', 12],
  ])('%s', (_, id, askFrom, citizenDay, dueOn, recordNumber) => {
    expect(find(id)).toMatchObject({ stage: 'after', askFrom, citizenDay, dueOn, recordNumber });
  });

  test('twelve facts and twelve incomes, each month once', () => {
    const after = asksOf().filter((ask) => ask.stage === 'after');
    const months = (item: string) => after.filter((ask) => ask.item === item).map((ask) => ask.month);
    expect(months('fact')).toHaveLength(12);
    expect(months('income')).toEqual(months('fact'));
    expect(months('fact')[0]).toBe('2026-09');
    expect(months('fact')[11]).toBe('2027-08');
  });

  test('the household is asked with every income after the end and never with a fact', () => {
    for (const ask of asksOf()) {
      expect(ask.householdIncome).toBe(ask.stage === 'after' && ask.item === 'income');
    }
  });

  test('each ask names what needs it', () => {
    const after = asksOf().filter((ask) => ask.item === 'income' && ask.stage === 'after');
    expect(after.map((ask) => ask.basis)).toEqual([
      ...Array.from({ length: 3 }, () => 'report'),
      ...Array.from({ length: 9 }, () => 'income-windows'),
    ]);
    expect(find('fact:2026-09')?.basis).toBe('monitoring');
  });

  test('with anniversary periods the fact is asked from the first day of the period', () => {
    const change = {
      track: 'business' as const,
      endsOn: day('2026-09-15'),
      policy: { monitoringMonths: 'anniversary' as const },
    };
    expect(find('fact:2026-10', change)).toMatchObject({
      askFrom: '2026-09-16',
      citizenDay: '2026-10-08',
      dueOn: '2026-10-15',
      recordNumber: 1,
    });
    expect(find('income:2026-10', change)).toMatchObject({ askFrom: '2026-11-01', citizenDay: '2026-11-20' });
  });

  test('after a stop under point 49 nothing is asked any more', () => {
    const change = { stoppedOn: day('2026-03-10'), stoppedUnderPoint49: true };
    const asks = asksOf(change);
    expect(asks.map((ask) => ask.id)).toEqual([
      'fact:2025-12',
      'income:2025-12',
      'fact:2026-01',
      'income:2026-01',
      'fact:2026-02',
      'income:2026-02',
    ]);
  });

  test('where the region monitors on after it, windows are asked and the months of the report are not', () => {
    const change = { stoppedOn: day('2026-03-10'), stoppedUnderPoint49: true, policy: { monitorAfterStop: true } };
    const after = asksOf(change).filter((ask) => ask.stage === 'after');
    expect(after.filter((ask) => ask.item === 'income').map((ask) => ask.month)[0]).toBe('2026-07');
    expect(after.filter((ask) => ask.item === 'fact')).toHaveLength(12);
  });
});

describe('during the contract', () => {
  test('fact and income of each month, the first and the last included, from the 1st of the next', () => {
    const during = asksOf().filter((ask) => ask.stage === 'contract');
    expect(during).toHaveLength(18);
    expect(during[0]).toEqual({
      id: 'fact:2025-12',
      item: 'fact',
      month: '2025-12',
      askFrom: '2026-01-01',
      citizenDay: '2026-01-20',
      dueOn: '2026-01-31',
      stage: 'contract',
      householdIncome: false,
      basis: 'contract-terms',
    });
    expect(find('income:2026-08')).toMatchObject({
      stage: 'contract',
      askFrom: '2026-09-01',
      citizenDay: '2026-09-20',
    });
  });

  test('only what the track asks monthly', () => {
    const [row] = LAW.tracks['job-search'];
    if (!row?.value) throw new Error('no terms');
    const value: TrackTerms = { ...row.value, askedMonthly: ['income'] };
    const law = { ...LAW, tracks: { ...LAW.tracks, 'job-search': [{ ...row, value }] } };
    const during = asksOf({}, law).filter((ask) => ask.stage === 'contract');
    expect(new Set(during.map((ask) => ask.item))).toEqual(new Set(['income']));
  });

  test('an extension adds months of the contract and keeps the ids of those before', () => {
    const before = asksOf().filter((ask) => ask.stage === 'contract');
    const extended = asksOf({ extendedTo: day('2026-10-15') });
    expect(extended.filter((ask) => before.some((old) => old.id === ask.id))).toEqual(before);
    expect(extended.find((ask) => ask.id === 'fact:2026-10')?.stage).toBe('contract');
    expect(extended.find((ask) => ask.id === 'fact:2026-11')?.stage).toBe('after');
  });

  test('the default is admitted, and so are the years whose working days were guessed', () => {
    expect(citizenAsks(LAW, TERM).assumptions).toEqual([{ code: 'contract-months-by-default', citizenDate: 20 }]);
    expect(citizenAsks(withTransfers(LAW), TERM).assumptions).toContainEqual({
      code: 'transfers-unknown',
      years: [2026, 2027],
    });
  });
});

describe('reminders of one ask', () => {
  test.each([
    [
      'income: four steps over three weeks',
      '2026-10-01',
      '2026-10-20',
      [
        ['asked', '2026-10-01'],
        ['halfway', '2026-10-10'],
        ['two-working-days', '2026-10-16'],
        ['on-day', '2026-10-20'],
      ],
    ],
    [
      'two working days before a Sunday are Thursday',
      '2026-09-01',
      '2026-09-20',
      [
        ['asked', '2026-09-01'],
        ['halfway', '2026-09-10'],
        ['two-working-days', '2026-09-17'],
        ['on-day', '2026-09-20'],
      ],
    ],
    [
      'halfway on the same day gives way',
      '2026-09-09',
      '2026-09-11',
      [
        ['two-working-days', '2026-09-09'],
        ['on-day', '2026-09-11'],
      ],
    ],
    [
      'two working days before would be before the ask: it falls away',
      '2027-01-01',
      '2027-01-11',
      [
        ['asked', '2027-01-01'],
        ['halfway', '2027-01-06'],
        ['on-day', '2027-01-11'],
      ],
    ],
    [
      'over a long weekend halfway would come after: it falls away',
      '2026-02-17',
      '2026-02-24',
      [
        ['asked', '2026-02-17'],
        ['two-working-days', '2026-02-19'],
        ['on-day', '2026-02-24'],
      ],
    ],
    ['asked on the last day', '2026-09-11', '2026-09-11', [['on-day', '2026-09-11']]],
  ])('%s', (_, askFrom, citizenDay, steps) => {
    const found = citizenReminders(LAW, { askFrom: day(askFrom), citizenDay: day(citizenDay) });
    expect(found.map(({ step, on }) => [step, on])).toEqual(steps);
  });
});

test('for any term of 2024–2028: asked, citizen and office in this order, no id twice, reminders ascend to the citizen’s day', () => {
  const anyTerm = fc.record({
    term: span,
    track: fc.constantFrom(...TRACKS),
    monitoringMonths: fc.constantFrom('calendar' as const, 'anniversary' as const),
  });
  fc.assert(
    fc.property(anyTerm, ({ term, track, monitoringMonths }) => {
      const { asks } = citizenAsks(LAW, { region: 'bryansk', track, ...term, policy: { monitoringMonths } });
      expect(new Set(asks.map((ask) => ask.id)).size).toBe(asks.length);
      for (const ask of asks) {
        expect(ask.askFrom <= ask.citizenDay && ask.citizenDay <= ask.dueOn).toBe(true);
        const days = citizenReminders(LAW, ask).map(({ on }) => on);
        expect([...new Set(days)].sort()).toEqual(days);
        expect(days.at(-1)).toBe(ask.citizenDay);
        expect(days[0]).toBe(ask.askFrom);
      }
    }),
  );
});
