/** Reads a callback of Viber: only the parts that are used later are looked at, so that nothing later can break. */
import { parseLongNumbers, tokenText } from './long-numbers.ts';

/** Events we ask for; `message` and `webhook` come unasked. */
export const WANTED_EVENTS = [
  'delivered',
  'seen',
  'failed',
  'subscribed',
  'unsubscribed',
  'conversation_started',
] as const;

/** A message of a person, with its parts as they came; absent parts are null. */
export interface ViberMessage {
  /** text, picture, video, file, sticker, contact, location, url, and whatever Viber brings next. */
  readonly type: string;
  readonly text: string | null;
  /** Address of a picture or file; of a link for `url`. */
  readonly media: string | null;
  readonly fileName: string | null;
  /** Bytes. */
  readonly size: number | null;
  readonly phone: string | null;
  /** What we sent as `tracking_data` with the message before. */
  readonly trackingData: string | null;
}

/** A callback. `token` is its `message_token`, digits. */
export type ViberEvent =
  | { readonly event: 'webhook' }
  | {
      readonly event: 'conversation_started';
      readonly token: string;
      readonly userId: string;
      /** As their application says: `ru`, `en-GB`; null where it does not. */
      readonly language: string | null;
      readonly context: string | null;
      readonly subscribed: boolean;
    }
  | {
      readonly event: 'message';
      readonly token: string;
      readonly userId: string;
      readonly message: ViberMessage;
      /** Pressed on a button that leaves no trace in the talk. */
      readonly silent: boolean;
    }
  | { readonly event: 'subscribed' | 'unsubscribed'; readonly token: string; readonly userId: string }
  | { readonly event: 'delivered' | 'seen'; readonly token: string }
  /** Taken first and not shown after all; `says` is the platform's own words. */
  | { readonly event: 'failed'; readonly token: string; readonly says: string }
  | { readonly event: 'unknown' };

/** The event, or null where it is none: a forger with the token, or a platform that has changed. */
export function readEvent(body: Uint8Array): ViberEvent | null {
  const value = parsed(body);
  if (!isRecord(value) || typeof value['event'] !== 'string') return null;
  const event = value['event'];
  if (event === 'webhook') return { event };
  const token = tokenText(value['message_token']);
  if (token === null) return null;
  switch (event) {
    case 'conversation_started':
      return readConversation(token, value);
    case 'message':
      return readMessage(token, value);
    case 'subscribed':
    case 'unsubscribed': {
      const userId = event === 'subscribed' ? userIdOf(value['user']) : idOf(value['user_id']);
      return userId === null ? null : { event, token, userId };
    }
    case 'delivered':
    case 'seen':
      return { event, token };
    case 'failed':
      return { event, token, says: textOf(value['desc']) ?? '' };
    default:
      return { event: 'unknown' };
  }
}

function readConversation(token: string, value: Record): ViberEvent | null {
  const user = value['user'];
  const userId = userIdOf(user);
  if (!isRecord(user) || userId === null) return null;
  const language = textOf(user['language']);
  const subscribed = value['subscribed'] === true;
  return { event: 'conversation_started', token, userId, language, context: textOf(value['context']), subscribed };
}

function readMessage(token: string, value: Record): ViberEvent | null {
  const userId = userIdOf(value['sender']);
  const message = value['message'];
  if (userId === null || !isRecord(message) || typeof message['type'] !== 'string') return null;
  const { type, contact, size } = message;
  return {
    event: 'message',
    token,
    userId,
    silent: value['silent'] === true,
    message: {
      type,
      text: textOf(message['text']),
      media: textOf(message['media']),
      fileName: textOf(message['file_name']),
      size: typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : null,
      phone: isRecord(contact) ? textOf(contact['phone_number']) : null,
      trackingData: textOf(message['tracking_data']),
    },
  };
}

function parsed(body: Uint8Array): unknown {
  try {
    return parseLongNumbers(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return null;
  }
}

function userIdOf(user: unknown): string | null {
  return isRecord(user) ? idOf(user['id']) : null;
}

function idOf(id: unknown): string | null {
  return typeof id === 'string' && isUserId(id) ? id : null;
}

/** Ids are base64, unique for a person and this bot. */
export function isUserId(id: string): boolean {
  return /^[A-Za-z0-9+/_=-]{4,128}$/.test(id);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

type Record = { readonly [name: string]: unknown };

function isRecord(value: unknown): value is Record {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
