/** Reads what came as JSON from the Callback API: only the parts that are used later, taken over one by one, so that nothing later can break. */

/** An attachment of a person's message. */
export type VkAttachment =
  | { readonly kind: 'photo'; readonly sizes: readonly VkPhotoSize[] }
  | { readonly kind: 'doc'; readonly title: string; readonly ext: string; readonly size: number; readonly url: string }
  /** Anything else, by the platform's own name of it. */
  | { readonly kind: 'other'; readonly type: string };

/** The same picture in one of its sizes. */
interface VkPhotoSize {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** A message in a conversation. */
export interface VkMessage {
  /** The person, or a negative number: a community. */
  readonly fromId: number;
  /** The conversation: with one person it has that person's number. */
  readonly peerId: number;
  /** Number of the message inside the conversation. */
  readonly cmid: number;
  readonly text: string;
  /** JSON of the button that wrote it. */
  readonly payload: string | null;
  /** What stood in the link the person came by. */
  readonly ref: string | null;
  readonly hasPlace: boolean;
  readonly hasForwarded: boolean;
  readonly attachments: readonly VkAttachment[];
}

/** What happened. */
export type VkEvent =
  | { readonly type: 'message_new'; readonly eventId: string; readonly message: VkMessage }
  | {
      readonly type: 'message_event';
      readonly eventId: string;
      readonly userId: number;
      readonly peerId: number;
      /** Names the press for its answer. */
      readonly pressId: string;
      readonly payload: unknown;
    }
  | { readonly type: 'message_allow' | 'message_deny'; readonly eventId: string; readonly userId: number }
  /** A kind we never asked for. */
  | { readonly type: 'other' };

/** The event, or null where it is none: a forger with the secret, or a platform that has changed. */
export function readEvent(value: unknown): VkEvent | null {
  if (!isRecord(value) || typeof value['type'] !== 'string') return null;
  const { type, event_id: eventId, object } = value;
  if (type !== 'message_new' && type !== 'message_event' && type !== 'message_allow' && type !== 'message_deny')
    return { type: 'other' };
  if (typeof eventId !== 'string' || eventId === '' || !isRecord(object)) return null;
  if (type === 'message_new') {
    const message = readMessage(object['message']);
    return message === null ? null : { type, eventId, message };
  }
  const { user_id: userId, peer_id: peerId, event_id: pressId, payload } = object;
  if (!isNumber(userId)) return null;
  if (type !== 'message_event') return { type, eventId, userId };
  if (!isNumber(peerId) || typeof pressId !== 'string') return null;
  return { type, eventId, userId, peerId, pressId, payload };
}

/** The message, or null where it is none; also for what `messages.getByConversationMessageId` gives. */
export function readMessage(value: unknown): VkMessage | null {
  if (!isRecord(value)) return null;
  const { from_id: fromId, peer_id: peerId, conversation_message_id: cmid, text, attachments = [] } = value;
  if (!isNumber(fromId) || !isNumber(peerId) || !isNumber(cmid) || typeof text !== 'string') return null;
  if (!Array.isArray(attachments)) return null;
  const read = attachments.map(readAttachment);
  const { payload, ref, geo, fwd_messages: forwarded } = value;
  return {
    fromId,
    peerId,
    cmid,
    text,
    payload: typeof payload === 'string' ? payload : null,
    ref: typeof ref === 'string' && ref !== '' ? ref : null,
    hasPlace: geo !== undefined && geo !== null,
    hasForwarded: Array.isArray(forwarded) && forwarded.length > 0,
    attachments: read,
  };
}

/** One that cannot be read stays in its place: the others are found by their number. */
function readAttachment(value: unknown): VkAttachment {
  const type = isRecord(value) && typeof value['type'] === 'string' ? value['type'] : 'unknown';
  const content = isRecord(value) ? value[type] : null;
  if (type === 'photo' && isRecord(content) && Array.isArray(content['sizes'])) {
    const sizes = content['sizes'].flatMap(readSize);
    if (sizes.length > 0) return { kind: 'photo', sizes };
  }
  if (type === 'doc' && isRecord(content)) {
    const { title, ext, size, url } = content;
    if (typeof title === 'string' && typeof ext === 'string' && isNumber(size) && typeof url === 'string')
      return { kind: 'doc', title, ext, size, url };
  }
  return { kind: 'other', type };
}

function readSize(value: unknown): VkPhotoSize[] {
  if (!isRecord(value)) return [];
  const { url, width, height } = value;
  return typeof url === 'string' && isNumber(width) && isNumber(height) ? [{ url, width, height }] : [];
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
