import { describe, expect, test } from 'vitest';
import { type ConclusionInput, concludeContract, type MeasureStatus } from '../../src/engine/conclusion.ts';
import { day } from '../../src/engine/day.ts';
import { answered, faultPaths } from './support/families.ts';
import { regionLaw, withPolicy } from './support/laws.ts';

function contract(statuses: readonly MeasureStatus[], more: Partial<ConclusionInput> = {}): ConclusionInput {
  return {
    startsOn: day('2026-01-01'),
    endsOn: day('2026-09-30'),
    measures: statuses.map((status, at) => ({ name: `measure ${at + 1}`, status })),
    ...more,
  };
}

const conclude = (statuses: readonly MeasureStatus[], more: Partial<ConclusionInput> = {}) =>
  answered(concludeContract(regionLaw(), contract(statuses, more)));

describe('completion', () => {
  test.each<[string, MeasureStatus[], string]>([
    ['all done', ['done', 'done'], 'all'],
    ['one left partly', ['done', 'partly'], 'partly'],
    ['one left out', ['done', 'not-done'], 'partly'],
    ['all only partly', ['partly', 'partly'], 'partly'],
    ['some partly, the rest not', ['partly', 'not-done'], 'partly'],
    ['nothing', ['not-done', 'not-done'], 'none'],
  ])('%s', (_name, statuses, completion) =>
    expect(conclude(statuses, { cause: 'valid', effect: 'none' }).completion).toBe(completion),
  );
});

describe('the seven outcomes', () => {
  test.each<[number, MeasureStatus, ConclusionInput['cause'], ConclusionInput['effect'], string]>([
    [1, 'done', undefined, undefined, 'none'],
    [2, 'partly', 'valid', 'none', 'none'],
    [3, 'partly', 'not-valid', 'none', 'none'],
    [4, 'partly', 'not-valid', 'cannot-be-assessed', 'early-termination'],
    [5, 'partly', 'valid', 'cannot-be-assessed', 'extension-to-commission'],
    [6, 'not-done', 'valid', undefined, 'extension-to-commission'],
    [7, 'not-done', 'not-valid', undefined, 'early-termination'],
  ])('outcome %i', (outcome, status, cause, effect, consequence) => {
    const answer = conclude([status], { cause, effect });
    expect(answer).toMatchObject({ outcome, consequence });
    expect('latestExtensionEndsOn' in answer).toBe(outcome === 5 || outcome === 6);
    const codes = answer.reasons.map((reason) => reason.code);
    expect(codes.includes('cause-to-be-named'), 'a valid cause is named in words').toBe([2, 5, 6].includes(outcome));
    const asked = answer.assumptions.some((assumption) => assumption.code === 'point-49-to-be-asked');
    expect(asked, 'a stop under point 49 is asked, not inferred').toBe(outcome === 4 || outcome === 7);
  });

  test('the effect of nothing done cannot be assessed, whatever was answered', () =>
    expect(conclude(['not-done'], { cause: 'valid', effect: 'none' }).outcome).toBe(6));
  test('where all is done cause and effect are ignored', () =>
    expect(conclude(['done'], { cause: 'not-valid', effect: 'cannot-be-assessed' }).outcome).toBe(1));
});

describe('the latest extension', () => {
  const half = { cause: 'valid', effect: 'cannot-be-assessed' } as const;

  test('half of 273 days, with the other reading beside it', () => {
    const answer = conclude(['partly'], half);
    expect(answer.latestExtensionEndsOn).toBe('2027-02-13');
    expect(answer.assumptions).toContainEqual({
      code: 'extension',
      policy: 'extension',
      chosen: 'days',
      other: 'months',
      endsOn: '2027-02-13',
      otherEndsOn: '2027-01-31',
    });
  });
  test('by months where the policy says so', () => {
    const law = withPolicy(regionLaw(), { extension: 'months' });
    expect(answered(concludeContract(law, contract(['partly'], half))).latestExtensionEndsOn).toBe('2027-01-31');
    expect(conclude(['partly'], { ...half, policy: { extension: 'months' } }).latestExtensionEndsOn).toBe('2027-01-31');
  });
});

describe('refusals', () => {
  test.each<[string, ConclusionInput, string[]]>([
    ['no measures', contract([]), ['measures']],
    ['no cause', contract(['not-done']), ['cause']],
    ['no cause and no effect', contract(['partly']), ['cause', 'effect']],
    ['no effect', contract(['partly'], { cause: 'valid' }), ['effect']],
    ['everything at once', contract(['partly'], { startsOn: day('2026-10-01') }), ['endsOn', 'cause', 'effect']],
  ])('%s', (_name, input, paths) => expect(faultPaths(concludeContract(regionLaw(), input))).toEqual(paths));

  test('a contract of one day is a contract', () =>
    expect(conclude(['done'], { endsOn: day('2026-01-01') }).outcome).toBe(1));
});

test('elsewhere than in Bryansk it is an analogy', () => {
  const answer = answered(concludeContract(regionLaw('novosibirsk'), contract(['done'])));
  expect(answer.assumptions).toEqual([{ code: 'evaluation-by-analogy', region: 'novosibirsk' }]);
});
