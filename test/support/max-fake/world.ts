/** What the fake remembers: people with their dialogs, messages, uploads, presses, subscriptions. Ids are wider than a double. */
import { createHmac } from 'node:crypto';

export interface User {
  readonly user_id: bigint;
  readonly first_name: string;
  readonly last_name: string;
  readonly username: string | null;
  readonly is_bot: boolean;
  readonly last_activity_time: bigint;
  readonly name: string;
}

/** A button as the application shows it. */
export interface ShownButton {
  readonly type: string;
  readonly text: string;
  readonly payload?: string;
  readonly url?: string;
}

/** A message of the bot as the person's application shows it. */
export interface ShownMessage {
  readonly mid: string;
  readonly text: string;
  readonly buttons: readonly (readonly ShownButton[])[];
  /** The real server makes a picture anew and forgets its name; the fake keeps both, so that tests can compare. */
  readonly files: readonly { readonly as: string; readonly name: string; readonly bytes: Uint8Array }[];
  readonly message: object;
}

export interface Dialog {
  readonly user: User;
  readonly chatId: bigint;
  standing: 'never-started' | 'open' | 'stopped';
  shown: ShownMessage[];
}

/** A file that went up. */
export interface Upload {
  readonly type: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface World {
  readonly token: string;
  readonly bot: User;
  readonly dialogs: Map<string, Dialog>;
  /** Messages of people by `mid`, as `GET /messages/{mid}` gives them. */
  readonly messages: Map<string, object>;
  /** By token. */
  readonly uploads: Map<string, Upload>;
  /** Addresses that wait for their file. */
  readonly places: Map<string, { readonly type: string }>;
  /** Files of people by the path they lie under. */
  readonly files: Map<string, Uint8Array>;
  readonly presses: Map<string, { answered: number }>;
  commands: readonly { readonly name: string; readonly description?: string | null }[];
  /** So many sendings with an attachment are told that it is not ready. */
  notReady: number;
  nextNumber(): number;
  /** Milliseconds, never twice the same. */
  time(): bigint;
  body(
    text: string | null,
    attachments: readonly object[],
  ): {
    readonly mid: string;
    readonly seq: bigint;
    readonly text: string | null;
    readonly attachments: readonly object[];
  };
  /** Keeps a file of a person; where it can be fetched. */
  keep(bytes: Uint8Array): string;
  sign(card: string): string;
}

/** Above 2^53, and odd: a double would change it. */
const WIDE = 9_007_199_254_740_993n;

export function createWorld(token: string, root: () => string): World {
  let number = 100;
  let time = BigInt(Date.now());
  const nextNumber = () => {
    number += 1;
    return number;
  };
  const files = new Map<string, Uint8Array>();
  return {
    token,
    bot: userOf(229_229_229n, 'Опора', 'id3200000000_bot', true),
    dialogs: new Map(),
    messages: new Map(),
    uploads: new Map(),
    places: new Map(),
    files,
    presses: new Map(),
    commands: [],
    notReady: 0,
    nextNumber,
    time() {
      time += 1n;
      return time;
    },
    body: (text, attachments) => {
      const count = nextNumber();
      return {
        mid: `mid.000000000adf429c${count.toString(16).padStart(16, '0')}`,
        seq: 116_328_147_937_082_001n + BigInt(count),
        text,
        attachments,
      };
    },
    keep(bytes) {
      const path = `/getfile/${nextNumber()}`;
      files.set(path, bytes);
      return `${root()}${path}?sig=${'s'.repeat(20)}`;
    },
    sign: (card) => createHmac('sha256', token).update(card).digest('hex'),
  };
}

export function userOf(id: bigint, name: string, username: string | null, isBot: boolean): User {
  return {
    user_id: id,
    first_name: name,
    last_name: 'Тест',
    username,
    is_bot: isBot,
    last_activity_time: 1_775_025_580_000n,
    name: `${name} Тест`,
  };
}

/** Somebody new; `narrow`: with ids that fit a double, for clients that know nothing wider. */
export function addDialog(
  world: World,
  { narrow, stranger }: { readonly narrow: boolean; readonly stranger: boolean },
): Dialog {
  const count = BigInt(world.nextNumber());
  const id = narrow ? 700_000_000n + count : WIDE + count * 2n;
  const dialog: Dialog = {
    user: userOf(id, `Человек ${count}`, null, false),
    chatId: narrow ? 182_000_000n + count : WIDE * 2n + count,
    standing: stranger ? 'never-started' : 'open',
    shown: [],
  };
  world.dialogs.set(String(id), dialog);
  return dialog;
}
