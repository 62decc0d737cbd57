/** A figure entered by hand, with where it was read: missing ones first, a wrong one by its place. */
import { month as monthIn } from '../../engine/day.ts';
import { kindCounts, TRACK_KINDS } from '../../engine/income.ts';
import { type Money, parseMoney, ZERO } from '../../engine/money.ts';
import type { Text } from '../../texts/text.ts';
import type { Answers, Choice, Dialog, Ending, Known, Question } from '../dialog.ts';
import type { DutyCard, FigureLine, MissingFigure } from '../evaluation-card.ts';
import type { FigureItem, FigureSource } from '../evaluation-codes.ts';
import { choiceRows, readChoice } from '../read/read-choice.ts';
import { readMoney } from '../read/read-money.ts';
import { textOf, textOrNull } from '../specialist/kept-answers.ts';
import { incomeKindText } from '../specialist/law-words.ts';
import { choiceQuestion, textQuestion } from '../specialist/plain-questions.ts';
import { lawOf } from '../specialist/staff-of.ts';
import { ended, lines } from '../specialist/wording.ts';
import { figureSourceText } from './code-words.ts';
import { whoseText } from './duty-head.ts';
import { figureNameText } from './figure-lines.ts';
import { dutyIdOf, onResultOfForm, openDuty, unexpectedEnding } from './form-of-duty.ts';
import { heldAnyDuty } from './held.ts';
import { oneOf } from './record-questions.ts';
import { dutyOption, evaluationText, papersRow } from './wording.ts';

const LONGEST_WORDS = 300;
const MOST_OFFERED = 24;
const NONE = 'none';
const SOURCES = ['paper', 'registry', 'hand'] as const satisfies readonly FigureSource[];
const ITEMS = ['own', 'household', 'business'] as const satisfies readonly FigureItem[];

type Figures = { readonly figures: readonly FigureLine[]; readonly missing: readonly MissingFigure[] };

/** Argument: the id of a duty that rests on figures. */
export const FIGURE: Dialog = {
  id: 'figure',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: openDuty,
  questions: (known) => {
    const card = heldAnyDuty(known.answers);
    const figures = card === null ? null : figuresOf(card);
    return card === null || figures === null ? [] : questions(card, figures, known);
  },
  summary: ({ answers }) => {
    const card = heldAnyDuty(answers);
    const what = evaluationText('figure.summary');
    return [card === null ? what : lines([whoseText(card), what])];
  },
  finish: (known) => finish(known),
  onResult: onResultOfForm({
    kinds: ['report', 'income-window', 'monitoring'],
    blocked: (card) => (figuresOf(card) === null ? noFigures(card) : null),
    done: (result, { argument }) =>
      result.kind === 'done'
        ? {
            replies: [{ texts: [evaluationText('figure.done')], content: 'personal' }],
            next: { to: 'duty', argument: dutyIdOf(argument) ?? '' },
          }
        : unexpectedEnding(),
  }),
};

function noFigures({ dutyId }: DutyCard): Ending {
  return ended([evaluationText('figure.none-here')], [[dutyOption(dutyId)], papersRow()]);
}

/** Figures of a report or of the window of a record; null for duties that have none. */
function figuresOf(card: DutyCard): Figures | null {
  if (card.kind === 'report') return card;
  if (card.kind === 'income-window' || card.kind === 'monitoring') return card.window;
  return null;
}

function questions(card: DutyCard, figures: Figures, known: Known): readonly Question[] {
  const { answers } = known;
  const { item, kind } = whichOf(answers);
  const askKind = item === 'own' && kind === null;
  return [
    whichQuestion(card, figures),
    ...(askKind ? [kindQuestion(card, known)] : []),
    amountQuestion(),
    choiceQuestion({
      id: 'source',
      ask: evaluationText('figure.source.ask'),
      choices: SOURCES.map((source) => ({ id: source, label: evaluationText(`figure.source.${source}`) })),
      line: (id) => evaluationText('figure.source.line', { source: { text: figureSourceText(oneOf(SOURCES, id)) } }),
    }),
    textQuestion({
      id: 'words',
      ask: evaluationText('figure.words.ask'),
      longest: LONGEST_WORDS,
      line: (words) => evaluationText('figure.words.line', { words }),
    }),
  ];
}

