/** The figures of a submission in the order a reviewer needs them: fact, own income with its total, the family's, earlier months. */
import { type Money, sum, ZERO } from '../../engine/money.ts';
import type { Text } from '../../texts/text.ts';
import type { MonthAnswers, SubmissionCard } from '../command.ts';
import { factText, incomeKindText, proofText } from './law-words.ts';
import { itemText, lines, staffText } from './wording.ts';

/** Fact and incomes, each on a line; what was asked and not answered is said, never shown as zero. */
export function figuresText({ track, asked, answers }: SubmissionCard): Text {
  const rows: Text[] = [];
  const { fact, income, household } = answers;
  if (fact) rows.push(...factLines(track, fact));
  else if (asked.includes('fact')) rows.push(staffText('submission.fact-missing'));
  if (income !== null) rows.push(...incomeLines(income));
  else if (asked.includes('income')) rows.push(staffText('submission.income-missing'));
  if (household !== null) rows.push(...householdLines(household, ownTotal(income)));
  return lines(rows);
}

/** Up to three earlier months beside these figures; empty where there are none. */
export function earlierTexts({ track, earlier }: SubmissionCard): readonly Text[] {
  if (earlier.length === 0) return [];
  const rows = earlier.map(({ month, income, fact }) => {
    const known = [
      ...(income === null ? [] : [staffText('amount', { amount: { money: income } })]),
      ...(fact === null ? [] : [factText(track, fact)]),
    ];
    return staffText('submission.earlier', {
      month: { month },
      known: { list: known.length === 0 ? [staffText('submission.unknown')] : known },
    });
  });
  return [lines([staffText('submission.earlier-title'), ...rows])];
}

/** What proves it: by item, kind of proof and whether a file is attached below. */
export function proofsText({ answers: { proofs } }: SubmissionCard): Text {
  if (proofs.length === 0) return staffText('submission.no-proofs');
  const rows = proofs.map(({ item, kind, file }) =>
    staffText(file === null ? 'submission.proof' : 'submission.proof-with-file', {
      item: { text: itemText(item) },
      proof: { text: proofText(kind) },
    }),
  );
  return lines([staffText('submission.proofs-title'), ...rows]);
}

type Income = MonthAnswers['income'];

function factLines(track: string, { state, words }: NonNullable<MonthAnswers['fact']>): Text[] {
  const line = staffText('submission.fact', { fact: { text: factText(track, state) } });
  return words === null ? [line] : [line, staffText('submission.words', { words })];
}

function incomeLines(income: NonNullable<Income>): Text[] {
  if (income === 'none') return [staffText('submission.income-none')];
  if (income === 'given-to-office') return [staffText('submission.income-given')];
  const total = ownTotal(income) ?? ZERO;
  return [
    staffText('submission.income', { total: { money: total } }),
    ...income.items.map(({ kind, amount }) =>
      staffText('submission.income-item', { kind: { text: incomeKindText(kind) }, amount: { money: amount } }),
    ),
  ];
}

function householdLines(household: NonNullable<MonthAnswers['household']>, own: Money | null): Text[] {
  if (household === 'given-to-office') return [staffText('submission.household-given')];
  const others = household === 'none' ? ZERO : household.amount;
  const line =
    household === 'none'
      ? staffText('submission.household-none')
      : staffText('submission.household', { amount: { money: others } });
  return own === null ? [line] : [line, staffText('submission.family', { total: { money: sum([own, others]) } })];
}

/** Own income where it was stated here; null for "given to the office" and no answer. */
function ownTotal(income: Income): Money | null {
  if (income === 'none') return ZERO;
  return income === null || income === 'given-to-office' ? null : sum(income.items.map(({ amount }) => amount));
}
