/** The eight questions of the pre-check (domain.md, "Pre-check"); "I do not know" is an answer to each. */
import type { Day, Month } from '../../engine/day.ts';
import { kindCounts } from '../../engine/income.ts';
import { type Law, TRACKS } from '../../engine/law.ts';
import type { Fact, Text } from '../../texts/text.ts';
import type { Choice, Known, Question, QuestionInput, Reading } from '../dialog.ts';
import { choiceRows, readChoice } from '../read/read-choice.ts';
import { readCount } from '../read/read-count.ts';
import { readMoney } from '../read/read-money.ts';
import { municipalityQuestion, NOT_SURE } from './municipality-question.ts';
import { askedIncomeMonths, incomeQuestionId, lawOfPlace } from './pre-check-input.ts';
import { lawWord } from './wording.ts';

const MOST_CHILDREN = 20;

/** A text of `locales/…/precheck.json`. */
export function precheckText(path: string, facts?: { readonly [name: string]: Fact }): Text {
  return facts ? { key: `precheck:${path}`, facts } : { key: `precheck:${path}` };
}

/** The questions in their order; the municipality is asked where the region has a list of them. */
export function preCheckQuestions({ answers, view, today }: Known): Question[] {
  const law = lawOfPlace(answers, view);
  const listed = answers['region'] !== NOT_SURE && law.region.municipalities.length > 0;
  const [first, ...others] = askedIncomeMonths(today);
  return [
    regionQuestion(Object.keys(view.laws)),
    ...(listed ? [municipalityQuestion(law, precheckText('municipality'), answers['_municipality'])] : []),
    trackQuestion(),
    adultsQuestion(),
    countQuestion('children', 4),
    countQuestion('students', 2),
    ...(first
      ? [incomeQuestion(first, [precheckText('income-first', { month: { month: first } }), notCounted(law, today)])]
      : []),
    ...others.map((month) => incomeQuestion(month, [precheckText('income-next', { month: { month } })])),
    circumstanceQuestion(law),
    svoQuestion(),
  ];
}

function regionQuestion(regions: readonly string[]): Question {
  return {
    id: 'region',
    group: 'place',
    ask: [precheckText('region')],
    choices: [...regions.map((code): Choice[] => [{ id: code, label: lawWord(`region.${code}`) }]), [notSure()]],
    read: readChoice,
  };
}

function trackQuestion(): Question {
  return {
    id: 'track',
    ask: [precheckText('track')],
    choices: [...TRACKS.map((track): Choice[] => [{ id: track, label: lawWord(`track.${track}`) }]), [notSure()]],
    read: readChoice,
  };
}

function adultsQuestion(): Question {
  return {
    id: 'adults',
    ask: [precheckText('adults')],
    choices: [
      [
        { id: '1', label: precheckText('adults-one') },
        { id: '2', label: precheckText('adults-two') },
      ],
      [notSure()],
    ],
    read: (input) => {
      if (isNotSure(input)) return { kind: 'answered', value: NOT_SURE };
      const reading = readCount(input, 1, 2);
      const more = reading.kind === 'again' && input.kind === 'text';
      return more ? { kind: 'again', say: [precheckText('adults-only-two')] } : reading;
    },
  };
}

/** Children or students: buttons for the usual numbers, any other is typed. */
function countQuestion(id: 'children' | 'students', buttons: number): Question {
  const choices = Array.from({ length: buttons + 1 }, (_, count): Choice => {
    return { id: String(count), label: precheckText('count', { number: count }) };
  });
  return {
    id,
    ask: [precheckText(id)],
    choices: [choices, [notSure()]],
    read: (input) => (isNotSure(input) ? { kind: 'answered', value: NOT_SURE } : readCount(input, 0, MOST_CHILDREN)),
  };
}

function incomeQuestion(month: Month, ask: readonly Text[]): Question {
  return {
    id: incomeQuestionId(month),
    group: 'income',
    ask,
    choices: [[{ id: 'none', label: precheckText('no-income') }, notSure()]],
    read: (input): Reading => (input.kind === 'choice' ? readChoice(input) : readMoney(input)),
  };
}

/** Kinds the law does not count today, so that nobody adds them. */
function notCounted(law: Law, today: Day): Text {
  const left = law.incomeKinds.map(({ kind }) => kind).filter((kind) => !kindCounts(law, kind, today));
  return precheckText('income-not-counted', {
    kinds: { list: left.map((kind) => lawWord(`income-kind-in-list.${kind}`)) },
  });
}

function circumstanceQuestion(law: Law): Question {
  const choices = law.circumstances.map(({ code }): Choice => ({ id: code, label: lawWord(`circumstance.${code}`) }));
  return {
    id: 'circumstance',
    ask: [precheckText('circumstance')],
    choices: [...choiceRows(choices, 2), [notSure()]],
    read: readChoice,
  };
}

function svoQuestion(): Question {
  return {
    id: 'svo',
    ask: [precheckText('svo')],
    choices: [
      [
        { id: 'yes', label: precheckText('yes') },
        { id: 'no', label: precheckText('no') },
      ],
      [notSure()],
    ],
    read: readChoice,
  };
}

function notSure(): Choice {
  return { id: NOT_SURE, label: precheckText('not-sure') };
}

function isNotSure(input: QuestionInput): boolean {
  return input.kind === 'choice' && input.id === NOT_SURE;
}
