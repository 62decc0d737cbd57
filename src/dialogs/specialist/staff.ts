/** Who works in the office, with how many contracts; the head invites and closes access here. */
import type { Dialog } from '../dialog.ts';
import { goOption } from '../options.ts';
import { onKind } from './refusal.ts';
import { shortName } from './short-name.ts';
import { staffLine } from './staff-line.ts';
import { staffOf } from './staff-of.ts';
import { ended, lines, staffText } from './wording.ts';

/** The list of staff with buttons to invite and to close access. */
export const STAFF: Dialog = {
  id: 'staff',
  version: 1,
  audience: 'head',
  content: 'personal',
  open: () => ({ kind: 'run', commands: [{ kind: 'list-staff' }] }),
  onResult: onKind('staff', (staff, { view }) => {
    const own = staffOf(view).id;
    const dismiss = staff.lines
      .filter(({ staffId }) => staffId !== own)
      .map((line) => [
        goOption(staffText('staff.dismiss', { name: shortName(line.name) }), 'dismiss-staff', line.staffId),
      ]);
    const invite = [goOption(staffText('staff.invite'), 'invite-staff')];
    const texts = [
      staffText('staff.title', { number: staff.lines.length }),
      lines(staff.lines.map((line) => staffLine(line))),
    ];
    return ended(texts, [invite, ...dismiss]);
  }),
};
