/** Prepares the conclusion of the last month: cause and effect only where the outcome turns on them, and what follows before anything is kept. */
import { type Day, parseDay } from '../../engine/day.ts';
import type { Answers, Dialog, Ending, Known, Question } from '../dialog.ts';
import type { ConclusionCard } from '../evaluation-card.ts';
import { goOption } from '../options.ts';
import { textOrNull } from '../specialist/kept-answers.ts';
import { choiceQuestion, textQuestion } from '../specialist/plain-questions.ts';
import { ended, lines } from '../specialist/wording.ts';
import { causeText, effectText } from './code-words.ts';
import { measuresText, outcomeText } from './conclusion-figures.ts';
import { paperDayQuestion } from './day-question.ts';
import { whoseText } from './duty-head.ts';
import { onResultOfForm, openDuty, paperMade, waitsForHead } from './form-of-duty.ts';
import { heldDuty } from './held.ts';
import { chooseText, dutyOption, evaluationText, papersRow } from './wording.ts';

const LONGEST_CAUSE = 500;
const CAUSES = ['valid', 'not-valid'] as const;
const EFFECTS = ['none', 'cannot-be-assessed'] as const;

/** Argument: the id of the duty. */
export const CONCLUDE: Dialog = {
  id: 'conclude',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: openDuty,
  questions: (known) => {
    const card = heldDuty(known.answers, 'conclusion');
    return card === null ? [] : questions(card, known);
  },
  summary: ({ answers }) => {
    const card = heldDuty(answers, 'conclusion');
    const outcome = card === null ? null : outcomeOf(card, answers);
    if (card === null || outcome === null) return [evaluationText('conclude.summary')];
    return [
      lines([evaluationText('conclude.summary'), whoseText(card)]),
      measuresText(card.measures),
      outcomeText(outcome),
    ];
  },
  finish: (known) => finish(known),
  onResult: onResultOfForm({ kinds: ['conclusion'], blocked, done: paperMade }),
};

function blocked(card: ConclusionCard): Ending | null {
  if (card.completion !== null) return waitsForHead(card);
  const measures = goOption(evaluationText('go.measures'), 'measures', card.dutyId);
  return ended([evaluationText('duty.ask-measures')], [[measures], [dutyOption(card.dutyId)], papersRow()]);
}

function questions(card: ConclusionCard, { answers, today }: Known): readonly Question[] {
  const { completion, opensOn, dueOn } = card;
  const asked: Question[] = [];
  if (completion === 'partly' || completion === 'none') asked.push(causeQuestion(card));
  if (completion === 'partly') asked.push(effectQuestion());
  if (outcomeOf(card, answers)?.causeInWords === true) asked.push(wordsQuestion());
  if (isOutside(today, card)) asked.push(paperDayQuestion('prepared-on', today, opensOn, dueOn));
  return asked;
}

function causeQuestion(card: ConclusionCard): Question {
  return choiceQuestion({
    id: 'cause',
    ask: lines([whoseText(card), evaluationText('conclude.cause.ask')]),
    choices: CAUSES.map((cause) => ({ id: cause, label: chooseText('cause', cause) })),
    line: (cause) => evaluationText('conclude.cause.line', { cause: { text: causeText(cause) } }),
  });
}

function effectQuestion(): Question {
  return choiceQuestion({
    id: 'effect',
    ask: evaluationText('conclude.effect.ask'),
    choices: EFFECTS.map((effect) => ({ id: effect, label: chooseText('effect', effect) })),
    line: (effect) => evaluationText('conclude.effect.line', { effect: { text: effectText(effect) } }),
  });
}

/** Variants 2, 5 and 6 of the form have a blank for it. */
function wordsQuestion(): Question {
  return textQuestion({
    id: 'cause-words',
    ask: evaluationText('conclude.words.ask'),
    longest: LONGEST_CAUSE,
    line: (words) => evaluationText('conclude.words.line', { words }),
  });
}

/** What follows from the answers so far; null while one of them is missing. */
function outcomeOf(
  { outcomes, completion }: ConclusionCard,
  answers: Answers,
): ConclusionCard['outcomes'][number] | null {
  const { cause, effect } = answers;
  const fits = (each: ConclusionCard['outcomes'][number]) =>
    (completion === 'all' || each.cause === cause) && (completion !== 'partly' || each.effect === effect);
  return outcomes.find(fits) ?? null;
}

function finish({ answers, argument, today }: Known): Ending {
  const card = heldDuty(answers, 'conclusion');
  const outcome = card === null ? null : outcomeOf(card, answers);
  const command = {
    kind: 'prepare-conclusion',
    dutyId: argument ?? '',
    cause: CAUSES.find((cause) => cause === answers['cause']) ?? null,
    causeWords: outcome?.causeInWords === true ? textOrNull(answers, 'cause-words') : null,
    effect: EFFECTS.find((effect) => effect === answers['effect']) ?? null,
    preparedOn: card !== null && isOutside(today, card) ? parseDay(answers['prepared-on']) : null,
  } as const;
  return { replies: [], commands: [command] };
}

/** The paper's day lies in the last month; another one is asked for, because it is a warning on the paper. */
function isOutside(today: Day, { opensOn, dueOn }: ConclusionCard): boolean {
  return today < opensOn || today > dueOn;
}
