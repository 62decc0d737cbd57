/** All records of a month at once: prepare the drafts, sign them, and for the head approve what was signed. */
import { month, parseMonth } from '../../engine/day.ts';
import type { CommandResult } from '../command.ts';
import type { Answers, Dialog, Ending, Known, Question } from '../dialog.ts';
import { goOption } from '../options.ts';
import { textOf } from '../specialist/kept-answers.ts';
import { choiceQuestion } from '../specialist/plain-questions.ts';
import { isHead } from '../specialist/staff-of.ts';
import { ended } from '../specialist/wording.ts';
import { leftRecordOptions, leftRecordTexts } from './left-records.ts';
import { monthQuestion } from './month-question.ts';
import { oneOf } from './record-questions.ts';
import { onResultOf, refusedEnding } from './refusal.ts';
import { evaluationText, papersRow } from './wording.ts';

const STEPS = ['prepare', 'submit', 'approve'] as const;

type Step = (typeof STEPS)[number];

/** Argument: none, `YYYY-MM`, or `YYYY-MM~prepare|submit|approve`. */
export const RECORDS_MONTH: Dialog = {
  id: 'records-month',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument, view }) => ({ kind: 'ask', answers: answersOf(argument, isHead(view)) }),
  questions: ({ view, today }) => [
    monthQuestion(evaluationText('records-month.ask'), today),
    stepQuestion(isHead(view)),
  ],
  summary: ({ answers }) => {
    const step = oneOf(STEPS, answers['step']);
    return step === 'prepare' ? null : [evaluationText(`records-month.summary-${step}`)];
  },
  finish: (known) => finish(known),
  onResult: (result, known) =>
    result.kind === 'job-started'
      ? ended([evaluationText('records-month.later', { count: result.papers })], [papersRow()])
      : onResultOf('records', show, (refusal) => refusedEnding(refusal))(result, known),
};

function answersOf(argument: string | null, head: boolean): Answers {
  const [named, wished] = (argument ?? '').split('~');
  const of = parseMonth(named);
  const step = stepsFor(head).find((each) => each === wished);
  return { ...(of === null ? {} : { month: of }), ...(step === undefined ? {} : { step }) };
}

function stepsFor(head: boolean): readonly Step[] {
  return head ? ['approve', 'prepare', 'submit'] : ['prepare', 'submit'];
}

function stepQuestion(head: boolean): Question {
  return choiceQuestion({
    id: 'step',
    ask: evaluationText('records-month.step.ask'),
    choices: stepsFor(head).map((step) => ({ id: step, label: evaluationText(`records-month.step.${step}`) })),
    line: (id) => evaluationText(`records-month.line-${oneOf(STEPS, id)}`),
  });
}

function finish({ answers }: Known): Ending {
  const of = month(textOf(answers, 'month'));
  switch (oneOf(STEPS, answers['step'])) {
    case 'prepare':
      return { replies: [], commands: [{ kind: 'prepare-records', month: of }] };
    case 'submit':
      return { replies: [], commands: [{ kind: 'submit-records', month: of }] };
    case 'approve':
      return { replies: [], commands: [{ kind: 'approve-records', month: of }] };
  }
}

/** How many, what was left and why, and the next step where there is one. */
function show(records: Extract<CommandResult, { kind: 'records' }>): Ending {
  const { of, count, left } = records;
  const facts = { count, month: { month: records.month } };
  const said =
    count === 0 ? evaluationText(`records-month.none-${of}`, facts) : evaluationText(`records-month.${of}`, facts);
  const sign =
    of === 'prepare-records' && count > 0
      ? [goOption(evaluationText('records-month.sign', { number: count }), 'records-month', `${records.month}~submit`)]
      : [];
  return ended([said, ...leftRecordTexts(left)], [sign, ...leftRecordOptions(left), papersRow()]);
}
