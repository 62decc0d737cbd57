/** Wishes about the channels one person talks to us in, and what came of them. */
import type { Day } from '../engine/day.ts';
import type { ChannelKind } from './codes.ts';

/** Anyone may have these, about their own channels. */
export type ChannelCommand =
  | { readonly kind: 'list-channels' }
  /** A one-time code and links with which another chat becomes this person's. */
  | { readonly kind: 'ask-channel-code' }
  /** Spends them in that other chat. */
  | { readonly kind: 'join-channel'; readonly token: string }
  | { readonly kind: 'make-main-channel'; readonly addressId: string }
  | { readonly kind: 'remove-channel'; readonly addressId: string };

/** What a chat may bring with it when it becomes another person's. */
export type MovedThing = 'contracts' | 'staff' | 'partner' | 'consents' | 'contact-requests' | 'form';

/** One of a person's channels. */
export interface ChannelLine {
  readonly addressId: string;
  readonly channel: ChannelKind;
  /** Chosen by the person; where none is, we write where they were last. */
  readonly main: boolean;
  /** The one they write from now. */
  readonly here: boolean;
  /** False where they have blocked us there. */
  readonly reachable: boolean;
  readonly lastUsedOn: Day;
}

/** What came of them. */
export type ChannelResult =
  | { readonly of: 'list-channels'; readonly kind: 'channels'; readonly lines: readonly ChannelLine[] }
  | {
      readonly of: 'ask-channel-code';
      readonly kind: 'channel-code';
      /** Grouped for reading: `ABCD-1234`. */
      readonly code: string;
      /** Good for so many minutes. */
      readonly minutes: number;
      readonly links: readonly { readonly channel: ChannelKind; readonly url: string }[];
    }
  /** Asked for too often: try again in so many minutes. */
  | { readonly of: 'ask-channel-code'; readonly kind: 'too-many-codes'; readonly minutes: number }
  /** This chat is the other person's now, and so is the talk: it goes on here where it was there. */
  | { readonly of: 'join-channel'; readonly kind: 'talk-moved' };
