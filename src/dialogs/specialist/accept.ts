/** Accepts a submission with one press and shows the next one at once. */
import type { CommandResult, SubmissionCard } from '../command.ts';
import type { Dialog, Ending } from '../dialog.ts';
import { goOption } from '../options.ts';
import { missingArgument } from './missing-argument.ts';
import { onKind, refusalTexts } from './refusal.ts';
import { queueRow, readRevision } from './submission.ts';
import { ended, staffText } from './wording.ts';

/** Argument `<submissionId>~<revision>`: what was seen is what is accepted. */
export const ACCEPT: Dialog = {
  id: 'accept',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => {
    const seen = readRevision(argument);
    return seen === null ? missingArgument() : { kind: 'run', commands: [{ kind: 'accept-submission', ...seen }] };
  },
  onResult: onKind(
    'submission',
    ({ card, nextInQueue }, { today }) =>
      decidedEnding(
        staffText('accept.done', {
          name: card.recipientName,
          month: { month: card.month },
          on: { day: card.decision?.on ?? today },
        }),
        nextInQueue,
      ),
    (refusal, { argument }) => decisionRefused(refusal, readRevision(argument)?.submissionId),
  ),
};

/** What was decided, then the next submission at once; at the end of the queue a word of it. */
export function decidedEnding(
  said: ReturnType<typeof staffText>,
  nextInQueue: SubmissionCard['submissionId'] | null,
): Ending {
  return nextInQueue === null
    ? ended([said, staffText('queue.empty')])
    : { replies: [{ texts: [said], content: 'personal' }], next: { to: 'submission', argument: nextInQueue } };
}

/** Nothing was decided: why, and the submission as it stands now. */
export function decisionRefused(
  refusal: Extract<CommandResult, { kind: 'refused' }>,
  submissionId: string | undefined,
): Ending {
  const open =
    submissionId === undefined || refusal.why === 'not-found'
      ? []
      : [goOption(staffText('submission.open'), 'submission', submissionId)];
  return ended(refusalTexts(refusal), [open, queueRow()]);
}
