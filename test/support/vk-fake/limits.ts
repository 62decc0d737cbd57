/** Limits of messages and keyboards that no schema states, written by hand from the vendor's prose, with the codes the server answers. */
import type { Params } from './call.ts';

/** What the server answers instead of doing it. */
export interface Refusal {
  readonly code: number;
  readonly says: string;
}

const TEXT = 4096;
const ATTACHMENTS = 10;
const ROWS = { inline: 6, normal: 10 };
const IN_ROW = 5;
const IN_ALL = { inline: 10, normal: 40 };
const LABEL = 40;
const PAYLOAD = 255;

interface Button {
  readonly action?: {
    readonly type?: unknown;
    readonly label?: unknown;
    readonly payload?: unknown;
    readonly link?: unknown;
  };
}

/** The first limit a message breaks, or null. Every one is also a violation: a correct channel never gets here. */
export function brokenLimit(params: Params): Refusal | null {
  const { message = '', attachment = '', random_id: randomId } = params;
  if (message.trim() === '' && attachment === '') return { code: 100, says: 'message is empty or invalid' };
  if (message.length > TEXT) return { code: 914, says: 'Message is too long' };
  if (attachment.split(',').length > ATTACHMENTS) return { code: 100, says: 'too many attachments' };
  // The server takes it and then cannot tell a retry from a second message.
  if (randomId === undefined || !/^-?[1-9]\d{0,18}$/.test(randomId))
    return { code: 100, says: 'random_id should be a whole number other than 0' };
  return params['keyboard'] === undefined ? null : brokenKeyboard(params['keyboard']);
}

function brokenKeyboard(json: string): Refusal | null {
  const keyboard = parsed(json) as { readonly inline?: unknown; readonly buttons?: unknown } | null;
  if (keyboard === null || !Array.isArray(keyboard.buttons)) return bad('keyboard is not valid JSON');
  const kind = keyboard.inline === true ? 'inline' : 'normal';
  const rows = keyboard.buttons as readonly unknown[];
  if (rows.length > ROWS[kind]) return bad('too many rows');
  if (!rows.every((row): row is Button[] => Array.isArray(row))) return bad('a row should be a list');
  if (rows.some((row) => row.length === 0 || row.length > IN_ROW)) return bad('too many or no buttons in a row');
  if (rows.flat().length > IN_ALL[kind]) return bad('too many buttons');
  for (const { action } of rows.flat()) {
    if (typeof action?.label !== 'string' || action.label.trim() === '') return bad('a button should have a label');
    if (action.label.length > LABEL) return bad('label is too long');
    if (action.type === 'open_link' && !isPublicAddress(action.link)) return bad('link is invalid');
    if (action.type !== 'open_link' && action.type !== 'callback' && action.type !== 'text')
      return bad('unknown type of button');
    const { payload } = action;
    if (payload !== undefined && (typeof payload !== 'string' || payload.length > PAYLOAD || parsed(payload) === null))
      return bad('payload should be JSON of at most 255 characters');
  }
  return null;
}

function isPublicAddress(url: unknown): boolean {
  if (typeof url !== 'string' || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && hostname.includes('.');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

function bad(words: string): Refusal {
  return { code: 911, says: `Keyboard format is invalid: ${words}` };
}
