/** What waits for a member of staff: the figures on the home screen, what to begin with, and the buttons to it. */
import type { Text } from '../../texts/text.ts';
import type { Option } from '../dialog.ts';
import { goOption } from '../options.ts';
import type { StaffView } from '../view.ts';
import { lines, staffText } from './wording.ts';

/** "Waiting for review: 3", "Today: 2", "Overdue: 0", contact requests. */
export function badgesText({ waiting }: StaffView): Text {
  return lines([
    staffText('work.queue', { number: waiting.queue }),
    staffText('work.today', { number: waiting.today }),
    staffText('work.overdue', { number: waiting.overdue }),
    staffText('work.contact-requests', { number: waiting.contactRequests }),
  ]);
}

/** What to begin with: overdue, then today's, then people who wait for an answer, then papers. */
export function nextStepText({ waiting }: StaffView): Text {
  if (waiting.overdue > 0) return staffText('work.next.overdue');
  if (waiting.today > 0) return staffText('work.next.today');
  if (waiting.queue > 0) return staffText('work.next.queue');
  if (waiting.contactRequests > 0) return staffText('work.next.contact-requests');
  if (waiting.papers > 0) return staffText('work.next.papers');
  return staffText('work.next.nothing');
}

/** Buttons to everything that waits, and to the contracts. */
export function workRows({ waiting }: StaffView): readonly (readonly Option[])[] {
  return [
    [goOption(staffText('go.papers', { number: waiting.papers }), 'papers')],
    [goOption(staffText('go.queue', { number: waiting.queue }), 'queue')],
    [
      goOption(staffText('go.today', { number: waiting.today }), 'deadlines', 'today'),
      goOption(staffText('go.week'), 'deadlines', 'week'),
      goOption(staffText('go.overdue', { number: waiting.overdue }), 'deadlines', 'overdue'),
    ],
    [goOption(staffText('go.contact-requests', { number: waiting.contactRequests }), 'contact-requests')],
    [goOption(staffText('go.contracts'), 'contracts'), goOption(staffText('go.new-contract'), 'new-contract')],
  ];
}
