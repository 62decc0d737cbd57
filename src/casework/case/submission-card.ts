/** A submission as the reviewer opens it: figures beside earlier months, checks, proofs, and what was decided. */
import type { QueueLine, SubmissionCard } from '../../dialogs/command.ts';
import type { Contract, Revision, Stores, Submission } from '../ports.ts';
import { monthLine } from './submission-figures.ts';

const EARLIER_SHOWN = 3;

/** The revision that is under review: the newest. */
export function newest(submission: Submission): Revision {
  const revision = submission.revisions.at(-1);
  if (!revision) throw new Error(`submission ${submission.id} has no revision`);
  return revision;
}

/** One line of the queue. */
export function queueLine(submission: Submission, contract: Contract): QueueLine {
  const { score, submittedOn, revision } = newest(submission);
  return {
    submissionId: submission.id,
    number: submission.number,
    contractNumber: contract.number,
    recipientName: contract.recipientName,
    month: submission.month,
    submittedOn,
    score: score.score,
    recommendation: score.recommendation,
    revision,
  };
}

/** The opened submission. */
export async function submissionCard(
  stores: Stores,
  submission: Submission,
  contract: Contract,
): Promise<SubmissionCard> {
  const { answers, asked, score, decision } = newest(submission);
  const all = await stores.submissions.ofContract(contract.id);
  const earlier = all
    .filter(({ month }) => month < submission.month)
    .sort((left, right) => (left.month < right.month ? 1 : -1));
  const decidedBy = decision ? await stores.offices.findStaff(decision.byStaffId) : null;
  return {
    ...queueLine(submission, contract),
    contractId: contract.id,
    track: contract.track,
    asked,
    answers,
    checks: score.checks,
    status: submission.status,
    earlier: earlier.slice(0, EARLIER_SHOWN).map(monthLine),
    decision: decision
      ? { on: decision.on, by: decidedBy?.name ?? '', reason: decision.reason, words: decision.words }
      : null,
  };
}
