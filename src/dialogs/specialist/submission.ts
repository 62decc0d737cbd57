/** One submission opened for review: figures first, then the question whether to accept it. */
import type { Text } from '../../texts/text.ts';
import type { SubmissionCard } from '../command.ts';
import type { Dialog, Option, Reply } from '../dialog.ts';
import { goOption } from '../options.ts';
import { returnReasonText } from './law-words.ts';
import { onKind, refusedEnding } from './refusal.ts';
import { missingArgument, readId } from './missing-argument.ts';
import { checksText } from './submission-checks.ts';
import { earlierTexts, figuresText, proofsText } from './submission-figures.ts';
import { lines, staffReply, staffText } from './wording.ts';

/** Opens by the id of the submission; shows the decision where there is one. */
export const SUBMISSION: Dialog = {
  id: 'submission',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => {
    const submissionId = readId(argument);
    return submissionId === null
      ? missingArgument()
      : { kind: 'run', commands: [{ kind: 'open-submission', submissionId }] };
  },
  onResult: onKind(
    'submission',
    ({ card, nextInQueue }) => ({ replies: [submissionReply(card, nextInQueue)] }),
    (refusal) => refusedEnding(refusal, [queueRow()]),
  ),
};

/** Argument of `accept` and `return`: the submission and the revision the reviewer saw. */
function revisionArgument({ submissionId, revision }: Pick<SubmissionCard, 'submissionId' | 'revision'>): string {
  return `${submissionId}~${revision}`;
}

/** Reads it back; null for anything else. */
export function readRevision(argument: string | null): { submissionId: string; revision: number } | null {
  const match = /^([A-Za-z0-9_-]{1,32})~(\d{1,6})$/.exec(argument ?? '');
  return match?.[1] === undefined ? null : { submissionId: match[1], revision: Number(match[2]) };
}

/** The way back to the queue. */
export function queueRow(): readonly Option[] {
  return [goOption(staffText('go.queue-back'), 'queue')];
}

function submissionReply(card: SubmissionCard, nextInQueue: string | null): Reply {
  const { proofs } = card.answers;
  const texts = [
    headText(card),
    figuresText(card),
    ...earlierTexts(card),
    checksText(card),
    proofsText(card),
    decisionText(card),
  ];
  const rows = [
    card.status === 'sent' ? decideRow(card) : [],
    [
      goOption(staffText('go.contract'), 'contract', card.contractId),
      ...(nextInQueue === null ? [] : [goOption(staffText('submission.next'), 'submission', nextInQueue)]),
    ],
    queueRow(),
  ];
  return staffReply(
    texts,
    rows,
    proofs.flatMap(({ file }) => (file === null ? [] : [file])),
  );
}

function headText(card: SubmissionCard): Text {
  const rows = [
    staffText('submission.title', { name: card.recipientName, month: { month: card.month } }),
    staffText('submission.sent', {
      contract: card.contractNumber,
      receipt: card.number,
      on: { day: card.submittedOn },
    }),
  ];
  if (card.revision > 1) rows.push(staffText('submission.revision', { number: card.revision }));
  return lines(rows);
}

function decideRow(card: SubmissionCard): readonly Option[] {
  const argument = revisionArgument(card);
  return [
    goOption(staffText('submission.accept'), 'accept', argument),
    goOption(staffText('submission.return'), 'return', argument),
  ];
}

/** The decision where there is one, else the question. */
function decisionText({ status, decision }: SubmissionCard): Text {
  if (status === 'sent' || decision === null) return staffText('submission.question');
  const { on, by, reason, words } = decision;
  const title = staffText(`submission.decided-${status}`, { by, on: { day: on } });
  const why = reason === null ? [] : [returnReasonText(reason)];
  return lines([title, ...why, ...(words === null ? [] : [staffText('submission.words', { words })])]);
}
