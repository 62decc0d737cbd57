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
import { BRYANSK_BASES } from './bases.ts';
import { BRYANSK_MINIMA } from './minima.ts';

/** Bryansk oblast. No list of its municipalities was found: an office adds it through the overlay (`docs/law-overlay.md`). */
export const BRYANSK = {
  region: {
    code: 'bryansk',
    name: 'Брянская область',
    timeZone: 'Europe/Moscow',
    evaluationByAnalogy: false,
    municipalities: [],
  },
  minima: BRYANSK_MINIMA,
  tracks: FEDERAL_TRACKS,
  policy: { ...DEFAULT_POLICY, departmentDay: 10 },
  incomeKinds: INCOME_KINDS,
  circumstances: FEDERAL_CIRCUMSTANCES,
  categories: FEDERAL_CATEGORIES,
  papers: PAPERS,
  workCalendar: WORK_CALENDAR,
  scoreWeights: SCORE_WEIGHTS,
  noIncomeTest: NO_INCOME_TEST,
  bases: BRYANSK_BASES,
} as const satisfies Law;
