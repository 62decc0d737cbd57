import { describe, expect, test } from 'vitest';
import { day, month } from '../../src/engine/day.ts';
import type { ContractResult, Effectiveness, IncomeOutcome, LivingConditions } from '../../src/engine/effectiveness.ts';
import { proposeEffectiveness } from '../../src/engine/effectiveness.ts';
import type { Member } from '../../src/engine/member.ts';
import { type Money, roubles } from '../../src/engine/money.ts';
import { type ReportInput, reportEffect } from '../../src/engine/report.ts';
import { answered, earning, faultPaths, person } from './support/families.ts';
import { regionLaw } from './support/laws.ts';

const SPRING = ['2026-04', '2026-05', '2026-06'];
const ZERO = earning('wage', ['0.00'], SPRING);
const CHILDREN = [person('c', 'child', '2015-06-01'), person('d', 'child', '2020-01-15')];

const earner = (...monthly: string[]) =>
  person('a', 'applicant', '1988-02-29', { incomes: earning('wage', monthly, SPRING) });
const family = (monthly: string): Member[] => [
  earner(monthly),
  person('b', 'spouse', '1989-01-01', { incomes: ZERO }),
  ...CHILDREN,
];
const before = (amount: string | null) => ({ perCapitaIncome: amount === null ? null : roubles(amount) });

function asked(more: Partial<ReportInput> = {}): ReportInput {
  return {
    region: 'bryansk',
    track: 'job-search',
    endsOn: day('2026-03-31'),
    reportOn: day('2026-08-12'),
    before: before('10000.00'),
    after: { members: family('66000.00') },
    livingConditions: 'better',
    result: 'reached',
    ...more,
  };
}
const report = (more: Partial<ReportInput> = {}) =>
  answered(reportEffect(regionLaw(more.region ?? 'bryansk'), asked(more)));
const codes = (list: readonly { readonly code: string }[]) => list.map((each) => each.code);

describe('the outcome of income', () => {
  test.each<[string, string | null, string, IncomeOutcome, boolean]>([
    ['T15 up, not above the minimum', '10000.00', '66000.00', 'rose-not-above-minimum', false],
    ['T16 up and above', '10000.00', '80000.00', 'rose-above-minimum', true],
    ['up to exactly the minimum is not above', '10000.00', '69696.00', 'rose-not-above-minimum', false],
    ['equal', '16500.00', '66000.00', 'not-risen', false],
    ['a kopeck more', '16499.99', '66000.00', 'rose-not-above-minimum', false],
    ['a kopeck less', '16500.01', '66000.00', 'fell', false],
    ['it fell but stands above the minimum', '30000.00', '80000.00', 'fell', true],
    ['nothing before', null, '80000.00', 'not-comparable', true],
    ['zero before is a figure', '0.00', '66000.00', 'rose-not-above-minimum', false],
  ])('%s', (_name, perCapita, monthly, incomeOutcome, aboveMinimum) =>
    expect(report({ before: before(perCapita), after: { members: family(monthly) } })).toMatchObject({
      incomeOutcome,
      aboveMinimum,
    }),
  );

  test('a third of a kopeck above the minimum is above, although the paper shows it equal', () => {
    const members = [earner('52272.00', '52272.00', '52272.01'), ...CHILDREN];
    const answer = report({ after: { members } });
    expect(answer).toMatchObject({
      perCapitaIncomeAfter: '17424.00',
      incomeOutcome: 'rose-above-minimum',
      aboveMinimum: true,
    });
    expect(codes(answer.reasons)).not.toContain('equal-to-minimum');
  });
  test('a third of a kopeck more than before has not risen on paper', () => {
    const members = [earner('50000.00', '50000.00', '50000.01'), ...CHILDREN];
    const answer = report({ before: before('16666.67'), after: { members } });
    expect(answer).toMatchObject({ perCapitaIncomeAfter: '16666.67', incomeOutcome: 'not-risen' });
  });
  test('equality with the minimum is flagged', () =>
    expect(codes(report({ after: { members: family('69696.00') } }).reasons)).toContain('equal-to-minimum'));
});

