/** Submissions that wait for review, in the order to take them. */
import type { Text } from '../../texts/text.ts';
import type { QueueLine } from '../command.ts';
import type { Dialog } from '../dialog.ts';
import { goOption } from '../options.ts';
import { recommendationText } from './law-words.ts';
import { pageRow, pageText, readPage } from './paging.ts';
import { onKind } from './refusal.ts';
import { shortName } from './short-name.ts';
import { ended, lines, staffText } from './wording.ts';

/** A page of the queue with a button for each submission; the argument is the page. */
export const QUEUE: Dialog = {
  id: 'queue',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => ({ kind: 'run', commands: [{ kind: 'list-queue', page: readPage(argument) }] }),
  onResult: onKind('queue', (queue) => {
    if (queue.lines.length === 0) return ended([staffText('queue.empty')]);
    const buttons = queue.lines.map((line, index) => [
      goOption(
        staffText('queue.open', { place: index + 1, name: shortName(line.recipientName) }),
        'submission',
        line.submissionId,
      ),
    ]);
    const texts = [
      staffText('queue.title', { number: queue.total }),
      lines(queue.lines.map((line, index) => queueText(line, index + 1))),
      ...pageText(queue),
    ];
    return ended(texts, [...buttons, pageRow('queue', queue)]);
  }),
};

function queueText(line: QueueLine, place: number): Text {
  return staffText('queue.line', {
    place,
    score: line.score,
    recommendation: { text: recommendationText(line.recommendation) },
    name: shortName(line.recipientName),
    month: { month: line.month },
    contract: line.contractNumber,
  });
}
