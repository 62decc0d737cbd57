/** Stage 2: every figure with its origin, what is missing named, the proposal and the choice against it. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Command, MonthAnswers } from '../../../src/dialogs/command.ts';
import type { ReportCard } from '../../../src/dialogs/evaluation-card.ts';
import { roubles } from '../../../src/engine/money.ts';
import { after, day, type EvaluatedCase, evaluatedCase, month, monthOfTrack } from '../../support/evaluated-case.ts';
import { expectKind } from '../../support/staffed-office.ts';

const TIMEOUT = { timeout: 120_000 };
const FAMILY = [
  { relation: 'applicant', birthDate: day('1990-05-01'), ageBand: null, fullTimeStudent: false },
  { relation: 'spouse', birthDate: day('1991-05-01'), ageBand: null, fullTimeStudent: false },
  { relation: 'child', birthDate: day('2016-05-01'), ageBand: null, fullTimeStudent: false },
] as const;

let it: EvaluatedCase;
afterEach(() => it.office.close());

const wages = (own: string, household: string): MonthAnswers => ({
  ...monthOfTrack('job-search', own, false),
  household: { amount: roubles(household) },
});
const keep = (of: string, item: 'own' | 'household' | 'business', amount: string, more: object = {}) =>
  it.run('specialist', {
    kind: 'keep-figure',
    contractId: it.contractId,
    month: month(of),
    item,
    amount: roubles(amount),
    words: 'справка работодателя',
    ...more,
  });
const prepare = (more: Partial<Extract<Command, { kind: 'prepare-report' }>> = {}) =>
  it.duty('report').then(({ dutyId }) =>
    it.run('specialist', {
      kind: 'prepare-report',
      dutyId,
      livingConditions: 'Тепло и сухо',
      conditions: 'same',
      result: 'reached',
      verdict: 'effective',
      whyAgainst: null,
      ...more,
    }),
  );
const lines = (card: ReportCard) =>
  card.figures.map(({ month: of, item, amount, origin }) => `${of} ${item} ${amount} ${origin.from}`);

describe('figures', () => {
  test(
    'accepted months first, what staff entered where they say nothing, what is missing with its state',
    TIMEOUT,
    async () => {
      it = await evaluatedCase('job-search', { household: FAMILY }, day('2026-10-05'));
      await it.tellMonth(after(1), wages('30000.00', '12000.00'));
      it.turnTo(day('2026-11-05'));
      await it.tellMonth(after(2), { ...wages('31000.00', '0.00'), household: 'given-to-office' });
      it.turnTo(day('2026-12-05'));
      const asked = ['income'] as const;
      const answers = wages('32000.00', '5000.00');
      await it.run('citizen', { kind: 'submit-month', contractId: it.contractId, month: after(3), asked, answers });
      const early = await it.open('report', 'report');
      expect(lines(early)).toEqual([
        '2026-09 own 30000.00 submission',
        '2026-09 household 12000.00 submission',
        '2026-10 own 31000.00 submission',
      ]);
      expect(early.missing).toEqual([
        { month: '2026-10', item: 'household', state: 'given-to-office' },
        { month: '2026-11', item: 'own', state: 'sent' },
        { month: '2026-11', item: 'household', state: 'sent' },
      ]);
      expect([early.after.perCapitaIncome, early.readings, early.proposals, early.faults]).toEqual([null, [], [], []]);
      it.turnTo(day('2027-01-12'));
      expect(expectKind(await prepare(), 'refused').faults.map(({ path }) => path)).toEqual([
        'figures.2026-10.household',
        'figures.2026-11.own',
        'figures.2026-11.household',
      ]);
      await keep('2026-10', 'household', '9000.00', { source: 'registry', words: 'СФР' });
      await keep('2026-11', 'own', '20000.00');
      await keep('2026-11', 'own', '1500.00', { incomeKind: 'alimony', words: 'со слов' });
      await keep('2026-11', 'household', '0.00', { source: 'paper' });
      const card = await it.open('report', 'report');
      expect(lines(card).slice(2)).toEqual([
        '2026-10 own 31000.00 submission',
        '2026-10 household 9000.00 registry',
        '2026-11 own 20000.00 hand',
        '2026-11 own 1500.00 hand',
        '2026-11 household 0.00 paper',
      ]);
      expect(card.figures[3]?.origin).toEqual({
        from: 'registry',
        by: 'Сидорова Ольга',
        on: '2027-01-12',
        words: 'СФР',
      });
      expect(card.figures[0]?.origin).toMatchObject({
        from: 'submission',
        acceptedOn: '2026-10-05',
        proof: 'certificate',
      });
      // (30000 + 31000 + 21500 + 12000 + 9000 + 0) ÷ 3 ÷ 3
      expect([card.after.totalIncome, card.after.perCapitaIncome]).toEqual(['103500.00', '11500.00']);
      expect(card.before).toMatchObject({
        on: '2026-03-01',
        perCapitaIncome: '9000.00',
        averageMonthlyIncome: '18000.00',
      });
      expect(card.readings.map(({ basis }) => basis)).toEqual(['last-income-month', 'report-day', 'signing']);
      expect(card.proposals).toHaveLength(9);
      expect(
        card.proposals.find(({ result, conditions }) => result === 'reached' && conditions === 'same')?.proposal,
      ).toBe('effective');
    },
  );

  test(
    'what staff enter before an acceptance is answered by it, what they enter after corrects it',
    TIMEOUT,
    async () => {
      it = await evaluatedCase('job-search', {}, day('2026-10-05'));
      await keep('2026-09', 'own', '1.00');
      it.turnTo(day('2026-10-06'));
      await it.tellMonth(after(1), monthOfTrack('job-search', '30000.00', false));
      expect(lines(await it.open('report', 'report'))).toEqual([
        '2026-09 own 30000.00 submission',
        '2026-09 household 0.00 submission',
      ]);
      it.turnTo(day('2026-10-07'));
      await keep('2026-09', 'own', '33000.00');
      expect(lines(await it.open('report', 'report'))).toEqual([
        '2026-09 own 33000.00 hand',
        '2026-09 household 0.00 submission',
      ]);
      const refusals = async (more: object) =>
        expectKind(await keep('2026-09', 'own', '1.00', more), 'refused').faults.map(({ path }) => path);
      expect(await refusals({ month: month('2026-11'), words: ' ' })).toEqual(['month', 'words']);
      expect(await refusals({ incomeKind: 'treasure' })).toEqual(['incomeKind']);
    },
  );

  test(
    'own business: the total and the monthly average are the income of the track, unless entered by itself',
    TIMEOUT,
    async () => {
      const alone = [FAMILY[0]];
      it = await evaluatedCase('business', { household: alone }, day('2026-10-05'));
      await it.tellMonth(after(1), monthOfTrack('business', '30000.00', false));
      it.turnTo(day('2027-01-12'));
      for (const each of ['2026-10', '2026-11']) await keep(each, 'own', '10000.00');
      await keep('2026-11', 'own', '2000.00', { incomeKind: 'rent' });
      await keep('2026-11', 'business', '11000.00');
      const card = await it.open('report', 'report');
      expect(
        card.figures.filter(({ item }) => item === 'business').map(({ amount, origin }) => [amount, origin.from]),
      ).toEqual([
        ['30000.00', 'submission'],
        ['10000.00', 'hand'],
        ['11000.00', 'hand'],
      ]);
      expect(card.after.business).toEqual({ total: '51000.00', monthlyAverage: '17000.00' });
      expect(card.after.perCapitaIncome).toBe('17333.33');
      expect(card.proposals[0]?.reasons.map(({ code }) => code)).toContain('business-income-differs');
    },
  );
});

describe('the family', () => {
  test('before and after are kept apart; an age that is not given is asked for', TIMEOUT, async () => {
    const grown = { relation: 'child', birthDate: day('2008-11-15'), ageBand: null, fullTimeStudent: false } as const;
    const young = { relation: 'child', birthDate: null, ageBand: 'under-18', fullTimeStudent: false } as const;
    it = await evaluatedCase('job-search', { household: [FAMILY[0], grown, young] }, day('2027-01-12'));
    const first = await it.open('report', 'report');
    expect(first.faults.map(({ path }) => path)).toEqual(['after.members[2].birthDate']);
    expect(first.before.composition.map(({ counted }) => counted)).toEqual([true, true, true]);
    expect(first.after.composition.map(({ counted, why }) => why ?? counted)).toEqual([true, 'adult-child', true]);
    const members = [FAMILY[0], FAMILY[1], grown, { ...young, birthDate: day('2020-02-02'), ageBand: null }];
    const wish = { kind: 'keep-household', contractId: it.contractId, on: day('2026-12-01'), members } as const;
    expect(await it.run('specialist', { ...wish, members: [FAMILY[1]] })).toMatchObject({ why: 'faults' });
    expect(await it.run('specialist', wish)).toMatchObject({ kind: 'done' });
    const card = await it.open('report', 'report');
    expect(card.faults).toEqual([]);
    expect(card.before.composition).toHaveLength(3);
    expect(card.after.composition.map(({ relation, counted }) => [relation, counted])).toEqual([
      ['applicant', true],
      ['spouse', true],
      ['child', false],
      ['child', true],
    ]);
  });
});

describe('the paper', () => {
  const withFigures = async (amount: string) => {
    it = await evaluatedCase('job-search', {}, day('2027-01-12'));
    for (const each of ['2026-09', '2026-10', '2026-11']) {
      await keep(each, 'own', amount);
      await keep(each, 'household', '0.00');
    }
  };

  test('the other verdict needs a reason, the proposed one none; findings need words', TIMEOUT, async () => {
    await withFigures('10000.00');
    const refused = expectKind(await prepare({ result: 'partly', livingConditions: ' ' }), 'refused');
    expect(refused.faults.map(({ path }) => path)).toEqual(['livingConditions', 'whyAgainst']);
    const against = expectKind(
      await prepare({ result: 'partly', whyAgainst: 'Нашлась работа с февраля' }),
      'paper',
    ).card;
    expect([against.proposal?.proposed, against.proposal?.chosen, against.whyAgainst]).toEqual([
      'ineffective',
      'effective',
      'Нашлась работа с февраля',
    ]);
    expect(against.warnings.map(({ code }) => code)).toEqual(['no-line-on-form', 'against-proposal']);
    const agreed = expectKind(
      await prepare({ result: 'partly', verdict: 'ineffective', conditions: 'worse' }),
      'paper',
    ).card;
    expect([agreed.paperId, agreed.whyAgainst, agreed.warnings]).toEqual([against.paperId, null, []]);
  });

  test(
    'what was signed keeps figures, origins and law; what is entered later changes nothing of it',
    TIMEOUT,
    async () => {
      await withFigures('60000.00');
      const signed = await it.sign(await prepare({ conditions: 'better' }));
      expect(signed.outcome).toMatchObject({
        incomeOutcome: 'rose-above-minimum',
        perCapitaIncomeBefore: '9000.00',
        perCapitaIncomeAfter: '30000.00',
      });
      it.turnTo(day('2027-01-13'));
      await keep('2026-09', 'own', '1.00');
      const stored = await it.office.database.transaction((stores) => stores.papers.find(signed.paperId));
      expect(stored?.value).toMatchObject({
        kind: 'report',
        draft: false,
        after: { on: '2027-01-12', perCapitaIncome: '30000.00' },
      });
      expect(stored?.inputs).toMatchObject({
        figures: [{ origin: { words: 'справка работодателя' } }, {}, {}, {}, {}, {}],
      });
      expect(stored?.outcome).toMatchObject({
        result: { minimum: { act: expect.any(String), amount: expect.any(String) } },
      });
      const open = expectKind(await it.run('head', { kind: 'open-paper', paperId: signed.paperId }), 'paper').card;
      expect([open.intact, open.file?.hash]).toEqual([true, signed.file?.hash]);
      expect(await it.news('citizen')).toContainEqual(
        expect.stringContaining('Доход вырос и стал выше прожиточного минимума'),
      );
    },
  );

  test('before its month and after its day', TIMEOUT, async () => {
    it = await evaluatedCase('job-search', {}, day('2026-12-15'));
    for (const each of ['2026-09', '2026-10', '2026-11']) {
      await keep(each, 'own', '10000.00');
      await keep(each, 'household', '0.00');
    }
    expect(expectKind(await prepare(), 'refused').faults.map(({ path }) => path)).toEqual(['reportOn']);
    it.turnTo(day('2027-02-03'));
    const late = expectKind(
      await prepare({ verdict: 'effective', whyAgainst: 'x', conditions: 'better' }),
      'paper',
    ).card;
    expect(late.warnings).toContainEqual({ code: 'after-its-day', dueOn: '2027-01-31' });
  });
});
