/** The small parts of the evaluation's talk, by the traps they were written for. */
import { describe, expect, it } from 'vitest';
import type { WorkLine } from '../../../src/dialogs/evaluation-card.ts';
import type { Answers } from '../../../src/dialogs/dialog.ts';
import { formOf } from '../../../src/dialogs/evaluation/duty-options.ts';
import { EVALUATION_DIALOGS } from '../../../src/dialogs/evaluation/index.ts';
import { assumptionLines, reasonTexts } from '../../../src/dialogs/evaluation/reason-lines.ts';
import { methodsOf, recordQuestions } from '../../../src/dialogs/evaluation/record-questions.ts';
import { whyAgainstOf, whyAgainstQuestion } from '../../../src/dialogs/evaluation/why-against.ts';
import { targetOf } from '../../../src/dialogs/evaluation/work-line.ts';
import { PAPER_KINDS } from '../../../src/dialogs/evaluation-codes.ts';
import { staffDigest, staffNudge } from '../../../src/dialogs/notice/staff-nudge.ts';
import { day } from '../../../src/engine/day.ts';
import { TRACKS } from '../../../src/engine/law.ts';
import type { Text } from '../../../src/texts/text.ts';
import { evaluationResult } from '../../support/evaluation-view.ts';
import { TEXTS } from '../../support/texts.ts';

const ru = (text: Text) => TEXTS.render('ru', text).replaceAll('\u00a0', ' ');
const TODAY = day('2026-12-07');

const LINE: WorkLine = {
  why: 'duty',
  dutyId: 'duty000000000001',
  paperId: null,
  inquiryId: null,
  contractId: 'contract00000001',
  contractNumber: '1',
  recipientName: 'Ан Ольга',
  kind: 'report',
  number: null,
  month: null,
  dueOn: null,
  draft: false,
  pending: false,
};

describe('one press from the list', () => {
  it.each<[string, Partial<WorkLine>, string, string]>([
    ['a duty', {}, 'duty', 'duty000000000001'],
    ['a paper to sign comes with its file', { why: 'to-approve', paperId: 'p' }, 'paper', 'p'],
    ['a paper that came back', { why: 'returned', paperId: 'p' }, 'paper', 'p'],
    ['a draft', { draft: true, paperId: 'p' }, 'paper', 'p'],
    ['a letter leads to its month', { why: 'inquiry-due', inquiryId: 'i', paperId: 'p' }, 'duty', 'duty000000000001'],
    [
      'a letter of no duty',
      { why: 'inquiry-due', inquiryId: 'i', dutyId: null },
      'inquiry-answer',
      'i~contract00000001',
    ],
    ['nothing but the contract', { dutyId: null }, 'case', 'contract00000001'],
  ])('%s', (_name, line, dialog, argument) => {
    expect(targetOf({ ...LINE, ...line })).toEqual({ dialog, argument });
  });

  it('the morning message leads to the list, so a paper is two taps away', () => {
    const waiting = { queue: 0, today: 0, overdue: 0, contactRequests: 0, week: 0, papers: 0 };
    const duty = { kind: 'report', dueOn: TODAY } as const;
    const line = {
      contractId: 'c',
      contractNumber: '1',
      recipientName: 'Ан',
      specialistName: 'Б',
      duty,
      step: 'on-day',
    } as const;
    for (const reply of [staffDigest('Ольга', TODAY, waiting), staffNudge([line], false)])
      expect((reply.options ?? []).flat().map(({ press }) => press)).toContain('g.papers');
  });
});

describe('forms of papers', () => {
  it.each(PAPER_KINDS)('%s', (kind) => {
    const form = formOf(kind);
    expect(form === null).toBe(kind === 'inquiry');
    if (form !== null) expect(EVALUATION_DIALOGS.map(({ id }) => id)).toContain(form);
  });
});

