/** From the eight answers to the question of the engine, and what the answers left open. */
import { type Day, type Month, monthOf } from '../../engine/day.ts';
import { incomeMonths } from '../../engine/income.ts';
import { type Law, type Track, TRACKS } from '../../engine/law.ts';
import type { Member } from '../../engine/member.ts';
import { type Money, parseMoney, ZERO } from '../../engine/money.ts';
import { preCheck, type PreCheckInput, type PreCheckResult, type Verdict } from '../../engine/pre-check.ts';
import type { Answers, Json, Known } from '../dialog.ts';
import type { View } from '../view.ts';
import { NOT_SURE } from './municipality-question.ts';

/** What the family is told: the engine's answer, its law, and the verdict where answers of ours were left open. */
export interface PreChecked {
  readonly law: Law;
  readonly input: PreCheckInput;
  readonly result: PreCheckResult;
  readonly verdict: Verdict;
  /** Open answers that the engine does not see. */
  readonly open: readonly OpenAnswer[];
}

/** `family`: its size is not sure. `region`: reckoned with the law of the office's region. `svo`: no income test may apply. */
export type OpenAnswer = 'region' | 'family' | 'svo';

/** The id of the question of one month. */
export function incomeQuestionId(month: Month): string {
  return `income-${month}`;
}

/** The three months whose income is asked today. */
export function askedIncomeMonths(today: Day): readonly Month[] {
  return incomeMonths(monthOf(today));
}

/** The law of the place answered; that of the default region where the person does not know it. */
export function lawOfPlace(answers: Answers, view: View): Law {
  const region = answers['region'];
  const law = typeof region === 'string' ? own(view.laws, region) : undefined;
  const found = law ?? own(view.laws, view.defaultRegion) ?? Object.values(view.laws)[0];
  if (!found) throw new Error('no law of any region is loaded');
  return found;
}

/** Reckons with what was answered. Purely in the talk: nothing is kept. Throws on answers that no button gives, which is a bug. */
export function preChecked({ answers, view, today }: Pick<Known, 'answers' | 'view' | 'today'>): PreChecked {
  const law = lawOfPlace(answers, view);
  const input = preCheckInput(answers, law, today);
  const outcome = preCheck(law, input);
  if (!outcome.ok) throw new Error(`pre-check refused: ${outcome.faults.map(({ path }) => path).join(', ')}`);
  const open = openAnswers(answers);
  return { law, input, result: outcome.value, verdict: verdictOf(outcome.value.verdict, open), open };
}

function preCheckInput(answers: Answers, law: Law, today: Day): PreCheckInput {
  const circumstance = answers['circumstance'];
  return {
    region: law.region.code,
    municipality: municipalityOf(answers, law),
    applicationDate: today,
    track: trackOf(answers['track']),
    circumstances: typeof circumstance === 'string' ? [circumstance] : [],
    categories: answers['svo'] === 'yes' ? ['svo-participant'] : [],
    members: members(answers),
    householdIncome: askedIncomeMonths(today).map((month) => ({
      month,
      amount: amountOf(answers[incomeQuestionId(month)]),
    })),
  };
}

/** The smallest family the answers allow: a larger one has less for each, so "eligible" stays true. */
function members(answers: Answers): Member[] {
  const spouse: Member[] = answers['adults'] === 2 ? [{ id: 'spouse', relation: 'spouse', ageBand: 'adult' }] : [];
  const children = Array.from({ length: countOf(answers['children']) }, (_, index): Member => {
    return { id: `child-${index + 1}`, relation: 'child', ageBand: 'under-18' };
  });
  const students = Array.from({ length: countOf(answers['students']) }, (_, index): Member => {
    return { id: `student-${index + 1}`, relation: 'child', ageBand: '18-22', fullTimeStudent: true };
  });
  return [{ id: 'applicant', relation: 'applicant', ageBand: 'adult' }, ...spouse, ...children, ...students];
}

function openAnswers(answers: Answers): OpenAnswer[] {
  const open: OpenAnswer[] = [];
  if (answers['region'] === NOT_SURE) open.push('region');
  if (['adults', 'children', 'students'].some((id) => answers[id] === NOT_SURE)) open.push('family');
  const mayBeBusiness = answers['track'] === 'business' || answers['track'] === NOT_SURE;
  const tested = answers['svo'] === 'no' || (answers['svo'] === 'yes' && answers['track'] === 'business');
  if (mayBeBusiness && !tested) open.push('svo');
  return open;
}

/** "Not eligible" is not said while an open answer could change it. */
function verdictOf(verdict: Verdict, open: readonly OpenAnswer[]): Verdict {
  return verdict === 'likely-not-eligible' && open.length > 0 ? 'needs-review' : verdict;
}

/** The municipality's code, if the region has it. */
export function municipalityOf(answers: Answers, law: Law): string | null {
  const code = answers['municipality'];
  return law.region.municipalities.some((known) => known.code === code) && typeof code === 'string' ? code : null;
}

function trackOf(answer: Json | undefined): Track | 'not-sure' {
  return TRACKS.find((track) => track === answer) ?? 'not-sure';
}

function amountOf(answer: Json | undefined): Money | 'not-sure' {
  return answer === 'none' ? ZERO : (parseMoney(answer) ?? 'not-sure');
}

function countOf(answer: Json | undefined): number {
  return typeof answer === 'number' ? answer : 0;
}

function own<T>(record: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
