/** Every paper of the office signed in a month, as one archive that comes as a message. */
import { month } from '../../engine/day.ts';
import type { Dialog } from '../dialog.ts';
import { textOf } from '../specialist/kept-answers.ts';
import { ended } from '../specialist/wording.ts';
import { monthQuestion } from './month-question.ts';
import { onResultOf, refusedEnding } from './refusal.ts';
import { evaluationText, papersRow } from './wording.ts';

/** Asks the month. */
export const OFFICE_ARCHIVE: Dialog = {
  id: 'office-archive',
  version: 1,
  audience: 'head',
  content: 'personal',
  open: () => ({ kind: 'ask' }),
  questions: ({ today }) => [monthQuestion(evaluationText('office-archive.ask'), today)],
  finish: ({ answers }) => ({
    replies: [],
    commands: [{ kind: 'make-office-archive', month: month(textOf(answers, 'month')) }],
  }),
  onResult: onResultOf(
    'job-started',
    ({ papers }) => ended([evaluationText('archive.started', { count: papers })], [papersRow()]),
    (refusal) => refusedEnding(refusal),
  ),
};
