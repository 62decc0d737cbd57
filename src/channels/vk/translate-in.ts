/**
 * An event of the Callback API as what a person did. Pure. Only conversations with one person are read: in a group chat the community
 * keeps silent. A message with several files is several inputs, the words go with the first.
 */
import type { Received, RemoteFileInput } from '../../casework/ports.ts';
import type { Input } from '../../dialogs/dialog.ts';
import type { VkAttachment, VkEvent, VkMessage } from './event-shape.ts';

/** A press that waits for its answer: the button spins until then. */
export interface PressToAnswer {
  readonly pressId: string;
  readonly userId: number;
  readonly peerId: number;
}

/** What an event means to us. */
export type Arrival =
  | {
      readonly kind: 'inputs';
      /** The person's number. */
      readonly externalId: string;
      /** In order. The first key is the event's `event_id`, the next ones add `-1`, `-2`: the same for a redelivery. */
      readonly inputs: readonly Pick<Received, 'eventKey' | 'input'>[];
      readonly press: PressToAnswer | null;
      /** The link the person came by now. */
      readonly ref: string | null;
    }
  | { readonly kind: 'address'; readonly externalId: string; readonly status: 'active' | 'blocked' }
  | { readonly kind: 'passed-over'; readonly press: PressToAnswer | null };

/** Bytes of a file taken from a person: as everywhere in the product. */
export const DOWNLOAD_LIMIT = 20 * 1024 * 1024;

type AnyInput = Input | RemoteFileInput;

const PASSED_OVER: Arrival = { kind: 'passed-over', press: null };

/** What the person did, or that it is none of our business. `lastRef`: the link this person came by before, as far as it is known. */
export function translateEvent(event: VkEvent, lastRef: string | null): Arrival {
  switch (event.type) {
    case 'other':
      return PASSED_OVER;
    case 'message_allow':
    case 'message_deny': {
      const status = event.type === 'message_allow' ? 'active' : 'blocked';
      return { kind: 'address', externalId: String(event.userId), status };
    }
    case 'message_event': {
      const { pressId, userId, peerId } = event;
      const press = { pressId, userId, peerId };
      const payload = pressOf(event.payload);
      if (payload === null || userId !== peerId || userId <= 0) return { kind: 'passed-over', press };
      return arrived(event.eventId, userId, [{ kind: 'press', payload }], press, null);
    }
    case 'message_new':
      return fromMessage(event.eventId, event.message, lastRef);
  }
}

function fromMessage(eventId: string, message: VkMessage, lastRef: string | null): Arrival {
  if (message.fromId !== message.peerId || message.fromId <= 0) return PASSED_OVER;
  const written = message.payload === null ? null : parsed(message.payload);
  const begins = isStartButton(written);
  // The platform may repeat the `ref` of a link on later messages: only a new one begins something.
  const ref = message.ref !== null && (begins || message.ref !== lastRef) ? message.ref : null;
  // Anybody can make a link: what cannot be a token is no token.
  const token = ref !== null && /^[A-Za-z0-9_-]{1,64}$/.test(ref) ? ref : null;
  const press = pressOf(written);
  const inputs: AnyInput[] =
    press !== null
      ? [{ kind: 'press', payload: press }]
      : begins || token !== null
        ? // The words beside a link only open it; papers are kept.
          [{ kind: 'start', token }, ...filesOf(message, null)]
        : contentOf(message);
  return inputs.length === 0 ? PASSED_OVER : arrived(eventId, message.fromId, inputs, null, token);
}

function arrived(
  eventId: string,
  userId: number,
  inputs: readonly AnyInput[],
  press: PressToAnswer | null,
  ref: string | null,
): Arrival {
  const keyed = inputs.map((input, at) => ({ eventKey: at === 0 ? eventId : `${eventId}-${at}`, input }));
  return { kind: 'inputs', externalId: String(userId), inputs: keyed, press, ref };
}

/** Empty for service messages (a picture of the chat changed), which nobody said. */
function contentOf(message: VkMessage): AnyInput[] {
  const words = plainText(message.text);
  const files = filesOf(message, words === '' ? null : words);
  const refused = message.attachments.flatMap((one) => (isRefused(one, words) ? [one.type] : []))[0];
  const unread: Input[] =
    refused === undefined ? [] : [{ kind: 'unsupported', what: UNSUPPORTED.get(refused) ?? 'other' }];
  if (message.hasPlace) unread.unshift({ kind: 'unsupported', what: 'location' });
  if (files.length > 0) return [...files, ...unread.slice(0, 1)];
  if (unread[0] !== undefined) return [unread[0]];
  if (words !== '') return [{ kind: 'text', text: words }];
  return message.hasForwarded ? [{ kind: 'unsupported', what: 'other' }] : [];
}

/** Content we do not take, by the platform's name of it; what is not here is `other`. */
const UNSUPPORTED: ReadonlyMap<string, Extract<Input, { kind: 'unsupported' }>['what']> = new Map([
  ['sticker', 'sticker'],
  ['audio_message', 'voice'],
  ['video', 'video'],
  ['video_message', 'video'],
  ['story', 'video'],
]);

/** The card the platform makes of an address in the words is no content of its own. */
function isRefused(one: VkAttachment, words: string): one is Extract<VkAttachment, { kind: 'other' }> {
  return one.kind === 'other' && !(one.type === 'link' && words !== '');
}

/** `ref` is the conversation, the message and the place in it: the address is asked for when the bytes are wanted. */
function filesOf(message: VkMessage, caption: string | null): AnyInput[] {
  const files: AnyInput[] = [];
  for (const [at, one] of message.attachments.entries()) {
    if (one.kind === 'other') continue;
    const ref = `${message.peerId}_${message.cmid}_${at}`;
    const words = files.length === 0 ? caption : null;
    // VK makes every photo a JPEG, forgets its name and does not tell its size.
    if (one.kind === 'photo')
      files.push({ kind: 'remote-file', ref, name: 'photo.jpg', mediaType: 'image/jpeg', size: null, caption: words });
    else if (one.size > DOWNLOAD_LIMIT) files.push({ kind: 'file-refused', why: 'too-large' });
    else files.push({ kind: 'remote-file', ref, name: nameOf(one), mediaType: null, size: one.size, caption: words });
  }
  return files;
}

/** A title may be changed by its owner and then lacks the ending that says what the file is. */
function nameOf({ title, ext }: Extract<VkAttachment, { kind: 'doc' }>): string {
  const ending = `.${ext}`;
  return ext === '' || title.toLowerCase().endsWith(ending.toLowerCase()) ? title : `${title}${ending}`;
}

/** The payload of one of our buttons. */
function pressOf(payload: unknown): string | null {
  const value = typeof payload === 'string' ? parsed(payload) : payload;
  if (typeof value !== 'object' || value === null || !('p' in value)) return null;
  return typeof value.p === 'string' && value.p !== '' ? value.p : null;
}

/** The platform's own "Start" button. */
function isStartButton(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'command' in payload && payload.command === 'start';
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The platform writes `<`, `>`, `&` and `"` of a text as HTML does. */
function plainText(text: string): string {
  return text.replace(/<br>|&(?:lt|gt|quot|amp);/g, (written) => ENTITIES.get(written) ?? written);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['<br>', '\n'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&amp;', '&'],
]);
