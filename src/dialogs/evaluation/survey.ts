/** A survey of the home: the day, the findings in words, photos. */
import { day } from '../../engine/day.ts';
import type { Answers, Dialog, Known, Question } from '../dialog.ts';
import { FILES_CLEAR, FILES_DONE, filesOf, readFiles } from '../read/read-files.ts';
import { textOf } from '../specialist/kept-answers.ts';
import { textQuestion } from '../specialist/plain-questions.ts';
import { ended, lines } from '../specialist/wording.ts';
import { pastDayQuestion } from './day-question.ts';
import { whoseText } from './duty-head.ts';
import { contractIdOf, onResultOfCase, openCase } from './form-of-contract.ts';
import { unexpectedEnding } from './form-of-duty.ts';
import { type HeldContract, heldContract } from './held.ts';
import { surveyText } from './monitoring-figures.ts';
import { caseOption, evaluationText, papersRow } from './wording.ts';

const LONGEST_FINDINGS = 2000;
const MOST_PHOTOS = 10;

/** Argument: the id of the contract. */
export const SURVEY: Dialog = {
  id: 'survey',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: openCase,
  questions: (known) => {
    const contract = heldContract(known.answers);
    return contract === null ? [] : [dayOfSurvey(contract, known), findingsQuestion(), photosQuestion(known.answers)];
  },
  summary: ({ answers }) => {
    const contract = heldContract(answers);
    const what = evaluationText('survey.summary');
    return [contract === null ? what : lines([whoseText(contract), what])];
  },
  finish: ({ answers, argument }) => ({
    replies: [],
    commands: [
      {
        kind: 'keep-survey',
        contractId: contractIdOf(argument) ?? '',
        on: day(textOf(answers, 'on')),
        findings: textOf(answers, 'findings'),
        files: filesOf(answers['photos']),
      },
    ],
  }),
  onResult: onResultOfCase({
    done: (result, { argument }) => {
      if (result.kind !== 'survey') return unexpectedEnding();
      const contractId = contractIdOf(argument);
      return ended(
        [evaluationText('survey.done'), surveyText(result.survey)],
        [contractId === null ? [] : [caseOption(contractId)], papersRow()],
      );
    },
  }),
};

function dayOfSurvey(contract: HeldContract, { today }: Known): Question {
  return pastDayQuestion({
    id: 'on',
    ask: lines([whoseText(contract), evaluationText('survey.day.ask')]),
    line: (on) => evaluationText('survey.day.line', { day: { day: on } }),
    today,
    notBefore: contract.startsOn,
  });
}

function findingsQuestion(): Question {
  return textQuestion({
    id: 'findings',
    ask: evaluationText('survey.findings.ask'),
    longest: LONGEST_FINDINGS,
    line: (findings) => evaluationText('survey.findings.line', { findings }),
  });
}

/** "That is all" stands there from the first photo on; a survey without photos is one all the same. */
function photosQuestion(answers: Answers): Question {
  const some = filesOf(answers['_photos']).length > 0;
  const choices = [
    [{ id: FILES_DONE, label: evaluationText('survey.photos.done') }],
    [{ id: FILES_CLEAR, label: evaluationText('survey.photos.clear') }],
  ];
  return {
    id: 'photos',
    ask: [evaluationText('survey.photos.ask')],
    ...(some ? { choices } : { skip: [] }),
    read: (input, current) => readFiles(input, current, MOST_PHOTOS),
    line: (value) => evaluationText('survey.photos.line', { number: filesOf(value).length }),
  };
}
