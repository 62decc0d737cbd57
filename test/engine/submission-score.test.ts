import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, month } from '../../src/engine/day.ts';
import { PROOF_KINDS, type ProofKind } from '../../src/engine/law.ts';
import { roubles } from '../../src/engine/money.ts';
import { type ScoreInput, scoreSubmission } from '../../src/engine/submission-score.ts';
import { answered, faultPaths } from './support/families.ts';
import { regionLaw } from './support/laws.ts';

const wage = (amount: string, ...proofs: ProofKind[]) => ({
  items: [{ kind: 'wage', amount: roubles(amount) }],
  proofs,
});

function sent(more: Partial<ScoreInput> = {}): ScoreInput {
  return {
    region: 'bryansk',
    track: 'job-search',
    month: month('2026-08'),
    submittedOn: day('2026-09-10'),
    citizenDay: day('2026-09-20'),
    dueOn: day('2026-09-30'),
    asked: ['fact', 'income'],
    fact: { state: 'yes', proofs: ['certified-copy'] },
    income: wage('30000.00', 'certificate'),
    ...more,
  };
}
const score = (more: Partial<ScoreInput> = {}) => answered(scoreSubmission(regionLaw(), sent(more)));
function check(id: string, more: Partial<ScoreInput> = {}) {
  const { checks } = score(more);
  return checks.find((each) => each.id === id);
}
const reasonsOf = (id: string, more: Partial<ScoreInput>) =>
  (check(id, more)?.reasons ?? []).map((reason) => reason.code);

describe('complete', () => {
  test.each<[string, Partial<ScoreInput>, number, string, string]>([
    ['all answered', {}, 40, 'pass', 'accept'],
    ['income left out', { income: undefined }, 20, 'fail', 'return'],
    ['"unknown" answers nothing', { fact: { state: 'unknown', proofs: ['registry'] } }, 20, 'fail', 'return'],
    ['an empty list of incomes answers nothing', { income: { items: [], proofs: ['registry'] } }, 20, 'fail', 'return'],
    ['nothing answered', { fact: undefined, income: undefined }, 0, 'fail', 'return'],
    ['one given to the office', { fact: { state: 'given-to-office', proofs: [] } }, 40, 'unknown', 'review'],
    [
      'both given to the office',
      { fact: { state: 'given-to-office', proofs: [] }, income: { items: 'given-to-office', proofs: [] } },
      40,
      'unknown',
      'review',
    ],
    [
      'one given, the other left out',
      { fact: { state: 'given-to-office', proofs: [] }, income: undefined },
      20,
      'fail',
      'return',
    ],
    ['only the fact was asked', { asked: ['fact'], income: undefined }, 40, 'pass', 'accept'],
    ['asked twice is asked once', { asked: ['fact', 'fact'], income: undefined }, 40, 'pass', 'accept'],
    [
      'no income is an answer',
      { fact: { state: 'no', proofs: [] }, income: { items: 'none', proofs: [] } },
      40,
      'pass',
      'accept',
    ],
  ])('%s', (_name, more, points, status, recommendation) => {
    expect(check('complete', more)).toMatchObject({ points, status, of: 40 });
    expect(score(more).recommendation).toBe(recommendation);
  });
});