describe('the table of proposals', () => {
  const E = 'effective';
  const U = 'undetermined';
  const I = 'ineffective';
  const results: ContractResult[] = ['reached', 'partly', 'not-reached'];

  test.each<[IncomeOutcome, Effectiveness, Effectiveness, Effectiveness]>([
    ['rose-above-minimum', E, E, U],
    ['rose-not-above-minimum', E, U, U],
    ['not-risen', U, I, I],
    ['fell', U, I, I],
    ['not-comparable', U, U, I],
    ['rose-minimum-unknown', U, U, U],
  ])('%s', (outcome, ...expected) => {
    const answers = { track: 'job-search', livingConditions: 'worse' } as const;
    expect(results.map((result) => proposeEffectiveness(outcome, { ...answers, result }))).toEqual(expected);
  });

  test.each<[string, IncomeOutcome, LivingConditions, ContractResult, Effectiveness]>([
    ['better conditions and partly: not simply ineffective', 'fell', 'better', 'partly', U],
    ['the same with income not risen', 'not-risen', 'better', 'partly', U],
    ['better, but not reached', 'fell', 'better', 'not-reached', I],
    ['the same conditions change nothing', 'fell', 'same', 'partly', I],
    ['worse conditions: not simply effective', 'rose-above-minimum', 'worse', 'reached', U],
    ['the same conditions and effective', 'rose-above-minimum', 'same', 'partly', E],
    ['worse leaves ineffective as it is', 'fell', 'worse', 'partly', I],
  ])('hardship: %s', (_name, outcome, livingConditions, result, expected) =>
    expect(proposeEffectiveness(outcome, { track: 'hardship', livingConditions, result })).toBe(expected),
  );
});

describe('figures', () => {
  test('T13: the minimum of a couple with two children', () => expect(report().familyMinimum).toBe('17946.50'));
  test('an adult with a pension is a pensioner, and it is said', () => {
    const pensioner = person('a', 'applicant', '1958-01-01', { incomes: earning('pension', ['16000.00'], SPRING) });
    const answer = report({ after: { members: [pensioner] } });
    expect(answer.familyMinimum).toBe('14985.00');
    expect(answer.assumptions).toContainEqual({ code: 'pensioners-by-pension', members: ['a'] });
  });
  test('ages are of the day of the report', () => {
    const child = person('c', 'child', '2008-08-12');
    const members = [earner('60000.00'), child];
    expect(report({ reportOn: day('2026-08-11'), after: { members } }).countedMembers).toEqual(['a', 'c']);
    expect(report({ after: { members } }).notCounted).toEqual([{ id: 'c', why: 'adult-child' }]);
  });
  test.each([
    ['the end of the year', '2026-08-31', '2027-01-15', ['2026-09', '2026-10', '2026-11']],
    ['the first of a month', '2026-09-01', '2027-02-01', ['2026-10', '2026-11', '2026-12']],
    ['January', '2026-01-15', '2026-06-30', ['2026-02', '2026-03', '2026-04']],
  ])('income months after %s', (_name, endsOn, reportOn, months) => {
    const members = [person('a', 'applicant', '1988-02-29', { incomes: earning('wage', ['20000.00'], months) })];
    const answer = report({ endsOn: day(endsOn), reportOn: day(reportOn), after: { members } });
    expect(answer.incomeMonths).toEqual(months);
  });
  test('the figure before is the one of the file', () => {
    const answer = report({
      before: {
        perCapitaIncome: roubles('10000.00'),
        averageMonthlyIncome: roubles('40000.00'),
        on: day('2025-03-20'),
      },
    });
    expect(answer).toMatchObject({ perCapitaIncomeBefore: '10000.00', averageMonthlyIncomeBefore: '40000.00' });
    expect(answer.assumptions).toContainEqual({ code: 'before-from-application', on: '2025-03-20' });
  });
  test('a list of kinds that changed in between is flagged', () => {
    const changed = report({ before: { perCapitaIncome: roubles('10000.00'), on: day('2025-02-17') } });
    expect(changed.assumptions).toContainEqual(
      expect.objectContaining({ code: 'income-kinds-changed', kinds: ['unified-child-allowance'] }),
    );
    const same = report({ before: { perCapitaIncome: roubles('10000.00'), on: day('2025-02-18') } });
    expect(codes(same.assumptions)).not.toContain('income-kinds-changed');
  });
});

