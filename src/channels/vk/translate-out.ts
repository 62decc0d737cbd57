/**
 * A message as calls of `messages.send`. Pure. Words are sent plain. One call shows words, up to ten files and the buttons together;
 * what has more files sends the first tens ahead, so that the words with their buttons stay last and in sight.
 */
import type { Capabilities, OutgoingButton, OutgoingFile, OutgoingMessage } from '../../delivery/channel.ts';

/**
 * Limits of the platform (channels.md, sections 0 and 5): an inline keyboard has 6 rows of 5 and 10 buttons in all, a label 40 characters.
 * The schema takes 9000 characters of text; the applications show 4096 whole.
 */
export const VK_CAN: Capabilities = {
  textLimit: 4096,
  buttonsPerRow: 5,
  buttonsInAll: 10,
  labelLimit: 40,
  // The platform takes documents of 200 MB; more than this is nothing for a phone.
  fileLimit: 50 * 1024 * 1024,
};

const ROWS_LIMIT = 6;
const PAYLOAD_LIMIT = 255;
const FILES_LIMIT = 10;
const LINK_LIMIT = 2048;

/** A keyboard under a message, as the platform takes it. */
export interface VkKeyboard {
  readonly inline: true;
  readonly buttons: readonly (readonly VkButton[])[];
}

interface VkButton {
  readonly action:
    | { readonly type: 'callback'; readonly label: string; readonly payload: string }
    | { readonly type: 'open_link'; readonly label: string; readonly link: string };
}

/** One call. */
export interface Sending {
  readonly text: string;
  readonly files: readonly OutgoingFile[];
  readonly keyboard: VkKeyboard | null;
}

/** Calls in the order they are made, or why there are none. */
export type Translated =
  | { readonly kind: 'sendings'; readonly sendings: readonly Sending[] }
  /** The platform would never take it; `why` is a code. */
  | { readonly kind: 'refused'; readonly why: string };

/** The calls that show a message; limits are checked here, so that the platform never refuses a whole message for one. */
export function translateMessage(message: OutgoingMessage): Translated {
  const buttons = message.buttons.flat();
  const text = [message.text, ...linksInWords(buttons)].filter((part) => part !== '').join('\n\n');
  const rows = message.buttons.map((row) => row.flatMap(buttonOf)).filter((row) => row.length > 0);
  if (text.length > VK_CAN.textLimit) return refused('vk-too-long');
  if (rows.flat().length > VK_CAN.buttonsInAll) return refused('vk-too-many-buttons');
  if (rows.flat().some(({ action }) => action.type === 'callback' && action.payload.length > PAYLOAD_LIMIT))
    return refused('vk-button');
  if (message.files.some((file) => file.size > VK_CAN.fileLimit)) return refused('vk-file-too-large');
  if (text === '' && message.files.length === 0) return refused('vk-empty');

  const keyboard: VkKeyboard | null = rows.length === 0 ? null : { inline: true, buttons: fitRows(rows) };
  const ahead: Sending[] = [];
  let rest = message.files;
  for (; rest.length > FILES_LIMIT; rest = rest.slice(FILES_LIMIT))
    ahead.push({ text: '', files: rest.slice(0, FILES_LIMIT), keyboard: null });
  return { kind: 'sendings', sendings: [...ahead, { text, files: rest, keyboard }] };
}

/** Rows as they were asked for; where they are too many or too wide, all buttons anew in the fewest columns that fit, in order. */
function fitRows(rows: readonly (readonly VkButton[])[]): readonly (readonly VkButton[])[] {
  if (rows.length <= ROWS_LIMIT && rows.every((row) => row.length <= VK_CAN.buttonsPerRow)) return rows;
  const all = rows.flat();
  const columns = Math.ceil(all.length / ROWS_LIMIT);
  return Array.from({ length: Math.ceil(all.length / columns) }, (_, at) =>
    all.slice(at * columns, (at + 1) * columns),
  );
}

function buttonOf({ label, press, url }: OutgoingButton): VkButton[] {
  if (url === null) return [{ action: { type: 'callback', label, payload: JSON.stringify({ p: press }) } }];
  return isPublicAddress(url) ? [{ action: { type: 'open_link', label, link: url } }] : [];
}

/** A button may not open an address without a dot in its host (`http://localhost:3000`, as on a developer's machine): it goes into the words. */
function linksInWords(buttons: readonly OutgoingButton[]): readonly string[] {
  return buttons.flatMap(({ label, url }) => (url === null || isPublicAddress(url) ? [] : [`${label}: ${url}`]));
}

function isPublicAddress(url: string): boolean {
  if (!URL.canParse(url) || url.length > LINK_LIMIT) return false;
  const { protocol, hostname } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.');
}

function refused(why: string): Translated {
  return { kind: 'refused', why };
}
