import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, month } from '../../src/engine/day.ts';
import type { IncomeEntry, Member } from '../../src/engine/member.ts';
import { roubles } from '../../src/engine/money.ts';
import { type PreCheckInput, preCheck } from '../../src/engine/pre-check.ts';
import { AUTUMN, answered, applicant, application, earning, faultPaths, person } from './support/families.ts';
import { regionLaw, withPolicy } from './support/laws.ts';

function check(more: Partial<PreCheckInput>, region = 'bryansk') {
  return answered(preCheck(regionLaw(region), application({ region, ...more })));
}

function codes(list: readonly { readonly code: string }[]): string[] {
  return list.map((each) => each.code);
}

const NOTHING = earning('wage', ['0.00']);
const CHILDREN = [person('c', 'child', '2015-06-01'), person('d', 'child', '2020-01-15')];
const SPOUSE = person('b', 'spouse', '1989-01-01', { incomes: NOTHING });
const COUPLE_WITH_TWO = (monthly: string) => [applicant(monthly), SPOUSE, ...CHILDREN];

describe('regulation.md 2.5', () => {
  test.each<[string, Partial<PreCheckInput>, string, string, string]>([
    [
      'T1 one self-employed person',
      {
        members: [
          person('a', 'applicant', '1990-05-01', {
            incomes: earning('self-employed', ['18000.00', '16000.00', '17000.00']),
          }),
        ],
      },
      '51000.00',
      '17000.00',
      'likely-eligible',
    ],
    [
      'T2 a couple with two children',
      { members: COUPLE_WITH_TWO('62000.00') },
      '186000.00',
      '15500.00',
      'likely-eligible',
    ],
    ['T3 the same with more', { members: COUPLE_WITH_TWO('72000.00') }, '216000.00', '18000.00', 'likely-not-eligible'],
    [
      'T4 exactly on the line',
      { members: [applicant('52272.00'), ...CHILDREN] },
      '156816.00',
      '17424.00',
      'likely-not-eligible',
    ],
    [
      'T5 one kopeck under the line',
      { members: [applicant('52272.00', '52272.00', '52271.99'), ...CHILDREN] },
      '156815.99',
      '17424.00',
      'likely-eligible',
    ],
    ['T6 no income, a reason given', { members: [applicant('0.00'), SPOUSE] }, '0.00', '0.00', 'likely-eligible'],
    [
      'T12 alimony paid is not deducted (unverified rule)',
      { members: [applicant('60000.00'), SPOUSE, CHILDREN[0] as Member] },
      '180000.00',
      '20000.00',
      'likely-not-eligible',
    ],
    [
      'T13 between per-capita and family minimum',
      { members: COUPLE_WITH_TWO('70800.00') },
      '212400.00',
      '17700.00',
      'likely-not-eligible',
    ],
    [
      'T14 a grandmother and her pension stay out',
      {
        members: [
          applicant('45000.00'),
          SPOUSE,
          CHILDREN[0] as Member,
          person('g', 'grandparent', '1950-01-01', { incomes: earning('pension', ['30000.00']) }),
        ],
      },
      '135000.00',
      '15000.00',
      'likely-eligible',
    ],
  ])('%s', (_name, more, total, perCapita, verdict) =>
    expect(check(more)).toMatchObject({ totalIncome: total, perCapitaIncome: perCapita, verdict }),
  );

  test.each([
    ['T7 a northern district', 'katangsky', 'north', 'likely-eligible'],
    ['T8 another district', 'shelekhovsky', 'other', 'likely-not-eligible'],
    ['T9 the municipality is not known', null, 'whole', 'likely-not-eligible'],
  ])('%s', (_name, municipality, territory, verdict) => {
    const answer = check({ municipality, members: [applicant('70000.00'), ...CHILDREN] }, 'irkutsk');
    expect(answer).toMatchObject({ perCapitaIncome: '23333.33', verdict, minimum: { territory } });
  });

  test.each([
    ['T10 the allowance counts in an application of 17 February 2025', '2025-02-17', '54003.00', 'likely-not-eligible'],
    ['T11 it does not on 18 February 2025, whatever month it is of', '2025-02-18', '36000.00', 'likely-not-eligible'],
    ['T11 nor in November 2026', '2026-11-10', '36000.00', 'likely-eligible'],
  ])('%s', (_name, on, monthly, verdict) => {
    const months = on === '2026-11-10' ? AUTUMN : ['2024-10', '2024-11', '2024-12'];
    const mother = person('a', 'applicant', '1995-03-03', {
      incomes: [...earning('wage', ['36000.00'], months), ...earning('unified-child-allowance', ['18003.00'], months)],
    });
    const answer = check({ applicationDate: day(on), members: [mother, CHILDREN[0] as Member] }, 'novosibirsk');
    expect(answer).toMatchObject({ totalIncome: String(Number(monthly) * 3) + '.00', verdict });
  });
});

