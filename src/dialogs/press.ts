/**
 * Button payloads: short, ASCII, at most 64 bytes (Telegram's limit), no personal data. A choice carries the turn that
 * offered it, so that an old button is told from a fresh one; a `go` is good for ever, because screens are safe to open twice.
 */

/** What a form's own buttons do; `resume` takes up the form that was set aside last. */
export type FormMove = 'back' | 'skip' | 'cancel' | 'send' | 'resume' | 'restart';

/** A payload taken apart. */
export type Press =
  | { readonly kind: 'choice'; readonly turn: number; readonly id: string }
  | { readonly kind: 'move'; readonly turn: number; readonly move: FormMove }
  | { readonly kind: 'change'; readonly turn: number; readonly question: string }
  | { readonly kind: 'go'; readonly dialog: string; readonly argument: string | null };

const MOVES: readonly string[] = ['back', 'skip', 'cancel', 'send', 'resume', 'restart'] satisfies FormMove[];
const LONGEST = 64;

/** A choice under the question asked in `turn`. */
export function choicePress(turn: number, id: string): string {
  return checked(`c.${turn}.${id}`);
}

/** Back, skip, cancel, send … of the form asked in `turn`. */
export function movePress(turn: number, move: FormMove): string {
  return checked(`m.${turn}.${move}`);
}

/** "Change" beside a line of the summary. */
export function changePress(turn: number, question: string): string {
  return checked(`e.${turn}.${question}`);
}

/** Opens a dialog; `argument` is an opaque id. */
export function goPress(dialog: string, argument?: string): string {
  return checked(argument === undefined ? `g.${dialog}` : `g.${dialog}.${argument}`);
}

/** Takes a payload apart; null for anything we did not make. Payloads come from outside: nothing in one is authority. */
export function readPress(payload: string): Press | null {
  const [tag, first = '', ...rest] = payload.split('.');
  const second = rest.join('.');
  if (tag === 'g' && first !== '') return { kind: 'go', dialog: first, argument: second === '' ? null : second };
  const turn = /^\d{1,9}$/.test(first) ? Number(first) : null;
  if (turn === null || second === '') return null;
  if (tag === 'c') return { kind: 'choice', turn, id: second };
  if (tag === 'e') return { kind: 'change', turn, question: second };
  if (tag === 'm' && isMove(second)) return { kind: 'move', turn, move: second };
  return null;
}

function isMove(text: string): text is FormMove {
  return MOVES.includes(text);
}

function checked(payload: string): string {
  if (payload.length > LONGEST || !/^[\x21-\x7e]+$/.test(payload))
    throw new Error(`not a payload of at most ${LONGEST} ASCII bytes: ${payload}`);
  return payload;
}
