/** The questions of a monthly record by track: the fact, or the conditions and the hardship; the day, the method, the paper. */
import type { Track } from '../../engine/law.ts';
import type { Text } from '../../texts/text.ts';
import type { Answers, Question } from '../dialog.ts';
import type { MonitoringCard } from '../evaluation-card.ts';
import type { ConfirmedBy, InquiryTo } from '../evaluation-codes.ts';
import { choiceQuestion, textQuestion } from '../specialist/plain-questions.ts';
import { conditionsText, confirmedByText, hardshipText, recordFactText, registeredAsText } from './code-words.ts';
import { pastDayQuestion } from './day-question.ts';
import { chooseText, evaluationText } from './wording.ts';

const LONGEST_PAPER = 300;
/** What a record may say of the fact. */
export const FACTS = ['confirmed', 'not-confirmed', 'no-answer'] as const;
/** What a record of hardship may say of the conditions. */
export const CONDITIONS = ['better', 'worse', 'no-answer'] as const;
/** What it may say of the hardship itself. */
export const HARDSHIPS = ['overcome', 'partly', 'not-overcome'] as const;
/** The registrations of own business. */
export const REGISTRATIONS = ['entrepreneur', 'self-employed'] as const;

const LABOUR: readonly ConfirmedBy[] = ['employer-inquiry', 'certified-copy', 'papers'];
const REGISTERED: readonly ConfirmedBy[] = ['tax-inquiry', 'official-app', 'papers'];

/** The ways form 4 has for the track, the usual one first. */
const WAYS: { readonly [track in Track]: readonly ConfirmedBy[] } = {
  'job-search': LABOUR,
  training: LABOUR,
  business: REGISTERED,
  'household-farm': REGISTERED,
  hardship: ['home-survey', 'papers'],
};

/** The ways open now: a letter confirms nothing before it is answered. */
export function methodsOf({ track, inquiries }: Pick<MonitoringCard, 'track' | 'inquiries'>): readonly ConfirmedBy[] {
  const answered = (to: InquiryTo) => inquiries.some((inquiry) => inquiry.to === to && inquiry.answer !== null);
  return WAYS[track].filter(
    (by) => (by !== 'employer-inquiry' || answered('employer')) && (by !== 'tax-inquiry' || answered('tax-service')),
  );
}

/** Without an answer nothing is confirmed by anything: then only the day is asked. */
export function isOpen(answers: Answers): boolean {
  return answers['fact'] === 'no-answer' || answers['conditions'] === 'no-answer';
}

/** In the order they are asked; `about` stands above the first. */
export function recordQuestions(
  card: MonitoringCard,
  answers: Answers,
  today: MonitoringCard['opensOn'],
  about: Text,
): readonly Question[] {
  const checked = pastDayQuestion({
    id: 'checked-on',
    ask: evaluationText('record.day.ask'),
    line: (on) => evaluationText('record.day.line', { day: { day: on } }),
    today,
    notBefore: card.opensOn,
  });
  const first = card.track === 'hardship' ? [conditionsQuestion(about)] : [factQuestion(about)];
  if (isOpen(answers)) return [...first, checked];
  return [
    ...first,
    ...(card.track === 'hardship' ? [hardshipQuestion()] : []),
    ...(card.track === 'business' && answers['fact'] === 'confirmed' ? [registrationQuestion()] : []),
    checked,
    methodQuestion(card),
    ...paperQuestions(answers),
  ];
}

function factQuestion(about: Text): Question {
  return choiceQuestion({
    id: 'fact',
    ask: about,
    choices: FACTS.map((fact) => ({ id: fact, label: chooseText('fact', fact) })),
    line: (id) => evaluationText('record.fact.line', { fact: { text: recordFactText(oneOf(FACTS, id)) } }),
  });
}

function conditionsQuestion(about: Text): Question {
  return choiceQuestion({
    id: 'conditions',
    ask: about,
    choices: CONDITIONS.map((each) => ({ id: each, label: chooseText('conditions', each) })),
    line: (id) =>
      evaluationText('record.conditions.line', { conditions: { text: conditionsText(oneOf(CONDITIONS, id)) } }),
  });
}

function hardshipQuestion(): Question {
  return choiceQuestion({
    id: 'hardship',
    ask: evaluationText('record.hardship.ask'),
    choices: HARDSHIPS.map((each) => ({ id: each, label: chooseText('hardship', each) })),
    line: (id) => evaluationText('record.hardship.line', { hardship: { text: hardshipText(oneOf(HARDSHIPS, id)) } }),
  });
}

function registrationQuestion(): Question {
  return choiceQuestion({
    id: 'registered-as',
    ask: evaluationText('record.registered.ask'),
    choices: REGISTRATIONS.map((each) => ({ id: each, label: chooseText('registered', each) })),
    line: (id) => evaluationText('record.registered.line', { as: { text: registeredAsText(id) } }),
  });
}

function methodQuestion(card: MonitoringCard): Question {
  const methods = methodsOf(card);
  return choiceQuestion({
    id: 'confirmed-by',
    ask: evaluationText('record.method.ask'),
    choices: methods.map((by) => ({ id: by, label: chooseText('method', by) })),
    line: (id) => evaluationText('record.method.line', { by: { text: confirmedByText(oneOf(methods, id)) } }),
  });
}

/** The form has a blank for papers by name; the other methods may say which answer or copy it was. */
function paperQuestions(answers: Answers): readonly Question[] {
  const by = answers['confirmed-by'];
  if (by === undefined) return [];
  const needed = by === 'papers';
  return [
    textQuestion({
      id: needed ? 'paper-needed' : 'paper',
      ask: evaluationText(needed ? 'record.paper.ask-needed' : 'record.paper.ask'),
      longest: LONGEST_PAPER,
      line: (paper) => evaluationText('record.paper.line', { paper }),
      optional: !needed,
    }),
  ];
}

/** The answer as one of its choices; the first where an older form kept another word. */
export function oneOf<Choice extends string>(choices: readonly Choice[], id: unknown): Choice {
  const found = choices.find((each) => each === id) ?? choices[0];
  if (found === undefined) throw new Error('a question without choices');
  return found;
}
