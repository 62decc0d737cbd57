/** Links to a person as the talk knows them: what one is for before it is spent, and how a new one is handed over. */
import type { Day } from '../engine/day.ts';
import type { MovedThing } from './channel-command.ts';
import type { ChannelKind, StaffRole } from './codes.ts';
import type { FileRef } from './file-ref.ts';

/** What became of a link or a typed code. */
export type LinkState =
  | { readonly state: 'recipient'; readonly officeName: string; readonly region: string }
  | { readonly state: 'staff'; readonly officeName: string; readonly role: StaffRole; readonly name: string }
  /** Of a further channel: where that person can be reached already, and what this chat would bring with it. */
  | { readonly state: 'channel'; readonly channels: readonly ChannelKind[]; readonly moves: readonly MovedThing[] }
  /** It cannot be: the chat is theirs already, or two people would become one. */
  | { readonly state: 'channel-refused'; readonly why: 'own' | 'two-recipients' | 'two-staff' | 'two-partners' }
  | { readonly state: 'partner'; readonly officeName: string; readonly name: string }
  /** A public one: it counts when it is opened (`open-source`). */
  | { readonly state: 'source'; readonly officeName: string }
  | { readonly state: 'unknown' | 'spent' | 'expired' }
  /** Too many wrong codes: until when, minutes from now. */
  | { readonly state: 'locked'; readonly minutes: number };

/** A personal link in the shapes a specialist hands over. */
export interface LinkHandout {
  readonly url: string;
  /** Typed code, grouped for reading: `ABCD-1234`. */
  readonly code: string;
  readonly expiresOn: Day;
  readonly qr: FileRef;
  /** A sheet to print. */
  readonly sheet: FileRef;
}
