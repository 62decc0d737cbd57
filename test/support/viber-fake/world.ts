/** What the fake remembers: people with their talks, files of people, the webhook. */
import { randomBytes } from 'node:crypto';
import type { FakeButton } from './shapes.ts';

/** A message of the bot as the person's application shows it. */
export interface ShownMessage {
  /** `message_token` of the sending, or of the conversation for a welcome. */
  readonly token: string;
  readonly type: string;
  readonly text: string;
  /** The keyboard that came with it; the application shows the last one. */
  readonly rows: readonly (readonly FakeButton[])[];
  /** What the application fetched from the address in the message; a picture has no name of its own. */
  readonly file: Promise<{ readonly name: string; readonly bytes: Uint8Array } | null>;
}

export interface Talk {
  readonly id: string;
  readonly language: string;
  standing: 'stranger' | 'subscribed' | 'left' | 'deleted';
  shown: ShownMessage[];
  /** Goes back with the person's next message. */
  trackingData: string | null;
  /** Messages to them since they last wrote: 100 an hour are allowed. */
  sinceTheyWrote: number[];
}

export interface KeptMedia {
  readonly bytes: Uint8Array;
  expired: boolean;
}

export interface World {
  readonly talks: Map<string, Talk>;
  /** Files of people by the path of their address. */
  readonly media: Map<string, KeptMedia>;
  webhook: string;
  /** Null: all. */
  events: readonly string[] | null;
  /** Digits of 64 bits, never the same. */
  nextToken(): string;
  talk(language: string, standing: Talk['standing']): Talk;
}

export function createWorld(): World {
  let last = 5_741_311_803_571_721_087n;
  const talks = new Map<string, Talk>();
  return {
    talks,
    media: new Map(),
    webhook: '',
    events: null,
    nextToken() {
      // In steps that a double cannot tell apart.
      last += 1n;
      return String(last);
    },
    talk(language, standing) {
      const id = randomBytes(16).toString('base64');
      const talk: Talk = { id, language, standing, shown: [], trackingData: null, sinceTheyWrote: [] };
      talks.set(id, talk);
      return talk;
    },
  };
}
