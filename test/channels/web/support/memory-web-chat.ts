/** A transcript in memory and a database that hands it out, as the real store promises it. */
import type { Database, Stores, WebChatStore, WebMessage } from '../../../../src/casework/ports.ts';

interface Row {
  readonly externalId: string;
  readonly onceKey: string;
  readonly message: WebMessage;
}

export interface MemoryWebChat {
  readonly store: WebChatStore;
  readonly database: Pick<Database, 'transaction'>;
  readonly rows: () => readonly Row[];
  /** The next `times` transactions throw. */
  readonly failNext: (times: number) => void;
}

export function memoryWebChat(): MemoryWebChat {
  const rows: Row[] = [];
  let failures = 0;
  const store: WebChatStore = {
    async append(externalId, onceKey, message) {
      const known = rows.find((row) => row.externalId === externalId && row.onceKey === onceKey);
      if (known !== undefined) return known.message;
      const kept: WebMessage = { ...structuredClone(message), seq: rows.length + 1 };
      rows.push({ externalId, onceKey, message: kept });
      return kept;
    },
    async after(externalId, seq, take) {
      const found = rows.filter((row) => row.externalId === externalId && row.message.seq > seq);
      return found.slice(-take).map((row) => row.message);
    },
    async wasShown(externalId, fileHash) {
      return rows.some(
        (row) => row.externalId === externalId && row.message.files.some((file) => file.hash === fileHash),
      );
    },
  };
  return {
    store,
    rows: () => rows,
    failNext: (times) => {
      failures = times;
    },
    database: {
      transaction(work) {
        if (failures > 0) {
          failures -= 1;
          return Promise.reject(new Error('the database is down'));
        }
        // Only the transcript is ever asked for by this channel.
        return work({ webChat: store } as unknown as Stores);
      },
    },
  };
}
