/** An extension: asking the commission, then what it decided on which day. Every date that moved is shown with why. */
import { type Day, day } from '../../engine/day.ts';
import type { CommandResult } from '../command.ts';
import type { Dialog, Ending, Known, Question } from '../dialog.ts';
import { textOf, textOrNull } from '../specialist/kept-answers.ts';
import { missingArgument } from '../specialist/missing-argument.ts';
import { choiceQuestion, dayQuestion, textQuestion } from '../specialist/plain-questions.ts';
import { ended, lines } from '../specialist/wording.ts';
import type { ContractCard } from '../view.ts';
import { pastDayQuestion } from './day-question.ts';
import { whoseText } from './duty-head.ts';
import { contractIdOf, refusedForm } from './form-of-contract.ts';
import { unexpectedEnding } from './form-of-duty.ts';
import { type HeldContract, heldContract, hold } from './held.ts';
import { movedEnding } from './moved-dates.ts';
import { caseOption, evaluationText, papersRow } from './wording.ts';

const LONGEST_WORDS = 500;
const ASKED = 'asked';
const RESULTS = ['extended', 'refused'] as const;

/** Argument: the id of the contract. */
export const EXTENSION: Dialog = {
  id: 'extension',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => {
    const contractId = contractIdOf(argument);
    return contractId === null ? missingArgument() : { kind: 'run', commands: [{ kind: 'open-contract', contractId }] };
  },
  questions: (known) => {
    const contract = heldContract(known.answers);
    return contract === null ? [] : questions(contract, known);
  },
  summary: ({ answers }) => {
    const contract = heldContract(answers);
    const said = evaluationText(answers['result'] === ASKED ? 'extension.summary-ask' : 'extension.summary');
    return [contract === null ? said : lines([said, whoseText(contract)])];
  },
  finish: (known) => finish(known),
  onResult: (result, known) => read(result, known),
};

function read(result: CommandResult, known: Known): Ending {
  if (result.kind === 'refused') return refusedForm(result, known);
  if (result.kind === 'contract') return { replies: [], next: 'stay', answers: hold(heldOf(result.card)) };
  if (result.kind === 'dates-moved') {
    const said = known.answers['result'] === 'extended' ? 'extension.extended' : 'extension.refused';
    return movedEnding(evaluationText(said), result);
  }
  if (result.kind !== 'done') return unexpectedEnding();
  const contractId = contractIdOf(known.argument);
  return ended([evaluationText('extension.asked')], [contractId === null ? [] : [caseOption(contractId)], papersRow()]);
}

function heldOf(card: ContractCard): HeldContract {
  return {
    kind: 'contract',
    contractId: card.id,
    contractNumber: card.number,
    recipientName: card.recipientName,
    startsOn: card.startsOn,
    endsOn: card.endsOn,
    latestExtensionEndsOn: card.calendar.latestExtensionEndsOn,
    extensionAsked: card.duties.some(({ pending }) => pending !== undefined),
  };
}

function questions(contract: HeldContract, { answers, today }: Known): readonly Question[] {
  const { result } = answers;
  const first = resultQuestion(contract);
  if (result === undefined || result === ASKED) return [first];
  const sat = pastDayQuestion({
    id: 'sat-on',
    ask: evaluationText('extension.sat-on.ask'),
    line: (on) => evaluationText('extension.sat-on.line', { day: { day: on } }),
    today,
    notBefore: contract.startsOn,
  });
  return [first, sat, ...(result === 'extended' ? [endQuestion(contract)] : []), wordsQuestion()];
}

/** Asking again while the commission has not sat would be a second asking: then only its decision is recorded. */
function resultQuestion(contract: HeldContract): Question {
  const offered: readonly string[] = contract.extensionAsked ? RESULTS : [ASKED, ...RESULTS];
  return choiceQuestion({
    id: 'result',
    ask: lines([
      whoseText(contract),
      evaluationText(contract.extensionAsked ? 'extension.result.ask-decided' : 'extension.result.ask', {
        ends: { day: contract.endsOn },
      }),
    ]),
    choices: offered.map((result) => ({ id: result, label: evaluationText(`extension.result.${result}`) })),
    line: (result) =>
      evaluationText('extension.result.line', { result: { text: evaluationText(`extension.result.${result}`) } }),
  });
}

function endQuestion({ endsOn, latestExtensionEndsOn: latest }: HeldContract): Question {
  const choices: { id: Day; label: ReturnType<typeof evaluationText> }[] =
    latest === null || latest <= endsOn
      ? []
      : [{ id: latest, label: evaluationText('extension.until.latest', { day: { day: latest } }) }];
  return dayQuestion({
    id: 'until',
    ask: evaluationText('extension.until.ask', { ends: { day: endsOn } }),
    choices,
    line: (until) => evaluationText('extension.until.line', { day: { day: until } }),
    refuse: (until) =>
      until <= endsOn ? evaluationText('extension.until.not-later', { ends: { day: endsOn } }) : null,
  });
}

function wordsQuestion(): Question {
  return textQuestion({
    id: 'words',
    ask: evaluationText('extension.words.ask'),
    longest: LONGEST_WORDS,
    line: (words) => evaluationText('extension.words.line', { words }),
    optional: true,
  });
}

function finish({ answers, argument }: Known): Ending {
  const contractId = contractIdOf(argument) ?? '';
  const result = RESULTS.find((each) => each === answers['result']);
  if (result === undefined) return { replies: [], commands: [{ kind: 'ask-extension', contractId }] };
  const command = {
    kind: 'record-commission',
    contractId,
    satOn: day(textOf(answers, 'sat-on')),
    result,
    extendedTo: result === 'extended' ? day(textOf(answers, 'until')) : null,
    words: textOrNull(answers, 'words'),
  } as const;
  return { replies: [], commands: [command] };
}
