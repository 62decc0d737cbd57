/** Scores what a recipient sent for a month beside what was accepted before. */
import type { Day } from '../../engine/day.ts';
import {
  type EarlierMonth,
  type ScoreInput,
  type ScoreResult,
  scoreSubmission,
} from '../../engine/submission-score.ts';
import type { Outcome } from '../../engine/outcome.ts';
import type { Month } from '../../engine/day.ts';
import type { SubmissionItem } from '../../engine/law.ts';
import type { Turn } from '../actor.ts';
import type { Contract, StoredAsk, Submission } from '../ports.ts';
import type { Said } from './merge-answers.ts';
import { lawOf } from './plan-contract.ts';
import { acceptedItem, ownIncome } from './submission-figures.ts';

/** What is scored. `asks` are those of the month that the sending answers; never empty. */
export interface Scored {
  readonly contract: Contract;
  readonly month: Month;
  readonly said: Said;
  readonly asks: readonly StoredAsk[];
}

/** The engine's score, or the faults of the figures. Of several asks the latest day counts: nobody is late for what was asked later. */
export async function scoreMonth(
  { deps, stores, actor }: Turn,
  { contract, month, said, asks }: Scored,
): Promise<Outcome<ScoreResult>> {
  const all = await stores.submissions.ofContract(contract.id);
  const hashes = said.answers.proofs.flatMap((proof) => (proof.file ? [proof.file.hash] : []));
  const { fact, income } = said.answers;
  const input: ScoreInput = {
    region: contract.region,
    track: contract.track,
    month,
    submittedOn: actor.today,
    citizenDay: latest(asks.map((ask) => ask.citizenDay)),
    dueOn: latest(asks.map((ask) => ask.dueOn)),
    asked: said.asked,
    fact: fact ? { state: fact.state, proofs: proofsOf(said, 'fact') } : undefined,
    income: income
      ? { items: typeof income === 'string' ? income : income.items, proofs: proofsOf(said, 'income') }
      : undefined,
    earlier: earlierMonths(all, month),
    sameFileAsEarlier: hashes.length > 0 && (await stores.submissions.fileUsedBefore(contract.id, month, hashes)),
  };
  return scoreSubmission(lawOf(deps, contract.region), input);
}

function proofsOf(said: Said, item: SubmissionItem) {
  return said.answers.proofs.filter((proof) => proof.item === item).map((proof) => proof.kind);
}

function latest(days: readonly Day[]): Day {
  return days.reduce((last, day) => (day > last ? day : last));
}

/** Accepted months before this one, where both income and a plain yes or no of the fact are known. */
function earlierMonths(all: readonly Submission[], month: Month): EarlierMonth[] {
  return all
    .filter((submission) => submission.month < month)
    .flatMap((submission) => {
      const income = ownIncome(acceptedItem(submission, 'income')?.answers);
      const fact = acceptedItem(submission, 'fact')?.answers.fact?.state;
      return income !== null && (fact === 'yes' || fact === 'no') ? [{ month: submission.month, income, fact }] : [];
    })
    .sort((left, right) => (left.month < right.month ? -1 : 1));
}
