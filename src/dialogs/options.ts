/** Buttons that many dialogs end with. */
import type { Text } from '../texts/text.ts';
import type { Option } from './dialog.ts';
import { goPress } from './press.ts';

/** The dialogs the runner itself opens: what any word brings, where a link or a typed code leads, and who can help. */
export const MENU = 'menu';
export const START = 'start';
export const JOIN = 'join';
export const HELP = 'help';

/** The way back to the menu: the last button of anything that ends. */
export function menuOption(): Option {
  return { label: { key: 'core:menu' }, press: goPress(MENU) };
}

/** A button that opens a dialog; `argument` is an opaque id. */
export function goOption(label: Text, dialog: string, argument?: string): Option {
  return { label, press: goPress(dialog, argument) };
}
