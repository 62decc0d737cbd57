/**
 * A message as calls of the Bot API. Pure. Words are sent plain, with no markup to be read into them. A picture takes words and buttons
 * with it. A file must be the only attachment of its message (FileAttachmentRequest), so words with buttons follow it; several files
 * go first in any case, so that the buttons stay last and in sight.
 */
import type { Capabilities, OutgoingButton, OutgoingFile, OutgoingMessage } from '../../delivery/channel.ts';
import { isPublicAddress, KEYBOARD, keyboardOf, type MaxKeyboard } from './keyboard.ts';

/** Limits of the API (schema 0.0.32). An application shows some 20 characters of a lone button and 3 of one among four; the rest is cut there. */
export const MAX_CAN: Capabilities = {
  textLimit: 4000,
  buttonsPerRow: KEYBOARD.inRow,
  buttonsInAll: KEYBOARD.inAll,
  labelLimit: 128,
  // The platform takes 4 GB; nobody reads such a paper on a phone, and we hold it in memory while it goes.
  fileLimit: 50 * 1024 * 1024,
};

const PICTURE_LIMIT = 50 * 1024 * 1024;
/** Pictures the platform takes as such; others (WebP, SVG) go as files. */
const PICTURE_TYPES: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/bmp',
  'image/tiff',
  'image/heic',
];

/** One call. At least one of words and file is there. */
export interface Sending {
  readonly text: string | null;
  readonly file: { readonly as: 'image' | 'file'; readonly content: OutgoingFile } | null;
  /** Empty: none. */
  readonly keyboard: MaxKeyboard;
}

/** Calls in the order they are made, or why there are none. */
export type Translated =
  | { readonly kind: 'sendings'; readonly sendings: readonly Sending[] }
  /** The platform would never take it; `why` is a code. */
  | { readonly kind: 'refused'; readonly why: string };

/** The calls that show a message; limits are checked here, so that the platform never refuses a whole message for one. `asFiles`: no picture is tried as a picture. */
export function translateMessage(message: OutgoingMessage, asFiles = false): Translated {
  const text = [message.text, ...linksInWords(message.buttons.flat())].filter((part) => part !== '').join('\n\n');
  if (text.length > MAX_CAN.textLimit) return refused('max-too-long');
  if (text === '' && message.files.length === 0) return refused('max-empty');
  if (message.files.some(({ size }) => size > MAX_CAN.fileLimit)) return refused('max-file-too-large');
  const keyboard = keyboardOf(message.buttons);
  if (keyboard === null) return refused('max-buttons');

  const files = message.files.map((content) => ({ as: kindOf(content, asFiles), content }));
  const [only] = files;
  const together = files.length === 1 && (only?.as === 'image' || keyboard.length === 0);
  if (only !== undefined && together) return sendings([{ text: text === '' ? null : text, file: only, keyboard }]);
  const before = files.map((file, index): Sending => {
    // Where no words follow, the last file alone can carry the buttons.
    const last = text === '' && index === files.length - 1;
    return { text: null, file, keyboard: last ? keyboard : [] };
  });
  return sendings(text === '' ? before : [...before, { text, file: null, keyboard }]);
}

function kindOf({ mediaType, size }: OutgoingFile, asFiles: boolean): 'image' | 'file' {
  return !asFiles && PICTURE_TYPES.includes(mediaType) && size <= PICTURE_LIMIT ? 'image' : 'file';
}

function linksInWords(buttons: readonly OutgoingButton[]): readonly string[] {
  return buttons.flatMap(({ label, url }) => (url === null || isPublicAddress(url) ? [] : [`${label}: ${url}`]));
}

function sendings(list: readonly Sending[]): Translated {
  return { kind: 'sendings', sendings: list };
}

function refused(why: string): Translated {
  return { kind: 'refused', why };
}