describe('proven', () => {
  test.each<[ProofKind, number, string]>([
    ['registry', 40, 'pass'],
    ['employer-answer', 40, 'pass'],
    ['home-survey', 40, 'pass'],
    ['certificate', 35, 'pass'],
    ['certified-copy', 35, 'pass'],
    ['copy', 25, 'pass'],
    ['screenshot', 15, 'warn'],
    ['words', 5, 'warn'],
  ])('%s gives %i', (proof, points, status) =>
    expect(check('proven', { asked: ['fact'], fact: { state: 'yes', proofs: [proof] } })).toMatchObject({
      points,
      status,
      of: 40,
    }),
  );

  test.each<[string, Partial<ScoreInput>, number, string]>([
    ['nothing', { fact: { state: 'yes', proofs: [] }, income: wage('30000.00') }, 0, 'warn'],
    [
      'the strongest counts',
      {
        fact: { state: 'yes', proofs: ['words', 'registry', 'copy'] },
        income: wage('30000.00', 'employer-answer', 'words'),
      },
      40,
      'pass',
    ],
    ['the average of 40 and 35 is rounded half up', { fact: { state: 'yes', proofs: ['registry'] } }, 38, 'pass'],
    ['the average of 35 and 15 is just enough', { income: wage('30000.00', 'screenshot') }, 25, 'pass'],
    [
      'the average of 40 and 5 is not',
      { fact: { state: 'yes', proofs: ['registry'] }, income: wage('30000.00', 'words') },
      23,
      'warn',
    ],
    ['"no" needs no proof', { fact: { state: 'no', proofs: [] }, income: { items: 'none', proofs: [] } }, 40, 'pass'],
    ['an income of 0.00 is no income', { fact: { state: 'no', proofs: [] }, income: wage('0.00') }, 40, 'pass'],
    ['what is not answered is not proven by its paper', { income: { items: [], proofs: ['registry'] } }, 18, 'warn'],
  ])('%s', (_name, more, points, status) => expect(check('proven', more)).toMatchObject({ points, status }));

  test('better conditions need proof, the survey of the home gives it', () => {
    const hardship = { track: 'hardship', asked: ['fact'], income: undefined } as const;
    expect(check('proven', { ...hardship, fact: { state: 'better', proofs: [] } })?.points).toBe(0);
    expect(check('proven', { ...hardship, fact: { state: 'worse', proofs: ['home-survey'] } })?.points).toBe(40);
  });
});

describe('on time', () => {
  test.each([
    ['before the citizen’s day', '2026-09-01', 10, 'pass', 'accept'],
    ['on the citizen’s day', '2026-09-20', 10, 'pass', 'accept'],
    ['the day after', '2026-09-21', 5, 'warn', 'review'],
    ['the eve of the office’s day', '2026-09-29', 5, 'warn', 'review'],
    ['on the office’s day, which is not before it', '2026-09-30', 0, 'warn', 'review'],
    ['later', '2026-10-01', 0, 'warn', 'review'],
  ])('%s', (_name, on, points, status, recommendation) => {
    expect(check('on-time', { submittedOn: day(on) })).toMatchObject({ points, status, of: 10 });
    expect(score({ submittedOn: day(on) }).recommendation).toBe(recommendation);
  });
});

describe('consistent', () => {
  const earlier = (...months: [string, string][]) =>
    months.map(([of, income]) => ({ month: month(of), income: roubles(income), fact: 'yes' as const }));

  test.each<[string, Partial<ScoreInput>, string[]]>([
    ['nothing earlier', {}, []],
    ['much the same', { earlier: earlier(['2026-07', '28000.00']) }, []],
    ['exactly half more', { earlier: earlier(['2026-07', '20000.00']) }, []],
    ['over half more', { earlier: earlier(['2026-07', '19999.99']) }, ['income-rose']],
    ['exactly half less', { earlier: earlier(['2026-07', '60000.00']) }, []],
    ['under half', { earlier: earlier(['2026-07', '60000.01']) }, ['income-fell']],
    ['from nothing', { earlier: earlier(['2026-07', '0.00']) }, ['income-rose']],
    [
      'the last month counts, in whatever order',
      { earlier: earlier(['2026-07', '30000.00'], ['2026-05', '1.00'], ['2026-06', '90000.00']) },
      [],
    ],
    ['a month that is not earlier does not count', { earlier: earlier(['2026-08', '1.00'], ['2026-09', '1.00']) }, []],
    [
      'to no income',
      {
        fact: { state: 'no', proofs: [] },
        income: { items: 'none', proofs: [] },
        earlier: earlier(['2026-07', '30000.00']),
      },
      ['income-fell'],
    ],
    [
      'what is given to the office cannot be compared',
      { income: { items: 'given-to-office', proofs: [] }, earlier: earlier(['2026-07', '1.00']) },
      [],
    ],
    ['a wage without a contract', { fact: { state: 'no', proofs: [] } }, ['income-without-fact']],
    ['a contract without a wage', { income: { items: 'none', proofs: [] } }, ['fact-without-income']],
    [
      'other income is not the wage',
      { income: { items: [{ kind: 'pension', amount: roubles('9000.00') }], proofs: ['certificate'] } },
      ['fact-without-income'],
    ],
    [
      'a pension without work agrees',
      {
        fact: { state: 'no', proofs: [] },
        income: { items: [{ kind: 'pension', amount: roubles('9000.00') }], proofs: ['certificate'] },
      },
      [],
    ],
    [
      'self-employed income is own business',
      {
        track: 'business',
        income: { items: [{ kind: 'self-employed', amount: roubles('1.00') }], proofs: ['certificate'] },
      },
      [],
    ],
    ['a wage is not own business', { track: 'business' }, ['fact-without-income']],
    [
      'farm income is the farm’s',
      {
        track: 'household-farm',
        income: { items: [{ kind: 'farm', amount: roubles('1.00') }], proofs: ['certificate'] },
      },
      [],
    ],
    [
      'conditions have no income of their own',
      { track: 'hardship', fact: { state: 'better', proofs: ['home-survey'] }, income: { items: 'none', proofs: [] } },
      [],
    ],
    ['a file sent before', { sameFileAsEarlier: true }, ['same-file-as-earlier']],
    [
      'several at once',
      { fact: { state: 'no', proofs: [] }, earlier: earlier(['2026-07', '1.00']), sameFileAsEarlier: true },
      ['income-rose', 'income-without-fact', 'same-file-as-earlier'],
    ],
  ])('%s', (_name, more, reasons) => {
    expect(reasonsOf('consistent', more)).toEqual(reasons);
    expect(check('consistent', more)).toMatchObject(
      reasons.length === 0 ? { points: 10, status: 'pass' } : { points: 0, status: 'warn' },
    );
  });
});

