/** People who asked to be contacted after the pre-check. */
import type { Text } from '../../texts/text.ts';
import type { ContactRequestLine } from '../command.ts';
import type { Dialog } from '../dialog.ts';
import { goOption } from '../options.ts';
import { trackText, verdictText } from './law-words.ts';
import { pageRow, pageText, readPage } from './paging.ts';
import { onKind } from './refusal.ts';
import { ended, lines, staffText } from './wording.ts';

/** A page of open requests, oldest first; the argument is the page. */
export const CONTACT_REQUESTS: Dialog = {
  id: 'contact-requests',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => ({ kind: 'run', commands: [{ kind: 'list-contact-requests', page: readPage(argument) }] }),
  onResult: onKind('contact-requests', (requests) => {
    if (requests.lines.length === 0) return ended([staffText('contact-requests.empty')]);
    const buttons = requests.lines.map((line, index) => [
      goOption(staffText('contact-requests.done', { place: index + 1 }), 'contact-request-done', line.requestId),
    ]);
    const texts = [
      staffText('contact-requests.title'),
      ...requests.lines.map((line, index) => requestText(line, index + 1)),
      ...pageText(requests),
    ];
    return ended(texts, [...buttons, pageRow('contact-requests', requests)]);
  }),
};

function requestText(line: ContactRequestLine, place: number): Text {
  const rows = [
    staffText('contact-requests.line', { place, name: line.name, number: line.number, on: { day: line.askedOn } }),
    line.phone === null
      ? staffText('contact-requests.no-phone')
      : staffText('contact-requests.phone', { phone: line.phone }),
  ];
  if (line.track !== null) rows.push(staffText('contact-requests.track', { track: { text: trackText(line.track) } }));
  if (line.verdict !== null)
    rows.push(staffText('contact-requests.verdict', { verdict: { text: verdictText(line.verdict) } }));
  return lines(rows);
}
