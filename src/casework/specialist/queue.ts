/** What waits for review in the office. */
import type { Command, CommandResult, QueueLine } from '../../dialogs/command.ts';
import { refused, type Turn } from '../actor.ts';
import { queueLine, submissionCard } from '../case/submission-card.ts';
import { PAGE_LINES, pagesOf, skipOf } from '../page.ts';
import type { Contract, Submission } from '../ports.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** A page of the queue, the worst recommendation first. */
export async function listQueue({ stores, actor }: Turn, command: Of<'list-queue'>): Promise<CommandResult> {
  if (!actor.staff) return refused('list-queue', 'not-allowed');
  const { lines: waiting, total } = await stores.submissions.waiting(
    actor.staff.officeId,
    skipOf(command.page),
    PAGE_LINES,
  );
  const lines: QueueLine[] = [];
  for (const submission of waiting) {
    const contract = await stores.cases.find(submission.contractId);
    if (contract) lines.push(queueLine(submission, contract));
  }
  return { of: 'list-queue', kind: 'queue', lines, page: command.page, pages: pagesOf(total), total };
}

/** A submission of the actor's office with its contract; null where it is not theirs. */
export async function submissionOfOffice(
  { stores, actor }: Turn,
  submissionId: string,
): Promise<{ submission: Submission; contract: Contract } | null> {
  const submission = await stores.submissions.find(submissionId);
  const contract = submission ? await stores.cases.find(submission.contractId) : null;
  return submission && contract && actor.staff && contract.officeId === actor.staff.officeId
    ? { submission, contract }
    : null;
}

/** The next submission to review after this one; null where none waits. */
export async function nextInQueue({ stores, actor }: Turn, after: string): Promise<string | null> {
  if (!actor.staff) return null;
  const { lines } = await stores.submissions.waiting(actor.staff.officeId, 0, 2);
  return lines.find((submission) => submission.id !== after)?.id ?? null;
}

/** Opens one submission for review. */
export async function openSubmission(turn: Turn, command: Of<'open-submission'>): Promise<CommandResult> {
  const held = await submissionOfOffice(turn, command.submissionId);
  if (!held) return refused('open-submission', 'not-found');
  const card = await submissionCard(turn.stores, held.submission, held.contract);
  return {
    of: 'open-submission',
    kind: 'submission',
    card,
    nextInQueue: await nextInQueue(turn, command.submissionId),
  };
}
