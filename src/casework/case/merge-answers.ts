/** A new sending while the one before is undecided or was returned: what is not said again still counts. */
import type { SubmissionItem } from '../../engine/law.ts';
import type { MonthAnswers } from '../../dialogs/command.ts';

/** What one revision says. */
export interface Said {
  readonly asked: readonly SubmissionItem[];
  readonly answers: MonthAnswers;
}

/** `next` stands for the items it was asked; the other items of `before` are carried over, proofs included. */
export function mergeSaid(before: Said | null, next: Said): Said {
  if (!before) return next;
  const kept = before.asked.filter((item) => !next.asked.includes(item));
  const asked: SubmissionItem[] = (['fact', 'income'] as const).filter(
    (item) => kept.includes(item) || next.asked.includes(item),
  );
  const [fact, income] = [source(before, next, kept, 'fact'), source(before, next, kept, 'income')];
  return {
    asked,
    answers: {
      fact: fact.fact,
      income: income.income,
      household: income.household,
      proofs: [...before.answers.proofs.filter((proof) => kept.includes(proof.item)), ...next.answers.proofs],
    },
  };
}

function source(before: Said, next: Said, kept: readonly SubmissionItem[], item: SubmissionItem): MonthAnswers {
  return kept.includes(item) ? before.answers : next.answers;
}
