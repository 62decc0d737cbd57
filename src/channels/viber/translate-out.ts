/**
 * A message as calls of the API. Pure. One picture takes short words as its caption; otherwise files go first, so that the words with their
 * buttons stay last. Nothing can be edited at Viber: a changed screen is a new message.
 */
import type { Capabilities, OutgoingFile, OutgoingMessage } from '../../delivery/channel.ts';
import { BUTTONS_IN_ALL, BUTTONS_PER_ROW, keyboardOf, type ViberKeyboard } from './keyboard.ts';

/**
 * Limits from channels.md 3.4 and 3.5. The platform takes 7000 characters in a message of at most 30 KB: 5000 of three bytes (`₽`, `—`, `…`)
 * leave room for the fullest keyboard.
 */
export const VIBER_CAN: Capabilities = {
  textLimit: 5000,
  buttonsPerRow: BUTTONS_PER_ROW,
  buttonsInAll: BUTTONS_IN_ALL,
  // The application itself cuts what does not fit the width.
  labelLimit: 64,
  fileLimit: 50 * 1024 * 1024,
};

/** The strictest figure told; others are 512 and 768. */
const CAPTION_LIMIT = 120;
const PICTURE_LIMIT = 1024 * 1024;
const PICTURE_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/gif'];
const NAME_LIMIT = 256;
const SENDER_LIMIT = 28;
const WHOLE_LIMIT = 30 * 1024;
const PAYLOAD_LIMIT = 64;

/** One call. */
export type Sending =
  | { readonly kind: 'text'; readonly text: string; readonly keyboard: ViberKeyboard | null }
  | {
      readonly kind: 'picture' | 'file';
      readonly file: OutgoingFile;
      /** Always empty for a `file`. */
      readonly caption: string;
      readonly keyboard: ViberKeyboard | null;
    };

/** Calls in the order they are made, or why there are none. */
export type Translated =
  | { readonly kind: 'sendings'; readonly sendings: readonly Sending[] }
  /** The platform would never take it; `why` is a code. */
  | { readonly kind: 'refused'; readonly why: string };

/** The calls that show a message; limits are checked here, so that the platform never refuses a whole message for one. */
export function translateMessage({ text, buttons, files }: OutgoingMessage): Translated {
  const all = buttons.flat();
  if (text.length > VIBER_CAN.textLimit) return refused('viber-too-long');
  if (all.length > VIBER_CAN.buttonsInAll) return refused('viber-too-many-buttons');
  if (all.some(({ press, url }) => url === null && Buffer.byteLength(press) > PAYLOAD_LIMIT))
    return refused('viber-button');
  if (files.some((file) => file.size > VIBER_CAN.fileLimit)) return refused('viber-file-too-large');
  if (text === '' && files.length === 0) return refused('viber-empty');

  const keyboard = keyboardOf(buttons);
  const [only] = files;
  if (only !== undefined && files.length === 1 && isPicture(only) && text.length <= CAPTION_LIMIT)
    return { kind: 'sendings', sendings: [fileSending(only, text, keyboard)] };
  const sendings = files.map((file, index) => {
    const last = text === '' && index === files.length - 1;
    return fileSending(file, '', last ? keyboard : null);
  });
  const words: readonly Sending[] = text === '' ? [] : [{ kind: 'text', text, keyboard }];
  return { kind: 'sendings', sendings: [...sendings, ...words] };
}

/** The fields of `send_message` that say who speaks; `senderName` is shown over each message. */
export function senderFields(senderName: string): {
  readonly min_api_version: 1;
  readonly sender: { readonly name: string };
} {
  // Nothing we send needs a newer application.
  return { min_api_version: 1, sender: { name: senderName.slice(0, SENDER_LIMIT) } };
}

/** The body of `send_message`; null where it is heavier than the platform takes. `linkTo` makes the address a file is fetched from. */
export function bodyOf(
  sending: Sending,
  to: { readonly receiver: string; readonly senderName: string },
  linkTo: (file: OutgoingFile) => string,
): string | null {
  const content =
    sending.kind === 'text'
      ? { type: 'text', text: sending.text }
      : sending.kind === 'picture'
        ? { type: 'picture', text: sending.caption, media: linkTo(sending.file) }
        : {
            type: 'file',
            media: linkTo(sending.file),
            size: sending.file.size,
            file_name: shortName(sending.file.name),
          };
  const keyboard = sending.keyboard === null ? {} : { keyboard: sending.keyboard };
  const body = JSON.stringify({ receiver: to.receiver, ...senderFields(to.senderName), ...content, ...keyboard });
  return Buffer.byteLength(body) <= WHOLE_LIMIT ? body : null;
}

function fileSending(file: OutgoingFile, caption: string, keyboard: ViberKeyboard | null): Sending {
  return { kind: isPicture(file) ? 'picture' : 'file', file, caption, keyboard };
}

function isPicture(file: OutgoingFile): boolean {
  return PICTURE_TYPES.includes(file.mediaType) && file.size <= PICTURE_LIMIT;
}

/** Cut before the ending, by which the phone knows what opens the file. */
function shortName(name: string): string {
  if (name.length <= NAME_LIMIT) return name;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return name.slice(0, NAME_LIMIT - ending.length) + ending;
}

function refused(why: string): Translated {
  return { kind: 'refused', why };
}