describe('the skipped month', () => {
  test.each([
    ['January counts September to November', '2026-01-31', ['2025-09', '2025-10', '2025-11']],
    ['July counts March to May', '2026-07-01', ['2026-03', '2026-04', '2026-05']],
    ['November counts July to September', '2026-11-30', ['2026-07', '2026-08', '2026-09']],
    ['December counts August to October', '2026-12-01', ['2026-08', '2026-09', '2026-10']],
    ['February counts October to December', '2026-02-28', ['2025-10', '2025-11', '2025-12']],
    ['April counts December to February', '2026-04-15', ['2025-12', '2026-01', '2026-02']],
  ])('%s', (_name, on, months) => expect(check({ applicationDate: day(on) }).incomeMonths).toEqual(months));

  test('income of other months is ignored, its kind is not', () => {
    const incomes = [...earning('wage', ['15000.00']), ...earning('wage', ['900000.00'], ['2026-06', '2026-10'])];
    expect(check({ members: [person('a', 'applicant', '1990-05-01', { incomes })] }).totalIncome).toBe('45000.00');
  });
});

describe('the first rule that fits', () => {
  const poor = { members: [applicant('15000.00')] };
  const rich = { members: [applicant('90000.00')] };
  const conscript = { members: [{ ...applicant('90000.00'), conscript: true }] };
  const svo: Partial<PreCheckInput> = { track: 'business', categories: ['svo-participant'] };

  test.each<[string, Partial<PreCheckInput>, string, string[]]>([
    ['a participant of the operation, own business', { ...rich, ...svo }, 'needs-review', ['no-income-test']],
    [
      'the same on the first day of the rule',
      { ...svo, ...rich, applicationDate: day('2026-01-01') },
      'needs-review',
      ['no-income-test'],
    ],
    [
      'another category does not free of the test',
      { ...rich, track: 'business', categories: ['large-family'] },
      'likely-not-eligible',
      ['not-below-minimum'],
    ],
    [
      'a participant who looks for work keeps the test',
      { ...rich, categories: ['svo-participant'] },
      'likely-not-eligible',
      ['not-below-minimum'],
    ],
    ['it stands before an applicant who is not counted', { ...conscript, ...svo }, 'needs-review', ['no-income-test']],
    ['an applicant who is not counted', conscript, 'needs-review', ['applicant-not-counted']],
    [
      'it stands before an unknown minimum',
      { ...conscript, applicationDate: day('2027-02-01') },
      'needs-review',
      ['applicant-not-counted'],
    ],
    ['no minimum for the year', { applicationDate: day('2027-01-01'), ...poor }, 'needs-review', ['minimum-unknown']],
    [
      'above, although a month and the reason are missing',
      {
        members: [person('a', 'applicant', '1990-05-01', { incomes: earning('wage', ['60000.00'], ['2026-07']) })],
        circumstances: [],
      },
      'likely-not-eligible',
      ['not-below-minimum'],
    ],
    ['equal', { members: [applicant('17424.00')] }, 'likely-not-eligible', ['not-below-minimum', 'equal-to-minimum']],
    ['no reason given', { ...poor, circumstances: [] }, 'needs-review', ['no-circumstance-stated']],
    ['not sure of the reason', { ...poor, circumstances: ['not-sure'] }, 'needs-review', ['not-sure']],
    ['not sure of the track', { ...poor, track: 'not-sure' }, 'needs-review', ['not-sure']],
    [
      'everything missing at once',
      { members: [person('a', 'applicant', '1990-05-01')], track: 'not-sure', circumstances: [] },
      'needs-review',
      ['income-not-stated', 'income-not-stated', 'income-not-stated', 'no-circumstance-stated', 'not-sure'],
    ],
    ['below', poor, 'likely-eligible', ['below-minimum']],
    ['zero with a reason', { members: [applicant('0.00')] }, 'likely-eligible', ['below-minimum']],
  ])('%s', (_name, more, verdict, reasons) => {
    const answer = check(more);
    expect(answer.verdict).toBe(verdict);
    expect(codes(answer.reasons)).toEqual(reasons);
  });

  test('on 31 December 2025 the rule for participants does not hold yet', () => {
    const incomes = earning('wage', ['90000.00'], ['2025-08', '2025-09', '2025-10']);
    const members = [person('a', 'applicant', '1990-05-01', { incomes })];
    expect(check({ ...svo, members, applicationDate: day('2025-12-31') }).verdict).toBe('likely-not-eligible');
  });

  test('per-capita income is null where the applicant is not counted', () =>
    expect(check(conscript)).toMatchObject({
      perCapitaIncome: null,
      countedMembers: [],
      notCounted: [{ id: 'a', why: 'conscript' }],
    }));
});

