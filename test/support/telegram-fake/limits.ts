/** Limits of the Bot API that no schema states, written by hand from its prose, with the words the server answers. */

/** What the server answers instead of doing it. */
export interface Refusal {
  readonly code: number;
  readonly description: string;
}

const TEXT = 4096;
const CAPTION = 1024;
const PAYLOAD_BYTES = 64;
const BUTTONS = 100;
const BUTTONS_IN_ROW = 8;
const PHOTO_BYTES = 10 * 1024 * 1024;
const DOCUMENT_BYTES = 50 * 1024 * 1024;

interface Button {
  readonly text?: unknown;
  readonly callback_data?: unknown;
  readonly url?: unknown;
}

/** The first limit a call breaks, or null. Every one is also a violation: a correct channel never gets here. */
export function brokenLimit(
  method: string,
  params: { readonly [name: string]: unknown },
  uploads: ReadonlyMap<string, Uint8Array>,
): Refusal | null {
  return (
    brokenText(method, params) ?? brokenKeyboard(params['reply_markup']) ?? brokenUpload(uploads) ?? brokenHook(params)
  );
}

function brokenText(method: string, params: { readonly [name: string]: unknown }): Refusal | null {
  const text = params['text'];
  if ((method === 'sendMessage' || method === 'editMessageText') && (typeof text !== 'string' || text.trim() === ''))
    return bad('message text is empty');
  if (typeof text === 'string' && method === 'answerCallbackQuery' && text.length > 200) return bad('MESSAGE_TOO_LONG');
  if (typeof text === 'string' && text.length > TEXT) return bad('message is too long');
  const caption = params['caption'];
  return typeof caption === 'string' && caption.length > CAPTION ? bad('message caption is too long') : null;
}

function brokenKeyboard(markup: unknown): Refusal | null {
  const rows = (markup as { inline_keyboard?: readonly (readonly Button[])[] } | undefined)?.inline_keyboard;
  if (!Array.isArray(rows)) return null;
  if (rows.flat().length > BUTTONS || rows.some((row) => Array.isArray(row) && row.length > BUTTONS_IN_ROW))
    return bad('reply markup is too long');
  for (const button of rows.flat() as Button[]) {
    if (typeof button.text !== 'string' || button.text.trim() === '')
      return bad('inline keyboard button text must be non-empty');
    const payload = button.callback_data;
    if (typeof payload === 'string' && (payload === '' || Buffer.byteLength(payload) > PAYLOAD_BYTES))
      return bad('BUTTON_DATA_INVALID');
    if ((payload === undefined) === (button.url === undefined))
      return bad('inline keyboard button must have exactly one action');
    if (button.url !== undefined && !isPublicAddress(button.url))
      return bad(`inline keyboard button URL '${JSON.stringify(button.url)}' is invalid: Wrong HTTP URL`);
  }
  return null;
}

function brokenUpload(uploads: ReadonlyMap<string, Uint8Array>): Refusal | null {
  for (const [field, bytes] of uploads) {
    if (bytes.length === 0) return bad('file must be non-empty');
    if (bytes.length > DOCUMENT_BYTES) return { code: 413, description: 'Request Entity Too Large' };
    if (field === 'photo' && bytes.length > PHOTO_BYTES) return bad('file is too big for a photo');
  }
  return null;
}

function brokenHook(params: { readonly [name: string]: unknown }): Refusal | null {
  const secret = params['secret_token'];
  if (secret === undefined) return null;
  return typeof secret === 'string' && /^[A-Za-z0-9_-]{1,256}$/.test(secret)
    ? null
    : bad('secret token contains unallowed characters');
}

function isPublicAddress(url: unknown): boolean {
  if (typeof url !== 'string' || !URL.canParse(url)) return false;
  const address = new URL(url);
  return address.protocol === 'tg:' || (/^https?:$/.test(address.protocol) && address.hostname.includes('.'));
}

function bad(words: string): Refusal {
  return { code: 400, description: `Bad Request: ${words}` };
}
