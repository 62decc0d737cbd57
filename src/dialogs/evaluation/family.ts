/** The family as it is after the contract; the one before stays as it was registered. */
import { addDays, day } from '../../engine/day.ts';
import type { Dialog, Ending, Known, Question } from '../dialog.ts';
import { gatheredMembers } from '../specialist/household-draft.ts';
import { householdQuestion } from '../specialist/household-question.ts';
import { textOf } from '../specialist/kept-answers.ts';
import { dayQuestion } from '../specialist/plain-questions.ts';
import { lines } from '../specialist/wording.ts';
import { whoseText } from './duty-head.ts';
import { dutyIdOf, onResultOfForm, openDuty, unexpectedEnding } from './form-of-duty.ts';
import { heldDuty } from './held.ts';
import type { ReportCard } from '../evaluation-card.ts';
import { evaluationText } from './wording.ts';

/** Argument: the id of the report's duty. */
export const FAMILY: Dialog = {
  id: 'family',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: openDuty,
  questions: (known) => {
    const card = heldDuty(known.answers, 'report');
    return card === null ? [] : [fromQuestion(card, known), householdQuestion(known)];
  },
  summary: ({ answers }) => {
    const card = heldDuty(answers, 'report');
    const what = evaluationText('family.summary');
    return [card === null ? what : lines([whoseText(card), what])];
  },
  finish: ({ answers }) => finish(answers),
  onResult: onResultOfForm({
    kinds: ['report'],
    done: (result, { argument }) =>
      result.kind === 'done'
        ? {
            replies: [{ texts: [evaluationText('family.done')], content: 'personal' }],
            next: { to: 'duty', argument: dutyIdOf(argument) ?? '' },
          }
        : unexpectedEnding(),
  }),
};

/** From the day after the contract, or from any later day that has come. */
function fromQuestion(card: ReportCard, { today }: Known): Question {
  const after = addDays(card.endsOn, 1);
  return dayQuestion({
    id: 'on',
    ask: lines([whoseText(card), evaluationText('family.on.ask')]),
    choices: [{ id: after, label: evaluationText('family.on.after-end', { day: { day: after } }) }],
    line: (on) => evaluationText('family.on.line', { day: { day: on } }),
    refuse: (on) => {
      if (on > today) return evaluationText('day.not-come');
      return on < after ? evaluationText('day.too-early', { from: { day: after } }) : null;
    },
  });
}

function finish(answers: Known['answers']): Ending {
  const card = heldDuty(answers, 'report');
  if (card === null) throw new Error('a form of a family without its duty');
  const { members } = gatheredMembers(answers['household']);
  const on = day(textOf(answers, 'on'));
  return { replies: [], commands: [{ kind: 'keep-household', contractId: card.contractId, on, members }] };
}
