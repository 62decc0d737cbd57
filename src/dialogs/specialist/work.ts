/** Home screen of staff: what waits, and what to begin with. */
import type { Dialog } from '../dialog.ts';
import { goOption, menuOption } from '../options.ts';
import { badgesText, nextStepText, workRows } from './badges.ts';
import { staffOf } from './staff-of.ts';
import { staffText } from './wording.ts';

/** The home screen; opens without a command, from the figures of the view. */
export const WORK: Dialog = {
  id: 'work',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ view }) => {
    const staff = staffOf(view);
    const head = [goOption(staffText('go.office'), 'office'), goOption(staffText('go.staff'), 'staff')];
    const isHead = staff.role === 'head';
    const links = [
      goOption(staffText('go.new-source'), 'new-source'),
      ...(isHead ? [goOption(staffText('go.sources'), 'sources')] : []),
    ];
    const rows = [...workRows(staff), ...(isHead ? [head] : []), links, [menuOption()]];
    const title = staffText('work.title', { name: staff.name, office: staff.officeName });
    const texts = [title, badgesText(staff), nextStepText(staff)];
    return { kind: 'say', replies: [{ texts, options: rows, content: 'personal' }] };
  },
};
