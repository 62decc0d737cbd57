/** Every notice of a signed paper, of registers and of work in the background has its words in both languages. */
import { describe, expect, test } from 'vitest';
import { type JobNews, jobNotice } from '../../src/dialogs/notice/job-notice.ts';
import { paperNotice, type SignedDecision } from '../../src/dialogs/notice/paper-notice.ts';
import { registerNotice } from '../../src/dialogs/notice/register-notice.ts';
import type { Reply } from '../../src/dialogs/dialog.ts';
import { day, month } from '../../src/engine/day.ts';
import type { IncomeOutcome } from '../../src/engine/effectiveness.ts';
import { roubles } from '../../src/engine/money.ts';
import { loadLocales } from '../../src/texts/locales.ts';
import { createTexts } from '../../src/texts/render.ts';

const texts = createTexts(loadLocales(), (language, key) => {
  throw new Error(`no words for ${key} in ${language}`);
});
const read = (reply: Reply, language: 'ru' | 'en') =>
  [...reply.texts, ...(reply.options ?? []).flat().map(({ label }) => label)]
    .map((text) => texts.render(language, text).replaceAll('\u00a0', ' '))
    .join('\n');
const FILE = { hash: 'a'.repeat(64), name: 'x.zip', mediaType: 'application/zip', size: 1 };
const OUTCOMES: readonly IncomeOutcome[] = [
  'rose-above-minimum',
  'rose-not-above-minimum',
  'not-risen',
  'fell',
  'not-comparable',
  'rose-minimum-unknown',
];

const DECIDED: readonly SignedDecision[] = [
  ...([1, 2, 3, 4, 5, 6, 7] as const).map((outcome) => ({ kind: 'conclusion', outcome, cause: 'болезнь' }) as const),
  ...OUTCOMES.map(
    (incomeOutcome) =>
      ({
        kind: 'report',
        verdict: 'effective',
        incomeOutcome,
        before: incomeOutcome === 'not-comparable' ? null : roubles('9000.00'),
        after: roubles('12000.50'),
        monitoredTo: day('2027-08-31'),
      }) as const,
  ),
  { kind: 'report', verdict: 'ineffective', incomeOutcome: 'fell', before: null, after: null, monitoredTo: null },
  ...[1, 3, 12].map(
    (confirmedMonths) =>
      ({ kind: 'decision', decision: 'advisable', why: null, confirmedMonths, otherSupport: [] }) as const,
  ),
  ...(['no-longer-low-income', 'report-ineffective', null] as const).map(
    (why) =>
      ({
        kind: 'decision',
        decision: 'not-advisable',
        why,
        confirmedMonths: 5,
        otherSupport: ['субсидия', 'консультация'],
      }) as const,
  ),
];

describe('what the recipient is told', () => {
  test.each(DECIDED.map((decided, at) => [at, decided] as const))('decision %i', (_at, decided) => {
    for (const language of ['ru', 'en'] as const)
      for (const phone of ['+7 483 200-00-00', null])
        for (const revision of [1, 2]) {
          const said = read(
            paperNotice({
              contractNumber: '17/2026',
              decided,
              revision,
              headName: 'Начальникова Н. Н.',
              officeName: 'Отдел',
              phone,
            }),
            language,
          );
          expect(said).toContain('17/2026');
          expect(said).toContain('Начальникова Н. Н.');
          if (phone !== null) expect(said).toContain(phone);
          expect(said).not.toMatch(/\{\{|undefined|null/);
          expect(said).not.toMatch(/\.\./);
        }
  });

  test('figures and days as people write them', () => {
    const decided = DECIDED.find(({ kind }) => kind === 'report');
    if (!decided) throw new Error('no report');
    const said = read(
      paperNotice({ contractNumber: '1', decided, revision: 1, headName: 'Н', officeName: 'О', phone: null }),
      'ru',
    );
    expect(said).toContain('Доход на человека в семье был 9 000 ₽, стал 12 000,50 ₽ в месяц.');
    expect(said).toContain('до 31 августа 2027 г. отдел');
  });
});

/** Every reason, and more than are named. */
const LEFT = (
  [
    'nothing-accepted',
    'not-confirmed-needs-a-look',
    'needs-survey',
    'registration-unknown',
    'paper-not-named',
    'own-paper',
    'not-ready',
    'failed',
    'failed',
    'failed',
    'failed',
  ] as const
).map((why, at) => ({ dutyId: `duty-${at}`, contractNumber: `${at}/2026`, recipientName: 'Петрова Анна', why }));

test('what a batch in the background left is named with its reason and a way to it', () => {
  const reply = jobNotice({ kind: 'records', of: 'prepare-records', count: 49, left: LEFT });
  const said = read(reply, 'ru');
  expect(said).toContain('Черновики готовы: 49. Требуют взгляда: 11.');
  expect(said).toContain('5. Петрова А., № 4/2026 – подтверждено словами, назовите бумагу');
  expect(said).toContain('8. Петрова А., № 7/2026 – не получилось, посмотрите сами');
  expect(said).toContain('И ещё 1');
  expect(reply.options?.flat().map(({ press }) => press)).toEqual([
    ...LEFT.slice(0, 10).map(({ dutyId }) => `g.duty.${dutyId}`),
    'g.papers',
  ]);
});

test('registers and work in the background', () => {
  const news: JobNews[] = [
    { kind: 'progress', percent: 40 },
    { kind: 'archive', file: FILE },
    { kind: 'records', of: 'prepare-records', count: 30, left: LEFT },
    { kind: 'records', of: 'approve-records', count: 30, left: [] },
    { kind: 'failed' },
  ];
  for (const language of ['ru', 'en'] as const) {
    for (const each of news) expect(read(jobNotice(each), language)).not.toMatch(/\{\{|undefined/);
    for (const rows of [0, 1, 3, 7]) {
      const said = read(
        registerNotice({ month: month('2027-01'), rows, day: day('2027-02-10'), files: [FILE] }),
        language,
      );
      expect(said).not.toMatch(/\{\{|undefined|\.\./);
    }
  }
});
