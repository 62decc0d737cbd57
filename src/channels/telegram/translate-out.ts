/**
 * A message as calls of the Bot API. Pure. Words are sent plain, with no markup to be read into them. One file takes the words as its
 * caption where they fit; several files go first, so that the words with their buttons stay last and the buttons stay in sight.
 */
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Capabilities, OutgoingButton, OutgoingFile, OutgoingMessage } from '../../delivery/channel.ts';

/** Limits from the Bot API; 8 in a row and 100 in all are the community's figures, the documents give none (channels.md 1.2). */
export const TELEGRAM_CAN: Capabilities = {
  textLimit: 4096,
  buttonsPerRow: 8,
  buttonsInAll: 100,
  // No limit is written; longer labels are cut by the applications themselves.
  labelLimit: 64,
  fileLimit: 50 * 1024 * 1024,
};

const CAPTION_LIMIT = 1024;
const PHOTO_LIMIT = 10 * 1024 * 1024;
const PAYLOAD_LIMIT = 64;
/** Pictures the platform shows in the chat; others (HEIC, SVG, TIFF) it takes as documents only. */
const PHOTO_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** One call. */
export type Sending =
  | { readonly kind: 'text'; readonly text: string; readonly keyboard: InlineKeyboardMarkup | null }
  | {
      readonly kind: 'photo' | 'document';
      readonly file: OutgoingFile;
      readonly caption: string | null;
      readonly keyboard: InlineKeyboardMarkup | null;
    };

/** Calls in the order they are made, or why there are none. */
export type Translated =
  | { readonly kind: 'sendings'; readonly sendings: readonly Sending[] }
  /** The platform would never take it; `why` is a code. */
  | { readonly kind: 'refused'; readonly why: string };

/** The calls that show a message; limits are checked here, so that the platform never refuses a whole message for one. */
export function translateMessage(message: OutgoingMessage): Translated {
  const buttons = message.buttons.flat();
  const shown = buttons.filter((button) => button.url === null || isPublicAddress(button.url));
  const text = [message.text, ...linksInWords(buttons)].filter((part) => part !== '').join('\n\n');
  const keyboard = keyboardOf(message.buttons);
  if (text.length > TELEGRAM_CAN.textLimit) return refused('telegram-too-long');
  if (shown.length > TELEGRAM_CAN.buttonsInAll) return refused('telegram-too-many-buttons');
  if (shown.some((button) => button.url === null && Buffer.byteLength(button.press) > PAYLOAD_LIMIT))
    return refused('telegram-button');
  if (message.files.some((file) => file.size > TELEGRAM_CAN.fileLimit)) return refused('telegram-file-too-large');
  if (text === '' && message.files.length === 0) return refused('telegram-empty');

  const [only] = message.files;
  if (only !== undefined && message.files.length === 1 && text.length <= CAPTION_LIMIT)
    return { kind: 'sendings', sendings: [fileSending(only, text === '' ? null : text, keyboard)] };
  const files = message.files.map((file, index) => {
    const last = text === '' && index === message.files.length - 1;
    return fileSending(file, null, last ? keyboard : null);
  });
  const words: readonly Sending[] = text === '' ? [] : [{ kind: 'text', text, keyboard }];
  return { kind: 'sendings', sendings: [...files, ...words] };
}

/** The name as it may stand in a form's header: grammY writes it there as it is. */
export function safeFileName(name: string): string {
  const safe = name.replace(/[\p{Cc}";\\/]+/gu, '_').trim();
  return safe === '' ? 'file' : safe;
}

function fileSending(file: OutgoingFile, caption: string | null, keyboard: InlineKeyboardMarkup | null): Sending {
  const kind = PHOTO_TYPES.includes(file.mediaType) && file.size <= PHOTO_LIMIT ? 'photo' : 'document';
  return { kind, file, caption, keyboard };
}

function keyboardOf(rows: OutgoingMessage['buttons']): InlineKeyboardMarkup | null {
  const narrow: InlineKeyboardButton[][] = [];
  for (const row of rows) {
    const buttons = row.flatMap(buttonOf);
    for (let at = 0; at < buttons.length; at += TELEGRAM_CAN.buttonsPerRow)
      narrow.push(buttons.slice(at, at + TELEGRAM_CAN.buttonsPerRow));
  }
  return narrow.length === 0 ? null : { inline_keyboard: narrow };
}

function buttonOf({ label, press, url }: OutgoingButton): InlineKeyboardButton[] {
  if (url === null) return [{ text: label, callback_data: press }];
  return isPublicAddress(url) ? [{ text: label, url }] : [];
}

/**
 * The platform refuses a whole message for one button whose address has no dot in its host (`http://localhost:3000`, as on a
 * developer's machine): such a link goes into the words.
 */
function linksInWords(buttons: readonly OutgoingButton[]): readonly string[] {
  return buttons.flatMap(({ label, url }) => (url === null || isPublicAddress(url) ? [] : [`${label}: ${url}`]));
}

function isPublicAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.');
}

function refused(why: string): Translated {
  return { kind: 'refused', why };
}
