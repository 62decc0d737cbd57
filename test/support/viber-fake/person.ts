/** A person with Viber in hand: everything they do becomes a callback, everything they see is what the bot sent. */
import type { Callback, CallbackSender } from './callbacks.ts';
import type { FakeButton } from './shapes.ts';
import type { ShownMessage, Talk, World } from './world.ts';

type Unsupported = 'sticker' | 'video' | 'location' | 'other';

export interface ViberPerson {
  readonly id: string;
  sendText(text: string): void;
  /** Opens the bot's link, or the button "Message" with none; whoever is not subscribed sees the welcome. */
  open(context: string | null): void;
  /** Presses the button with this label (or body) in the newest message that has it; a link gives back its address. */
  press(labelOrBody: string): string | null;
  sendFile(file: { name: string; bytes: Uint8Array }): void;
  sendPicture(file: { bytes: Uint8Array; caption?: string | null }): void;
  /** A file said to be this large. */
  sendLargeFile(size: number): void;
  /** A file whose address lies on another host: what a forger with the token would try. */
  sendFileFrom(address: string): void;
  sendUnsupported(what: Unsupported): void;
  sendContact(phone: string): void;
  sendLink(address: string): void;
  subscribe(): void;
  unsubscribe(): void;
  /** Deletes the account. */
  vanish(): void;
  /** Looks at the talk: the bot hears `seen` of the newest message. */
  look(): void;
  /** All the person sees, the welcome too. */
  seen(): readonly ShownMessage[];
}

/** What a person needs of the fake around them. */
export interface PersonDeps {
  readonly world: World;
  readonly callbacks: CallbackSender;
  readonly origin: () => string;
  /** Shows the body of an answer to `conversation_started` as the one allowed welcome. */
  readonly welcome: (talk: Talk, body: string) => void;
}

export function createPerson({ world, callbacks, origin, welcome }: PersonDeps, talk: Talk): ViberPerson {
  const user = { id: talk.id, name: 'Subscriber', country: 'RU', language: talk.language, api_version: 10 };
  const emit = (event: string, fields: object, answer?: (body: string) => void) => {
    if (world.events !== null && event !== 'message' && !world.events.includes(event)) return;
    const callback: Callback = { event, token: world.nextToken(), ...fields };
    callbacks.send(callback, talk.id, answer);
  };
  const say = (message: object, silent = false) => {
    // The first message subscribes, and no event says so (channels.md 3.3).
    talk.standing = 'subscribed';
    talk.sinceTheyWrote = [];
    const tracked = talk.trackingData === null ? {} : { tracking_data: talk.trackingData };
    talk.trackingData = null;
    emit('message', { sender: user, message: { ...message, ...tracked }, silent });
  };
  const keep = (bytes: Uint8Array, ending: string): string => {
    const path = `/media/${world.nextToken()}.${ending}`;
    world.media.set(path, { bytes, expired: false });
    return `${origin()}${path}?Expires=1670587915&Signature=lL-WcChyM7euIgIZ&Key-Pair-Id=APKA`;
  };
  const find = (wanted: string): FakeButton => {
    for (const shown of talk.shown.toReversed()) {
      const button = shown.rows.flat().find((one) => labelOf(one) === wanted || one.ActionBody === wanted);
      if (button !== undefined) return button;
    }
    throw new Error(`no message shows a button ${wanted}`);
  };
  return {
    id: talk.id,
    sendText: (text) => say({ type: 'text', text }),
    open(context) {
      const fields = { type: 'open', ...(context === null ? {} : { context }), user };
      const subscribed = talk.standing === 'subscribed';
      emit('conversation_started', { ...fields, subscribed }, (body) => welcome(talk, body));
    },
    press(wanted) {
      const button = find(wanted);
      say({ type: 'text', text: button.ActionBody }, button.Silent === true);
      return button.ActionType === 'open-url' ? button.ActionBody : null;
    },
    sendFile: ({ name, bytes }) =>
      say({ type: 'file', media: keep(bytes, 'bin'), file_name: name, size: bytes.length }),
    sendPicture: ({ bytes, caption }) =>
      say({ type: 'picture', media: keep(bytes, 'jpg'), thumbnail: keep(bytes, 'jpg'), text: caption ?? '' }),
    sendLargeFile: (size) => say({ type: 'file', media: keep(new Uint8Array(1), 'pdf'), file_name: 'скан.pdf', size }),
    sendFileFrom: (media) => say({ type: 'file', media, file_name: 'a.pdf', size: 10 }),
    sendUnsupported: (what) => say(UNSUPPORTED[what]),
    sendContact: (phone) => say({ type: 'contact', contact: { name: 'Ольга', phone_number: phone } }),
    sendLink: (media) => say({ type: 'url', media }),
    subscribe() {
      talk.standing = 'subscribed';
      emit('subscribed', { user });
    },
    unsubscribe() {
      talk.standing = 'left';
      emit('unsubscribed', { user_id: talk.id });
    },
    vanish() {
      talk.standing = 'deleted';
    },
    look() {
      const newest = talk.shown.at(-1);
      if (newest !== undefined && (world.events?.includes('seen') ?? true))
        callbacks.send({ event: 'seen', token: newest.token, user_id: talk.id }, talk.id);
    },
    seen: () => talk.shown,
  };
}

/** The label as the application draws it: the text is HTML. */
export function labelOf({ Text: text = '' }: FakeButton): string {
  const plain = text.replace(/<[^>]*>/g, '');
  return plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

const UNSUPPORTED: { readonly [what in Unsupported]: object } = {
  sticker: { type: 'sticker', sticker_id: 40100, media: 'https://content.cdn.viber.com/stickers/100/40100.png' },
  video: { type: 'video', media: 'https://dl-media.viber.com/a.mp4', size: 100, duration: 3 },
  location: { type: 'location', location: { lat: '53.2', lon: '34.3' } },
  other: { type: 'poll' },
};
