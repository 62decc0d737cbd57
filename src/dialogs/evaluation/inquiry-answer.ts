/** The answer to a letter: what it says, the day it came; without an answer nothing is said of the fact. */
import { day } from '../../engine/day.ts';
import type { CommandResult } from '../command.ts';
import type { Answers, Dialog, Ending, Known, Question } from '../dialog.ts';
import { textOf, textOrNull } from '../specialist/kept-answers.ts';
import { missingArgument, readId } from '../specialist/missing-argument.ts';
import { choiceQuestion, textQuestion } from '../specialist/plain-questions.ts';
import { ended, lines } from '../specialist/wording.ts';
import { inquiryAnswerText } from './code-words.ts';
import { pastDayQuestion } from './day-question.ts';
import { whoseText } from './duty-head.ts';
import { unexpectedEnding } from './form-of-duty.ts';
import { heldLetter, holdLetter } from './held.ts';
import { inquiryText } from './monitoring-figures.ts';
import { oneOf } from './record-questions.ts';
import { keptOrEnded, type Refused, refusedEnding } from './refusal.ts';
import { caseOption, chooseText, evaluationText, papersRow } from './wording.ts';

const LONGEST_WORDS = 500;
const ANSWERS = ['confirms', 'denies', 'other'] as const;

/** Argument `<inquiryId>~<contractId>`. */
export const INQUIRY_ANSWER: Dialog = {
  id: 'inquiry-answer',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => {
    const { inquiryId, contractId } = idsOf(argument);
    return inquiryId === null || contractId === null
      ? missingArgument()
      : { kind: 'run', commands: [{ kind: 'open-case', contractId }] };
  },
  questions: (known) =>
    heldLetter(known.answers) === null ? [] : [answerQuestion(known), dayQuestion(known), wordsQuestion(known)],
  summary: ({ answers }) => [...aboutTexts(answers), evaluationText('inquiry-answer.summary')],
  finish: ({ answers, argument }) => ({
    replies: [],
    commands: [
      {
        kind: 'file-inquiry-answer',
        inquiryId: idsOf(argument).inquiryId ?? '',
        on: day(textOf(answers, 'on')),
        answer: oneOf(ANSWERS, answers['answer']),
        words: textOrNull(answers, 'words') ?? textOrNull(answers, 'words-needed'),
      },
    ],
  }),
  onResult: (result, known) => read(result, known),
};

function idsOf(argument: string | null) {
  const [inquiryId, contractId] = (argument ?? '').split('~');
  return { inquiryId: readId(inquiryId), contractId: readId(contractId) };
}

function read(result: CommandResult, { argument }: Known): Ending {
  const { inquiryId, contractId } = idsOf(argument);
  const back = contractId === null ? [] : [caseOption(contractId)];
  if (result.kind === 'refused') return keptOrEnded(result, [back]);
  if (result.kind === 'case') return begin(result, inquiryId);
  if (result.kind !== 'inquiry') return unexpectedEnding();
  const { inquiry } = result;
  const said = inquiry.answer?.what === 'other' ? 'inquiry-answer.done-other' : 'inquiry-answer.done';
  return ended([evaluationText(said), inquiryText(inquiry)], [back, papersRow()]);
}

/** Asks only of a letter that is there and still waits. */
function begin({ card }: Extract<CommandResult, { kind: 'case' }>, inquiryId: string | null): Ending {
  const inquiry = card.inquiries.find((each) => each.inquiryId === inquiryId);
  const refusal: Omit<Refused, 'why'> = { of: 'file-inquiry-answer', kind: 'refused', faults: [] };
  const back = [[caseOption(card.contractId)]];
  if (inquiry === undefined) return refusedEnding({ ...refusal, why: 'not-found' }, back);
  if (inquiry.answer !== null) return refusedEnding({ ...refusal, why: 'already-done' }, back);
  const { recipientName, contractNumber } = card;
  return { replies: [], next: 'stay', answers: holdLetter({ recipientName, contractNumber, inquiry }) };
}

/** Whose letter it is, and the letter. */
function aboutTexts(answers: Answers) {
  const letter = heldLetter(answers);
  return letter === null ? [] : [lines([whoseText(letter), inquiryText(letter.inquiry)])];
}

function answerQuestion({ answers }: Known): Question {
  const question = choiceQuestion({
    id: 'answer',
    ask: evaluationText('inquiry-answer.ask'),
    choices: ANSWERS.map((answer) => ({ id: answer, label: chooseText('answer', answer) })),
    line: (id) => evaluationText('inquiry-answer.line', { answer: { text: inquiryAnswerText(oneOf(ANSWERS, id)) } }),
  });
  return { ...question, ask: [...aboutTexts(answers), ...question.ask] };
}

function dayQuestion({ answers, today }: Known): Question {
  const sent = heldLetter(answers)?.inquiry.sentOn;
  return pastDayQuestion({
    id: 'on',
    ask: evaluationText('inquiry-answer.day.ask'),
    line: (on) => evaluationText('inquiry-answer.day.line', { day: { day: on } }),
    today,
    ...(sent === undefined ? {} : { notBefore: sent }),
  });
}

/** An answer that is neither yes nor no must be told in words. */
function wordsQuestion({ answers }: Known): Question {
  const needed = answers['answer'] === 'other';
  return textQuestion({
    id: needed ? 'words-needed' : 'words',
    ask: evaluationText(needed ? 'inquiry-answer.words.ask-needed' : 'inquiry-answer.words.ask'),
    longest: LONGEST_WORDS,
    line: (words) => evaluationText('inquiry-answer.words.line', { words }),
    optional: !needed,
  });
}
