/** Buttons as a Viber keyboard: six columns wide, in place of the phone's own keyboard; it stays until another one comes. Pure. */
import type { OutgoingButton } from '../../delivery/channel.ts';
import { pressText } from './press-text.ts';

/** The shape the API wants; its names begin with capitals. */
export interface ViberKeyboard {
  readonly Type: 'keyboard';
  readonly DefaultHeight: false;
  readonly Buttons: readonly ViberButton[];
}

/** One button. */
export interface ViberButton {
  readonly Columns: number;
  readonly Rows: 1;
  readonly ActionType: 'reply' | 'open-url';
  readonly ActionBody: string;
  /** HTML: what stands in a label is escaped. */
  readonly Text: string;
  /** The press leaves no message of the person in the talk: its text is a payload, not words. */
  readonly Silent: true;
  readonly OpenURLType?: 'external';
}

/** Buttons in a row: with four the labels would be cut on a phone. */
export const BUTTONS_PER_ROW = 3;
/** Rows that are seen in portrait (channels.md 3.5). */
const ROWS = 12;
/** Buttons that fit. */
export const BUTTONS_IN_ALL = BUTTONS_PER_ROW * ROWS;

const COLUMNS = 6;

/** The keyboard, or null where there are no buttons. Rows are kept while they fit; a longer list is set in two or three columns, in order. */
export function keyboardOf(rows: readonly (readonly OutgoingButton[])[]): ViberKeyboard | null {
  const narrow = rows.flatMap((row) => inRows(row, BUTTONS_PER_ROW));
  if (narrow.length === 0) return null;
  const all = narrow.flat();
  const fitting = narrow.length <= ROWS ? narrow : inRows(all, Math.ceil(all.length / ROWS));
  return { Type: 'keyboard', DefaultHeight: false, Buttons: fitting.flatMap((row) => row.map(buttonIn(row.length))) };
}

/** A button of its own width: `columns` of six. */
export function replyButton(label: string, body: string, columns: number): ViberButton {
  return { Columns: columns, Rows: 1, ActionType: 'reply', ActionBody: body, Text: escapeHtml(label), Silent: true };
}

/** A button that opens an address in the person's own browser, where they may be signed in already. */
export function linkButton(label: string, url: string, columns: number): ViberButton {
  const shown = { Columns: columns, Rows: 1, Text: escapeHtml(label), Silent: true } as const;
  return { ...shown, ActionType: 'open-url', ActionBody: url, OpenURLType: 'external' };
}

function buttonIn(inRow: number): (button: OutgoingButton) => ViberButton {
  const columns = COLUMNS / inRow;
  return ({ label, press, url }) =>
    url === null ? replyButton(label, pressText(press), columns) : linkButton(label, url, columns);
}

function inRows(buttons: readonly OutgoingButton[], perRow: number): OutgoingButton[][] {
  const rows: OutgoingButton[][] = [];
  for (let at = 0; at < buttons.length; at += perRow) rows.push(buttons.slice(at, at + perRow));
  return rows;
}

function escapeHtml(label: string): string {
  return label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
