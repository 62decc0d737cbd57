/** Own income of a month by kind, and the family's where the law needs it. */
import type { Day } from '../../engine/day.ts';
import { kindCounts, TRACK_KINDS } from '../../engine/income.ts';
import type { Law, Track } from '../../engine/law.ts';
import { parseMoney } from '../../engine/money.ts';
import type { Answers, Choice, Json, Question, Reading } from '../dialog.ts';
import { choiceRows, readChoice } from '../read/read-choice.ts';
import { readMoney } from '../read/read-money.ts';
import type { AskedMonth } from './asked-months.ts';
import { householdLine, incomeLine, noIncomeLine } from './month-lines.ts';
import { citizenText, lawWord } from './wording.ts';

/** Answers of the question of kinds that are not a list of kinds. */
export type NoAmounts = 'none' | 'given-to-office' | 'unknown';
const NO_AMOUNTS: readonly NoAmounts[] = ['none', 'given-to-office', 'unknown'];

const DONE = 'done';

/** The kinds first, then an amount for each. */
export function ownIncomeQuestions(asked: AskedMonth, law: Law, answers: Answers, today: Day): Question[] {
  const kinds = chosenKinds(answers['income']);
  return [kindsQuestion(asked, law, answers, today), ...kinds.map((kind) => amountQuestion(kind, asked))];
}

/** Income of the other counted members together. */
export function householdQuestion({ month }: AskedMonth): Question {
  return {
    id: 'household',
    ask: [citizenText('month.household', { month: { month } })],
    choices: noAmountRows('month.household-none'),
    read: (input): Reading => (input.kind === 'choice' ? readChoice(input) : readMoney(input)),
    line: (value) => householdLine(noAmounts(value) ?? parseMoney(value) ?? 'unknown'),
  };
}

/** The id of the question of one amount. */
export function amountId(kind: string): string {
  return `amount-${kind}`;
}

/** The kinds of an answer; empty for the other answers. */
export function chosenKinds(answer: Json | undefined): string[] {
  return Array.isArray(answer) ? answer.filter((kind: unknown): kind is string => typeof kind === 'string') : [];
}

/** The answer without amounts; null for a list of kinds or none. */
export function noAmounts(answer: Json | undefined): NoAmounts | null {
  return NO_AMOUNTS.find((known) => known === answer) ?? null;
}

/** Kinds are ticked one by one; "next" appears with the first. Those of the track come first. */
function kindsQuestion({ contract, month }: AskedMonth, law: Law, answers: Answers, today: Day): Question {
  const kinds = offeredKinds(law, contract.track, today);
  const ticked = chosenKinds(answers['_income']);
  const choices = kinds.map((kind): Choice => {
    const name = { text: lawWord(`income-kind.${kind}`) };
    return { id: kind, label: citizenText(ticked.includes(kind) ? 'month.kind-ticked' : 'month.kind', { name }) };
  });
  return {
    id: 'income',
    group: 'income',
    ask: [citizenText('month.income', { month: { month } })],
    choices: [
      ...(ticked.length > 0 ? [[{ id: DONE, label: citizenText('month.kinds-done') }]] : []),
      ...choiceRows(choices, 2),
      ...noAmountRows('month.income-none'),
    ],
    read: (input, current): Reading => {
      if (input.kind !== 'choice') return { kind: 'again', say: [] };
      if (noAmounts(input.id) !== null) return { kind: 'answered', value: input.id };
      const now = chosenKinds(current);
      if (input.id === DONE) return { kind: 'answered', value: kinds.filter((kind) => now.includes(kind)) };
      const toggled = now.includes(input.id) ? now.filter((kind) => kind !== input.id) : [...now, input.id];
      return { kind: 'added', value: toggled, say: [] };
    },
    line: (value) => {
      const without = noAmounts(value);
      return without === null ? null : noIncomeLine(without);
    },
  };
}

function amountQuestion(kind: string, { month }: AskedMonth): Question {
  const facts = { kind: { text: lawWord(`income-kind.${kind}`) }, month: { month } };
  return {
    id: amountId(kind),
    group: 'income',
    ask: [citizenText('month.amount', facts)],
    read: readMoney,
    line: (value) => {
      const amount = parseMoney(value);
      return amount === null ? null : incomeLine(kind, amount);
    },
  };
}

/** Kinds that count today: what is left out by law is not asked of anybody. */
function offeredKinds(law: Law, track: Track, today: Day): string[] {
  const counted = law.incomeKinds.map(({ kind }) => kind).filter((kind) => kindCounts(law, kind, today));
  const first: readonly string[] = TRACK_KINDS[track];
  return [...counted.filter((kind) => first.includes(kind)), ...counted.filter((kind) => !first.includes(kind))];
}

function noAmountRows(none: 'month.income-none' | 'month.household-none'): Choice[][] {
  return [
    [{ id: 'none', label: citizenText(none) }],
    [
      { id: 'given-to-office', label: citizenText('month.given-to-office') },
      { id: 'unknown', label: citizenText('month.unknown') },
    ],
  ];
}
