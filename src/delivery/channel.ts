/** What a channel must do to the world: send one rendered message, fetch one file. It translates and nothing else. */
import type { ChannelKind } from '../dialogs/codes.ts';
import type { Instant } from '../casework/ports.ts';

/** What a platform can show; the renderer decides by it. */
export interface Capabilities {
  /** Most characters of one text; longer ones are split at sentence ends. */
  readonly textLimit: number;
  /** Buttons under a message, and how many in a row and in all (more go with a further message); 0 where there are none: choices are numbered in the text. */
  readonly buttonsPerRow: number;
  readonly buttonsInAll: number;
  /** Characters of a button's label; longer ones are cut, and stand whole in the text under a number. */
  readonly labelLimit: number;
  /** Bytes of one file sent to the person. */
  readonly fileLimit: number;
}

/** One message ready for the platform, in the person's language. */
export interface OutgoingMessage {
  /** Unique per message: platforms that know idempotency keys are given it. */
  readonly id: string;
  readonly externalId: string;
  readonly text: string;
  readonly buttons: readonly (readonly OutgoingButton[])[];
  readonly files: readonly OutgoingFile[];
  readonly at: Instant;
}

/** A button as shown; `url` opens an address instead of pressing. */
export interface OutgoingButton {
  readonly label: string;
  readonly press: string;
  readonly url: string | null;
}

/** A file that goes with a message; its bytes are read when they are needed. */
export interface OutgoingFile {
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
}

/** What became of a sending; platform codes are translated by the channel's own commented table. */
export type SendResult =
  | { readonly kind: 'sent'; readonly messageId: string | null }
  /** Nothing was sent; try again after so many seconds. `bot` holds all messages of the channel back, `address` only this person's. */
  | { readonly kind: 'later'; readonly afterSeconds: number; readonly scope: 'bot' | 'address'; readonly why: string }
  /** The person blocked us or left: stop writing until they come back. `dead` is for good. */
  | { readonly kind: 'unreachable'; readonly status: 'blocked' | 'dead'; readonly why: string }
  /**
   * The person has been silent for too long and the platform lets nobody write first (VK: a day). They have not left: another channel is
   * taken for this message, and a word from them opens this one again.
   */
  | { readonly kind: 'window-closed'; readonly why: string }
  /** The platform will never take this message. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Not known whether it was sent (time-out, 5xx): tried again, a duplicate is better than a loss. */
  | { readonly kind: 'unknown'; readonly why: string };

/** What became of fetching a file: `later` means that the platform is not done with it. */
export type FetchResult =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'gone' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'later' };

/** A channel that is open. */
export interface Channel {
  readonly kind: ChannelKind;
  readonly can: Capabilities;
  send(message: OutgoingMessage): Promise<SendResult>;
  fetchFile(ref: string): Promise<FetchResult>;
  /** Ready to take and send: for `/readyz`. */
  ready(): boolean;
  close(): Promise<void>;
}

/**
 * What is wrong with a channel as a whole and needs a person: the token is refused, the platform forgot or refused our address, or it
 * cannot be reached for long. Told once when it begins and once when it is over.
 */
export type ChannelTrouble = 'token-refused' | 'webhook-lost' | 'webhook-refused' | 'out-of-reach';

/** One thing that `opora channels check` or `connect` looked at. Words stand under `channels:` in the locales by this code; no fact is a secret. */
export interface ChannelFinding {
  /** Kebab-case, beginning with the channel where it is its own: `token-works`, `max-webhook-missing`. */
  readonly code: string;
  readonly ok: boolean;
  readonly facts: { readonly [name: string]: string | number };
}

/** A channel of a foreign platform: it listens, is linked to from outside, and can be looked at and connected by the operator. */
export interface Messenger extends Channel {
  /** Begins to listen. Comes back at once: a platform out of reach must not hold the rest of the product; see `ready`. */
  start(): Promise<void>;
  /** The address that opens the talk with this start token (at most 64 of `A-Z a-z 0-9 _ -`; null: none); null where the platform does not say who we are. */
  link(token: string | null): Promise<string | null>;
  /** Looks at everything that must be right and says what to mend. Changes nothing on the platform. */
  check(): Promise<readonly ChannelFinding[]>;
  /** Registers the webhook and the commands, then says what came of it. Safe to repeat. */
  connect(): Promise<readonly ChannelFinding[]>;
}
