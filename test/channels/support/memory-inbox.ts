/** An inbox in memory for channel tests: keeps the order of arrival and drops what has come before, as the real one does. */
import type { Received } from '../../../src/casework/ports.ts';

export interface MemoryInbox {
  /** False for a duplicate of the same channel and event key. */
  readonly receive: (received: Received) => Promise<boolean>;
  /** What was kept, oldest first. */
  readonly rows: () => readonly Received[];
  /** How often `receive` was called, duplicates included. */
  readonly calls: () => number;
  /** The next `times` calls throw, as a database that is down would. */
  readonly failNext: (times: number) => void;
}

export function memoryInbox(): MemoryInbox {
  const rows: Received[] = [];
  const known = new Set<string>();
  let calls = 0;
  let failures = 0;
  return {
    async receive(received) {
      calls += 1;
      if (failures > 0) {
        failures -= 1;
        throw new Error('the inbox is down');
      }
      const key = `${received.channel}\n${received.eventKey}`;
      if (known.has(key)) return false;
      known.add(key);
      // What is stored is JSON: anything that would not survive it is seen here.
      rows.push(JSON.parse(JSON.stringify(received)) as Received);
      return true;
    },
    rows: () => rows,
    calls: () => calls,
    failNext: (times) => {
      failures = times;
    },
  };
}
