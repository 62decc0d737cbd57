/** What every use case is given: ports, law and a few settings. No container: `main.ts` makes one and passes it on. */
import type { ChannelKind } from '../dialogs/codes.ts';
import type { Law } from '../engine/law.ts';
import type { ChannelLinks, Clock, Database, DocumentWriter, Files, NewId, RemoteFiles } from './ports.ts';

export interface Deps {
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly files: Files;
  readonly remoteFiles: RemoteFiles;
  readonly documents: DocumentWriter;
  /** Law of every region, the operator's values included. */
  readonly laws: { readonly [region: string]: Law };
  readonly defaultRegion: string;
  /** Outside address without a slash at its end: links are made from it. */
  readonly publicUrl: string;
  readonly channelLinks: ChannelLinks;
  /** Whether a channel has no buttons, so that people choose by typed numbers; absent: none is so. */
  readonly choosesByNumber?: (channel: ChannelKind) => boolean;
  /** SHA-256 as hex: tokens and codes are kept hashed, papers are sealed. */
  readonly hash: (content: string | Uint8Array) => string;
}