describe('refusals', () => {
  test.each<[string, Partial<ScoreInput>, string[]]>([
    ['nothing asked', { asked: [] }, ['asked']],
    ['conditions of a job seeker', { fact: { state: 'better', proofs: [] } }, ['fact.state']],
    ['yes or no to hardship', { track: 'hardship' }, ['fact.state']],
    [
      'an unknown kind',
      { income: { items: [{ kind: 'lottery', amount: roubles('1.00') }], proofs: [] } },
      ['income.items[0].kind'],
    ],
    ['another region', { region: 'irkutsk', asked: [] }, ['region', 'asked']],
  ])('%s', (_name, more, paths) => expect(faultPaths(scoreSubmission(regionLaw(), sent(more)))).toEqual(paths));
});

describe('properties', () => {
  const anyProofs = fc.uniqueArray(fc.constantFrom(...PROOF_KINDS));
  const anySent = fc.record({
    state: fc.constantFrom('yes' as const, 'no' as const, 'given-to-office' as const, 'unknown' as const),
    items: fc.constantFrom('none' as const, 'given-to-office' as const, [
      { kind: 'wage', amount: roubles('30000.00') },
    ]),
    proofs: anyProofs,
    incomeProofs: anyProofs,
  });
  const from = ({
    state,
    items,
    proofs,
    incomeProofs,
  }: {
    state: 'yes' | 'no' | 'given-to-office' | 'unknown';
    items: NonNullable<ScoreInput['income']>['items'];
    proofs: ProofKind[];
    incomeProofs: ProofKind[];
  }) => score({ fact: { state, proofs }, income: { items, proofs: incomeProofs } });

  test('more proof never lowers the score nor the recommendation', () =>
    fc.assert(
      fc.property(anySent, anyProofs, (one, more) => {
        const rank = { return: 0, review: 1, accept: 2 };
        const [less, greater] = [from(one), from({ ...one, proofs: [...one.proofs, ...more] })];
        expect(greater.score).toBeGreaterThanOrEqual(less.score);
        expect(rank[greater.recommendation]).toBeGreaterThanOrEqual(rank[less.recommendation]);
      }),
    ));
  test('stronger proof never lowers the score', () =>
    fc.assert(
      fc.property(anySent, fc.integer({ min: 1, max: PROOF_KINDS.length - 1 }), (one, at) => {
        const [stronger, weaker] = [PROOF_KINDS[at - 1] as ProofKind, PROOF_KINDS[at] as ProofKind];
        expect(from({ ...one, proofs: [stronger] }).score).toBeGreaterThanOrEqual(
          from({ ...one, proofs: [weaker] }).score,
        );
      }),
    ));
  test('the score is a whole number of 0–100 and the sum of its checks', () =>
    fc.assert(
      fc.property(anySent, (one) => {
        const answer = from(one);
        expect(Number.isInteger(answer.score) && answer.score >= 0 && answer.score <= 100).toBe(true);
        expect(answer.checks.reduce((total, each) => total + each.points, 0)).toBe(answer.score);
        expect(answer.checks.map((each) => each.id)).toEqual(['complete', 'proven', 'on-time', 'consistent']);
      }),
    ));
});
