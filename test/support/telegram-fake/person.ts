/** A person with Telegram in hand: everything they do becomes an update, everything they see is what the bot sent. */
import type { Message, Update, User } from 'grammy/types';
import type { UpdateKind, UpdateList } from './updates.ts';
import { type Chat, type ShownMessage, seconds, type World } from './world.ts';

type Unsupported = 'sticker' | 'voice' | 'video' | 'location' | 'other';

export interface TelegramPerson {
  readonly id: number;
  sendText(text: string): void;
  /** Opens the bot's link (or presses "Start" with none); a person who had blocked the bot unblocks it so. */
  start(payload: string | null): void;
  /** Presses the newest button with this label or payload; a link gives back its address and the bot hears nothing. */
  press(labelOrPayload: string): string | null;
  /** A press whose answer comes too late: the bot hears of it, `answerCallbackQuery` fails. */
  pressLate(labelOrPayload: string): void;
  sendDocument(file: { name: string; bytes: Uint8Array; mediaType: string; caption?: string | null }): void;
  sendPhoto(file: { bytes: Uint8Array; caption?: string | null; album?: string }): void;
  /** A document the server says is this large, with no bytes behind it. */
  sendLargeDocument(size: number): void;
  sendUnsupported(what: Unsupported): void;
  sendContact(contact: { phone: string; own: boolean }): void;
  edit(text: string): void;
  /** Moves a live location: an edited message without words. */
  moveLocation(): void;
  /** Writes in a group the bot was put into. */
  sendInGroup(text: string): void;
  /** The server tells of something in the chat that is no message of the person (a pinned message). */
  pinMessage(): void;
  block(): void;
  unblock(): void;
  /** Deletes the account. */
  deactivate(): void;
  seen(): readonly ShownMessage[];
}

type Content = Partial<Message>;

export function createPerson(world: World, chat: Chat, emit: UpdateList): TelegramPerson {
  const { user } = chat;
  const add = (kind: UpdateKind, make: (id: number) => Update) => emit.add(make, kind, user.id);
  const message = (content: Content, extra: Content = {}): Message =>
    ({
      message_id: world.nextNumber(),
      date: seconds(),
      chat: { id: user.id, type: 'private', first_name: user.first_name },
      from: user,
      ...content,
      ...extra,
    }) as Message;
  const say = (content: Content) => {
    if (chat.standing === 'blocked') throw new Error('a person who blocked the bot cannot write to it');
    chat.standing = 'open';
    const sent = message(content) as Update['message'] & Message;
    add('message', (update_id) => ({ update_id, message: sent }));
  };
  const member = (before: 'member' | 'kicked', after: 'member' | 'kicked') =>
    add('my_chat_member', (update_id) => memberUpdate(update_id, world, user, before, after));
  const press = (label: string, expired: boolean): string | null => pressButton(world, chat, label, expired, add);
  return {
    id: user.id,
    sendText: (text) => say(textContent(text)),
    start(payload) {
      if (chat.standing === 'blocked') this.unblock();
      say(textContent(payload === null ? '/start' : `/start ${payload}`));
    },
    press: (label) => press(label, false),
    pressLate: (label) => void press(label, true),
    ...filesOf(world, say),
    sendUnsupported: (what) => say(unsupportedContent(world, what)),
    sendContact: ({ phone, own }) =>
      say({ contact: { phone_number: phone, first_name: 'Ольга', user_id: own ? user.id : user.id + 1 } }),
    edit: (text) =>
      add('edited_message', (update_id) => ({
        update_id,
        edited_message: message(textContent(text), { edit_date: seconds() }) as never,
      })),
    moveLocation: () =>
      add('edited_message', (update_id) => ({
        update_id,
        edited_message: message(
          { location: { latitude: 53.2, longitude: 34.3, live_period: 60 } },
          { edit_date: seconds() },
        ) as never,
      })),
    sendInGroup: (text) =>
      add('message', (update_id) => ({
        update_id,
        message: message(textContent(text), { chat: { id: -5000, type: 'group', title: 'Двор' } as never }) as never,
      })),
    pinMessage: () => say({ pinned_message: message({ text: 'старое' }) } as Content),
    block() {
      chat.standing = 'blocked';
      member('member', 'kicked');
    },
    unblock() {
      chat.standing = 'open';
      member('kicked', 'member');
    },
    deactivate() {
      chat.standing = 'deactivated';
    },
    seen: () => chat.shown,
  };
}

