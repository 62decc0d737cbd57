/** The answer to a letter: the day it came, what it says; without an answer nothing is said of the fact. */
import { day } from '../../engine/day.ts';
import type { Dialog, Known, Question } from '../dialog.ts';
import { textOf, textOrNull } from '../specialist/kept-answers.ts';
import { missingArgument, readId } from '../specialist/missing-argument.ts';
import { choiceQuestion, textQuestion } from '../specialist/plain-questions.ts';
import { ended } from '../specialist/wording.ts';
import { inquiryAnswerText } from './code-words.ts';
import { pastDayQuestion } from './day-question.ts';
import { inquiryText } from './monitoring-figures.ts';
import { oneOf } from './record-questions.ts';
import { keptOrEnded, onResultOf } from './refusal.ts';
import { chooseText, evaluationText, papersRow } from './wording.ts';

const LONGEST_WORDS = 500;
const ANSWERS = ['confirms', 'denies', 'other'] as const;

/** Argument: the id of the inquiry. */
export const INQUIRY_ANSWER: Dialog = {
  id: 'inquiry-answer',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => (readId(argument) === null ? missingArgument() : { kind: 'ask' }),
  questions: (known) => [answerQuestion(), dayQuestion(known), wordsQuestion(known)],
  summary: () => [evaluationText('inquiry-answer.summary')],
  finish: ({ answers, argument }) => ({
    replies: [],
    commands: [
      {
        kind: 'file-inquiry-answer',
        inquiryId: argument ?? '',
        on: day(textOf(answers, 'on')),
        answer: oneOf(ANSWERS, answers['answer']),
        words: textOrNull(answers, 'words') ?? textOrNull(answers, 'words-needed'),
      },
    ],
  }),
  onResult: onResultOf(
    'inquiry',
    ({ inquiry }) => {
      const next = inquiry.answer?.what === 'other' ? 'inquiry-answer.done-other' : 'inquiry-answer.done';
      return ended([evaluationText(next), inquiryText(inquiry)], [papersRow()]);
    },
    (refusal) => keptOrEnded(refusal),
  ),
};

function answerQuestion(): Question {
  return choiceQuestion({
    id: 'answer',
    ask: evaluationText('inquiry-answer.ask'),
    choices: ANSWERS.map((answer) => ({ id: answer, label: chooseText('answer', answer) })),
    line: (id) => evaluationText('inquiry-answer.line', { answer: { text: inquiryAnswerText(oneOf(ANSWERS, id)) } }),
  });
}

function dayQuestion({ today }: Known): Question {
  return pastDayQuestion({
    id: 'on',
    ask: evaluationText('inquiry-answer.day.ask'),
    line: (on) => evaluationText('inquiry-answer.day.line', { day: { day: on } }),
    today,
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
