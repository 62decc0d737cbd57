/** Short names for the deeds of a script: a scene should read as the talk does. */
import type { DutyKind } from '../../engine/duties.ts';
import type { FormMove } from '../../dialogs/press.ts';
import type { Fact, Text } from '../../texts/text.ts';
import type { Deed, LinkOf } from './script.ts';

/** A text of `locales/…/demo.json`. */
export function demoText(path: string, facts?: { readonly [name: string]: Fact }): Text {
  return facts ? { key: `demo:${path}`, facts } : { key: `demo:${path}` };
}

/** Opens the chat, by a link or by itself. */
export function start(linkOf: LinkOf | null): Deed {
  return { does: 'start', linkOf };
}

/** Types words: digits as they stand, sentences as texts. */
export function say(words: string | Text): Deed {
  return { does: 'say', words };
}

/** Presses choices one after the other. */
export function choose(...ids: readonly string[]): Deed[] {
  return ids.map((id) => ({ does: 'choose', id }));
}

/** Presses "send", "skip" … */
export function move(wish: FormMove): Deed {
  return { does: 'move', move: wish };
}

/** Opens a line of the summary again. */
export function change(question: string): Deed {
  return { does: 'change', question };
}

/** Presses a button that opens a dialog. */
export function open(dialog: string, about?: string): Deed {
  return about === undefined ? { does: 'open', dialog } : { does: 'open', dialog, about };
}

/** Opens the earliest open duty of a kind. */
export function openDuty(kind: DutyKind, number?: number): Deed {
  return number === undefined ? { does: 'open-duty', kind } : { does: 'open-duty', kind, number };
}

/** Waits for what is being made. */
export function wait(): Deed {
  return { does: 'wait' };
}

/** Sends a picture. */
export function photo(name: string): Deed {
  return { does: 'photo', name };
}
