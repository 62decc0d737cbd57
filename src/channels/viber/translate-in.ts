/** A callback of Viber as what a person did. Pure, but for `sealMedia`, which is given. */
import type { RemoteFileInput } from '../../casework/ports.ts';
import type { Input } from '../../dialogs/dialog.ts';
import type { Language } from '../../texts/text.ts';
import type { ViberEvent, ViberMessage } from './event-shape.ts';
import { readSpoken, readTrace, startToken, type WaitingStart } from './press-text.ts';

/** What a callback means to us. */
export type Arrival =
  | {
      readonly kind: 'input';
      /** The same for a redelivery. */
      readonly eventKey: string;
      readonly externalId: string;
      readonly input: Input | RemoteFileInput;
    }
  | { readonly kind: 'address'; readonly externalId: string; readonly status: 'active' | 'blocked' }
  /** Somebody who is not subscribed has opened the talk: one message may be said, in the answer to this very callback. */
  | { readonly kind: 'welcome'; readonly language: Language; readonly start: WaitingStart }
  /** What became of a message of ours: counted, nothing hangs on it. */
  | { readonly kind: 'receipt'; readonly what: 'delivered' | 'seen' }
  | { readonly kind: 'not-shown'; readonly says: string };

/** Bytes of one file we keep (`db/file-store.ts`); Viber itself takes more. */
export const DOWNLOAD_LIMIT = 20 * 1024 * 1024;

/** What the person did, in order; empty where it is none of our business. */
export function translateEvent(event: ViberEvent, sealMedia: (address: string) => string | null): readonly Arrival[] {
  switch (event.event) {
    case 'conversation_started': {
      const start = { conversation: event.token, token: startToken(event.context) };
      // Until they write or press, nothing may be sent to them: the start waits under the button of the welcome.
      if (!event.subscribed) return [{ kind: 'welcome', language: languageOf(event.language), start }];
      return [startOf(event.userId, start)];
    }
    case 'message':
      return fromMessage(event, sealMedia);
    case 'subscribed':
      return [{ kind: 'address', externalId: event.userId, status: 'active' }];
    case 'unsubscribed':
      return [{ kind: 'address', externalId: event.userId, status: 'blocked' }];
    case 'delivered':
    case 'seen':
      return [{ kind: 'receipt', what: event.event }];
    case 'failed':
      return [{ kind: 'not-shown', says: event.says }];
    case 'webhook':
    case 'unknown':
      return [];
  }
}

type MessageEvent = Extract<ViberEvent, { event: 'message' }>;

function fromMessage(event: MessageEvent, sealMedia: (address: string) => string | null): readonly Arrival[] {
  const { token, userId, message } = event;
  const spoken = message.type === 'text' ? readSpoken(message.text ?? '') : null;
  // A link that was pressed comes back as its address, though nobody said anything.
  if (event.silent && spoken?.kind === 'words' && /^https?:\/\/\S+$/i.test(message.text ?? '')) return [];
  const waiting = readTrace(message.trackingData);
  // A start is taken once for the conversation, whether the button or any first words bring it, and however often.
  const starts = waiting === null ? [] : [startOf(userId, waiting)];
  if (spoken?.kind === 'begin')
    return waiting === null ? [startOf(userId, { conversation: token, token: spoken.token })] : starts;
  const eventKey = `message ${token} ${userId}`;
  return [...starts, { kind: 'input', eventKey, externalId: userId, input: inputOf(message, sealMedia) }];
}

function startOf(userId: string, { conversation, token }: WaitingStart): Arrival {
  const eventKey = `start ${conversation} ${userId}`;
  return { kind: 'input', eventKey, externalId: userId, input: { kind: 'start', token } };
}

function inputOf(message: ViberMessage, sealMedia: (address: string) => string | null): Input | RemoteFileInput {
  switch (message.type) {
    case 'text': {
      const text = message.text ?? '';
      const spoken = readSpoken(text);
      return spoken.kind === 'press' ? spoken : { kind: 'text', text };
    }
    case 'url':
      // A link that was passed on or shared; its words are the address itself.
      return { kind: 'text', text: message.media ?? message.text ?? '' };
    case 'picture':
      return fromFile(message, 'photo.jpg', sealMedia);
    case 'file':
      return fromFile(message, 'document', sealMedia);
    case 'contact':
      // Nothing proves that a card is the sender's own, not even one sent by the "share my number" button.
      return message.phone === null
        ? { kind: 'unsupported', what: 'other' }
        : { kind: 'contact', phone: message.phone, own: false };
    case 'sticker':
    case 'video':
    case 'location':
      return { kind: 'unsupported', what: message.type };
    default:
      return { kind: 'unsupported', what: 'other' };
  }
}

function fromFile(
  { media, fileName, size, text: caption }: ViberMessage,
  unnamed: string,
  sealMedia: (address: string) => string | null,
): Input | RemoteFileInput {
  if (size !== null && size > DOWNLOAD_LIMIT) return { kind: 'file-refused', why: 'too-large' };
  const ref = media === null ? null : sealMedia(media);
  if (ref === null) return { kind: 'file-refused', why: 'unreadable' };
  return { kind: 'remote-file', ref, name: fileName ?? unnamed, mediaType: null, size, caption };
}

function languageOf(said: string | null): Language {
  return said !== null && /^en\b/i.test(said) ? 'en' : 'ru';
}
