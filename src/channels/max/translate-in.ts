/**
 * An update of MAX as what a person did. Pure. Only dialogs are read: in a group the bot keeps silent.
 *
 * The platform numbers its updates by nothing, and says that one may come twice. So each event gets a key made of what cannot be the
 * same for two events (channels.md 4.3): a message has its `mid`, a press its keyboard, moment, person and payload, a start its person and
 * moment. `seq` is none: it is not unique across chats.
 *
 * An edited message is told apart on purpose, as on Telegram: the words before the edit have been acted on already, and the new ones
 * would fill in the next question. So it is `unsupported`: the person hears that it was not read and is asked again.
 */
import { createHash } from 'node:crypto';
import type { RemoteFileInput } from '../../casework/ports.ts';
import type { Input } from '../../dialogs/dialog.ts';
import { isOwnContact, phoneOf } from './contact-proof.ts';
import type { Attachment, Content, MaxMessage, MaxUpdate } from './update-shape.ts';

/** One thing a person did, under its key: the same for a redelivery. */
export interface Event {
  readonly eventKey: string;
  readonly input: Input | RemoteFileInput;
  /** Where the file lies now. Kept beside the input and never stored: the address is signed, and whoever has it has the file. */
  readonly url: string | null;
}

/** What an update means to us. `at` is the platform's clock; `pressId` names a press that waits for its answer, whatever else it means. */
export type Arrival =
  | {
      readonly kind: 'events';
      /** The person's number. A dialog has one of its own, and presses come without it. */
      readonly externalId: string;
      readonly at: number;
      /** Several where one message holds several files. */
      readonly events: readonly Event[];
      readonly pressId: string | null;
    }
  | { readonly kind: 'left'; readonly externalId: string; readonly at: number }
  | { readonly kind: 'passed-over'; readonly pressId: string | null };

/** Bytes we take of one file; the platform carries 4 GB. */
export const DOWNLOAD_LIMIT = 20 * 1024 * 1024;

const PASSED_OVER: Arrival = { kind: 'passed-over', pressId: null };

/** What the person did, or that it is none of our business. `token` proves contacts and is told to nobody. */
export function translateUpdate(update: MaxUpdate, token: string): Arrival {
  switch (update.kind) {
    case 'said':
      return fromMessage(update.message, update.at, (sender) =>
        eventsOf(update.message.content, update, sender, token),
      );
    case 'edited':
      return fromMessage(update.message, update.at, () => {
        const { mid, text } = update.message.content;
        // An edit without words changes a picture, or is the platform's own.
        return mid === null || text === null ? [] : [event(`edited ${mid} ${update.at}`, OTHER)];
      });
    case 'pressed': {
      const { pressId, payload, user, message, at } = update;
      // Our buttons stand in dialogs only; a press brings no kind of chat where its message is gone.
      const elsewhere = message !== null && message.chatType !== null && message.chatType !== 'dialog';
      if (payload === null || user.isBot || elsewhere) return { kind: 'passed-over', pressId };
      const key = `press ${digest([pressId, String(at), user.id, payload])}`;
      return { kind: 'events', externalId: user.id, at, events: [event(key, { kind: 'press', payload })], pressId };
    }
    case 'started': {
      const { user, at, payload } = update;
      if (user.isBot) return PASSED_OVER;
      const started = event(`start ${user.id} ${at}`, { kind: 'start', token: tokenOf(payload ?? '') });
      return { kind: 'events', externalId: user.id, at, events: [started], pressId: null };
    }
    case 'left':
      return { kind: 'left', externalId: update.user.id, at: update.at };
    case 'other':
      return PASSED_OVER;
  }
}

function fromMessage(message: MaxMessage, at: number, read: (sender: string) => readonly Event[]): Arrival {
  const { sender, chatType } = message;
  // Two bots that answer each other would never stop.
  if (sender === null || sender.isBot || chatType !== 'dialog') return PASSED_OVER;
  const events = read(sender.id);
  return events.length === 0 ? PASSED_OVER : { kind: 'events', externalId: sender.id, at, events, pressId: null };
}

const OTHER: Input = { kind: 'unsupported', what: 'other' };

/** Words under files go with the first of them; of what we do not take one thing is named, once. */
function eventsOf(content: Content, update: { readonly at: number }, sender: string, token: string): readonly Event[] {
  const { mid, text } = content;
  // What is only passed on has no number of its own.
  const base = mid === null ? `passed-on ${sender} ${update.at}` : `said ${mid}`;
  const pieces = content.attachments
    .map((piece, place) => ({ piece, ref: `${mid ?? base}:${place}` }))
    // The preview of a link stands beside the words that hold the link.
    .filter(({ piece: { type } }) => type !== 'inline_keyboard' && !(type === 'share' && text !== null))
    .map(({ piece, ref }) => ({ input: inputOf(piece, ref, { text, sender, token }), url: piece.url }));
  if (pieces.length === 0) return text === null ? [] : [event(base, fromText(text))];
  const unread = pieces.findIndex(({ input }) => input.kind === 'unsupported');
  return pieces
    .filter(({ input }, index) => input.kind !== 'unsupported' || index === unread)
    .map(({ input, url }, order) => ({
      eventKey: order === 0 ? base : `${base} ${order}`,
      input: input.kind === 'remote-file' && order > 0 ? { ...input, caption: null } : input,
      url: input.kind === 'remote-file' ? url : null,
    }));
}

function inputOf(
  { type, fileName, size, contact }: Attachment,
  ref: string,
  { text, sender, token }: { readonly text: string | null; readonly sender: string; readonly token: string },
): Input | RemoteFileInput {
  switch (type) {
    case 'image':
    case 'file':
      if (size !== null && size > DOWNLOAD_LIMIT) return { kind: 'file-refused', why: 'too-large' };
      // The platform forgets the name of a picture and does not say what it made of it.
      return { kind: 'remote-file', ref, name: fileName ?? 'photo', mediaType: null, size, caption: text };
    case 'contact': {
      const phone = contact === null ? null : phoneOf(contact.card);
      if (contact === null || phone === null) return OTHER;
      return { kind: 'contact', phone, own: isOwnContact(contact, sender, token) };
    }
    case 'sticker':
    case 'video':
    case 'location':
      return { kind: 'unsupported', what: type };
    // A voice message is a sound like any other here.
    case 'audio':
      return { kind: 'unsupported', what: 'voice' };
    default:
      return OTHER;
  }
}

/** A returning person's link may bring no event (channels.md 4.5): then the start can be typed. */
function fromText(text: string): Input {
  const start = /^\/start(?:\s+(.*))?$/s.exec(text);
  return start === null ? { kind: 'text', text } : { kind: 'start', token: tokenOf(start[1]?.trim() ?? '') };
}

/** Anybody can make a link: what cannot be a token is no token. */
function tokenOf(payload: string): string | null {
  return /^[A-Za-z0-9_-]{1,64}$/.test(payload) ? payload : null;
}

function event(eventKey: string, input: Input): Event {
  return { eventKey, input, url: null };
}

/** Keys are indexed, and a keyboard's name alone is over a hundred characters. */
function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
