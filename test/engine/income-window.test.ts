import { describe, expect, test } from 'vitest';
import { day, month } from '../../src/engine/day.ts';
import { windowIncome } from '../../src/engine/income-window.ts';
import type { Track } from '../../src/engine/law.ts';
import type { Member } from '../../src/engine/member.ts';
import { roubles } from '../../src/engine/money.ts';
import { earning, person } from './support/families.ts';
import { regionLaw } from './support/laws.ts';

const WINDOW = ['2026-12', '2027-01', '2027-02'];
const reckon = (track: Track, members: readonly Member[]) =>
  windowIncome(regionLaw(), track, members, WINDOW.map(month), day('2027-03-05'));
const recipient = (kind: string, ...amounts: string[]) =>
  person('a', 'applicant', '1990-05-01', { incomes: earning(kind, amounts, WINDOW) });

describe('own income', () => {
  test.each<[Track, string, string | null]>([
    ['job-search', 'wage', '66.67'],
    ['training', 'wage', '66.67'],
    ['job-search', 'self-employed', '0.00'],
    ['business', 'self-employed', '66.67'],
    ['business', 'business', '66.67'],
    ['business', 'wage', '0.00'],
    ['household-farm', 'farm', '66.67'],
    ['household-farm', 'self-employed', '66.67'],
    ['household-farm', 'business', '0.00'],
    ['hardship', 'wage', null],
  ])('%s: %s', (track, kind, own) =>
    expect(reckon(track, [recipient(kind, '100.00', '100.00', '0.00')]).ownIncome).toBe(own),
  );
});

test('the family: total, members and share as the decision compares them', () => {
  const family = [
    recipient('wage', '30000.00'),
    person('b', 'spouse', '1990-01-01', { incomes: earning('pension', ['10000.00'], WINDOW) }),
    person('c', 'child', '2015-01-01'),
    person('g', 'grandparent', '1950-01-01', { incomes: earning('pension', ['20000.00'], WINDOW) }),
  ];
  expect(reckon('job-search', family)).toEqual({
    ownIncome: '30000.00',
    perCapitaIncome: '13333.33',
    totalIncome: '120000.00',
    countedMembers: 3,
    notStated: [],
  });
});

test('a month that was not stated is named, never taken for zero', () => {
  const silent = person('a', 'applicant', '1990-05-01', { incomes: earning('wage', ['1.00'], WINDOW.slice(0, 2)) });
  expect(reckon('job-search', [silent]).notStated).toEqual([{ member: 'a', month: '2027-02' }]);
});

describe('the others in one sum', () => {
  const family = [recipient('wage', '30000.00'), person('b', 'spouse', '1991-01-01')];
  const told = (...amounts: string[]) =>
    amounts.map((amount, at) => ({ month: WINDOW.map(month)[at] ?? month('2026-12'), amount: roubles(amount) }));
  test.each<[string, string[], string, number]>([
    ['all three months', ['6000.00', '0.00', '3000.00'], '16500.00', 0],
    ['a month is not told', ['6000.00', '0.00'], '16000.00', 1],
  ])('%s', (_name, amounts, perCapita, notStated) => {
    const found = windowIncome(
      regionLaw(),
      'job-search',
      family,
      WINDOW.map(month),
      day('2027-03-05'),
      told(...amounts),
    );
    expect([found.perCapitaIncome, found.notStated.length]).toEqual([perCapita, notStated]);
  });
});