describe('which minimum', () => {
  const overNewYear = (monthly: string, more: Partial<ReportInput> = {}) => {
    const months = ['2025-10', '2025-11', '2025-12'];
    const members = [person('a', 'applicant', '1988-02-29', { incomes: earning('wage', [monthly], months) })];
    return report({ endsOn: day('2025-09-30'), reportOn: day('2026-02-10'), after: { members }, ...more });
  };

  test('by default the value of the last income month, the others beside it', () => {
    const answer = overNewYear('16900.00', { signedOn: day('2024-12-20') });
    expect(answer.minimum).toMatchObject({ amount: '16314.00', basis: 'last-income-month', since: '2025-01-01' });
    expect(answer.minimumReadings.map((reading) => [reading.basis, reading.on, reading.minimum?.amount])).toEqual([
      ['last-income-month', '2025-12-01', '16314.00'],
      ['report-day', '2026-02-10', '17424.00'],
      ['signing', '2024-12-20', '14217.00'],
    ]);
  });
  test('a flag where the outcome would differ', () => {
    const flags = overNewYear('16900.00').assumptions.filter((each) => each.code === 'minimum-after-differs');
    expect(flags).toEqual([
      expect.objectContaining({
        chosen: 'last-income-month',
        other: 'report-day',
        incomeOutcome: 'rose-not-above-minimum',
      }),
    ]);
    expect(codes(overNewYear('16000.00').assumptions)).not.toContain('minimum-after-differs');
  });
  test.each([
    ['report-day', '17424.00'],
    ['signing', '14217.00'],
  ] as const)('by policy: %s', (minimumAfter, amount) => {
    const answer = overNewYear('16900.00', {
      policy: { minimumAfter },
      before: { ...before('10000.00'), on: day('2024-12-20') },
    });
    expect(answer.minimum).toMatchObject({ amount, basis: minimumAfter });
  });
  test('at signing, but nobody knows when that was', () =>
    expect(faultPaths(reportEffect(regionLaw(), asked({ policy: { minimumAfter: 'signing' } })))).toEqual([
      'signedOn',
    ]));

  const nextYear = (more: Partial<ReportInput> = {}) => {
    const months = ['2026-11', '2026-12', '2027-01'];
    const members = [person('a', 'applicant', '1988-02-29', { incomes: earning('wage', ['30000.00'], months) })];
    return report({ endsOn: day('2026-10-31'), reportOn: day('2027-03-05'), after: { members }, ...more });
  };
  test.each<[string | null, IncomeOutcome]>([
    ['10000.00', 'rose-minimum-unknown'],
    ['30000.00', 'not-risen'],
    ['40000.00', 'fell'],
    [null, 'not-comparable'],
  ])('not known yet, %s before: %s', (amount, incomeOutcome) => {
    const answer = nextYear({ before: before(amount) });
    expect(answer).toMatchObject({ minimum: null, aboveMinimum: null, familyMinimum: null, incomeOutcome });
    expect(answer.assumptions).toContainEqual(
      expect.objectContaining({ code: 'minimum-provisional', last: expect.objectContaining({ amount: '17424.00' }) }),
    );
  });

  test('Irkutsk: the other row would change the outcome', () => {
    const answer = report({
      region: 'irkutsk',
      municipality: 'katangsky',
      after: { members: [earner('64000.00'), ...CHILDREN] },
    });
    expect(answer).toMatchObject({
      perCapitaIncomeAfter: '21333.33',
      incomeOutcome: 'rose-not-above-minimum',
      minimum: { territory: 'north' },
    });
    expect(answer.assumptions).toContainEqual(
      expect.objectContaining({
        code: 'minimum-row',
        differs: true,
        otherRows: [{ territory: 'whole', amount: '20075.00', wouldBe: 'rose-above-minimum, effective' }],
      }),
    );
    expect(codes(answer.assumptions)).toEqual(
      expect.arrayContaining(['evaluation-by-analogy', 'territory-unverified']),
    );
    expect(
      answer.trace.some((step) => step.basis.includes('693')),
      'another region’s order is not cited',
    ).toBe(false);
  });
});

