/** The thing a dialog is about, and what is said where it is not named: an old or a made-up button. */
import type { Opening } from '../dialog.ts';
import { staffReply, staffText } from './wording.ts';

/** Reads an opaque id; null for anything that cannot be one. Bounded, so that buttons made of it stay within their bytes. */
export function readId(argument: string | null | undefined): string | null {
  return argument !== null && argument !== undefined && /^[A-Za-z0-9_-]{1,32}$/.test(argument) ? argument : null;
}

/** Says so and shows the way on. */
export function missingArgument(): Opening {
  return { kind: 'say', replies: [staffReply([staffText('refused.not-found')])] };
}
