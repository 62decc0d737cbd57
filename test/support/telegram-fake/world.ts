/** What the fake remembers: people with their chats, messages, files, presses, command menus. */
import type { BotCommand, InlineKeyboardButton, Message, User, UserFromGetMe } from 'grammy/types';
import type { Upload } from './call.ts';

/** A message of the bot as the person's application shows it. */
export interface ShownMessage {
  readonly id: number;
  text: string;
  buttons: readonly (readonly InlineKeyboardButton[])[];
  /** The real server makes a photo anew and forgets its name; the fake keeps both, so that tests can compare. */
  readonly files: readonly { readonly as: 'photo' | 'document'; readonly name: string; readonly bytes: Uint8Array }[];
  readonly message: Message;
}

export interface Chat {
  readonly user: User;
  standing: 'never-started' | 'open' | 'blocked' | 'deactivated';
  shown: ShownMessage[];
}

interface KeptFile {
  readonly fileId: string;
  readonly uniqueId: string;
  readonly path: string;
  readonly size: number;
  /** Null for a file that is only said to be large. */
  readonly bytes: Uint8Array | null;
}

export interface World {
  readonly token: string;
  readonly bot: UserFromGetMe;
  readonly chats: Map<number, Chat>;
  readonly files: Map<string, KeptFile>;
  readonly presses: Map<string, { answered: number; expired: boolean }>;
  /** By scope and language: `default`, `default en`, `chat 17 ru`. */
  readonly menus: Map<string, readonly BotCommand[]>;
  nextNumber(): number;
  keep(upload: Upload, folder: string): KeptFile;
}

export function createWorld(token: string): World {
  let number = 100;
  const files = new Map<string, KeptFile>();
  const nextNumber = () => {
    number += 1;
    return number;
  };
  return {
    token,
    bot: {
      id: Number(token.split(':')[0]),
      is_bot: true,
      first_name: 'Opora',
      username: 'opora_test_bot',
      can_join_groups: false,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
      can_manage_bots: false,
      supports_guest_queries: false,
      supports_join_request_queries: false,
    },
    chats: new Map(),
    files,
    presses: new Map(),
    menus: new Map(),
    nextNumber,
    keep(upload, folder) {
      const count = nextNumber();
      const extension = /\.[a-z0-9]+$/i.exec(upload.name)?.[0] ?? '';
      const file: KeptFile = {
        fileId: `BQACAgIAAxkBAAI${count}`,
        uniqueId: `AgAD${count}`,
        path: `${folder}/file_${count}${extension}`,
        size: upload.bytes.length,
        bytes: upload.bytes,
      };
      files.set(file.fileId, file);
      return file;
    },
  };
}

/** Seconds since 1970, as every date of the Bot API. */
export function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
