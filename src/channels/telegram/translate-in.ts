/**
 * An update of Telegram as what a person did. Pure. Only private chats are read: in a group the bot keeps silent.
 *
 * An edited message is told apart on purpose: the words before the edit have been acted on already, and taking the new ones as an
 * answer would fill in the next question with them. So an edit of words is `unsupported`: the person hears that it was not
 * read and is asked again; an edit without words (a live location that moves, a picture that changes) is passed over.
 */
import type { Message, PhotoSize, Update } from 'grammy/types';
import type { RemoteFileInput } from '../../casework/ports.ts';
import type { Input } from '../../dialogs/dialog.ts';

/** What an update means to us. `pressId` names a press that waits for its answer, whatever else it means. */
export type Arrival =
  | {
      readonly kind: 'input';
      /** `update_id`: the same for a redelivery. */
      readonly eventKey: string;
      /** The private chat's id, which is the person's. */
      readonly externalId: string;
      readonly input: Input | RemoteFileInput;
      readonly pressId: string | null;
    }
  | { readonly kind: 'address'; readonly externalId: string; readonly status: 'active' | 'blocked' }
  | { readonly kind: 'passed-over'; readonly pressId: string | null };

/** Bytes a bot may download (Bot API, getFile). */
export const DOWNLOAD_LIMIT = 20 * 1024 * 1024;

const PASSED_OVER: Arrival = { kind: 'passed-over', pressId: null };

/** What the person did, or that it is none of our business. The update must have passed `readUpdate`. */
export function translateUpdate(update: Update): Arrival {
  const { message, edited_message: edited, callback_query: press, my_chat_member: member } = update;
  if (message !== undefined) return fromMessage(update.update_id, message, inputOf(message));
  if (edited !== undefined) {
    const words = edited.text ?? edited.caption;
    return fromMessage(update.update_id, edited, words === undefined ? null : { kind: 'unsupported', what: 'other' });
  }
  if (press !== undefined) {
    // Without a message it comes from a bot's inline result, which we do not have.
    if (press.data === undefined || press.message?.chat.type !== 'private' || press.from.is_bot)
      return { kind: 'passed-over', pressId: press.id };
    return {
      kind: 'input',
      eventKey: String(update.update_id),
      externalId: String(press.message.chat.id),
      input: { kind: 'press', payload: press.data },
      pressId: press.id,
    };
  }
  // In a private chat it comes only when the person blocks or unblocks the bot.
  if (member?.chat.type === 'private') {
    const status = member.new_chat_member.status === 'member' ? 'active' : 'blocked';
    return { kind: 'address', externalId: String(member.chat.id), status };
  }
  return PASSED_OVER;
}

function fromMessage(updateId: number, message: Message, input: Input | RemoteFileInput | null): Arrival {
  // Bots may write to bots since Bot API 10: two that answer each other would never stop.
  if (input === null || message.chat.type !== 'private' || message.from?.is_bot === true) return PASSED_OVER;
  return {
    kind: 'input',
    eventKey: String(updateId),
    externalId: String(message.chat.id),
    input,
    pressId: null,
  };
}

/** Null for service messages (a pin, a timer), which nobody said. */
function inputOf(message: Message): Input | RemoteFileInput | null {
  if (message.text !== undefined) return fromText(message.text);
  const refused = UNSUPPORTED.find(([field]) => message[field] !== undefined);
  if (refused !== undefined) return { kind: 'unsupported', what: refused[1] };
  const caption = message.caption ?? null;
  if (message.photo !== undefined) return fromPhoto(message.photo, caption);
  if (message.document !== undefined) {
    const { file_id: ref, file_name: name, mime_type: mediaType, file_size: size } = message.document;
    if (size !== undefined && size > DOWNLOAD_LIMIT) return { kind: 'file-refused', why: 'too-large' };
    const known = { name: name ?? 'document', mediaType: mediaType ?? null, size: size ?? null };
    return { kind: 'remote-file', ref, ...known, caption };
  }
  if (message.contact !== undefined) {
    const { phone_number: phone, user_id: owner } = message.contact;
    // Nothing is signed: a card of somebody else can be passed on, and only the number of its owner tells (channels.md 1.6).
    return { kind: 'contact', phone, own: owner !== undefined && owner === message.from?.id };
  }
  return null;
}

/** Content we do not take, looked at before files: an animation comes with a `document` as well. */
const UNSUPPORTED: readonly (readonly [keyof Message, Extract<Input, { kind: 'unsupported' }>['what']])[] = [
  ['sticker', 'sticker'],
  ['voice', 'voice'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['animation', 'video'],
  ['location', 'location'],
  ['venue', 'location'],
  ['audio', 'other'],
  ['poll', 'other'],
  ['dice', 'other'],
  ['game', 'other'],
  ['story', 'other'],
  ['checklist', 'other'],
  ['paid_media', 'other'],
];

function fromText(text: string): Input {
  const start = /^\/start(?:@\w+)?(?:\s+(.*))?$/s.exec(text);
  if (start === null) return { kind: 'text', text: text.replace(/^(\/\w+)@\w+/, '$1') };
  const payload = start[1]?.trim() ?? '';
  // Anybody can type it: what cannot be a token is no token.
  return { kind: 'start', token: /^[A-Za-z0-9_-]{1,64}$/.test(payload) ? payload : null };
}

/** The same picture comes in several sizes; the largest is kept, because a paper must be readable. */
function fromPhoto(sizes: readonly PhotoSize[], caption: string | null): Input | RemoteFileInput | null {
  const largest = sizes.toSorted((one, other) => other.width * other.height - one.width * one.height)[0];
  if (largest === undefined) return null;
  const size = largest.file_size ?? null;
  if (size !== null && size > DOWNLOAD_LIMIT) return { kind: 'file-refused', why: 'too-large' };
  // Telegram makes every photo a JPEG and forgets its name.
  return { kind: 'remote-file', ref: largest.file_id, name: 'photo.jpg', mediaType: 'image/jpeg', size, caption };
}
