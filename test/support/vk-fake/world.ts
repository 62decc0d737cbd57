/** What the fake remembers: the community, people with their conversations, messages, files, presses, callback servers. */
export interface ShownButton {
  readonly label: string;
  readonly url: string | null;
  /** JSON as the bot gave it. */
  readonly payload: string | null;
  readonly type: string;
}

/** A message of the community as the person's application shows it. */
export interface ShownMessage {
  readonly id: number;
  readonly cmid: number;
  readonly text: string;
  readonly buttons: readonly (readonly ShownButton[])[];
  /** The real server makes a photo anew and forgets its name; the fake keeps both, so that tests can compare. */
  readonly files: readonly KeptFile[];
  readonly intent: string;
}

export interface Conversation {
  readonly userId: number;
  standing: 'never-wrote' | 'open' | 'denied' | 'banned-here' | 'deleted';
  /** Milliseconds of the fake's clock at the person's last message. */
  lastWord: number;
  cmid: number;
  readonly shown: ShownMessage[];
  /** The person's own messages as the API gives them back, by their number in the conversation. */
  readonly own: Map<number, object>;
  /** `random_id` to the message it made. */
  readonly sent: Map<string, number>;
}

export interface KeptFile {
  readonly as: 'photo' | 'doc';
  readonly id: number;
  readonly owner: number;
  readonly key: string;
  readonly name: string;
  readonly bytes: Buffer;
}

export interface CallbackServer {
  readonly id: number;
  url: string;
  title: string;
  secret: string;
  status: 'unconfigured' | 'failed' | 'wait' | 'ok';
  version: string;
  readonly events: Map<string, number>;
}

export interface World {
  readonly groupId: number;
  readonly screenName: string;
  readonly token: string;
  /** Where this fake listens; addresses of files begin with it. */
  root: string;
  confirmation: string;
  rights: string[];
  /** Intents the platform has allowed this community. */
  readonly intents: Set<string>;
  /** The settings of the community an operator can switch. */
  readonly settings: { messages: boolean; abilities: boolean; startButton: boolean };
  readonly conversations: Map<number, Conversation>;
  /** Files by attachment name: `photo-1_2`. */
  readonly files: Map<string, KeptFile>;
  readonly presses: Map<string, { readonly userId: number; answered: number; expired: boolean }>;
  readonly servers: Map<number, CallbackServer>;
  /** Milliseconds since 1970 by the clock the fake was given. */
  readonly now: () => number;
  nextNumber(): number;
  /** `owner` as VK writes it: a person, or a community with a minus. */
  keep(as: KeptFile['as'], owner: number, name: string, bytes: Buffer): KeptFile;
}

export const DAY = 24 * 60 * 60 * 1000;

export function createWorld(now: () => number): World {
  let number = 1000;
  const nextNumber = () => {
    number += 1;
    return number;
  };
  const files = new Map<string, KeptFile>();
  return {
    groupId: 216_000_017,
    screenName: 'opora_test',
    token: `vk1.a.${'TEST-token_of_the_community'.repeat(3)}`,
    root: '',
    confirmation: '5f3a9c1b',
    rights: ['stories', 'photos', 'messages', 'docs', 'manage'],
    intents: new Set(),
    settings: { messages: true, abilities: true, startButton: true },
    conversations: new Map(),
    files,
    presses: new Map(),
    servers: new Map(),
    now,
    nextNumber,
    keep(as, owner, name, bytes) {
      const file: KeptFile = { as, owner, id: nextNumber(), key: `k${nextNumber()}`, name, bytes };
      files.set(nameOf(file), file);
      return file;
    },
  };
}

/** `doc-216000017_1004`, as an attachment is named without its key. */
export function nameOf({ as, owner, id }: KeptFile): string {
  return `${as}${owner}_${id}`;
}
