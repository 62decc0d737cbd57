/** What came in, leased strictly in order per address. */
import type { Inbox, InboxItem } from '../casework/ports.ts';
import type { ChannelKind } from '../dialogs/codes.ts';
import { Prisma } from './generated/client.ts';
import { lockLine } from './line-lock.ts';
import { fromJson, instantOf, jsonOf, momentOf } from './row-values.ts';

interface LeasedRow {
  readonly id: bigint;
  readonly channel: string;
  readonly event_key: string;
  readonly external_id: string;
  readonly input: Prisma.JsonValue;
  readonly received_at: Date;
  readonly attempts: number;
}

/** The inbox of one transaction. */
export function inbox(tx: Prisma.TransactionClient): Inbox {
  return {
    receive: async ({ channel, eventKey, externalId, input, at }) => {
      await lockLine(tx, `inbox ${channel} ${externalId}`);
      const moment = momentOf(at);
      const made = await tx.inboxItem.createMany({
        data: [
          { channel, eventKey, externalId, input: jsonOf(input), receivedAt: moment, dueAt: moment, status: 'open' },
        ],
        skipDuplicates: true,
      });
      return made.count === 1;
    },
    lease: async (by, now, until) => {
      const rows = await tx.$queryRaw<LeasedRow[]>(leaseSql(by, momentOf(now), momentOf(until)));
      return rows[0] ? toItem(rows[0]) : null;
    },
    done: async (id, at) => {
      const ended = await tx.inboxItem.updateMany({
        where: { id: BigInt(id), status: 'open' },
        // Only the key is needed from now on, to know a redelivery; what a person said is not kept twice.
        data: { status: 'done', endedAt: momentOf(at), leasedBy: null, input: {} },
      });
      // Undoes this transaction, so that what the other worker did is not done twice.
      if (ended.count === 0) throw new Error(`inbox item ${id} was finished by another worker after its lease ran out`);
    },
    failed: async (id, error, retryAt) => {
      await tx.inboxItem.updateMany({
        where: { id: BigInt(id), status: 'open' },
        data: retryAt === null ? { status: 'failed', error, leasedBy: null } : { error, dueAt: momentOf(retryAt) },
      });
    },
    open: () => tx.inboxItem.count({ where: { status: 'open' } }),
  };
}

function leaseSql(by: string, now: Date, until: Date): Prisma.Sql {
  return Prisma.sql`
    UPDATE inbox SET leased_by = ${by}, due_at = ${until}::timestamptz, attempts = attempts + 1
    WHERE id = (
      SELECT item.id FROM inbox item
      WHERE item.status = 'open' AND item.due_at <= ${now}::timestamptz
        AND NOT EXISTS (
          SELECT 1 FROM inbox older
          WHERE older.channel = item.channel AND older.external_id = item.external_id
            AND older.status = 'open' AND older.id < item.id)
      ORDER BY item.id LIMIT 1
      FOR UPDATE OF item SKIP LOCKED)
    RETURNING id, channel, event_key, external_id, input, received_at, attempts`;
}

function toItem(row: LeasedRow): InboxItem {
  return {
    id: String(row.id),
    channel: row.channel as ChannelKind,
    eventKey: row.event_key,
    externalId: row.external_id,
    input: fromJson<InboxItem['input']>(row.input),
    at: instantOf(row.received_at),
    attempts: row.attempts,
  };
}
