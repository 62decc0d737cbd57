/** A dialog about one thing, opened without naming it: an old or a made-up button. */
import type { Opening } from '../dialog.ts';
import { staffReply, staffText } from './wording.ts';

/** Says so and shows the way on. */
export function missingArgument(): Opening {
  return { kind: 'say', replies: [staffReply([staffText('refused.not-found')])] };
}
