/** Between the answers of the talk and what is sent of a month. */
import type { SubmissionItem } from '../../engine/law.ts';
import { parseMoney } from '../../engine/money.ts';
import type { FactState } from '../codes.ts';
import type { MonthAnswers, ProofGiven } from '../command.ts';
import type { Answers, Json } from '../dialog.ts';
import { fileJson } from '../read/read-files.ts';
import { answerText } from '../read/answer-text.ts';
import type { AskedMonth } from './asked-months.ts';
import { amountId, chosenKinds, noAmounts } from './income-questions.ts';
import { proofsOf } from './proof-questions.ts';

const STATES: readonly FactState[] = ['yes', 'no', 'better', 'worse', 'given-to-office', 'unknown'];

/** What is sent; only what was asked. Proofs go with what needs them. */
export function monthAnswersOf({ items, householdIncome }: AskedMonth, answers: Answers): MonthAnswers {
  const asksFact = items.includes('fact');
  const asksIncome = items.includes('income');
  return {
    fact: asksFact ? factOf(answers) : null,
    income: asksIncome ? incomeOf(answers) : null,
    household: asksIncome && householdIncome ? householdOf(answers['household']) : null,
    proofs: [
      ...(asksFact && needsFactProof(answers) ? proofsOf('fact', answers) : []),
      ...(asksIncome && needsIncomeProof(answers) ? proofsOf('income', answers) : []),
    ],
  };
}

/** "No", "at the office", "not known" need no paper. */
export function needsFactProof(answers: Answers): boolean {
  return ['yes', 'better', 'worse', 'same'].includes(answerText(answers, 'fact'));
}

/** Whether any amount above zero was named. */
export function needsIncomeProof(answers: Answers): boolean {
  return chosenKinds(answers['income']).some((kind) => answers[amountId(kind)] !== '0.00');
}

/** Whether nothing at all was answered: then there is nothing to send yet. */
export function saysNothing(said: MonthAnswers): boolean {
  const fact = said.fact === null || (said.fact.state === 'unknown' && said.fact.words === null);
  return fact && said.income === null && said.household === null;
}

/** The answers of the form that say the same as a month sent before: for correcting it. What was not known is asked again. */
export function answersOf(said: MonthAnswers, items: readonly SubmissionItem[]): Answers {
  const { fact, income, household } = said;
  return {
    ...(items.includes('fact') && fact && fact.state !== 'unknown' ? factAnswers(fact) : {}),
    ...(items.includes('fact') ? proofAnswers('fact', said.proofs) : {}),
    ...(items.includes('income') && income !== null ? incomeAnswers(income) : {}),
    ...(items.includes('income') ? proofAnswers('income', said.proofs) : {}),
    ...(items.includes('income') && household !== null
      ? { household: typeof household === 'string' ? household : household.amount }
      : {}),
  };
}

/** What "nothing has changed" fills in from what was accepted last; null where that does not answer all that is asked now. */
export function unchangedAnswers({ items, contract, householdIncome }: AskedMonth): Answers | null {
  const { fact, income } = contract.lastAccepted;
  const asksFact = items.includes('fact');
  const asksIncome = items.includes('income');
  if (asksFact && (fact === null || fact.state === 'unknown' || fact.state === 'given-to-office')) return null;
  if (asksIncome && (income === null || income.items === null)) return null;
  return {
    ...(asksFact && fact ? { fact: fact.state } : {}),
    ...(asksIncome && income?.items ? incomeAnswers(income.items.length === 0 ? 'none' : { items: income.items }) : {}),
    ...(asksIncome && householdIncome && income !== null && income.household !== null
      ? { household: income.household }
      : {}),
  };
}

function factOf(answers: Answers): MonthAnswers['fact'] {
  const answer = answerText(answers, 'fact');
  const state = STATES.find((known) => known === answer) ?? 'unknown';
  return { state, words: answerText(answers, 'fact-words') || null };
}

function incomeOf(answers: Answers): MonthAnswers['income'] {
  const without = noAmounts(answers['income']);
  if (without !== null) return without === 'unknown' ? null : without;
  const items = chosenKinds(answers['income']).flatMap((kind) => {
    const amount = parseMoney(answers[amountId(kind)]);
    return amount === null ? [] : [{ kind, amount }];
  });
  return items.length === 0 ? null : { items };
}

function householdOf(answer: Json | undefined): MonthAnswers['household'] {
  const without = noAmounts(answer);
  if (without !== null) return without === 'unknown' ? null : without;
  const amount = parseMoney(answer);
  return amount === null ? null : { amount };
}

function factAnswers(fact: NonNullable<MonthAnswers['fact']>): Answers {
  return { fact: fact.state, 'fact-words': fact.words ?? '' };
}

function incomeAnswers(income: NonNullable<MonthAnswers['income']>): Answers {
  if (typeof income === 'string') return { income };
  const amounts = income.items.map(({ kind, amount }): [string, Json] => [amountId(kind), amount]);
  return { income: income.items.map(({ kind }) => kind), ...Object.fromEntries(amounts) };
}

function proofAnswers(item: SubmissionItem, proofs: readonly ProofGiven[]): Answers {
  const of = proofs.filter((proof) => proof.item === item);
  const [first] = of;
  if (!first) return {};
  const files = of.flatMap(({ file }) => (file === null ? [] : [fileJson(file)]));
  return { [`${item}-proof`]: first.kind, [`${item}-files`]: files };
}