describe('income from business', () => {
  const entries = (...amounts: string[]) =>
    earning('x', amounts, SPRING.slice(0, amounts.length)).map(({ month: of, amount }) => ({
      month: of,
      amount: amount as Money,
    }));
  const owner = (kind: string, ...amounts: string[]) => [
    person('a', 'applicant', '1988-02-29', { incomes: earning(kind, amounts, SPRING) }),
  ];

  test.each(['business', 'household-farm'] as const)('%s: total and monthly average', (track) =>
    expect(report({ track, business: entries('100.00', '100.00', '0.00') }).business).toEqual({
      total: '200.00',
      monthlyAverage: '66.67',
    }),
  );
  test.each(['job-search', 'training', 'hardship'] as const)('%s: ignored', (track) =>
    expect(report({ track, business: entries('1.00') }).business).toBeNull(),
  );
  test('other months are ignored, two entries of a month add up', () => {
    const more = [
      ...entries('100.00', '100.00', '100.00'),
      ...entries('50.00'),
      { month: month('2026-07'), amount: roubles('999.00') },
    ];
    expect(report({ track: 'business', business: more }).business?.total).toBe('350.00');
  });
  test('each missing month is named', () => {
    const faults = reportEffect(regionLaw(), asked({ track: 'business', business: entries('1.00') }));
    expect(faults.ok ? [] : faults.faults.map((fault) => fault.problem)).toEqual([
      'no business income for 2026-05',
      'no business income for 2026-06',
    ]);
    expect(faultPaths(reportEffect(regionLaw(), asked({ track: 'household-farm' })))).toEqual([
      'business',
      'business',
      'business',
    ]);
  });
  test.each<[string, ReportInput['track'], string, boolean]>([
    ['own business as self-employed agrees', 'business', 'self-employed', false],
    ['own business as entrepreneur agrees', 'business', 'business', false],
    ['farm income agrees for a farm', 'household-farm', 'farm', false],
    ['a wage is not business', 'business', 'wage', true],
    ['farm income is not own business', 'business', 'farm', true],
  ])('%s', (_name, track, kind, differs) => {
    const answer = report({
      track,
      after: { members: owner(kind, '20000.00') },
      business: entries('20000.00', '20000.00', '20000.00'),
    });
    expect(codes(answer.reasons).includes('business-income-differs')).toBe(differs);
  });
  test('the same total in other months differs too', () => {
    const answer = report({
      track: 'business',
      after: { members: owner('business', '10.00', '20.00', '30.00') },
      business: entries('20.00', '20.00', '20.00'),
    });
    expect(answer.reasons).toContainEqual({
      code: 'business-income-differs',
      months: [
        { month: '2026-04', business: '20.00', own: '10.00' },
        { month: '2026-06', business: '20.00', own: '30.00' },
      ],
    });
  });
});

describe('lines the form does not have', () => {
  const blank = (more: Partial<ReportInput>) =>
    report(more)
      .reasons.filter((reason) => reason.code === 'no-line-on-form')
      .map((reason) => reason['field']);
  test.each<[string, Partial<ReportInput>, string[]]>([
    ['the same conditions', { livingConditions: 'same' }, ['livingConditions']],
    ['nothing to compare with', { before: before(null) }, ['incomeOutcome']],
    ['both', { before: before(null), livingConditions: 'same' }, ['incomeOutcome', 'livingConditions']],
    ['neither', {}, []],
  ])('%s', (_name, more, fields) => expect(blank(more)).toEqual(fields));
});

