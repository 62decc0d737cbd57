/** Puts the figures of three months into the record of the last one: one press. */
import type { Dialog } from '../dialog.ts';
import { missingArgument, readId } from '../specialist/missing-argument.ts';
import { paperMade } from './form-of-duty.ts';
import { onResultOf, refusedEnding } from './refusal.ts';
import { dutyOption } from './wording.ts';

/** Argument: the id of the window's duty. */
export const WINDOW: Dialog = {
  id: 'window',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => {
    const dutyId = readId(argument);
    return dutyId === null ? missingArgument() : { kind: 'run', commands: [{ kind: 'prepare-window', dutyId }] };
  },
  onResult: onResultOf('paper', paperMade, (refusal, { argument }) =>
    refusedEnding(refusal, argument === null ? [] : [[dutyOption(argument)]]),
  ),
};