describe('reasons and assumptions of the engine in words', () => {
  it.each([
    [
      'decision',
      { code: 'below-minimum', perCapitaIncome: '16333.33', minimum: '17424.00' },
      'Почему: доход ниже минимума: 16 333,33 ₽ на человека при минимуме 17 424 ₽',
    ],
    ['decision', { code: 'records-missing', numbers: [3, 7] }, 'Почему: нет записей (месяцы 3, 7)'],
    [
      'report',
      {
        code: 'business-income-differs',
        months: [{ month: '2026-08', business: '1.00', own: '2.00' }, { month: '2026-09' }],
      },
      'Почему: доход от дела расходится с доходом получателя (август 2026, сентябрь 2026)',
    ],
    ['conclusion', { code: 'partly-done', done: 2, partly: 1, notDone: 0 }, 'Почему: сделано не всё'],
  ] as const)('%s %j', (of, reason, expected) => {
    expect(reasonTexts(of, [reason]).map((text) => ru(text))).toEqual([expected]);
  });

  it('says a fact in the middle of an assumption, and nothing of what does not concern the signer', () => {
    const said = assumptionLines([
      { code: 'minimum-after-differs', amount: '18000.00', proposal: 'effective' },
      { code: 'window-not-given', numbers: [7, 8, 9] },
      { code: 'minimum-row', otherRows: [] },
    ]);
    expect(said.map((text) => ru(text))).toEqual([
      '• По другому прочтению минимума (18 000 ₽) итог был бы другим.',
      '• Нет доходов за месяцы 7, 8, 9.',
    ]);
  });

  it('says nothing where there is no reason', () => expect(reasonTexts('report', [])).toEqual([]));
});

describe('the methods of a record', () => {
  const inquiries = (to: 'employer' | 'tax-service', on: string | null) => [
    {
      inquiryId: 'i',
      to,
      addressee: 'ООО',
      month: '2026-11' as never,
      sentOn: TODAY,
      answerBy: TODAY,
      answer: on === null ? null : { on: day(on), what: 'confirms' as const, words: null },
      overdue: false,
      file: null,
    },
  ];

  it.each(TRACKS)('%s: a letter confirms nothing before it is answered', (track) => {
    for (const to of ['employer', 'tax-service'] as const)
      for (const by of methodsOf({ track, inquiries: inquiries(to, null) })) expect(by).not.toMatch(/inquiry/);
  });

  it.each([
    ['job-search', 'employer', 'employer-inquiry'],
    ['training', 'employer', 'employer-inquiry'],
    ['business', 'tax-service', 'tax-inquiry'],
    ['household-farm', 'tax-service', 'tax-inquiry'],
  ] as const)('%s: answered by %s', (track, to, method) => {
    expect(methodsOf({ track, inquiries: inquiries(to, '2026-12-01') })[0]).toBe(method);
  });

  it.each<[string, Answers, readonly string[]]>([
    ['monitoring', { fact: 'no-answer' }, ['fact', 'checked-on']],
    ['monitoring', { fact: 'confirmed' }, ['fact', 'checked-on', 'confirmed-by']],
    [
      'monitoring',
      { fact: 'confirmed', 'confirmed-by': 'papers' },
      ['fact', 'checked-on', 'confirmed-by', 'paper-needed'],
    ],
    ['monitoring-business', { fact: 'confirmed' }, ['fact', 'registered-as', 'checked-on', 'confirmed-by']],
    ['monitoring-business', { fact: 'not-confirmed' }, ['fact', 'checked-on', 'confirmed-by']],
    ['monitoring-hardship', {}, ['conditions', 'hardship', 'checked-on', 'confirmed-by']],
    ['monitoring-hardship', { conditions: 'no-answer' }, ['conditions', 'checked-on']],
  ])('%s asks by %j', (name, answers, ids) => {
    const result = evaluationResult(name, TODAY);
    if (result.kind !== 'duty' || result.card.kind !== 'monitoring') throw new Error('no record');
    const asked = recordQuestions(result.card, answers, TODAY, { key: 'evaluation:record.fact.ask' });
    expect(asked.map(({ id }) => id)).toEqual(ids);
  });
});

describe('a choice against the proposal', () => {
  const proposal: Text = { key: 'law-words:effectiveness.effective' };
  it.each([
    ['effective', false],
    ['undetermined', true],
  ])('%s: may be left out %s', (proposed, optional) => {
    expect(whyAgainstQuestion(proposed, proposal).skip !== undefined).toBe(optional);
  });

  it('a reason skipped where nothing was proposed is no reason where something is', () => {
    const ids = ['effective', 'undetermined'].map((proposed) => whyAgainstQuestion(proposed, proposal).id);
    expect(new Set(ids).size).toBe(2);
    expect(whyAgainstOf({ [ids[1] ?? '']: null })).toBeNull();
    expect(whyAgainstOf({ [ids[0] ?? '']: 'так' })).toBe('так');
  });
});
