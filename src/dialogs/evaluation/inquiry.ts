/** A letter to the employer or the tax service for one month, as a file to send. */
import { addMonths, type Day, month, type Month, monthOf, parseMonth } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';
import type { CommandResult } from '../command.ts';
import type { Dialog, Ending, Known, Question } from '../dialog.ts';
import { readMonth } from '../read/read-month.ts';
import { textOf } from '../specialist/kept-answers.ts';
import { choiceQuestion, textQuestion } from '../specialist/plain-questions.ts';
import { ended, lines } from '../specialist/wording.ts';
import { inquiryToText } from './code-words.ts';
import { whoseText } from './duty-head.ts';
import { contractIdOf, onResultOfCase, openCase } from './form-of-contract.ts';
import { unexpectedEnding } from './form-of-duty.ts';
import { heldContract } from './held.ts';
import { inquiryText } from './monitoring-figures.ts';
import { oneOf } from './record-questions.ts';
import { answerOption, caseOption, evaluationText, papersRow } from './wording.ts';

const LONGEST_ADDRESSEE = 300;
const MONTHS_OFFERED = 4;
const TO = ['employer', 'tax-service'] as const;

/** Argument: the id of the contract, with `~YYYY-MM` where the month is known. */
export const INQUIRY: Dialog = {
  id: 'inquiry',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: openCase,
  questions: (known) => {
    const contract = heldContract(known.answers);
    if (contract === null) return [];
    const about = whoseText(contract);
    return [monthQuestion(known, about), toQuestion(about), addresseeQuestion()];
  },
  summary: ({ answers }) => {
    const contract = heldContract(answers);
    const what = evaluationText('inquiry.summary');
    return [contract === null ? what : lines([whoseText(contract), what])];
  },
  finish: ({ answers, argument }) => ({
    replies: [],
    commands: [
      {
        kind: 'make-inquiry',
        contractId: contractIdOf(argument) ?? '',
        month: month(textOf(answers, 'month')),
        to: oneOf(TO, answers['to']),
        addressee: textOf(answers, 'addressee'),
      },
    ],
  }),
  onResult: onResultOfCase({
    known: ({ argument }) => {
      const named = parseMonth(argument?.split('~')[1]);
      return named === null ? {} : { month: named };
    },
    done: (result, known) => made(result, known),
  }),
};

function monthQuestion({ today }: Known, about: Text): Question {
  const offered = lastMonths(today);
  return {
    id: 'month',
    ask: [lines([about, evaluationText('inquiry.month.ask')])],
    choices: offered.map((each) => [{ id: each, label: evaluationText('month', { month: { month: each } }) }]),
    read: (input) => readMonth(input, offered, today),
    line: (value) => {
      const asked = parseMonth(value);
      return asked === null ? null : evaluationText('inquiry.month.line', { month: { month: asked } });
    },
  };
}

/** This month and those before it, the last full one first. */
function lastMonths(today: Day): readonly Month[] {
  const now = monthOf(today);
  const before = Array.from({ length: MONTHS_OFFERED - 1 }, (_each, index) => addMonths(now, -1 - index));
  return [...before, now];
}

function toQuestion(about: Text): Question {
  return choiceQuestion({
    id: 'to',
    ask: lines([about, evaluationText('inquiry.to.ask')]),
    choices: TO.map((to) => ({ id: to, label: evaluationText(`inquiry.to.${to}`) })),
    line: (id) => evaluationText('inquiry.to.line', { to: { text: inquiryToText(oneOf(TO, id)) } }),
  });
}

function addresseeQuestion(): Question {
  return textQuestion({
    id: 'addressee',
    ask: evaluationText('inquiry.addressee.ask'),
    longest: LONGEST_ADDRESSEE,
    line: (addressee) => evaluationText('inquiry.addressee.line', { addressee }),
  });
}

function made(result: CommandResult, { argument }: Known): Ending {
  if (result.kind !== 'inquiry') return unexpectedEnding();
  const { inquiry } = result;
  const contractId = contractIdOf(argument);
  return ended(
    [evaluationText('inquiry.made'), inquiryText(inquiry)],
    contractId === null
      ? [papersRow()]
      : [[answerOption(inquiry.inquiryId, contractId)], [caseOption(contractId)], papersRow()],
    inquiry.file === null ? [] : [inquiry.file],
  );
}
