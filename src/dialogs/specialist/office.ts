/** The head's overview: what waits in the whole office, and how the contracts are shared out. */
import type { Dialog } from '../dialog.ts';
import { goOption } from '../options.ts';
import { badgesText, nextStepText, workRows } from './badges.ts';
import { onKind } from './refusal.ts';
import { staffLine } from './staff-line.ts';
import { staffOf } from './staff-of.ts';
import { ended, lines, staffText } from './wording.ts';

/** The figures of the whole office with the load of each member of staff. */
export const OFFICE: Dialog = {
  id: 'office',
  version: 1,
  audience: 'head',
  content: 'personal',
  open: () => ({ kind: 'run', commands: [{ kind: 'list-staff' }] }),
  onResult: onKind('staff', (staff, { view }) => {
    const own = staffOf(view);
    const load = lines([staffText('office.load'), ...staff.lines.map((line) => staffLine(line))]);
    const texts = [staffText('office.title', { office: own.officeName }), badgesText(own), load, nextStepText(own)];
    return ended(texts, [...workRows(own), [goOption(staffText('go.staff'), 'staff')]]);
  }),
};
