/** A person with MAX in hand: everything they do becomes an event, everything they see is what the bot sent. */
import type { Dialog, ShownButton, ShownMessage, User, World } from './world.ts';

type Unsupported = 'sticker' | 'voice' | 'video' | 'location' | 'other';

export interface MaxPerson {
  /** Digits of the number the API names them by. */
  readonly id: string;
  sendText(text: string): void;
  /** Opens the bot's link (or presses "Start" with none). */
  start(payload: string | null): void;
  /** Presses the newest button with this label or payload; a link gives back its address and the bot hears nothing. */
  press(labelOrPayload: string): string | null;
  /** Presses while the message is being deleted: the event brings none. */
  pressGone(labelOrPayload: string): void;
  sendFile(file: { name: string; bytes: Uint8Array; caption?: string | null; size?: number }): void;
  sendPictures(pictures: readonly Uint8Array[], caption?: string | null): void;
  /** `own` false: the card of somebody else, signed for that person; `hash` replaces the signature. */
  sendContact(contact: { phone: string; own: boolean; hash?: string | null }): void;
  sendUnsupported(what: Unsupported): void;
  /** A link in words: the application adds a preview of it. */
  sendLink(text: string): void;
  /** Passes on what somebody else said. */
  forward(text: string): void;
  edit(text: string): void;
  sendInGroup(text: string): void;
  /** Stops the bot in its settings. */
  stop(): void;
  /** Deletes the dialog, which stops the bot as well. */
  removeDialog(): void;
  mute(): void;
  seen(): readonly ShownMessage[];
}

export type Emit = (type: string, person: string, fields: object) => void;

export function createPerson(world: World, dialog: Dialog, emit: Emit): MaxPerson {
  const { user, chatId } = dialog;
  const id = String(user.user_id);
  const toBot = { chat_id: chatId, chat_type: 'dialog', user_id: world.bot.user_id };
  const locale = { user_locale: 'ru' };
  const say = (text: string | null, attachments: readonly object[] = [], rest: object = {}) => {
    if (dialog.standing === 'stopped') throw new Error('a person who stopped the bot cannot write to it');
    dialog.standing = 'open';
    const body = world.body(text, attachments);
    const message = { sender: user, recipient: toBot, timestamp: world.time(), body, ...rest };
    world.messages.set(body.mid, message);
    emit('message_created', id, { timestamp: world.time(), message, ...locale });
  };
  const happens = (type: string) => emit(type, id, { timestamp: world.time(), chat_id: chatId, user, ...locale });
  const press = (wanted: string, gone: boolean): string | null => {
    const { shown, button } = find(dialog, wanted);
    if (button.url !== undefined) return button.url;
    const callbackId = `f9LHodD0cOJf4_DkJGeq8BkDgc5vgSwZocVrn44oirfMzUQ4mv5k_h1-yQvExmZNjV7gVcaO2Z3Gv6LJpZQ${shown.mid}`;
    world.presses.set(callbackId, world.presses.get(callbackId) ?? { answered: 0 });
    const callback = { timestamp: world.time(), callback_id: callbackId, payload: button.payload, user };
    emit('message_callback', id, {
      timestamp: world.time(),
      callback,
      message: gone ? null : shown.message,
      ...locale,
    });
    return null;
  };
  return {
    id,
    sendText: (text) => say(text),
    start(payload) {
      dialog.standing = 'open';
      const link = payload === null ? {} : { payload };
      emit('bot_started', id, { timestamp: world.time(), chat_id: chatId, user, ...link, ...locale });
    },
    press: (wanted) => press(wanted, false),
    pressGone: (wanted) => void press(wanted, true),
    sendFile: ({ name, bytes, caption = null, size = bytes.length }) =>
      say(caption, [{ type: 'file', payload: { url: world.keep(bytes), token: 'f9Lfile' }, filename: name, size }]),
    sendPictures: (pictures, caption = null) =>
      say(
        caption,
        pictures.map((bytes) => ({
          type: 'image',
          payload: {
            photo_id: BigInt(world.nextNumber()) + 9_007_199_254_740_993n,
            token: 'f9Limage',
            url: world.keep(bytes),
          },
        })),
      ),
    sendContact: (contact) => say(null, [contactOf(world, user, contact)]),
    sendUnsupported: (what) => say(null, [unsupported(world, what)]),
    sendLink: (text) => say(text, [{ type: 'share', payload: { url: 'https://example.org/' }, title: 'Пример' }]),
    forward(text) {
      const link = { type: 'forward', message: world.body(text, []), sender: world.bot, chat_id: -695_695_695_695n };
      say('', [], { link });
    },
    edit(text) {
      const message = { sender: user, recipient: toBot, timestamp: world.time(), body: world.body(text, []) };
      emit('message_edited', id, { timestamp: world.time(), message });
    },
    sendInGroup(text) {
      const recipient = { chat_id: -70_801_090_403_050n, chat_type: 'chat' };
      const message = { sender: user, recipient, timestamp: world.time(), body: world.body(text, []) };
      emit('message_created', id, { timestamp: world.time(), message });
    },
    stop() {
      dialog.standing = 'stopped';
      happens('bot_stopped');
    },
    removeDialog() {
      dialog.standing = 'stopped';
      happens('bot_stopped');
      happens('dialog_removed');
    },
    mute: () =>
      emit('dialog_muted', id, {
        timestamp: world.time(),
        chat_id: chatId,
        user,
        muted_until: world.time(),
        ...locale,
      }),
    seen: () => dialog.shown,
  };
}

function find(dialog: Dialog, wanted: string): { readonly shown: ShownMessage; readonly button: ShownButton } {
  for (const shown of dialog.shown.toReversed()) {
    const button = shown.buttons.flat().find(({ text, payload }) => text === wanted || payload === wanted);
    if (button !== undefined) return { shown, button };
  }
  throw new Error(`no message shows a button ${wanted}`);
}

function contactOf(
  world: World,
  user: User,
  { phone, own, hash }: { readonly phone: string; readonly own: boolean; readonly hash?: string | null },
): object {
  const owner = own ? user : { ...user, user_id: user.user_id + 2n };
  const card = `BEGIN:VCARD\r\nVERSION:3.0\r\nTEL;TYPE=cell:${phone}\r\nFN:${owner.name}\r\nEND:VCARD\r\n`;
  return {
    type: 'contact',
    payload: { vcf_info: card, hash: hash === undefined ? world.sign(card) : hash, max_info: owner },
  };
}

function unsupported(world: World, what: Unsupported): object {
  const payload = { url: world.keep(Buffer.from('-')), token: 'f9Lmedia' };
  switch (what) {
    case 'sticker':
      return { type: 'sticker', payload: { url: payload.url, code: '5bb' }, width: 512, height: 512 };
    case 'voice':
      return { type: 'audio', payload };
    case 'video':
      return { type: 'video', payload, width: 320, height: 240, duration: 3 };
    case 'location':
      return { type: 'location', latitude: 53.2434, longitude: 34.3636 };
    case 'other':
      return { type: 'share', payload: { url: 'https://example.org/' } };
  }
}