describe('what is not stated', () => {
  test('each month of each adult is named', () => {
    const members = [
      applicant('10000.00'),
      person('b', 'spouse', '1990-01-01', { incomes: earning('wage', ['0.00'], ['2026-08']) }),
    ];
    expect(check({ members }).reasons).toEqual([
      { code: 'income-not-stated', member: 'b', month: '2026-07' },
      { code: 'income-not-stated', member: 'b', month: '2026-09' },
    ]);
  });

  test.each<[string, Member, string]>([
    ['a child of 17 need not state', person('c', 'child', '2008-11-11'), 'likely-eligible'],
    ['a student of 18 must', person('c', 'child', '2008-11-10', { fullTimeStudent: true }), 'needs-review'],
    [
      '"no income" is a statement',
      person('c', 'child', '2006-11-10', { fullTimeStudent: true, incomes: NOTHING }),
      'likely-eligible',
    ],
    [
      'an entry that does not count is a statement too',
      person('b', 'spouse', '1990-01-01', { incomes: earning('state-social-assistance', ['9000.00']) }),
      'likely-eligible',
    ],
    ['one who does not count need not', person('g', 'grandparent', '1950-01-01'), 'likely-eligible'],
    ['a student by band must', { id: 's', relation: 'child', ageBand: '18-22', fullTimeStudent: true }, 'needs-review'],
  ])('%s', (_name, member, verdict) =>
    expect(check({ members: [applicant('10000.00'), member] }).verdict).toBe(verdict),
  );

  test("a child's income counts although it need not be stated", () => {
    const child = person('c', 'child', '2010-01-01', { incomes: earning('pension', ['12000.00'], ['2026-08']) });
    expect(check({ members: [applicant('10000.00'), child] }).totalIncome).toBe('42000.00');
  });

  test('an amount may be "not sure"', () => {
    const incomes: IncomeEntry[] = earning('wage', ['10000.00']).map((entry, at) =>
      at === 1 ? { ...entry, amount: 'not-sure' } : entry,
    );
    const answer = check({ members: [person('a', 'applicant', '1990-05-01', { incomes })] });
    expect(answer).toMatchObject({ totalIncome: '20000.00', verdict: 'needs-review' });
    expect(answer.reasons).toEqual([{ code: 'not-sure', field: 'incomes', member: 'a', month: '2026-08' }]);
  });
});

describe('income of the whole family', () => {
  const members: Member[] = [
    { id: 'a', relation: 'applicant', ageBand: 'adult' },
    { id: 'c', relation: 'child', ageBand: 'under-18' },
  ];
  const months = (...amounts: (string | null)[]) =>
    AUTUMN.flatMap((each, at) => {
      const amount = amounts[at];
      if (amount === null || amount === undefined) return [];
      return [{ month: month(each), amount: amount === 'not-sure' ? ('not-sure' as const) : roubles(amount) }];
    });

  test.each<[string, (string | null)[], string, string, string[]]>([
    ['all three months', ['30000.00', '30000.00', '30000.00'], '90000.00', 'likely-eligible', ['below-minimum']],
    ['one month not sure', ['30000.00', 'not-sure', '30000.00'], '60000.00', 'needs-review', ['not-sure']],
    ['one month left out', ['30000.00', null, '30000.00'], '60000.00', 'needs-review', ['income-not-stated']],
    [
      'not sure, and already above',
      ['110000.00', 'not-sure', 'not-sure'],
      '110000.00',
      'likely-not-eligible',
      ['not-below-minimum'],
    ],
    [
      'all not sure',
      ['not-sure', 'not-sure', 'not-sure'],
      '0.00',
      'needs-review',
      ['not-sure', 'not-sure', 'not-sure'],
    ],
  ])('%s', (_name, amounts, total, verdict, reasons) => {
    const answer = check({ members, householdIncome: months(...amounts) });
    expect(answer).toMatchObject({ totalIncome: total, verdict });
    expect(codes(answer.reasons)).toEqual(reasons);
  });

  test('it decides over incomes of members and says so', () => {
    const answer = check({ members: [applicant('90000.00')], householdIncome: months('1.00', '1.00', '1.00') });
    expect(answer.totalIncome).toBe('3.00');
    expect(codes(answer.assumptions)).toContain('incomes-of-members-not-used');
  });
});

