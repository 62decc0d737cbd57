/** What the web chat needs from the rest of the program. */
import type { ChannelLinks, Clock, Database, Files, NewId, Received } from '../../casework/ports.ts';
import type { HttpLog } from '../../http/log.ts';
import type { PageWords } from './page-words.ts';

export interface WebChannelDeps {
  /** Keeps what came in; false for a duplicate. Its answer is our 200: throw, and the page tries again. */
  readonly receive: (received: Received) => Promise<boolean>;
  /** Where the person gave the device up, nothing is written to it any more. */
  readonly addressChanged: (externalId: string, status: 'dead') => Promise<void>;
  readonly database: Pick<Database, 'transaction'>;
  readonly files: Files;
  /** Words of the page itself in both languages (`pageWords`). */
  readonly words: PageWords;
  readonly clock: Pick<Clock, 'now'>;
  readonly newId: Pick<NewId, 'token'>;
  readonly publicUrl: string;
  /** Where else a person who opened a link may go on. */
  readonly links: ChannelLinks;
  /** The outside address is https: cookies are marked so. */
  readonly secureCookies: boolean;
  readonly log: HttpLog;
  /** How often open streams look for what another process wrote, in milliseconds; 0: this process is the only one. Default 3000. */
  readonly pollEveryMs?: number;
}
