/** The bot's methods that act on people: send, edit, answer a press, files, menus. Limits and schema are checked before. */
import type { BotCommand, InlineKeyboardButton, Message } from 'grammy/types';
import type { BotCall } from './call.ts';
import type { Refusal } from './limits.ts';
import { type Chat, type ShownMessage, seconds, type World } from './world.ts';

export type Outcome = { readonly result: unknown } | Refusal;

type Method = (world: World, call: BotCall) => Outcome;

export const METHODS: { readonly [name: string]: Method } = {
  getMe: (world) => ({ result: world.bot }),
  sendMessage: (world, { params }) =>
    toPerson(world, params, (chat) => show(world, chat, params, String(params['text']).trim(), [], {})),
  sendPhoto: (world, call) => sendFile(world, call, 'photo'),
  sendDocument: (world, call) => sendFile(world, call, 'document'),
  sendChatAction: (world, { params }) => toPerson(world, params, () => true),
  editMessageText: (world, { params }) =>
    change(world, params, (shown) => {
      const buttons = buttonsOf(params);
      if (shown.text === params['text'] && JSON.stringify(shown.buttons) === JSON.stringify(buttons)) return false;
      shown.text = String(params['text']);
      shown.buttons = buttons;
      return true;
    }),
  editMessageReplyMarkup: (world, { params }) =>
    change(world, params, (shown) => {
      shown.buttons = buttonsOf(params);
      return true;
    }),
  answerCallbackQuery(world, { params }) {
    const press = world.presses.get(String(params['callback_query_id']));
    if (press === undefined || press.expired)
      return bad('query is too old and response timeout expired or query ID is invalid');
    press.answered += 1;
    return { result: true };
  },
  getFile(world, { params }) {
    const file = world.files.get(String(params['file_id']));
    if (file === undefined) return bad('invalid file_id');
    if (file.size > 20 * 1024 * 1024) return bad('file is too big');
    return {
      result: { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path },
    };
  },
  setMyCommands(world, { params }) {
    const commands = params['commands'] as readonly BotCommand[];
    const wrong = commands.find(
      ({ command, description }) =>
        !/^[a-z0-9_]{1,32}$/.test(command) || description === '' || description.length > 256,
    );
    if (wrong !== undefined || commands.length > 100) return bad('BOT_COMMAND_INVALID');
    world.menus.set(menuName(params), commands);
    return { result: true };
  },
  deleteMyCommands(world, { params }) {
    world.menus.delete(menuName(params));
    return { result: true };
  },
  getMyCommands: (world, { params }) => ({ result: world.menus.get(menuName(params)) ?? [] }),
};

function menuName(params: BotCall['params']): string {
  const scope = (params['scope'] ?? { type: 'default' }) as { type: string; chat_id?: number };
  const { language_code: language } = params as { language_code?: string };
  return [scope.type, scope.chat_id, language].filter((part) => part !== undefined).join(' ');
}

/** The person must have written first, not have blocked the bot, and still have an account (channels.md 1.7). */
function toPerson(world: World, params: BotCall['params'], act: (chat: Chat) => unknown): Outcome {
  const chat = world.chats.get(Number(params['chat_id']));
  if (chat === undefined) return bad('chat not found');
  switch (chat.standing) {
    case 'never-started':
      return { code: 403, description: "Forbidden: bot can't initiate conversation with a user" };
    case 'blocked':
      return { code: 403, description: 'Forbidden: bot was blocked by the user' };
    case 'deactivated':
      return { code: 403, description: 'Forbidden: user is deactivated' };
    case 'open':
      return { result: act(chat) };
  }
}

function sendFile(world: World, call: BotCall, as: 'photo' | 'document'): Outcome {
  const upload = call.uploads.get(as);
  if (upload === undefined) return bad('the fake takes uploads only');
  return toPerson(world, call.params, (chat) => {
    const file = world.keep(upload, as === 'photo' ? 'photos' : 'documents');
    const ids = { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.size };
    const content: Partial<Message> =
      as === 'photo'
        ? { photo: [{ ...ids, width: 90, height: 90 }] }
        : { document: { ...ids, file_name: upload.name } };
    const caption = call.params['caption'];
    const text = typeof caption === 'string' ? caption.trim() : '';
    return show(world, chat, call.params, text, [{ as, name: upload.name, bytes: upload.bytes }], content);
  });
}

function show(
  world: World,
  chat: Chat,
  params: BotCall['params'],
  text: string,
  files: ShownMessage['files'],
  content: Partial<Message>,
): Message {
  const buttons = buttonsOf(params);
  const message = {
    message_id: world.nextNumber(),
    date: seconds(),
    chat: { id: chat.user.id, type: 'private', first_name: chat.user.first_name },
    from: { id: world.bot.id, is_bot: true, first_name: world.bot.first_name, username: world.bot.username },
    ...(files.length === 0 ? { text } : text === '' ? {} : { caption: text }),
    ...(buttons.length === 0 ? {} : { reply_markup: { inline_keyboard: buttons.map((row) => [...row]) } }),
    ...content,
  } as Message;
  chat.shown.push({ id: message.message_id, text, buttons, files, message });
  return message;
}

function change(world: World, params: BotCall['params'], act: (shown: ShownMessage) => boolean): Outcome {
  return toPersonShown(world, params, (shown) =>
    act(shown) ? { result: shown.message } : bad('message is not modified: specified new message content is the same'),
  );
}

function toPersonShown(world: World, params: BotCall['params'], act: (shown: ShownMessage) => Outcome): Outcome {
  const shown = world.chats.get(Number(params['chat_id']))?.shown.find((one) => one.id === params['message_id']);
  return shown === undefined ? bad('message to edit not found') : act(shown);
}

function buttonsOf(params: BotCall['params']): readonly (readonly InlineKeyboardButton[])[] {
  const markup = params['reply_markup'] as { inline_keyboard?: InlineKeyboardButton[][] } | undefined;
  return markup?.inline_keyboard ?? [];
}

function bad(words: string): Refusal {
  return { code: 400, description: `Bad Request: ${words}` };
}
