/** Marks the measures of the programme one by one; every mark is kept at once, and can be changed until the conclusion is signed. */
import type { CommandResult } from '../command.ts';
import type { Answers, Choice, Dialog, Ending, Known, Question } from '../dialog.ts';
import type { ConclusionCard, MeasureLine } from '../evaluation-card.ts';
import { plainText } from '../read/read-text.ts';
import { numberOf } from '../specialist/kept-answers.ts';
import { measuresText } from './conclusion-figures.ts';
import { whoseText } from './duty-head.ts';
import { dutyIdOf, onResultOfForm, openDuty, unexpectedEnding, waitsForHead } from './form-of-duty.ts';
import { heldDuty, hold } from './held.ts';
import { evaluationText } from './wording.ts';

const MARKS = ['done', 'partly', 'not-done'] as const;
const LONGEST_NOTE = 300;
const REST = 'rest-done';
const END = 'end';
const WAS = 'go-';
/** Which measure is asked about. */
const AT = '_at';
/** Marking all the rest goes on by itself so many times: a turn of the talk carries a dozen commands. */
const REST_LEFT = '_rest';
const MOST_AT_ONCE = 9;

type Mark = (typeof MARKS)[number];

/** Argument: the id of the conclusion's duty. */
export const MEASURES: Dialog = {
  id: 'measures',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: openDuty,
  questions: ({ answers }) => {
    const card = heldDuty(answers, 'conclusion');
    return card === null ? [] : [markQuestion(card, answers)];
  },
  finish: (known) => marked(known),
  onResult: onResultOfForm({
    kinds: ['conclusion'],
    blocked: waitsForHead,
    known: ({ measures }) => ({ [AT]: firstUnmarked(measures) }),
    done: (result, known) => next(result, known),
  }),
};

/** One measure at a time; a note may be typed before the press. */
function markQuestion(card: ConclusionCard, answers: Answers): Question {
  const { measures } = card;
  const at = atOf(answers, measures);
  const measure = measures[at];
  const left = measures.filter(({ status }) => status === 'planned').length;
  const marks = MARKS.map((mark): Choice => ({ id: mark, label: evaluationText(`measures.${mark}`) }));
  const rest: Choice[] = left > 1 ? [{ id: REST, label: evaluationText('measures.rest-done', { number: left }) }] : [];
  const end: Choice[] = [{ id: END, label: evaluationText(left === 0 ? 'measures.end' : 'measures.pause') }];
  return {
    id: 'mark',
    uncounted: true,
    ask: [
      whoseText(card),
      measuresText(measures),
      evaluationText('measures.ask', { place: at + 1, name: measure?.name ?? '' }),
    ],
    choices: [marks, ...others(measures, at), rest, end].filter((row) => row.length > 0),
    read: (input, current) => {
      const note = typeof current === 'string' ? current : null;
      if (input.kind === 'choice') return { kind: 'answered', value: { mark: input.id, note } };
      if (input.kind !== 'text') return { kind: 'again', say: [] };
      const typed = plainText(input.text);
      if (typed === '' || typed.length > LONGEST_NOTE)
        return { kind: 'again', say: [evaluationText('measures.note-too-long', { limit: LONGEST_NOTE })] };
      return { kind: 'added', value: typed, say: [evaluationText('measures.note-kept')] };
    },
  };
}

/** Buttons to the other measures by their numbers, five in a row. */
function others(measures: readonly MeasureLine[], at: number): Choice[][] {
  const all = measures.flatMap((_measure, index): Choice[] =>
    index === at ? [] : [{ id: `${WAS}${index}`, label: evaluationText('measures.other', { place: index + 1 }) }],
  );
  return all.flatMap((_choice, index) => (index % 5 === 0 ? [all.slice(index, index + 5)] : []));
}

function marked(known: Known): Ending {
  const { answers, argument } = known;
  const card = heldDuty(answers, 'conclusion');
  if (card === null) throw new Error('a form of measures without its duty');
  const { mark, note } = answerOf(answers);
  if (mark === END) return { replies: [], next: { to: 'duty', argument: dutyIdOf(argument) ?? '' } };
  if (mark === REST) return set(card, firstUnmarked(card.measures), 'done', null, MOST_AT_ONCE);
  if (mark.startsWith(WAS))
    return { replies: [], next: 'stay', answers: { ...hold(card), [AT]: Number(mark.slice(WAS.length)) } };
  const status = MARKS.find((each) => each === mark) ?? 'done';
  return set(card, atOf(answers, card.measures), status, note, 0);
}

function set(card: ConclusionCard, at: number, status: Mark, note: string | null, rest: number): Ending {
  const measureId = card.measures[at]?.measureId ?? '';
  const command = { kind: 'set-measure', contractId: card.contractId, measureId, status, note } as const;
  return { replies: [], commands: [command], answers: { ...hold(card), [AT]: at, [REST_LEFT]: rest } };
}

/** The next measure without a mark; the duty with what follows once all have theirs. */
function next(result: Exclude<CommandResult, { kind: 'refused' }>, { answers, argument }: Known): Ending {
  const card = heldDuty(answers, 'conclusion');
  if (card === null || result.kind !== 'measures') return unexpectedEnding();
  const now = { ...card, measures: result.measures };
  const at = firstUnmarked(result.measures);
  const rest = numberOf(answers, REST_LEFT);
  const left = result.measures.some(({ status }) => status === 'planned');
  if (left && rest > 0) return set(now, at, 'done', null, rest - 1);
  if (left) return { replies: [], next: 'stay', answers: { ...hold(now), [AT]: at } };
  return {
    replies: [{ texts: [evaluationText('measures.all-marked')], content: 'personal' }],
    next: { to: 'duty', argument: dutyIdOf(argument) ?? '' },
  };
}

function answerOf(answers: Answers): { readonly mark: string; readonly note: string | null } {
  const answer = answers['mark'];
  if (typeof answer !== 'object' || answer === null || !('mark' in answer)) return { mark: END, note: null };
  const { mark, note } = answer;
  return { mark: typeof mark === 'string' ? mark : END, note: typeof note === 'string' ? note : null };
}

function firstUnmarked(measures: readonly MeasureLine[]): number {
  return Math.max(
    0,
    measures.findIndex(({ status }) => status === 'planned'),
  );
}

function atOf(answers: Answers, measures: readonly MeasureLine[]): number {
  return Math.min(numberOf(answers, AT), Math.max(0, measures.length - 1));
}