/** Missing ones first; those that are there can be put right. */
function whichQuestion(card: DutyCard, { figures, missing }: Figures): Question {
  const offered = [
    ...missing.map((each) => ({ ...each, incomeKind: null, label: 'figure.which.missing' })),
    ...figures.map((each) => ({ ...each, label: 'figure.which.change' })),
  ].slice(0, MOST_OFFERED);
  const choices = offered.map(
    ({ month, item, incomeKind, label }): Choice => ({
      id: [month, item, ...(incomeKind === null ? [] : [incomeKind])].join('~'),
      label: evaluationText(label, { what: { text: figureNameText({ month, item, incomeKind }) } }),
    }),
  );
  return choiceQuestion({
    id: 'which',
    ask: lines([whoseText(card), evaluationText('figure.which.ask')]),
    choices,
    line: (id) => evaluationText('figure.which.line', { what: { text: whichText(id) } }),
  });
}

function kindQuestion({ track }: DutyCard, { view, today }: Known): Question {
  const law = lawOf(view);
  const counted = law.incomeKinds.map(({ kind }) => kind).filter((kind) => kindCounts(law, kind, today));
  const first: readonly string[] = TRACK_KINDS[track];
  const kinds = [...counted.filter((kind) => first.includes(kind)), ...counted.filter((kind) => !first.includes(kind))];
  return {
    id: 'kind',
    ask: [evaluationText('figure.kind.ask')],
    choices: choiceRows(
      kinds.map((kind) => ({ id: kind, label: incomeKindText(kind) })),
      2,
    ),
    read: readChoice,
    line: (value) =>
      typeof value === 'string' ? evaluationText('figure.kind.line', { kind: { text: incomeKindText(value) } }) : null,
  };
}

/** "There was none" is an answer of its own, pressed and never assumed. */
function amountQuestion(): Question {
  return {
    id: 'amount',
    ask: [evaluationText('figure.amount.ask')],
    choices: [[{ id: NONE, label: evaluationText('figure.amount.none') }]],
    read: (input) => (input.kind === 'choice' ? { kind: 'answered', value: ZERO } : readMoney(input)),
    line: (value) => {
      const amount = parseMoney(value);
      return amount === null ? null : evaluationText('figure.amount.line', { amount: { money: amount } });
    },
  };
}

interface Which {
  readonly month: string;
  readonly item: FigureItem;
  readonly kind: string | null;
}

function whichOf(answers: Answers): Which {
  return partsOf(textOrNull(answers, 'which') ?? '');
}

function partsOf(id: string): Which {
  const [month = '', item, kind = null] = id.split('~');
  return { month, item: oneOf(ITEMS, item), kind };
}

function whichText(id: string): Text {
  const { month, item, kind } = partsOf(id);
  return figureNameText({ month: monthIn(month), item, incomeKind: kind });
}

function finish({ answers }: Known): Ending {
  const card = heldAnyDuty(answers);
  if (card === null) throw new Error('a form of a figure without its duty');
  const { month, item, kind } = whichOf(answers);
  const incomeKind = kind ?? textOrNull(answers, 'kind');
  const command = {
    kind: 'keep-figure',
    contractId: card.contractId,
    month: monthIn(month),
    item,
    amount: amountOf(answers),
    words: textOf(answers, 'words'),
    source: oneOf(SOURCES, answers['source']),
    ...(item !== 'own' || incomeKind === null ? {} : { incomeKind }),
  } as const;
  return { replies: [], commands: [command] };
}

function amountOf(answers: Answers): Money {
  const amount = parseMoney(answers['amount']);
  if (amount === null) throw new Error('the form ended without an amount');
  return amount;
}
