/** Where each person is in the talk. */
import type { TalkStore } from '../casework/ports.ts';
import { readState } from '../dialogs/step.ts';
import type { Prisma } from './generated/client.ts';
import { jsonOf, momentOf } from './row-values.ts';

/** The store of one transaction. */
export function talkStore(tx: Prisma.TransactionClient): TalkStore {
  return {
    read: async (personId) => {
      const row = await tx.talk.findUnique({ where: { personId } });
      return row && readState(row.state);
    },
    write: async (personId, state, at) => {
      const columns = { state: jsonOf(state), writtenAt: momentOf(at) };
      await tx.talk.upsert({ where: { personId }, create: { personId, ...columns }, update: columns });
    },
  };
}
