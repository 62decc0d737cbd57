/** The questions of one month, by what is asked and by the track (domain.md, "Monthly submission and its score"). */
import type { Text } from '../../texts/text.ts';
import type { Answers, Choice, Known, Question } from '../dialog.ts';
import { answerText } from '../read/answer-text.ts';
import { readChoice } from '../read/read-choice.ts';
import { readText } from '../read/read-text.ts';
import type { AskedMonth } from './asked-months.ts';
import { householdQuestion, ownIncomeQuestions } from './income-questions.ts';
import { needsFactProof, needsIncomeProof, unchangedAnswers } from './month-answers.ts';
import { factLine, monthLines } from './month-lines.ts';
import { proofQuestions } from './proof-questions.ts';
import { citizenText, lawWord, linesText } from './wording.ts';

const LONGEST_WORDS = 600;

/** All questions that are active with these answers. "Nothing has changed" comes first where there is something to repeat. */
export function monthQuestions(asked: AskedMonth, { answers, view, today }: Known): Question[] {
  const law = view.laws[asked.contract.region];
  const unchanged = answers['_corrects'] === true ? null : unchangedAnswers(asked);
  const income = asked.items.includes('income') && law !== undefined;
  return [
    ...(unchanged === null ? [] : [unchangedQuestion(asked, unchanged)]),
    ...(asked.items.includes('fact') ? factQuestions(asked, answers) : []),
    ...(income ? ownIncomeQuestions(asked, law, answers, today) : []),
    ...(income && asked.householdIncome ? [householdQuestion(asked)] : []),
    ...(income && needsIncomeProof(answers) ? proofQuestions('income', asked.contract.track, answers) : []),
  ];
}

/** Shows what would be sent and offers to repeat it. */
function unchangedQuestion(asked: AskedMonth, unchanged: Answers): Question {
  const { contract, month } = asked;
  const facts = { month: { month }, last: { month: contract.lastAccepted?.month ?? month } };
  return {
    id: 'unchanged',
    uncounted: true,
    ask: [
      linesText([citizenText('month.last-time', facts), ...unchangedLines(asked, unchanged)]),
      citizenText('month.changed', facts),
    ],
    choices: [
      [{ id: 'yes', label: citizenText('month.unchanged') }],
      [{ id: 'no', label: citizenText('month.has-changed') }],
    ],
    read: readChoice,
    line: (value) => (value === 'yes' ? citizenText('line.unchanged') : null),
  };
}

/** What "nothing has changed" would send, line by line. */
export function unchangedLines({ contract }: AskedMonth, unchanged: Answers): Text[] {
  const { lastAccepted, track } = contract;
  if (lastAccepted === null) return [];
  const { fact, incomeItems, household } = lastAccepted;
  const income = incomeItems?.length === 0 ? 'none' : { items: incomeItems ?? [] };
  return monthLines(track, {
    fact: fact !== null && 'fact' in unchanged ? { state: fact, words: null } : null,
    income: 'income' in unchanged ? income : null,
    household: household !== null && 'household' in unchanged ? { amount: household } : null,
    proofs: [],
  });
}

function factQuestions(asked: AskedMonth, answers: Answers): Question[] {
  const { track } = asked.contract;
  const fact = answerText(answers, 'fact');
  const proven = needsFactProof(answers);
  return [
    track === 'hardship' ? conditionsQuestion(asked) : factQuestion(asked),
    ...(track === 'hardship' && proven ? [wordsQuestion(fact === 'same')] : []),
    ...(proven ? proofQuestions('fact', track, answers) : []),
  ];
}

function factQuestion({ contract, month }: AskedMonth): Question {
  const { track } = contract;
  return {
    id: 'fact',
    ask: [citizenText(`fact.${track}`, { month: { month } })],
    choices: [[factChoice(track, 'yes')], [factChoice(track, 'no')], otherAnswers()],
    read: readChoice,
    line: (value) => factLine(track, value as 'yes'),
  };
}

/** Better or worse is what the record has a line for; "the same" is kept in the person's own words. */
function conditionsQuestion({ month }: AskedMonth): Question {
  return {
    id: 'fact',
    ask: [citizenText('fact.hardship', { month: { month } })],
    choices: [
      [factChoice('hardship', 'better'), factChoice('hardship', 'worse')],
      [{ id: 'same', label: citizenText('fact.hardship-same') }],
      otherAnswers(),
    ],
    read: readChoice,
    line: (value) => (value === 'same' ? citizenText('line.same') : factLine('hardship', value as 'better')),
  };
}

function factChoice(track: string, state: string): Choice {
  return { id: state, label: citizenText(`fact.${track}-${state}`) };
}

function otherAnswers(): Choice[] {
  return [
    { id: 'given-to-office', label: citizenText('month.given-to-office') },
    { id: 'unknown', label: citizenText('month.unknown') },
  ];
}

/** A few words about the family's life; needed only where they are the whole answer. */
function wordsQuestion(needed: boolean): Question {
  return {
    id: 'fact-words',
    ask: [citizenText(needed ? 'fact.words-needed' : 'fact.words')],
    ...(needed ? {} : { skip: '' }),
    read: (input) => readText(input, LONGEST_WORDS, 2),
    line: (value) => (typeof value === 'string' && value !== '' ? citizenText('line.words', { words: value }) : null),
  };
}

/** The name of what is asked, for a title: "confirmation and income". */
export function itemsText({ items }: Pick<AskedMonth, 'items'>): {
  readonly list: readonly ReturnType<typeof lawWord>[];
} {
  return { list: items.map((item) => lawWord(`item.${item}`)) };
}
