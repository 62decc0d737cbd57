/** No reminders to the recipient up to a day: a person has agreed otherwise than the robot knows. */
import { addDays, addMonthsToDay, type Day, day } from '../../engine/day.ts';
import type { Dialog, Known, Question } from '../dialog.ts';
import { goOption } from '../options.ts';
import { textOf } from './kept-answers.ts';
import { missingArgument, readId } from './missing-argument.ts';
import { dayQuestion, textQuestion } from './plain-questions.ts';
import { keepDraft, onKind, refusedEnding } from './refusal.ts';
import { ended, staffText } from './wording.ts';

const LONGEST_REASON = 300;
const WEEK = 7;

/** Argument: the id of the contract. */
export const PAUSE_REMINDERS: Dialog = {
  id: 'pause-reminders',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => (readId(argument) === null ? missingArgument() : { kind: 'ask' }),
  questions: ({ today }) => [untilQuestion(today), reasonQuestion()],
  summary: () => [staffText('pause-reminders.summary')],
  finish: ({ answers, argument }) => ({
    replies: [],
    commands: [
      {
        kind: 'pause-reminders',
        contractId: argument ?? '',
        until: day(textOf(answers, 'until')),
        words: textOf(answers, 'words'),
      },
    ],
  }),
  onResult: onKind(
    'done',
    (_done, { answers, argument }) =>
      ended([staffText('pause-reminders.done', { until: { day: day(textOf(answers, 'until')) } })], backRows(argument)),
    (refusal, { argument }) =>
      refusal.why === 'faults' ? keepDraft(refusal) : refusedEnding(refusal, backRows(argument)),
  ),
};

function untilQuestion(today: Day): Question {
  const spans = [
    { label: 'week', until: addDays(today, WEEK) },
    { label: 'two-weeks', until: addDays(today, 2 * WEEK) },
    { label: 'month', until: addMonthsToDay(today, 1) },
  ];
  return dayQuestion({
    id: 'until',
    ask: staffText('pause-reminders.until.ask'),
    choices: spans.map(({ label, until }) => ({
      id: until,
      label: staffText(`pause-reminders.until.${label}`, { until: { day: until } }),
    })),
    line: (until) => staffText('pause-reminders.until.line', { until: { day: until } }),
    refuse: (until) => (until < today ? staffText('pause-reminders.until.past') : null),
  });
}

function reasonQuestion(): Question {
  return textQuestion({
    id: 'words',
    ask: staffText('pause-reminders.words.ask'),
    longest: LONGEST_REASON,
    line: (words) => staffText('pause-reminders.words.line', { words }),
  });
}

function backRows(argument: Known['argument']) {
  return argument === null ? [] : [[goOption(staffText('go.contract-back'), 'contract', argument)]];
}
