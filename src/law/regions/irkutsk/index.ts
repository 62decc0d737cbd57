import type { Law } from '../../../engine/law.ts';
import { BASES_BY_ANALOGY } from '../../federal/evaluation-by-analogy.ts';
import { INCOME_KINDS } from '../../federal/income-kinds.ts';
import { NO_INCOME_TEST } from '../../federal/no-income-test.ts';
import { PAPERS } from '../../federal/papers.ts';
import { DEFAULT_POLICY } from '../../federal/policy.ts';
import { SCORE_WEIGHTS } from '../../federal/score-weights.ts';
import { WORK_CALENDAR } from '../../federal/work-calendar.ts';
import { IRKUTSK_CATEGORIES } from './categories.ts';
import { IRKUTSK_CIRCUMSTANCES } from './circumstances.ts';
import { IRKUTSK_MINIMA } from './minima.ts';
import { IRKUTSK_MUNICIPALITIES } from './municipalities.ts';
import { IRKUTSK_TRACKS } from './tracks.ts';

/** Irkutsk oblast: three rows of the minimum, 42 municipalities, its own list of circumstances. */
export const IRKUTSK = {
  region: {
    code: 'irkutsk',
    name: 'Иркутская область',
    timeZone: 'Asia/Irkutsk',
    evaluationByAnalogy: true,
    municipalities: IRKUTSK_MUNICIPALITIES,
  },
  minima: IRKUTSK_MINIMA,
  tracks: IRKUTSK_TRACKS,
  policy: DEFAULT_POLICY,
  incomeKinds: INCOME_KINDS,
  circumstances: IRKUTSK_CIRCUMSTANCES,
  categories: IRKUTSK_CATEGORIES,
  papers: PAPERS,
  workCalendar: WORK_CALENDAR,
  scoreWeights: SCORE_WEIGHTS,
  noIncomeTest: NO_INCOME_TEST,
  bases: BASES_BY_ANALOGY,
} as const satisfies Law;
