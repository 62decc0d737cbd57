/** Stage 3: records and their letters, windows, the decision. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Command, MonthAnswers } from '../../../src/dialogs/command.ts';
import type { WorkLine } from '../../../src/dialogs/evaluation-card.ts';
import { roubles } from '../../../src/engine/money.ts';
import {
  after,
  day,
  driven,
  type EvaluatedCase,
  evaluatedCase,
  factOnly,
  month,
  monthOfTrack,
} from '../../support/evaluated-case.ts';
import { expectKind, joinedContract } from '../../support/staffed-office.ts';

const TIMEOUT = { timeout: 120_000 };
type Record = Extract<Command, { kind: 'keep-record' }>;

let it: EvaluatedCase;
afterEach(() => it.office.close());

async function keep(number: number, change: Partial<Record> = {}) {
  const { dutyId } = await it.duty(`monitoring:${number}`);
  return it.run('specialist', {
    kind: 'keep-record',
    dutyId,
    fact: 'confirmed',
    conditions: null,
    hardship: null,
    checkedOn: day('2026-09-10'),
    confirmedBy: 'certified-copy',
    paperWords: null,
    registeredAs: null,
    ...change,
  });
}
const paths = async (result: ReturnType<typeof keep>) =>
  expectKind(await result, 'refused').faults.map(({ path }) => path);
const work = async (who = 'specialist'): Promise<readonly WorkLine[]> =>
  expectKind(await it.run(who, { kind: 'list-work', page: 0 }), 'work').lines;
const ask = (to: 'employer' | 'tax-service' = 'employer', more: object = {}) =>
  it.run('specialist', {
    kind: 'make-inquiry',
    contractId: it.contractId,
    month: month('2026-09'),
    to,
    addressee: 'ООО «Ромашка», Брянск, ул. Ленина, 1',
    ...more,
  });
const answer = (inquiryId: string, what: 'confirms' | 'denies' | 'other', on = '2026-09-15') =>
  it.run('specialist', { kind: 'file-inquiry-answer', inquiryId, on: day(on), answer: what, words: null });

describe('a record', () => {
  test(
    'without an answer stays open and prints nothing; "by inquiry" needs the answer to a letter',
    TIMEOUT,
    async () => {
      it = await evaluatedCase('job-search', {}, day('2026-09-10'));
      const kept = expectKind(await keep(1, { fact: 'no-answer', confirmedBy: null }), 'duty').card;
      expect(kept.kind === 'monitoring' && [kept.record.fact, kept.paper, kept.status]).toEqual([
        'no-answer',
        null,
        'open',
      ]);
      expect(await it.papers()).toEqual([]);
      expect((await work()).map(({ why, kind, number }) => [why, kind, number])).toContainEqual([
        'duty',
        'monitoring',
        1,
      ]);
      for (const fact of ['confirmed', 'not-confirmed'] as const)
        expect(await paths(keep(1, { fact, confirmedBy: 'employer-inquiry' }))).toEqual(['confirmedBy']);
      const sent = expectKind(await ask(), 'inquiry').inquiry;
      expect([sent.sentOn, sent.answerBy, sent.overdue, sent.answer]).toEqual([
        '2026-09-10',
        '2026-09-24',
        false,
        null,
      ]);
      const letter = JSON.parse(
        new TextDecoder().decode((await it.office.deps.files.read(sent.file?.hash ?? '')) ?? undefined),
      ) as { paper: object };
      expect(letter.paper).toMatchObject({
        kind: 'inquiry',
        addressee: 'ООО «Ромашка», Брянск, ул. Ленина, 1',
        month: '2026-09',
        draft: false,
      });
      expect(await paths(keep(1, { fact: 'not-confirmed', confirmedBy: 'employer-inquiry' }))).toEqual(['confirmedBy']);
      it.turnTo(day('2026-09-25'));
      const due = (await work()).find(({ why }) => why === 'inquiry-due');
      expect([due?.inquiryId, due?.kind, due?.number, due?.dueOn]).toEqual([
        sent.inquiryId,
        'inquiry',
        1,
        '2026-09-24',
      ]);
      expect(expectKind(await answer(sent.inquiryId, 'denies', '2026-09-09'), 'refused').why).toBe('faults');
      expectKind(await answer(sent.inquiryId, 'denies', '2026-09-25'), 'inquiry');
      expect(await answer(sent.inquiryId, 'confirms', '2026-09-25')).toMatchObject({ why: 'already-done' });
      expect((await work()).filter(({ why }) => why === 'inquiry-due')).toEqual([]);
      const card = await it.open('monitoring:1', 'monitoring');
      expect(card.suggestion).toEqual({
        fact: 'not-confirmed',
        conditions: null,
        confirmedBy: 'employer-inquiry',
        paperWords: null,
      });
      const paper = expectKind(
        await keep(1, { fact: 'not-confirmed', confirmedBy: 'employer-inquiry', checkedOn: day('2026-09-25') }),
        'paper',
      ).card;
      expect(paper.outcome).toMatchObject({ kind: 'monitoring', fact: 'not-confirmed' });
    },
  );

  test('each track is asked its own answer; days and methods that cannot be are refused', TIMEOUT, async () => {
    it = await evaluatedCase('job-search', {}, day('2026-09-10'));
    expect(await paths(keep(1, { fact: null }))).toEqual(['fact']);
    expect(await paths(keep(1, { checkedOn: day('2026-09-11') }))).toEqual(['checkedOn']);
    expect(await paths(keep(1, { checkedOn: day('2026-08-31'), confirmedBy: null }))).toEqual([
      'checkedOn',
      'confirmedBy',
    ]);
    expect(await paths(keep(1, { confirmedBy: 'papers', paperWords: ' ' }))).toEqual(['paperWords']);
    expect(await paths(keep(2))).toEqual(['checkedOn']);
    expect(
      expectKind(await ask('employer', { addressee: ' ', month: month('2026-10') }), 'refused').faults.map(
        ({ path }) => path,
      ),
    ).toEqual(['addressee', 'month']);
    const business = driven(it.office, await joinedContract(it.office, { track: 'business', number: 'b' }, 'b'));
    const hardship = driven(it.office, await joinedContract(it.office, { track: 'hardship', number: 'h' }, 'h'), 'h');
    const first = it;
    it = business;
    expect(await paths(keep(1))).toEqual(['registeredAs']);
    it = hardship;
    expect(await paths(keep(1, { fact: null }))).toEqual(['conditions', 'hardship']);
    expect(await paths(keep(1, { fact: null, conditions: 'worse', confirmedBy: 'home-survey' }))).toEqual(['hardship']);
    const survey = {
      kind: 'keep-survey',
      contractId: it.contractId,
      on: day('2026-09-09'),
      findings: 'Крыша течёт',
      files: [],
    } as const;
    expect(
      expectKind(await it.run('specialist', { ...survey, on: day('2026-09-11'), findings: '' }), 'refused').faults.map(
        ({ path }) => path,
      ),
    ).toEqual(['on', 'findings']);
    expectKind(await it.run('specialist', survey), 'survey');
    await it.tellMonth(after(1), { ...factOnly('hardship'), fact: { state: 'worse', words: 'крыша' } });
    const card = await it.open('monitoring:1', 'monitoring');
    expect(card.surveys.map(({ findings, by }) => [findings, by])).toEqual([['Крыша течёт', 'Сидорова Ольга']]);
    expect([card.said?.state, card.said?.words, card.suggestion?.conditions, card.suggestion?.confirmedBy]).toEqual([
      'worse',
      'крыша',
      'worse',
      'home-survey',
    ]);
    const paper = expectKind(
      await keep(1, { fact: null, conditions: 'worse', hardship: 'not-overcome', confirmedBy: 'home-survey' }),
      'paper',
    ).card;
    expect(paper.outcome).toMatchObject({ conditions: 'worse', hardship: 'not-overcome', fact: null });
    it = first;
  });
});

describe('windows', () => {
  test(
    'a record of month 6 is signed without its window and printed with it as soon as it is known',
    TIMEOUT,
    async () => {
      it = await evaluatedCase('job-search', {}, day('2027-03-02'));
      const id = 'income-window:4-6';
      expect(
        await paths(it.duty(id).then(({ dutyId }) => it.run('specialist', { kind: 'prepare-window', dutyId }))),
      ).toEqual([
        'figures.2026-12.own',
        'figures.2026-12.household',
        'figures.2027-01.own',
        'figures.2027-01.household',
        'figures.2027-02.own',
        'figures.2027-02.household',
        'record',
      ]);
      const first = expectKind(await keep(6, { checkedOn: day('2027-02-20') }), 'paper').card;
      expect(first.warnings.map(({ code }) => code)).toEqual(['window-to-come', 'after-its-day']);
      for (const [of, own] of [
        ['2026-12', '30000.00'],
        ['2027-01', '30000.00'],
        ['2027-02', '30000.01'],
      ] as const) {
        const figure = { kind: 'keep-figure', contractId: it.contractId, month: month(of), words: 'справка' } as const;
        await it.run('specialist', { ...figure, item: 'own', amount: roubles(own) });
        await it.run('specialist', { ...figure, item: 'household', amount: roubles('0.00') });
      }
      const card = await it.open(id, 'income-window');
      expect([
        card.window.ownIncome,
        card.window.perCapitaIncome,
        card.window.totalIncome,
        card.window.countedMembers,
      ]).toEqual(['30000.00', '15000.00', '90000.01', 2]);
      // The draft is not with the head yet: it takes the figures in, and one signature answers both duties.
      const { dutyId } = card;
      const paper = expectKind(await it.run('specialist', { kind: 'prepare-window', dutyId }), 'paper').card;
      expect([paper.paperId, paper.revision, paper.outcome]).toEqual([
        first.paperId,
        1,
        expect.objectContaining({ window: { numbers: [4, 5, 6], ownIncome: '30000.00', perCapitaIncome: '15000.00' } }),
      ]);
      expectKind(await it.run('specialist', { kind: 'submit-paper', paperId: paper.paperId }), 'paper');
      expect((await work()).map(({ number, kind }) => [kind, number])).not.toContainEqual(['income-window', 6]);
      expectKind(await it.run('head', { kind: 'approve-paper', paperId: paper.paperId }), 'paper');
      expect([(await it.duty('monitoring:6')).done, (await it.duty(id)).done]).toEqual([true, true]);
      expect((await it.open(id, 'income-window')).paper?.paperId).toBe(paper.paperId);
    },
  );
});

describe('the decision', () => {
  const decide = (change: object = {}) =>
    it.duty('decision').then(({ dutyId }) =>
      it.run('specialist', {
        kind: 'prepare-decision',
        dutyId,
        decision: 'not-advisable',
        otherSupport: ['Субсидия на коммунальные услуги', ' '],
        whyAgainst: null,
        decidedOn: day('2027-09-10'),
        ...change,
      }),
    );

  test('gaps leave it undetermined and are told; a person decides all the same', TIMEOUT, async () => {
    it = await evaluatedCase('job-search', {}, day('2027-09-10'));
    await keep(2, { checkedOn: day('2026-10-10') });
    const card = await it.open('decision', 'decision');
    expect([card.proposal, card.confirmedMonths, card.reasons.map(({ code }) => code)]).toEqual([
      'undetermined',
      1,
      ['records-missing', 'window-missing', 'no-report'],
    ]);
    expect(expectKind(await decide({ otherSupport: [' '] }), 'refused').faults.map(({ path }) => path)).toEqual([
      'otherSupport',
    ]);
    const paper = expectKind(await decide({ decidedOn: day('2027-08-31') }), 'paper').card;
    expect(paper.warnings.map(({ code }) => code)).toEqual([
      'records-missing',
      'records-not-approved',
      'window-missing',
      'window-missing',
      'window-missing',
      'before-its-month',
    ]);
    expect(paper.warnings[1]).toEqual({ code: 'records-not-approved', numbers: [2] });
    const signed = await it.sign(await decide());
    expect(signed.warnings.map(({ code }) => code)).not.toContain('before-its-month');
    const told = (await it.news('citizen')).find((text) => text.includes('отдел принял решение')) ?? '';
    expect(told).toContain('сейчас не предлагается');
    expect(told).toContain('• Субсидия на коммунальные услуги');
  });
});

describe('a month in one press', () => {
  test(
    'what was accepted is prepared, what needs a look is named; submitted and approved at once',
    TIMEOUT,
    async () => {
      it = await evaluatedCase('job-search', {}, day('2026-09-10'));
      const words: MonthAnswers = { ...factOnly('job-search'), proofs: [{ item: 'fact', kind: 'words', file: null }] };
      const no: MonthAnswers = { ...factOnly('job-search'), fact: { state: 'no', words: null } };
      const told: [string, Parameters<typeof joinedContract>[1], MonthAnswers | null][] = [
        ['words', {}, words],
        ['no', {}, no],
        ['silent', {}, null],
        ['hardship', { track: 'hardship' }, factOnly('hardship')],
        ['registration', { track: 'business' }, factOnly('business')],
        ['farm', { track: 'household-farm' }, factOnly('household-farm')],
      ];
      await it.tellMonth(after(1), factOnly('job-search'));
      for (const [number, change, answers] of told) {
        const other = driven(it.office, await joinedContract(it.office, { ...change, number }, number));
        if (!answers) continue;
        const asked = ['fact'] as const;
        expectKind(
          await it.run(number, { kind: 'submit-month', contractId: other.contractId, month: after(1), asked, answers }),
          'month-submitted',
        );
      }
      const queue = expectKind(await it.run('specialist', { kind: 'list-queue', page: 0 }), 'queue').lines;
      for (const { submissionId, revision } of queue)
        await it.run('specialist', { kind: 'accept-submission', submissionId, revision });
      const batch = (who: string, kind: 'prepare-records' | 'submit-records' | 'approve-records') =>
        it.run(who, { kind, month: after(1) });
      const prepared = expectKind(await batch('specialist', 'prepare-records'), 'records');
      expect(prepared.count).toBe(2);
      expect(Object.fromEntries(prepared.left.map(({ contractNumber, why }) => [contractNumber, why]))).toEqual({
        words: 'paper-not-named',
        no: 'not-confirmed-needs-a-look',
        silent: 'nothing-accepted',
        hardship: 'needs-survey',
        registration: 'registration-unknown',
      });
      expect(expectKind(await batch('specialist', 'prepare-records'), 'records').count).toBe(0);
      expect((await it.open('monitoring:1', 'monitoring')).record).toMatchObject({
        confirmedBy: 'papers',
        paperWords: 'a copy',
      });
      expect(await batch('specialist', 'approve-records')).toMatchObject({ why: 'not-allowed' });
      expect(expectKind(await batch('specialist', 'submit-records'), 'records').count).toBe(2);
      expect((await work('head')).filter(({ why }) => why === 'to-approve')).toHaveLength(2);
      expect(expectKind(await batch('head', 'approve-records'), 'records')).toMatchObject({ count: 2, left: [] });
      expect((await it.duty('monitoring:1')).done).toBe(true);
      expect(await it.papers()).toMatchObject([{ status: 'approved', number: 1 }]);
      expect(await batch('citizen', 'prepare-records')).toMatchObject({ why: 'not-allowed' });
    },
  );
});

test('own income of the track is what a window averages, other own income counts per head', TIMEOUT, async () => {
  it = await evaluatedCase('job-search', {}, day('2027-01-02'));
  await it.tellMonth(after(4), monthOfTrack('job-search', '20000.00', false));
  const card = await it.open('monitoring:6', 'monitoring');
  expect(card.window?.figures.map(({ amount, item }) => [item, amount])).toEqual([
    ['own', '20000.00'],
    ['household', '0.00'],
  ]);
  expect(card.window?.missing.map(({ month: of, state }) => [of, state])).toEqual([
    ['2027-01', 'not-asked-yet'],
    ['2027-01', 'not-asked-yet'],
    ['2027-02', 'not-asked-yet'],
    ['2027-02', 'not-asked-yet'],
  ]);
  expect(card.window?.perCapitaIncome).toBeNull();
});
