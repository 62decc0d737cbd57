/** Buttons as an inline keyboard of MAX: they belong to a message and stay under it. */
import type { OutgoingButton } from '../../delivery/channel.ts';

/** A button as the API takes it. */
export type MaxButton =
  | { readonly type: 'callback'; readonly text: string; readonly payload: string }
  | { readonly type: 'link'; readonly text: string; readonly url: string };

/** Rows of a keyboard; none: no keyboard. */
export type MaxKeyboard = readonly (readonly MaxButton[])[];

/** Limits of the API (docs-api, "keyboard"; channels.md 4.4). */
export const KEYBOARD = { inAll: 210, rows: 30, inRow: 7, inRowWithLink: 3, payload: 1024, url: 2048 } as const;

/** Rows as they were asked for, narrowed to what a row may hold; null where they cannot be shown whole. */
export function keyboardOf(rows: readonly (readonly OutgoingButton[])[]): MaxKeyboard | null {
  const asked = rows.flatMap((row) => narrowed(row.flatMap(buttonOf), KEYBOARD.inRow));
  const buttons = asked.flat();
  if (buttons.length > KEYBOARD.inAll || buttons.some((button) => !fits(button))) return null;
  // A long list, a choice in each row: neighbours share rows, as few as it takes.
  for (let width = 1; width <= KEYBOARD.inRow; width += 1) {
    const packed = width === 1 ? asked : joined(asked, width);
    if (packed.length <= KEYBOARD.rows) return packed;
  }
  return null;
}

/** An address on this machine (`http://localhost:3000`) opens nothing on a person's phone; such a link goes into the words. */
export function isPublicAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') && url.length <= KEYBOARD.url;
}

function buttonOf({ label, press, url }: OutgoingButton): MaxButton[] {
  if (url === null) return [{ type: 'callback', text: label, payload: press }];
  return isPublicAddress(url) ? [{ type: 'link', text: label, url }] : [];
}

function fits(button: MaxButton): boolean {
  return button.type === 'link' || button.payload.length <= KEYBOARD.payload;
}

function mostIn(row: readonly MaxButton[], width: number): number {
  return row.some(({ type }) => type === 'link') ? Math.min(width, KEYBOARD.inRowWithLink) : width;
}

/** One row as several, each within what it may hold. */
function narrowed(row: readonly MaxButton[], width: number): MaxButton[][] {
  const parts: MaxButton[][] = [];
  for (let at = 0; at < row.length; ) {
    const part = row.slice(at, at + mostIn(row.slice(at, at + width), width));
    parts.push(part);
    at += part.length;
  }
  return parts;
}

/** Rows with neighbours joined while no row holds more than `width`. */
function joined(rows: MaxKeyboard, width: number): MaxButton[][] {
  const packed: MaxButton[][] = [];
  for (const row of rows) {
    const last = packed.at(-1);
    const together = [...(last ?? []), ...row];
    if (last !== undefined && together.length <= mostIn(together, width)) packed[packed.length - 1] = together;
    else packed.push([...row]);
  }
  return packed;
}
