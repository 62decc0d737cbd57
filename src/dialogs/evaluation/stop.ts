/** The contract was stopped: on which day, why, and whether under point 49, which is asked and never inferred. */
import { day } from '../../engine/day.ts';
import type { Dialog, Ending, Known, Question } from '../dialog.ts';
import { textOf } from '../specialist/kept-answers.ts';
import { choiceQuestion, textQuestion } from '../specialist/plain-questions.ts';
import { lines } from '../specialist/wording.ts';
import { pastDayQuestion } from './day-question.ts';
import { whoseText } from './duty-head.ts';
import { contractIdOf, onResultOfCase, openCase } from './form-of-contract.ts';
import { unexpectedEnding } from './form-of-duty.ts';
import { type HeldContract, heldContract } from './held.ts';
import { movedEnding } from './moved-dates.ts';
import { evaluationText } from './wording.ts';

const LONGEST_REASON = 500;

/** Argument: the id of the contract. */
export const STOP: Dialog = {
  id: 'stop',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: openCase,
  questions: (known) => {
    const contract = heldContract(known.answers);
    return contract === null ? [] : [dayOfStop(contract, known), point49Question(), reasonQuestion()];
  },
  summary: ({ answers }) => {
    const contract = heldContract(answers);
    const what = evaluationText(answers['point-49'] === 'yes' ? 'stop.summary-49' : 'stop.summary');
    return [contract === null ? what : lines([whoseText(contract), what])];
  },
  finish: (known) => finish(known),
  onResult: onResultOfCase({
    done: (result) =>
      result.kind === 'dates-moved' ? movedEnding(evaluationText('stop.done'), result) : unexpectedEnding(),
  }),
};

function dayOfStop(contract: HeldContract, { today }: Known): Question {
  return pastDayQuestion({
    id: 'stopped-on',
    ask: lines([whoseText(contract), evaluationText('stop.day.ask', { ends: { day: contract.endsOn } })]),
    line: (on) => evaluationText('stop.day.line', { day: { day: on } }),
    today,
    notBefore: contract.startsOn,
  });
}

function point49Question(): Question {
  return choiceQuestion({
    id: 'point-49',
    ask: evaluationText('stop.point-49.ask'),
    choices: (['yes', 'no'] as const).map((id) => ({ id, label: evaluationText(`stop.point-49.${id}`) })),
    line: (id) => evaluationText(id === 'yes' ? 'stop.point-49.line-yes' : 'stop.point-49.line-no'),
  });
}

function reasonQuestion(): Question {
  return textQuestion({
    id: 'reason',
    ask: evaluationText('stop.reason.ask'),
    longest: LONGEST_REASON,
    line: (reason) => evaluationText('stop.reason.line', { reason }),
  });
}

function finish({ answers, argument }: Known): Ending {
  const command = {
    kind: 'stop-contract',
    contractId: contractIdOf(argument) ?? '',
    stoppedOn: day(textOf(answers, 'stopped-on')),
    underPoint49: answers['point-49'] === 'yes',
    reason: textOf(answers, 'reason'),
  } as const;
  return { replies: [], commands: [command] };
}