describe('the minimum', () => {
  test('it holds to 31 December of its year', () => {
    expect(check({ applicationDate: day('2026-12-31') }).minimum).toMatchObject({
      amount: '17424.00',
      since: '2026-01-01',
    });
    const next = check({ applicationDate: day('2027-01-01') });
    expect(next.minimum).toBeNull();
    expect(next.assumptions).toContainEqual(
      expect.objectContaining({ code: 'minimum-provisional', last: expect.objectContaining({ amount: '17424.00' }) }),
    );
  });

  test.each([
    ['before the change of June 2022', '2022-05-31', '11731.00'],
    ['from the change', '2022-06-01', '13127.00'],
    ['to the end of that year', '2022-12-31', '13127.00'],
  ])('%s', (_name, on, amount) => expect(check({ applicationDate: day(on) }).minimum?.amount).toBe(amount));

  test('Irkutsk says what the other row would give', () => {
    const answer = check({ municipality: 'katangsky', members: [applicant('70000.00'), ...CHILDREN] }, 'irkutsk');
    expect(answer.assumptions).toContainEqual({
      code: 'minimum-row',
      policy: 'minimumRow',
      chosen: 'territory',
      other: 'whole',
      territory: 'north',
      otherRows: [{ territory: 'whole', amount: '20075.00', wouldBe: 'likely-not-eligible' }],
      differs: true,
    });
    expect(codes(answer.assumptions)).toEqual(
      expect.arrayContaining(['territory-unverified', 'evaluation-by-analogy']),
    );
  });

  test('the whole row by policy, for one question and for the region', () => {
    const family = { municipality: 'katangsky', members: [applicant('70000.00'), ...CHILDREN] };
    const asked = check({ ...family, policy: { minimumRow: 'whole' } }, 'irkutsk');
    expect(asked).toMatchObject({ minimum: { territory: 'whole' }, verdict: 'likely-not-eligible' });
    expect(asked.assumptions).toContainEqual(
      expect.objectContaining({ chosen: 'whole', other: 'territory', differs: true }),
    );
    expect(codes(asked.assumptions)).not.toContain('territory-unverified');
    const law = withPolicy(regionLaw('irkutsk'), { minimumRow: 'whole' });
    expect(answered(preCheck(law, application({ region: 'irkutsk', ...family }))).minimum?.territory).toBe('whole');
  });

  test('a row that was not found stays unknown, the other row is shown', () => {
    const answer = check({ municipality: 'katangsky', applicationDate: day('2024-11-10') }, 'irkutsk');
    expect(answer).toMatchObject({ verdict: 'needs-review', minimum: null });
    expect(answer.assumptions).toContainEqual(
      expect.objectContaining({
        code: 'minimum-row',
        otherRows: [expect.objectContaining({ territory: 'whole', amount: '16169.00' })],
      }),
    );
  });

  test('Bryansk has one row and no analogy: nothing is assumed', () => expect(check({}).assumptions).toEqual([]));
});

describe('refusals name every fault at once', () => {
  const refused = (more: Partial<PreCheckInput>, region = 'bryansk') =>
    faultPaths(preCheck(regionLaw(region), application({ region, ...more })));

  test.each<[string, Partial<PreCheckInput>, string[]]>([
    ['nobody', { members: [] }, ['members']],
    ['a municipality of another region', { municipality: 'katangsky' }, ['municipality']],
    ['an unknown circumstance', { circumstances: ['unemployment', 'laziness'] }, ['circumstances[1]']],
    ['an unknown category', { categories: ['royalty'] }, ['categories[0]']],
    [
      'a kind nobody knows, in a month nobody counts',
      { members: [person('a', 'applicant', '1990-05-01', { incomes: earning('lottery', ['1.00'], ['2020-01']) })] },
      ['members[0].incomes[0].kind'],
    ],
    [
      'two applicants, no spouse limit kept, a repeated id',
      {
        members: [
          applicant('1.00'),
          { ...applicant('1.00') },
          person('b', 'spouse', '1990-01-01'),
          person('d', 'spouse', '1990-01-01'),
        ],
      },
      ['members', 'members', 'members[1].id'],
    ],
    [
      'several things',
      { municipality: 'nowhere', members: [person('a', 'applicant', '2027-01-01')], circumstances: ['x'] },
      ['municipality', 'members[0].birthDate', 'circumstances[0]'],
    ],
  ])('%s', (_name, more, paths) => expect(refused(more)).toEqual(paths));

  test('the law of another region is not asked by mistake', () =>
    expect(faultPaths(preCheck(regionLaw('irkutsk'), application()))).toEqual(['region']));

  test('all lists of the contract are known in every region', () => {
    const circumstances = [
      'disability',
      'loss-of-breadwinner',
      'unemployment',
      'loss-of-property',
      'full-time-study',
      'long-treatment',
      'care',
      'other',
      'not-sure',
    ];
    for (const region of ['bryansk', 'irkutsk', 'novosibirsk'])
      expect(refused({ circumstances, categories: ['large-family', 'svo-participant'] }, region)).toEqual([]);
  });
});