function textContent(text: string): Content {
  const command = /^\/[a-z0-9_]+/.exec(text)?.[0];
  return command === undefined
    ? { text }
    : { text, entities: [{ type: 'bot_command', offset: 0, length: command.length }] };
}

function memberUpdate(
  update_id: number,
  world: World,
  user: User,
  before: 'member' | 'kicked',
  after: 'member' | 'kicked',
): Update {
  const standing = (status: 'member' | 'kicked') =>
    status === 'member' ? { status, user: world.bot } : { status, user: world.bot, until_date: 0 };
  return {
    update_id,
    my_chat_member: {
      chat: { id: user.id, type: 'private', first_name: user.first_name },
      from: user,
      date: seconds(),
      old_chat_member: standing(before),
      new_chat_member: standing(after),
    },
  };
}

function pressButton(
  world: World,
  chat: Chat,
  wanted: string,
  expired: boolean,
  add: (kind: UpdateKind, make: (id: number) => Update) => void,
): string | null {
  for (const shown of chat.shown.toReversed()) {
    const button = shown.buttons
      .flat()
      .find((one) => one.text === wanted || ('callback_data' in one && one.callback_data === wanted));
    if (button === undefined) continue;
    if ('url' in button) return button.url;
    if (!('callback_data' in button)) throw new Error(`the button ${wanted} does nothing the fake knows`);
    const id = `${world.nextNumber()}00`;
    world.presses.set(id, { answered: 0, expired });
    add('callback_query', (update_id) => ({
      update_id,
      callback_query: {
        id,
        from: chat.user,
        chat_instance: '-17',
        message: shown.message,
        data: button.callback_data,
      },
    }));
    return null;
  }
  throw new Error(`no message shows a button ${wanted}`);
}

function filesOf(
  world: World,
  say: (content: Content) => void,
): Pick<TelegramPerson, 'sendDocument' | 'sendPhoto' | 'sendLargeDocument'> {
  const caption = (words: string | null | undefined): Content =>
    words === null || words === undefined ? {} : { caption: words };
  return {
    sendDocument({ name, bytes, mediaType, caption: words }) {
      const file = world.keep({ name, bytes: Buffer.from(bytes) }, 'documents');
      say({
        document: {
          file_id: file.fileId,
          file_unique_id: file.uniqueId,
          file_name: name,
          mime_type: mediaType,
          file_size: file.size,
        },
        ...caption(words),
      });
    },
    sendPhoto({ bytes, caption: words, album }) {
      const small = world.keep({ name: 'small.jpg', bytes: Buffer.from(bytes).subarray(0, 1) }, 'photos');
      const large = world.keep({ name: 'large.jpg', bytes: Buffer.from(bytes) }, 'photos');
      const size = (file: typeof small, side: number) => ({
        file_id: file.fileId,
        file_unique_id: file.uniqueId,
        width: side,
        height: side,
        file_size: file.size,
      });
      say({
        photo: [size(small, 90), size(large, 1280)],
        ...(album === undefined ? {} : { media_group_id: album }),
        ...caption(words),
      });
    },
    sendLargeDocument(size) {
      const file = { ...world.keep({ name: 'скан.pdf', bytes: Buffer.from('-') }, 'documents'), size, bytes: null };
      world.files.set(file.fileId, file);
      say({
        document: {
          file_id: file.fileId,
          file_unique_id: file.uniqueId,
          file_name: 'скан.pdf',
          mime_type: 'application/pdf',
          file_size: size,
        },
      });
    },
  };
}

function unsupportedContent(world: World, what: Unsupported): Content {
  const file = world.keep({ name: 'a.bin', bytes: Buffer.from('-') }, 'misc');
  const ids = { file_id: file.fileId, file_unique_id: file.uniqueId };
  switch (what) {
    case 'sticker':
      return {
        sticker: { ...ids, type: 'regular', width: 512, height: 512, is_animated: false, is_video: false },
      };
    case 'voice':
      return { voice: { ...ids, duration: 3 } };
    case 'video':
      return { video: { ...ids, width: 320, height: 240, duration: 3 } };
    case 'location':
      return { location: { latitude: 53.2, longitude: 34.3 } };
    case 'other':
      return { dice: { emoji: '🎲', value: 4 } };
  }
}