describe('refusals name every fault at once', () => {
  const refused = (more: Partial<ReportInput>) => faultPaths(reportEffect(regionLaw(), asked(more)));

  test.each<[string, Partial<ReportInput>, string[]]>([
    ['a day before the fifth month', { reportOn: day('2026-07-31') }, ['reportOn']],
    [
      'a month an adult did not state',
      {
        after: {
          members: [person('a', 'applicant', '1988-02-29', { incomes: earning('wage', ['1.00'], SPRING.slice(1)) })],
        },
      },
      ['after.members[0].incomes'],
    ],
    [
      '"not sure" is not enough for a report',
      {
        after: {
          members: [
            person('a', 'applicant', '1988-02-29', {
              incomes: earning('wage', ['1.00'], SPRING).map((each) => ({ ...each, amount: 'not-sure' as const })),
            }),
          ],
        },
      },
      ['after.members[0].incomes', 'after.members[0].incomes', 'after.members[0].incomes'],
    ],
    ['an applicant in prison', { after: { members: [{ ...earner('1.00'), imprisoned: true }] } }, ['after.members[0]']],
    [
      'an age band',
      { after: { members: [{ id: 'a', relation: 'applicant', ageBand: 'adult', incomes: ZERO }] } },
      ['after.members[0].birthDate'],
    ],
    [
      'born after the report',
      { after: { members: [earner('1.00'), person('c', 'child', '2026-08-13')] } },
      ['after.members[1].birthDate'],
    ],
    [
      'an unknown kind',
      {
        after: { members: [person('a', 'applicant', '1988-02-29', { incomes: earning('lottery', ['1.00'], SPRING) })] },
      },
      ['after.members[0].incomes[0].kind', 'after.members[0].incomes[1].kind', 'after.members[0].incomes[2].kind'],
    ],
    [
      'several things',
      { municipality: 'nowhere', track: 'business', reportOn: day('2026-05-01'), after: { members: [] } },
      ['municipality', 'reportOn', 'after.members', 'business', 'business', 'business'],
    ],
  ])('%s', (_name, more, paths) => expect(refused(more)).toEqual(paths));

  test('the first day of the fifth month is not too early', () =>
    expect(report({ reportOn: day('2026-08-01') }).assumptions.map((each) => each.code)).not.toContain(
      'report-after-its-month',
    ));
  test('a late report is marked, not refused', () =>
    expect(codes(report({ reportOn: day('2026-09-01') }).assumptions)).toContain('report-after-its-month'));
});

describe('the others of the family in one sum', () => {
  const months = SPRING.map(month);
  const others = (...monthly: string[]) =>
    monthly.map((amount, at) => ({ month: months[at] ?? month('2026-04'), amount: roubles(amount) }));
  const spouse = person('b', 'spouse', '1989-01-01');
  const after = (members: Member[], ...monthly: string[]) => ({ after: { members, othersIncome: others(...monthly) } });

  test('the sum is the same as if each had stated it', () => {
    const together = report(after([earner('40000.00'), spouse, ...CHILDREN], '26000.00', '26000.00', '26000.00'));
    expect(together.perCapitaIncomeAfter).toBe('16500.00');
    expect(together.totalIncomeAfter).toBe(report().totalIncomeAfter);
    expect(codes(together.assumptions)).toContain('others-income-together');
  });

  test('a month nobody stated of the others is a fault of its own; theirs of other months is ignored', () => {
    const asks = asked(after([earner('40000.00'), spouse], '26000.00', '0.00'));
    expect(faultPaths(reportEffect(regionLaw(), asks))).toEqual(['after.othersIncome']);
  });

  test('without anybody else counted it is ignored', () => {
    const alone = report(
      after([earner('40000.00'), person('p', 'parent', '1960-01-01')], '9000.00', '9000.00', '9000.00'),
    );
    expect(alone.totalIncomeAfter).toBe('120000.00');
  });

  test('children alone need no word, what is told of them counts', () => {
    const kids = report(after([earner('40000.00'), ...CHILDREN], '3000.00', '3000.00', '3000.00'));
    expect(kids.totalIncomeAfter).toBe('129000.00');
    expect(codes(kids.assumptions)).not.toContain('others-income-together');
  });
});
