/** Reads and writes the transcript of one chat, a transaction each. */
import type { Database, WebMessage } from '../../casework/ports.ts';

/** What `WebChatStore` does, each call in a transaction of its own. */
export interface Transcript {
  /** Appends once per key; the row either way. */
  append(externalId: string, onceKey: string, message: Omit<WebMessage, 'seq'>): Promise<WebMessage>;
  after(externalId: string, seq: number, take: number): Promise<WebMessage[]>;
  wasShown(externalId: string, fileHash: string): Promise<boolean>;
}

/** The transcripts kept in this database. Calls throw where the database does not answer. */
export function transcriptOf(database: Pick<Database, 'transaction'>): Transcript {
  return {
    append: (externalId, onceKey, message) =>
      database.transaction(({ webChat }) => webChat.append(externalId, onceKey, message)),
    after: (externalId, seq, take) => database.transaction(({ webChat }) => webChat.after(externalId, seq, take)),
    wasShown: (externalId, hash) => database.transaction(({ webChat }) => webChat.wasShown(externalId, hash)),
  };
}
