/** Prepares the decision: the evidence and the proposal first, then the choice, other support where no new contract is advised, the day. */
import { day } from '../../engine/day.ts';
import type { Answers, Dialog, Ending, Json, Known, Question } from '../dialog.ts';
import type { DecisionCard } from '../evaluation-card.ts';
import { plainText } from '../read/read-text.ts';
import { textOf } from '../specialist/kept-answers.ts';
import { choiceQuestion } from '../specialist/plain-questions.ts';
import { lines } from '../specialist/wording.ts';
import { adviceText } from './code-words.ts';
import { pastDayQuestion } from './day-question.ts';
import { decisionTexts, proposalText } from './decision-figures.ts';
import { whoseText } from './duty-head.ts';
import { dutyIdOf, onResultOfForm, openDuty, paperMade, waitsForHead } from './form-of-duty.ts';
import { heldDuty } from './held.ts';
import { oneOf } from './record-questions.ts';
import { whyAgainstOf, whyAgainstQuestion } from './why-against.ts';
import { chooseText, evaluationText } from './wording.ts';

const DECISIONS = ['advisable', 'not-advisable'] as const;
const LONGEST_SUPPORT = 300;
const MOST_SUPPORTS = 10;

/** Argument: the id of the duty. */
export const DECIDE: Dialog = {
  id: 'decide',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: openDuty,
  questions: (known) => {
    const card = heldDuty(known.answers, 'decision');
    return card === null ? [] : questions(card, known);
  },
  summary: ({ answers }) => {
    const card = heldDuty(answers, 'decision');
    const what = evaluationText('decide.summary');
    return card === null ? [what] : [lines([what, whoseText(card)]), proposalText(card)];
  },
  finish: (known) => finish(known),
  onResult: onResultOfForm({
    kinds: ['decision'],
    blocked: waitsForHead,
    known: (_card, { today }) => ({ 'decided-on': today }),
    done: paperMade,
  }),
};

function questions(card: DecisionCard, { answers, today }: Known): readonly Question[] {
  const { decision } = answers;
  const against = decision !== undefined && decision !== card.proposal;
  return [
    decisionQuestion(card),
    ...(decision === 'not-advisable' ? [supportQuestion()] : []),
    ...(against ? [whyAgainstQuestion(card.proposal, adviceText(card.proposal))] : []),
    pastDayQuestion({
      id: 'decided-on',
      ask: evaluationText('decide.day.ask'),
      line: (on) => evaluationText('decide.day.line', { day: { day: on } }),
      today,
      notBefore: card.endsOn,
    }),
  ];
}

function decisionQuestion(card: DecisionCard): Question {
  return {
    ...choiceQuestion({
      id: 'decision',
      ask: evaluationText('decide.ask'),
      choices: DECISIONS.map((each) => ({ id: each, label: chooseText('decision', each) })),
      line: (id) => evaluationText('decide.line', { decision: { text: adviceText(oneOf(DECISIONS, id)) } }),
    }),
    ask: [whoseText(card), ...decisionTexts(card), evaluationText('decide.ask')],
  };
}

/** Measures of support, each on a line of its own. */
function supportQuestion(): Question {
  return {
    id: 'support',
    ask: [evaluationText('decide.support.ask')],
    read: (input) => {
      if (input.kind !== 'text') return { kind: 'again', say: [] };
      const named = plainText(input.text)
        .split('\n')
        .map((line) => line.replace(/^[-–—•*]\s*/u, '').trim())
        .filter((line) => line !== '');
      if (named.length === 0) return { kind: 'again', say: [{ key: 'core:read.text-too-short' }] };
      if (named.length > MOST_SUPPORTS || named.some((line) => line.length > LONGEST_SUPPORT))
        return {
          kind: 'again',
          say: [evaluationText('decide.support.too-long', { lines: MOST_SUPPORTS, limit: LONGEST_SUPPORT })],
        };
      return { kind: 'answered', value: named };
    },
    line: (value) => evaluationText('decide.support.line', { support: supportOf(value).join('; ') }),
  };
}

function supportOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((each: unknown): each is string => typeof each === 'string') : [];
}

function finish({ answers, argument }: { readonly answers: Answers; readonly argument: string | null }): Ending {
  const decision = oneOf(DECISIONS, answers['decision']);
  const command = {
    kind: 'prepare-decision',
    dutyId: dutyIdOf(argument) ?? '',
    decision,
    otherSupport: decision === 'not-advisable' ? supportOf(answers['support']) : [],
    whyAgainst: whyAgainstOf(answers),
    decidedOn: day(textOf(answers, 'decided-on')),
  } as const;
  return { replies: [], commands: [command] };
}
