/** A person with VK in hand: everything they do becomes an event, everything they see is what the community sent. */
import { randomUUID } from 'node:crypto';
import type { EventSender } from './events.ts';
import { type Conversation, type KeptFile, nameOf, type ShownMessage, type World } from './world.ts';

export type UnsupportedKind = 'sticker' | 'voice' | 'video' | 'location' | 'other';

export interface SentFile {
  readonly as: 'photo' | 'doc';
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface VkPerson {
  readonly id: number;
  sendText(text: string): void;
  /** Opens the community's link (or the community itself with none) and presses "Start"; what they forbade before is allowed again. */
  start(ref: string | null): void;
  /** Opens a link in a conversation that has no "Start" button any more, and writes; the platform repeats the `ref` on `later` words. */
  followLink(ref: string, text: string, later?: readonly string[]): void;
  /** Presses the newest button with this label; a link gives back its address and the community hears nothing. */
  press(label: string): string | null;
  /** A press whose answer comes too late: the community hears of it, the answer fails. */
  pressLate(label: string): void;
  sendFiles(files: readonly SentFile[], caption?: string | null): void;
  /** A document the platform says is this large, with no bytes behind it. */
  sendLargeDocument(size: number): void;
  sendUnsupported(what: UnsupportedKind): void;
  /** An address, under which the platform puts a card of its own. */
  sendLink(text: string): void;
  /** Writes in a group chat the community was put into. */
  sendInChat(text: string): void;
  /** Changes the words of their last message. */
  edit(text: string): void;
  /** Joins the community: an event nobody asked for. */
  join(): void;
  deny(): void;
  allow(): void;
  deleteAccount(): void;
  /** The community puts them on its black list. */
  banHere(): void;
  seen(): readonly ShownMessage[];
}

export function createPerson(world: World, conversation: Conversation, events: EventSender): VkPerson {
  const { userId: id } = conversation;
  const write = (content: object, extra: object = {}) => {
    if (conversation.standing === 'deleted') throw new Error('a deleted account cannot write');
    if (conversation.standing !== 'banned-here') conversation.standing = 'open';
    conversation.lastWord = world.now();
    conversation.cmid += 1;
    const message = { ...messageOf(world, id, conversation.cmid), ...content };
    conversation.own.set(conversation.cmid, message);
    events.emit(id, 'message_new', { message: { ...message, ...extra }, client_info: CLIENT });
  };
  const press = (label: string, expired: boolean) => pressButton(world, conversation, events, write, label, expired);
  return {
    id,
    sendText: (text) => write({ text: escaped(text) }),
    start: (ref) => write({ text: 'Начать', payload: '{"command":"start"}' }, linkOf(ref)),
    followLink(ref, text, later = []) {
      for (const words of [text, ...later]) write({ text: escaped(words) }, linkOf(ref));
    },
    press: (label) => press(label, false),
    pressLate: (label) => void press(label, true),
    sendFiles(files, caption = null) {
      const attachments = files.map(({ as, name, bytes }) =>
        attachmentOf(world, world.keep(as, id, name, Buffer.from(bytes))),
      );
      write({ text: escaped(caption ?? ''), attachments });
    },
    sendLargeDocument(size) {
      const attachment = attachmentOf(world, world.keep('doc', id, 'скан.pdf', Buffer.from('-')));
      write({ attachments: [{ ...attachment, doc: { ...attachment.doc, size } }] });
    },
    sendUnsupported: (what) => write(unsupportedContent(what)),
    sendLink: (text) =>
      write({
        text,
        attachments: [{ type: 'link', link: { url: 'https://example.org', title: 'Пример', caption: '' } }],
      }),
    sendInChat: (text) =>
      events.emit(id, 'message_new', {
        message: { ...messageOf(world, id, 7), peer_id: 2_000_000_001, text },
        client_info: CLIENT,
      }),
    edit: (text) =>
      events.emit(id, 'message_edit', { ...messageOf(world, id, conversation.cmid), text, update_time: 1 }),
    join: () => events.emit(id, 'group_join', { user_id: id, join_type: 'join' }),
    deny() {
      conversation.standing = 'denied';
      events.emit(id, 'message_deny', { user_id: id });
    },
    allow() {
      conversation.standing = 'open';
      events.emit(id, 'message_allow', { user_id: id, key: '' });
    },
    deleteAccount: () => void (conversation.standing = 'deleted'),
    banHere: () => void (conversation.standing = 'banned-here'),
    seen: () => conversation.shown,
  };
}

const CLIENT = {
  button_actions: ['text', 'vkpay', 'open_app', 'location', 'open_link', 'callback'],
  keyboard: true,
  inline_keyboard: true,
  carousel: true,
  lang_id: 0,
};

function messageOf(world: World, from: number, cmid: number): object {
  return {
    id: world.nextNumber(),
    date: Math.floor(world.now() / 1000),
    peer_id: from,
    from_id: from,
    out: 0,
    version: 10_000_000 + cmid,
    conversation_message_id: cmid,
    text: '',
    attachments: [],
    fwd_messages: [],
    important: false,
    is_hidden: false,
    random_id: 0,
  };
}

function linkOf(ref: string | null): object {
  return ref === null ? {} : { ref, ref_source: 'leaflet' };
}

/** As the server writes texts. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function attachmentOf(
  world: World,
  file: KeptFile,
): { readonly type: string; readonly doc?: object; readonly photo?: object } {
  const { id, owner, key, name, bytes, as } = file;
  const ids = { id, owner_id: owner, access_key: key, date: 0 };
  if (as === 'photo') {
    const small = world.keep('photo', owner, name, bytes.subarray(0, 1));
    const url = (one: KeptFile) => `${world.root}/store/${nameOf(one)}?key=${one.key}`;
    const sizes = [
      { type: 's', url: url(small), width: 75, height: 56 },
      { type: 'z', url: url(file), width: 1080, height: 807 },
      { type: 'x', url: url(small), width: 604, height: 451 },
    ];
    return { type: 'photo', photo: { ...ids, album_id: -3, sizes, text: '' } };
  }
  const ext = /\.([a-z0-9]+)$/i.exec(name)?.[1] ?? '';
  // The address of a document leads on to the store where it lies.
  const url = `${world.root}/${nameOf(file)}?hash=${key}&dl=1&api=1`;
  return { type: 'doc', doc: { ...ids, title: name, size: bytes.length, ext, type: ext === 'png' ? 4 : 1, url } };
}

function unsupportedContent(what: UnsupportedKind): object {
  switch (what) {
    case 'sticker':
      return {
        attachments: [{ type: 'sticker', sticker: { inner_type: 'base_sticker_new', sticker_id: 163, product_id: 1 } }],
      };
    case 'voice':
      return {
        attachments: [{ type: 'audio_message', audio_message: { id: 1, owner_id: 2, duration: 3, link_ogg: '' } }],
      };
    case 'video':
      return { attachments: [{ type: 'video', video: { id: 1, owner_id: 2, title: 'Видео', duration: 3 } }] };
    case 'location':
      return { geo: { type: 'point', coordinates: { latitude: 53.24, longitude: 34.36 } } };
    case 'other':
      return { attachments: [{ type: 'poll', poll: { id: 1, owner_id: 2, question: 'Да?' } }] };
  }
}

function pressButton(
  world: World,
  conversation: Conversation,
  events: EventSender,
  write: (content: object) => void,
  label: string,
  expired: boolean,
): string | null {
  const { userId } = conversation;
  const found = conversation.shown
    .toReversed()
    .flatMap((shown) => shown.buttons.flat().map((button) => ({ shown, button })))
    .find(({ button }) => button.label === label);
  if (found === undefined) throw new Error(`no message shows a button ${label}`);
  const { button, shown } = found;
  if (button.type === 'open_link') return button.url;
  if (button.type === 'text') {
    write({ text: button.label, ...(button.payload === null ? {} : { payload: button.payload }) });
    return null;
  }
  const eventId = randomUUID().slice(0, 12);
  world.presses.set(eventId, { userId, answered: 0, expired });
  const payload: unknown = button.payload === null ? {} : JSON.parse(button.payload);
  events.emit(userId, 'message_event', {
    user_id: userId,
    peer_id: userId,
    event_id: eventId,
    payload,
    conversation_message_id: shown.cmid,
  });
  return null;
}
