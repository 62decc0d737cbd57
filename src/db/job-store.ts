/** Work in the background, leased like the inbox. */
import type { Job, JobStore } from '../casework/ports.ts';
import { month } from '../engine/day.ts';
import type { Prisma } from './generated/client.ts';
import { instantOf, momentOf } from './row-values.ts';

/** The store of one transaction. */
export function jobStore(tx: Prisma.TransactionClient): JobStore {
  return {
    add: async ({ askedBy, askedAt, ...plain }) => {
      await tx.job.create({
        data: {
          ...plain,
          ...askedBy,
          askedAt: momentOf(askedAt),
          dueAt: momentOf(askedAt),
          status: 'open',
        },
      });
    },
    lease: async (by, now, until) => {
      const rows = await tx.$queryRaw<{ id: string }[]>`
        UPDATE jobs SET leased_by = ${by}, due_at = ${momentOf(until)}::timestamptz, attempts = attempts + 1
        WHERE id = (
          SELECT id FROM jobs WHERE status = 'open' AND due_at <= ${momentOf(now)}::timestamptz
          ORDER BY seq LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id`;
      return rows[0] ? findJob(tx, rows[0].id) : null;
    },
    hold: async (jobId, by, until) => {
      const held = await tx.job.updateMany({
        where: { id: jobId, status: 'open', leasedBy: by },
        data: { dueAt: momentOf(until) },
      });
      return held.count === 1;
    },
    done: async (jobId, file, at) => {
      const ended = await tx.job.updateMany({
        where: { id: jobId, status: 'open' },
        data: { status: 'done', fileHash: file?.hash ?? null, endedAt: momentOf(at), leasedBy: null },
      });
      return ended.count === 1;
    },
    giveBack: async (jobId, by, at) => {
      await tx.job.updateMany({
        where: { id: jobId, status: 'open', leasedBy: by },
        data: { dueAt: momentOf(at), leasedBy: null, attempts: { decrement: 1 } },
      });
    },
    failed: async (jobId, error, retryAt) => {
      await tx.job.updateMany({
        where: { id: jobId, status: 'open' },
        data: retryAt === null ? { status: 'failed', error, leasedBy: null } : { error, dueAt: momentOf(retryAt) },
      });
    },
  };
}

async function findJob(tx: Prisma.TransactionClient, id: string): Promise<Job> {
  const row = await tx.job.findUniqueOrThrow({ where: { id } });
  return {
    id: row.id,
    kind: row.kind as Job['kind'],
    officeId: row.officeId,
    contractId: row.contractId,
    month: row.month === null ? null : month(row.month),
    askedBy: { personId: row.personId, staffId: row.staffId },
    askedAt: instantOf(row.askedAt),
    total: row.total,
    attempts: row.attempts,
  };
}
