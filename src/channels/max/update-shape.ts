/** Reads what came as JSON (`read-json.ts`) as an update, into the few parts that are used later: nothing later can break on the rest. */
import { asCount, asId, asList, asRecord, asText } from './read-json.ts';

/** Kinds of updates we ask the platform for. */
export const WANTED_UPDATES = [
  'message_created',
  'message_edited',
  'message_callback',
  'bot_started',
  'bot_stopped',
  'dialog_removed',
] as const;

/** Who did it. */
export interface MaxUser {
  /** Digits; may exceed 2^53. */
  readonly id: string;
  readonly isBot: boolean;
}

/** A piece of a message that is not words. What a kind does not have is null. */
export interface Attachment {
  /** `image`, `file`, `contact` …; kinds grow without notice. */
  readonly type: string;
  readonly url: string | null;
  readonly fileName: string | null;
  /** Bytes. */
  readonly size: number | null;
  readonly contact: { readonly card: string; readonly hash: string; readonly owner: string } | null;
}

/** What a message says, itself or by what it passes on. */
export interface Content {
  /** Null where it is all in what was passed on. */
  readonly mid: string | null;
  readonly text: string | null;
  readonly attachments: readonly Attachment[];
}

/** A message of a chat. */
export interface MaxMessage {
  readonly sender: MaxUser | null;
  /** `dialog` for a talk of two. */
  readonly chatType: string | null;
  readonly content: Content;
}

/** What happened; `at` is milliseconds of the platform's clock. */
export type MaxUpdate =
  | { readonly kind: 'said' | 'edited'; readonly at: number; readonly message: MaxMessage }
  | {
      readonly kind: 'pressed';
      readonly at: number;
      readonly pressId: string;
      readonly payload: string | null;
      readonly user: MaxUser;
      /** Null where the message is gone. */
      readonly message: MaxMessage | null;
    }
  | { readonly kind: 'started'; readonly at: number; readonly user: MaxUser; readonly payload: string | null }
  | { readonly kind: 'left'; readonly at: number; readonly user: MaxUser }
  /** A kind we never asked for. */
  | { readonly kind: 'other' };

/** The update, or null where it is none: a forger with the secret, or a platform that has changed. */
export function readUpdate(value: unknown): MaxUpdate | null {
  const update = asRecord(value);
  const [type, at] = [asText(update?.['update_type']), asCount(update?.['timestamp'])];
  if (update === null || type === null || at === null) return null;
  switch (type) {
    case 'message_created':
    case 'message_edited': {
      const message = readMessage(update['message']);
      return message && { kind: type === 'message_created' ? 'said' : 'edited', at, message };
    }
    case 'message_callback':
      return readPress(update);
    case 'bot_started': {
      const user = readUser(update['user']);
      return user && { kind: 'started', at, user, payload: asText(update['payload']) };
    }
    case 'bot_stopped':
    case 'dialog_removed': {
      const user = readUser(update['user']);
      return user && { kind: 'left', at, user };
    }
    default:
      return { kind: 'other' };
  }
}

/** A message as an update carries it and as `GET /messages/{id}` gives it; null where it is none. */
export function readMessage(value: unknown): MaxMessage | null {
  const message = asRecord(value);
  if (message === null) return null;
  const { sender, body, link } = message;
  const passedOn = asRecord(link)?.['type'] === 'forward' ? readBody(asRecord(link)?.['message']) : null;
  const own = readBody(body) ?? (passedOn && { mid: null, text: null, attachments: [] });
  const from = sender === undefined || sender === null ? null : readUser(sender);
  if (own === null || (from === null && sender !== undefined && sender !== null)) return null;
  const content = {
    mid: own.mid,
    text: own.text ?? passedOn?.text ?? null,
    attachments: own.attachments.length > 0 ? own.attachments : (passedOn?.attachments ?? []),
  };
  return { sender: from, chatType: asText(asRecord(message['recipient'])?.['chat_type']), content };
}

function readPress(update: { readonly [name: string]: unknown }): MaxUpdate | null {
  const press = asRecord(update['callback']);
  const [at, pressId, user] = [
    asCount(press?.['timestamp']),
    asText(press?.['callback_id']),
    readUser(press?.['user']),
  ];
  if (at === null || pressId === null || user === null) return null;
  const payload = asText(press?.['payload']);
  return { kind: 'pressed', at, pressId, payload, user, message: readMessage(update['message']) };
}

function readUser(value: unknown): MaxUser | null {
  const user = asRecord(value);
  const id = asId(user?.['user_id']);
  return id === null ? null : { id, isBot: user?.['is_bot'] === true };
}

function readBody(value: unknown): (Content & { readonly mid: string }) | null {
  const body = asRecord(value);
  const mid = asText(body?.['mid']);
  if (body === null || mid === null) return null;
  const written = asText(body['text']);
  return { mid, text: written === '' ? null : written, attachments: asList(body['attachments']).map(readAttachment) };
}

function readAttachment(value: unknown): Attachment {
  const given = asRecord(value);
  const payload = asRecord(given?.['payload']);
  const [card, hash] = [asText(payload?.['vcf_info']), asText(payload?.['hash'])];
  const owner = asId(asRecord(payload?.['max_info'])?.['user_id']);
  return {
    type: asText(given?.['type']) ?? 'unknown',
    url: asText(payload?.['url']),
    fileName: asText(given?.['filename']),
    size: asCount(given?.['size']),
    contact: card === null ? null : { card, hash: hash ?? '', owner: owner ?? '' },
  };
}
