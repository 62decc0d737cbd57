/**
 * Presses as texts. Viber sends a pressed button back as an ordinary message whose text is the button's `ActionBody`: nobody can tell it
 * from typed words. So it carries a prefix, and whoever types the prefix can do what a press may do and no more: payloads are no authority
 * (`dialogs/press.ts`), and a start token is checked wherever it comes from.
 */

/** Payloads are 1–64 bytes of ASCII without blanks. */
const PRESS = /^opora:([\x21-\x7e]{1,64})$/;
const BEGIN = /^opora-start(?::([A-Za-z0-9_-]{1,64}))?$/;
const TRACE = /^opora-start (\d{1,20})(?: ([A-Za-z0-9_-]{1,64}))?$/;

/** What a message's text was made by. */
export type Spoken =
  | { readonly kind: 'words' }
  | { readonly kind: 'press'; readonly payload: string }
  /** The button under the welcome. */
  | { readonly kind: 'begin'; readonly token: string | null };

/** The `ActionBody` of a button. */
export function pressText(payload: string): string {
  return `opora:${payload}`;
}

/** The `ActionBody` of the button with which the talk begins. */
export function beginText(token: string | null): string {
  return token === null ? 'opora-start' : `opora-start:${token}`;
}

/** Tells presses from words. */
export function readSpoken(text: string): Spoken {
  const payload = PRESS.exec(text)?.[1];
  if (payload !== undefined) return { kind: 'press', payload };
  const begin = BEGIN.exec(text);
  return begin === null ? { kind: 'words' } : { kind: 'begin', token: begin[1] ?? null };
}

/** A start that waits for the person's first words: Viber gives it back with them as `tracking_data`. */
export interface WaitingStart {
  /** The `message_token` of the conversation that was opened: the start is taken once for it. */
  readonly conversation: string;
  readonly token: string | null;
}

/** The start as `tracking_data`. */
export function traceOf({ conversation, token }: WaitingStart): string {
  return ['opora-start', conversation, ...(token === null ? [] : [token])].join(' ');
}

/** The start that `tracking_data` names, or null. */
export function readTrace(data: string | null): WaitingStart | null {
  const found = data === null ? null : TRACE.exec(data);
  return found?.[1] === undefined ? null : { conversation: found[1], token: found[2] ?? null };
}

/** What a link may carry; anybody can write a link, so what cannot be a token is no token. */
export function startToken(context: string | null): string | null {
  return context !== null && /^[A-Za-z0-9_-]{1,64}$/.test(context) ? context : null;
}
