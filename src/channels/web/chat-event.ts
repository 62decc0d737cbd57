/** What the page posts, taken apart: everything in it comes from outside and is checked here. */
import type { Input } from '../../dialogs/dialog.ts';

/** One deed of the person. `shown` is what the transcript keeps as their own words; null: nothing is shown. */
export interface ChatEvent {
  /** UUID made by the page; the same for every try to send the same deed. */
  readonly eventKey: string;
  readonly input: Extract<Input, { kind: 'start' | 'text' | 'press' }>;
  readonly shown: string | null;
}

/** Most characters of one message from the person. */
export const LONGEST_TEXT = 4000;
const LONGEST_LABEL = 200;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TOKEN = /^[A-Za-z0-9_-]{1,128}$/;
const PAYLOAD = /^[\x21-\x7e]{1,64}$/;

/** Reads a posted event; null for anything the page would not send. A token never becomes part of the transcript. */
export function readChatEvent(body: unknown): ChatEvent | null {
  if (!isFields(body)) return null;
  const { eventKey, kind, token, text, payload, label } = body;
  if (!isEventKey(eventKey)) return null;
  switch (kind) {
    case 'start':
      if (token !== null && !matches(token, TOKEN)) return null;
      return { eventKey, input: { kind, token }, shown: null };
    case 'text': {
      if (typeof text !== 'string') return null;
      const words = text.replaceAll('\r\n', '\n').replaceAll('\0', '');
      if (words.trim() === '' || words.length > LONGEST_TEXT) return null;
      return { eventKey, input: { kind, text: words }, shown: words };
    }
    case 'press':
      if (!matches(payload, PAYLOAD) || typeof label !== 'string' || label.length > LONGEST_LABEL) return null;
      return { eventKey, input: { kind, payload }, shown: label.trim() === '' ? null : label };
    default:
      return null;
  }
}

/** Whether it is a key a page makes. */
export function isEventKey(value: unknown): value is string {
  return matches(value, UUID);
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function isFields(body: unknown): body is { readonly [name: string]: unknown } {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
