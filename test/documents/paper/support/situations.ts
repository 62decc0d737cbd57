/** Papers whose whole text is recorded, by form: every outcome, every track, every month that prints something else. */
import type { Paper } from '../../../../src/casework/paper/paper.ts';
import type { PaperOptions } from '../../../../src/documents/paper/choice.ts';
import { day } from '../../../../src/engine/day.ts';
import { TRACKS } from '../../../../src/engine/law.ts';
import { roubles } from '../../../../src/engine/money.ts';
import { conclusion, decision, inquiry, LONG, measures, monitoring, report } from './sample-papers.ts';

export interface Situation {
  readonly name: string;
  readonly paper: Paper;
  readonly options?: PaperOptions;
}

const OUTCOMES = [1, 2, 3, 4, 5, 6, 7] as const;
const CAUSE = 'болезнь ребенка с 1 июня по 15 августа 2026 года.';
const INCOME_OUTCOMES = [
  'rose-not-above-minimum',
  'rose-above-minimum',
  'not-risen',
  'fell',
  'not-comparable',
  'rose-minimum-unknown',
] as const;
const NO_FIGURES = { on: null, averageMonthlyIncome: null, familyMinimum: null, perCapitaIncome: null } as const;

const CONCLUSIONS: readonly Situation[] = [
  ...OUTCOMES.map((outcome) => ({ name: `outcome ${outcome}`, paper: conclusion({ outcome, cause: CAUSE }) })),
  { name: 'cause not given, day not set', paper: conclusion({ outcome: 5, cause: ' ', preparedOn: null }) },
  {
    name: 'draft of the third revision, by analogy',
    paper: conclusion({ draft: true, revision: 3, region: 'irkutsk' }),
  },
  { name: 'long names, 25 measures', paper: conclusion({ ...LONG, measures: measures(25), outcome: 3 }) },
  { name: 'full form', paper: conclusion(), options: { fullForm: true } },
];

const REPORTS: readonly Situation[] = [
  ...INCOME_OUTCOMES.map((incomeOutcome) => ({
    name: incomeOutcome,
    paper: report({ incomeOutcome, conditions: 'worse', result: 'partly', verdict: 'ineffective' }),
  })),
  { name: 'conditions the same', paper: report({ conditions: 'same' }) },
  {
    name: 'business, seven digits, long names',
    paper: report({
      ...LONG,
      track: 'business',
      business: { total: roubles('9876543.21'), monthlyAverage: roubles('3292181.07') },
    }),
  },
  { name: 'household farm, figures of the farm not known', paper: report({ track: 'household-farm' }) },
  {
    name: 'nothing known before, no survey, by analogy',
    paper: report({
      region: 'novosibirsk',
      before: NO_FIGURES,
      after: { ...NO_FIGURES, perCapitaMinimum: null },
      incomeOutcome: 'not-comparable',
      livingConditions: '  ',
      preparedOn: null,
    }),
  },
  { name: 'full form', paper: report(), options: { fullForm: true } },
];

const MONITORINGS: readonly Situation[] = [
  ...TRACKS.flatMap((track) =>
    [1, 6, 9, 12].map((number) => ({ name: `${track}, month ${number}`, paper: monitoring({ track, number }) })),
  ),
  {
    name: 'not confirmed, papers named',
    paper: monitoring({ fact: 'not-confirmed', confirmedBy: 'papers', paper: 'трудовая книжка, запись № 7' }),
  },
  { name: 'certified copy', paper: monitoring({ number: 2, confirmedBy: 'certified-copy', paper: null }) },
  { name: 'papers without a name', paper: monitoring({ number: 3, confirmedBy: 'papers', paper: null }) },
  {
    name: 'entrepreneur by the app',
    paper: monitoring({
      track: 'business',
      number: 4,
      registeredAs: 'entrepreneur',
      confirmedBy: 'official-app',
      paper: null,
    }),
  },
  { name: 'registration not known', paper: monitoring({ track: 'business', number: 5, registeredAs: null }) },
  {
    name: 'hard time: worse, not overcome',
    paper: monitoring({ track: 'hardship', conditions: 'worse', hardship: 'not-overcome' }),
  },
  {
    name: 'hard time: overcome, no record of the survey',
    paper: monitoring({ track: 'hardship', hardship: 'overcome', paper: null }),
  },
  {
    name: 'hard time: by papers, which are named',
    paper: monitoring({
      track: 'hardship',
      conditions: 'worse',
      confirmedBy: 'papers',
      paper: 'справка участкового врача № 3',
    }),
  },
  { name: 'month 6, figures not known', paper: monitoring({ number: 6, window: null }) },
  { name: 'period of its own instead of a calendar month', paper: monitoring({ number: 7, month: null }) },
  { name: 'full form', paper: monitoring({ number: 9 }), options: { fullForm: true } },
  { name: 'full form, business', paper: monitoring({ track: 'business' }), options: { fullForm: true } },
  { name: 'full form, hard time', paper: monitoring({ track: 'hardship' }), options: { fullForm: true } },
];

const DECISIONS: readonly Situation[] = [
  ...TRACKS.flatMap((track) => [
    { name: `${track}, advisable`, paper: decision({ track, confirmedMonths: 5 }) },
    {
      name: `${track}, not advisable`,
      paper: decision({
        track,
        confirmedMonths: 1,
        decision: 'not-advisable',
        report: { on: day('2027-01-15'), verdict: 'ineffective' },
        otherSupport: ['единое пособие на детей', 'сопровождение семьи'],
      }),
    },
  ]),
  {
    name: 'never confirmed, no report, no windows',
    paper: decision({ confirmedMonths: 0, report: null, windows: [], preparedOn: null }),
  },
  { name: 'hard time, months not known', paper: decision({ track: 'hardship', betterMonths: null, worseMonths: 0 }) },
  { name: 'full form', paper: decision({ decision: 'not-advisable' }), options: { fullForm: true } },
];

const INQUIRIES: readonly Situation[] = [
  { name: 'to an employer', paper: inquiry() },
  { name: 'to the tax service', paper: inquiry({ ...LONG, to: 'tax-service', track: 'business', draft: true }) },
  { name: 'by analogy', paper: inquiry({ region: 'irkutsk' }) },
];

export const SITUATIONS = {
  conclusion: CONCLUSIONS,
  report: REPORTS,
  monitoring: MONITORINGS,
  decision: DECISIONS,
  inquiry: INQUIRIES,
} as const;
