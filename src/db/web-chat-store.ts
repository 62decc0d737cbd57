/** The transcript of each web chat. */
import type { WebChatStore, WebMessage } from '../casework/ports.ts';
import type { Prisma } from './generated/client.ts';
import type { WebMessageModel } from './generated/models.ts';
import { lockLine } from './line-lock.ts';
import { fromJson, instantOf, jsonOf, momentOf, storableText } from './row-values.ts';

/** The store of one transaction. */
export function webChatStore(tx: Prisma.TransactionClient): WebChatStore {
  return {
    append: async (externalId, onceKey, message) => {
      await lockLine(tx, `web chat ${externalId}`);
      const [made] = await tx.webMessage.createManyAndReturn({
        data: [
          {
            externalId,
            onceKey,
            sender: message.from,
            text: storableText(message.text),
            buttons: jsonOf(message.buttons),
            files: jsonOf(message.files),
            at: momentOf(message.at),
          },
        ],
        skipDuplicates: true,
      });
      return toMessage(
        made ?? (await tx.webMessage.findUniqueOrThrow({ where: { externalId_onceKey: { externalId, onceKey } } })),
      );
    },
    after: async (externalId, seq, take) => {
      const newest = await tx.webMessage.findMany({
        where: { externalId, seq: { gt: BigInt(seq) } },
        orderBy: { seq: 'desc' },
        take,
      });
      return newest.reverse().map(toMessage);
    },
    wasShown: async (externalId, fileHash) => {
      const shown = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM web_messages
        WHERE external_id = ${externalId} AND files @> jsonb_build_array(jsonb_build_object('hash', ${fileHash}::text))
        LIMIT 1`;
      return shown.length > 0;
    },
  };
}

function toMessage(row: WebMessageModel): WebMessage {
  return {
    seq: Number(row.seq),
    from: row.sender as WebMessage['from'],
    text: row.text,
    buttons: fromJson<WebMessage['buttons']>(row.buttons),
    files: fromJson<WebMessage['files']>(row.files),
    at: instantOf(row.at),
  };
}
