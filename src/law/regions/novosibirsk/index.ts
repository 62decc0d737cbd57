import type { Law } from '../../../engine/law.ts';
import { FEDERAL_CATEGORIES } from '../../federal/categories.ts';
import { FEDERAL_CIRCUMSTANCES } from '../../federal/circumstances.ts';
import { INCOME_KINDS } from '../../federal/income-kinds.ts';
import { NO_INCOME_TEST } from '../../federal/no-income-test.ts';
import { PAPERS } from '../../federal/papers.ts';
import { DEFAULT_POLICY } from '../../federal/policy.ts';
import { SCORE_WEIGHTS } from '../../federal/score-weights.ts';
import { FEDERAL_TRACKS } from '../../federal/tracks.ts';
import { WORK_CALENDAR } from '../../federal/work-calendar.ts';
import { BASES_BY_ANALOGY } from '../../federal/evaluation-by-analogy.ts';
import { NOVOSIBIRSK_MINIMA } from './minima.ts';

/** Novosibirsk oblast. No list of its municipalities was found: an office adds it through the overlay (`docs/law-overlay.md`). */
export const NOVOSIBIRSK = {
  region: {
    code: 'novosibirsk',
    name: 'Новосибирская область',
    timeZone: 'Asia/Novosibirsk',
    evaluationByAnalogy: true,
    municipalities: [],
  },
  minima: NOVOSIBIRSK_MINIMA,
  tracks: FEDERAL_TRACKS,
  policy: DEFAULT_POLICY,
  incomeKinds: INCOME_KINDS,
  circumstances: FEDERAL_CIRCUMSTANCES,
  categories: FEDERAL_CATEGORIES,
  papers: PAPERS,
  workCalendar: WORK_CALENDAR,
  scoreWeights: SCORE_WEIGHTS,
  noIncomeTest: NO_INCOME_TEST,
  bases: BASES_BY_ANALOGY,
} as const satisfies Law;
