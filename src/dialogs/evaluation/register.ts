/** The register of a month's reports for the department, as XLSX and CSV. */
import { month, parseMonth } from '../../engine/day.ts';
import type { Dialog } from '../dialog.ts';
import { textOf } from '../specialist/kept-answers.ts';
import { ended } from '../specialist/wording.ts';
import { monthQuestion } from './month-question.ts';
import { onResultOf, refusedEnding } from './refusal.ts';
import { evaluationText, papersRow } from './wording.ts';

/** Argument: the month, `YYYY-MM`, or none. */
export const REGISTER: Dialog = {
  id: 'register',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => {
    const of = parseMonth(argument);
    return of === null ? { kind: 'ask' } : { kind: 'run', commands: [{ kind: 'make-register', month: of }] };
  },
  questions: ({ today }) => [monthQuestion(evaluationText('register.ask'), today)],
  finish: ({ answers }) => ({
    replies: [],
    commands: [{ kind: 'make-register', month: month(textOf(answers, 'month')) }],
  }),
  onResult: onResultOf(
    'register',
    (register) => {
      const facts = { month: { month: register.month }, count: register.rows };
      const said = evaluationText(register.rows === 0 ? 'register.empty' : 'register.done', facts);
      return ended([said], [papersRow()], [register.xlsx, register.csv]);
    },
    (refusal) => refusedEnding(refusal),
  ),
};
