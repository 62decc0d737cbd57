/** Figures of a submission over its revisions: what was accepted of each item, and totals beside other months. */
import type { SubmissionItem } from '../../engine/law.ts';
import { type Money, sum, ZERO } from '../../engine/money.ts';
import type { FactState } from '../../dialogs/codes.ts';
import type { MonthAnswers } from '../../dialogs/command.ts';
import type { Revision, Submission } from '../ports.ts';

/** The newest accepted revision that answers the item. */
export function acceptedItem(submission: Submission, item: SubmissionItem): Revision | undefined {
  return submission.revisions.findLast(
    (revision) => revision.decision?.what === 'accepted' && revision.asked.includes(item),
  );
}

/** The newest revision that answers the item, decided or not. */
export function newestItem(submission: Submission, item: SubmissionItem): Revision | undefined {
  return submission.revisions.findLast((revision) => revision.asked.includes(item));
}

/** Own income of the month in roubles; `none` is zero, while not answered and "given to the office" are null: no answer is never zero. */
export function ownIncome(answers: Pick<MonthAnswers, 'income'> | undefined): Money | null {
  const income = answers?.income;
  if (income === 'none') return ZERO;
  return income && income !== 'given-to-office' ? sum(income.items.map((item) => item.amount)) : null;
}

/** The month in one line, for a row of earlier months. */
export function monthLine(submission: Submission): {
  month: Submission['month'];
  income: Money | null;
  fact: FactState | null;
} {
  return {
    month: submission.month,
    income: ownIncome(newestItem(submission, 'income')?.answers),
    fact: newestItem(submission, 'fact')?.answers.fact?.state ?? null,
  };
}
