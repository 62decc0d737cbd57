/** What was said of a month in words, line by line: for the summary, for "nothing has changed", and for a sent month. */
import type { Track } from '../../engine/law.ts';
import type { Money } from '../../engine/money.ts';
import type { Text } from '../../texts/text.ts';
import type { FactState } from '../codes.ts';
import type { MonthAnswers, ProofGiven } from '../command.ts';
import { citizenText, lawWord } from './wording.ts';

type IncomeItems = readonly { readonly kind: string; readonly amount: Money }[];

/** The fact in the words of the track. */
export function factLine(track: Track, state: FactState): Text {
  const facts = { name: { text: lawWord(`fact-name.${track}`) }, state: { text: lawWord(`fact.${track}.${state}`) } };
  return citizenText('line.fact', facts);
}

/** One amount of a kind. */
export function incomeLine(kind: string, amount: Money): Text {
  return citizenText('line.income', { kind: { text: lawWord(`income-kind.${kind}`) }, amount: { money: amount } });
}

/** Own income that has no amounts. */
export function noIncomeLine(answer: 'none' | 'given-to-office' | 'unknown'): Text {
  return citizenText(`line.income-${answer}`);
}

/** Income of the rest of the family. */
export function householdLine(answer: Money | 'none' | 'given-to-office' | 'unknown'): Text {
  if (answer === 'none' || answer === 'given-to-office' || answer === 'unknown')
    return citizenText(`line.household-${answer}`);
  return citizenText('line.household', { amount: { money: answer } });
}

/** Papers of one item: their kind and how many. */
export function proofLine(item: ProofGiven['item'], kind: ProofGiven['kind'], count: number): Text {
  const facts = { kind: { text: lawWord(`proof-in-list.${kind}`) } };
  if (count === 0) return citizenText(`line.proof-${item}-words`);
  return citizenText(`line.proof-${item}`, { ...facts, count });
}

/** All of a sent month; what was not asked or answered has no line. */
export function monthLines(
  track: Track,
  answers: Pick<MonthAnswers, 'fact' | 'income' | 'household' | 'proofs'>,
): Text[] {
  const { fact, income, household, proofs } = answers;
  return [
    ...(fact ? [factLine(track, fact.state)] : []),
    ...(fact?.words ? [citizenText('line.words', { words: fact.words })] : []),
    ...proofLines('fact', proofs),
    ...(income === 'none' || income === 'given-to-office' ? [noIncomeLine(income)] : incomeLines(income?.items ?? [])),
    ...(household === null ? [] : [householdLine(typeof household === 'string' ? household : household.amount)]),
    ...proofLines('income', proofs),
  ];
}

/** Each amount on its line. */
export function incomeLines(items: IncomeItems): Text[] {
  return items.map(({ kind, amount }) => incomeLine(kind, amount));
}

function proofLines(item: ProofGiven['item'], proofs: readonly ProofGiven[]): Text[] {
  const of = proofs.filter((proof) => proof.item === item);
  const kinds = [...new Set(of.map(({ kind }) => kind))];
  return kinds.map((kind) =>
    proofLine(item, kind, of.filter((proof) => proof.kind === kind && proof.file !== null).length),
  );
}
