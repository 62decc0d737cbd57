/** Prepares the report: conditions and result are asked, then the verdict under all figures and the proposal with its reasons. */
import type { Text } from '../../texts/text.ts';
import type { Answers, Choice, Dialog, Ending, Known, Question } from '../dialog.ts';
import type { ReportCard } from '../evaluation-card.ts';
import { readText } from '../read/read-text.ts';
import { textOf } from '../specialist/kept-answers.ts';
import { choiceQuestion } from '../specialist/plain-questions.ts';
import { ended, lines } from '../specialist/wording.ts';
import { conditionsText, effectivenessText, resultText } from './code-words.ts';
import { whoseText } from './duty-head.ts';
import { dutyIdOf, onResultOfForm, openDuty, paperMade, waitsForHead } from './form-of-duty.ts';
import { missingTexts } from './figure-lines.ts';
import { heldDuty } from './held.ts';
import { reasonTexts } from './reason-lines.ts';
import { oneOf } from './record-questions.ts';
import { reportTexts, sumsTexts } from './report-figures.ts';
import { whyAgainstOf, whyAgainstQuestion } from './why-against.ts';
import { chooseText, dutyOption, evaluationText, papersRow } from './wording.ts';

const LONGEST_CONDITIONS = 2000;
const SURVEYED = 'surveyed';
const CONDITIONS = ['better', 'worse', 'same'] as const;
const RESULTS = ['reached', 'partly', 'not-reached'] as const;
const VERDICTS = ['effective', 'ineffective'] as const;

/** Argument: the id of the duty. */
export const REPORT: Dialog = {
  id: 'report',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: openDuty,
  questions: ({ answers }) => {
    const card = heldDuty(answers, 'report');
    return card === null ? [] : questions(card, answers);
  },
  summary: ({ answers }) => {
    const card = heldDuty(answers, 'report');
    const what = evaluationText('report-form.summary');
    return card === null
      ? [what]
      : [lines([what, whoseText(card)]), ...sumsTexts(card), ...proposalTexts(card, answers)];
  },
  finish: (known) => finish(known),
  onResult: onResultOfForm({ kinds: ['report'], blocked, done: paperMade }),
};

/** Missing figures are named; none of them is ever taken for zero. */
function blocked(card: ReportCard): Ending | null {
  const { missing, faults, proposals, dutyId } = card;
  if (missing.length === 0 && faults.length === 0 && proposals.length > 0) return waitsForHead(card);
  const why = faults.length > 0 ? [evaluationText('report.age-missing')] : [];
  return ended(
    [evaluationText('report-form.blocked'), ...missingTexts(missing), ...why],
    [[dutyOption(dutyId)], papersRow()],
  );
}

function questions(card: ReportCard, answers: Answers): readonly Question[] {
  const proposal = proposalOf(card, answers);
  const against = answers['verdict'] !== undefined && proposal !== null && answers['verdict'] !== proposal.proposal;
  return [
    livingQuestion(card),
    choiceQuestion({
      id: 'conditions',
      ask: evaluationText('report-form.conditions.ask'),
      choices: CONDITIONS.map((each) => ({ id: each, label: chooseText('conditions', each) })),
      line: (id) =>
        evaluationText('report-form.conditions.line', { conditions: { text: conditionsText(oneOf(CONDITIONS, id)) } }),
    }),
    choiceQuestion({
      id: 'result',
      ask: evaluationText('report-form.result.ask'),
      choices: RESULTS.map((each) => ({ id: each, label: chooseText('result', each) })),
      line: (id) => evaluationText('report-form.result.line', { result: { text: resultText(oneOf(RESULTS, id)) } }),
    }),
    verdictQuestion(card, answers),
    ...(against ? [whyAgainstQuestion(proposal.proposal, effectivenessText(proposal.proposal))] : []),
  ];
}

/** The findings of the newest survey may be taken as they are. */
function livingQuestion(card: ReportCard): Question {
  const newest = card.surveys.at(-1);
  const choices: Choice[][] =
    newest === undefined
      ? []
      : [[{ id: SURVEYED, label: evaluationText('report-form.living.surveyed', { on: { day: newest.on } }) }]];
  return {
    id: 'living',
    ask: [
      lines([whoseText(card), evaluationText('report-form.living.ask')]),
      ...(newest === undefined ? [] : [evaluationText('report-form.living.survey', { findings: newest.findings })]),
    ],
    choices,
    read: (input) =>
      input.kind === 'choice'
        ? { kind: 'answered', value: newest?.findings ?? '' }
        : readText(input, LONGEST_CONDITIONS),
    line: (value) => (typeof value === 'string' ? evaluationText('report-form.living.line', { words: value }) : null),
  };
}

function verdictQuestion(card: ReportCard, answers: Answers): Question {
  return {
    ...choiceQuestion({
      id: 'verdict',
      ask: evaluationText('report-form.verdict.ask'),
      choices: VERDICTS.map((each) => ({ id: each, label: chooseText('verdict', each) })),
      line: (id) =>
        evaluationText('report-form.verdict.line', { verdict: { text: effectivenessText(oneOf(VERDICTS, id)) } }),
    }),
    ask: [...reportTexts(card), ...proposalTexts(card, answers), evaluationText('report-form.verdict.ask')],
  };
}

type Proposal = ReportCard['proposals'][number];

/** What the engine proposes for these answers; null while one of them is missing. */
function proposalOf({ proposals }: ReportCard, { conditions, result }: Answers): Proposal | null {
  return proposals.find((each) => each.conditions === conditions && each.result === result) ?? null;
}

function proposalTexts(card: ReportCard, answers: Answers): readonly Text[] {
  const proposal = proposalOf(card, answers);
  if (proposal === null) return [];
  const said =
    proposal.proposal === 'undetermined'
      ? evaluationText('proposal-none')
      : evaluationText('proposal', { proposal: { text: effectivenessText(proposal.proposal) } });
  return [lines([said, ...reasonTexts('report', proposal.reasons)])];
}

function finish({ answers, argument }: Known): Ending {
  const command = {
    kind: 'prepare-report',
    dutyId: dutyIdOf(argument) ?? '',
    livingConditions: textOf(answers, 'living'),
    conditions: oneOf(CONDITIONS, answers['conditions']),
    result: oneOf(RESULTS, answers['result']),
    verdict: oneOf(VERDICTS, answers['verdict']),
    whyAgainst: whyAgainstOf(answers),
  } as const;
  return { replies: [], commands: [command] };
}
