/** Marks a duty of the office as done: one press, or a typed note that does the same. */
import type { Dialog, Question } from '../dialog.ts';
import { goOption } from '../options.ts';
import { textOrNull } from './kept-answers.ts';
import { missingArgument, readId } from './missing-argument.ts';
import { textQuestion } from './plain-questions.ts';
import { onKind, refusedEnding } from './refusal.ts';
import { ended, staffText } from './wording.ts';

/** Characters of a note on a duty. */
const LONGEST_NOTE = 300;
const WITHOUT_NOTE = 'yes';

/** Argument: the id of the duty. */
export const DUTY_DONE: Dialog = {
  id: 'duty-done',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => (readId(argument) === null ? missingArgument() : { kind: 'ask' }),
  questions: () => [noteQuestion()],
  finish: ({ answers, argument }) => ({
    replies: [],
    commands: [{ kind: 'mark-duty-done', dutyId: argument ?? '', words: textOrNull(answers, 'words') }],
  }),
  onResult: onKind(
    'done',
    () => ended([staffText('duty-done.done')], [lists()]),
    (refusal) => refusedEnding(refusal, [lists()]),
  ),
};

function noteQuestion(): Question {
  const typed = textQuestion({ id: 'words', ask: staffText('duty-done.ask'), longest: LONGEST_NOTE });
  return {
    ...typed,
    choices: [[{ id: WITHOUT_NOTE, label: staffText('duty-done.yes') }]],
    read: (input, current) =>
      input.kind === 'choice' ? { kind: 'answered', value: null } : typed.read(input, current),
  };
}

function lists() {
  return [
    goOption(staffText('go.today-back'), 'deadlines', 'today'),
    goOption(staffText('go.week'), 'deadlines', 'week'),
    goOption(staffText('go.overdue-back'), 'deadlines', 'overdue'),
  ];
}
