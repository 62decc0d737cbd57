/** What goes out: inserted once per key, leased one at a time per person in order. */
import type { Outbox, OutboxDraft, OutboxItem, OutboxStatus } from '../casework/ports.ts';
import { Prisma } from './generated/client.ts';
import type { OutboxItemModel } from './generated/models.ts';
import { lockLine } from './line-lock.ts';
import { fromJson, instantOf, instantOrNull, jsonOf, momentOf } from './row-values.ts';

const UNSENT = ['queued', 'sending'];

/** The outbox of one transaction. */
export function outbox(tx: Prisma.TransactionClient): Outbox {
  return {
    put: async (drafts, at) => {
      if (drafts.length === 0) return 0;
      const made = await tx.outboxItem.createMany({
        data: drafts.map((draft) => draftRow(draft, momentOf(at))),
        skipDuplicates: true,
      });
      return made.count;
    },
    lease: async (by, now, until, take) => {
      // Two leases at once would each see the other's person as free.
      await lockLine(tx, 'outbox lease');
      const leased = await tx.$queryRaw<{ id: bigint }[]>(leaseSql(by, momentOf(now), momentOf(until), take));
      if (leased.length === 0) return [];
      const ids = leased.map((row) => row.id);
      return (await tx.outboxItem.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })).map(toItem);
    },
    sent: async (id, at, addressId, externalMessageId) => {
      await tx.outboxItem.updateMany({
        where: { id: BigInt(id), status: { not: 'sent' } },
        data: { status: 'sent', endedAt: momentOf(at), sentToId: addressId, externalMessageId, leasedBy: null },
      });
    },
    retry: async (id, at, why) => {
      await tx.outboxItem.updateMany({
        where: { id: BigInt(id), status: { in: UNSENT } },
        data: { status: 'queued', dueAt: momentOf(at), why, leasedBy: null },
      });
    },
    hold: async (id, at, why) => {
      await tx.outboxItem.updateMany({
        where: { id: BigInt(id), status: { in: UNSENT } },
        data: { status: 'queued', dueAt: momentOf(at), why, leasedBy: null, attempts: { decrement: 1 } },
      });
    },
    end: async (id, status, at, why) => {
      await tx.outboxItem.updateMany({
        where: { id: BigInt(id), status: { in: UNSENT } },
        data: { status, endedAt: momentOf(at), why, leasedBy: null },
      });
    },
    queued: () => tx.outboxItem.count({ where: { status: { in: UNSENT } } }),
    history: async ({ personId, take }) => {
      const rows = await tx.outboxItem.findMany({
        where: personId === null ? {} : { personId },
        orderBy: { id: 'desc' },
        take,
      });
      return rows.map((row) => ({
        ...toItem(row),
        sentAt: row.status === 'sent' ? instantOrNull(row.endedAt) : null,
      }));
    },
  };
}

/**
 * Free to go is what is due, has no other message of its person in the air, and no older one that must go first. `id + 0` keeps the
 * planner from walking the primary key through everything ever sent to find the few that wait.
 */
function leaseSql(by: string, now: Date, until: Date, take: number): Prisma.Sql {
  return Prisma.sql`
    UPDATE outbox SET status = 'sending', leased_by = ${by}, due_at = ${until}::timestamptz, attempts = attempts + 1
    WHERE id IN (
      SELECT item.id FROM outbox item
      WHERE item.status IN ('queued', 'sending') AND item.due_at <= ${now}::timestamptz
        AND NOT EXISTS (
          SELECT 1 FROM outbox other
          WHERE other.person_id = item.person_id AND other.status IN ('queued', 'sending') AND other.id <> item.id
            AND ((other.status = 'sending' AND other.due_at > ${now}::timestamptz)
              OR (other.id < item.id AND (other.kind = 'answer' OR other.due_at <= ${now}::timestamptz))))
      ORDER BY item.id + 0 LIMIT ${take}
      FOR UPDATE OF item SKIP LOCKED)
    RETURNING id`;
}

function draftRow(draft: OutboxDraft, putAt: Date): Prisma.OutboxItemCreateManyInput {
  const notBefore = momentOf(draft.notBefore);
  return {
    ...draft,
    reply: jsonOf(draft.reply),
    about: jsonOf(draft.about),
    notBefore,
    dueAt: notBefore,
    putAt,
    status: 'queued',
  };
}

function toItem(row: OutboxItemModel): OutboxItem {
  return {
    id: String(row.id),
    uniqueKey: row.uniqueKey,
    personId: row.personId,
    addressId: row.addressId,
    kind: row.kind as OutboxItem['kind'],
    reply: fromJson<OutboxItem['reply']>(row.reply),
    notBefore: instantOf(row.notBefore),
    about: fromJson<OutboxItem['about']>(row.about),
    attempts: row.attempts,
    status: row.status as OutboxStatus,
  };
}