describe('properties', () => {
  const anyAmount = fc.integer({ min: 0, max: 9_000_000 }).map((kopecks) => (kopecks / 100).toFixed(2));
  const kinds = ['wage', 'pension', 'self-employed', 'unified-child-allowance', 'rent'] as const;
  const anyEntry = fc.record({
    month: fc.constantFrom(...AUTUMN, '2026-10'),
    kind: fc.constantFrom(...kinds),
    amount: anyAmount,
  });
  const anyFamily = fc.record({
    children: fc.integer({ min: 0, max: 4 }),
    entries: fc.array(anyEntry, { maxLength: 6 }),
    circumstances: fc.constantFrom([], ['unemployment'], ['not-sure']),
  });
  type Entry = { month: string; kind: string; amount: string };

  function family(entries: readonly Entry[], children: number, circumstances: readonly string[]): PreCheckInput {
    const incomes = entries.map((each) => ({
      month: month(each.month),
      kind: each.kind,
      amount: roubles(each.amount),
    }));
    const kids = Array.from({ length: children }, (_, at) => person(`c${at}`, 'child', '2018-01-01'));
    return application({ circumstances, members: [person('a', 'applicant', '1990-05-01', { incomes }), ...kids] });
  }

  test('more income never turns "not eligible" into "eligible"', () =>
    fc.assert(
      fc.property(
        anyFamily,
        fc.array(anyEntry, { minLength: 1, maxLength: 3 }),
        ({ children, entries, circumstances }, more) => {
          const law = regionLaw();
          const before = answered(preCheck(law, family(entries, children, circumstances))).verdict;
          const after = answered(preCheck(law, family([...entries, ...more], children, circumstances))).verdict;
          if (before === 'likely-not-eligible') expect(after).toBe('likely-not-eligible');
        },
      ),
    ));

  test('splitting an amount in two changes nothing', () =>
    fc.assert(
      fc.property(
        anyFamily,
        anyEntry,
        fc.integer({ min: 0, max: 100 }),
        ({ children, entries, circumstances }, entry, percent) => {
          const kopecks = Math.round(Number(entry.amount) * 100);
          const first = Math.floor((kopecks * percent) / 100);
          const halves = [first, kopecks - first].map((part) => ({ ...entry, amount: (part / 100).toFixed(2) }));
          const law = regionLaw();
          const whole = preCheck(law, family([...entries, entry], children, circumstances));
          expect(preCheck(law, family([...entries, ...halves], children, circumstances))).toEqual(whole);
        },
      ),
    ));

  test('one more small child never turns "eligible" into "not eligible"', () =>
    fc.assert(
      fc.property(anyFamily, ({ children, entries, circumstances }) => {
        const law = regionLaw();
        const before = answered(preCheck(law, family(entries, children, circumstances))).verdict;
        if (before === 'likely-eligible')
          expect(answered(preCheck(law, family(entries, children + 1, circumstances))).verdict).toBe('likely-eligible');
      }),
    ));

  test('the verdict is never without a reason', () =>
    fc.assert(
      fc.property(anyFamily, ({ children, entries, circumstances }) => {
        const answer = answered(preCheck(regionLaw(), family(entries, children, circumstances)));
        expect(answer.reasons.length).toBeGreaterThan(0);
        expect(answer.trace.map((step) => step.step)).toEqual([
          'income-months',
          'household',
          'total-income',
          'per-capita-income',
          'minimum',
          'verdict',
        ]);
      }),
    ));
});
