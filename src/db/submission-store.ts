/** What recipients sent for their months, every revision kept, and the queue of the office. */
import type { Page, Submission, SubmissionStore } from '../casework/ports.ts';
import { type Month, month } from '../engine/day.ts';
import type { Prisma } from './generated/client.ts';
import { pageOf } from './page-of.ts';
import { decisionColumns, newestColumns, revisionRows, toRevision, WITH_LINES } from './revision-row.ts';

const WITH_REVISIONS = {
  revisions: { orderBy: { revision: 'asc' }, include: WITH_LINES },
} as const satisfies Prisma.SubmissionInclude;

type SubmissionRow = Prisma.SubmissionGetPayload<{ include: typeof WITH_REVISIONS }>;

/** The store of one transaction. */
export function submissionStore(tx: Prisma.TransactionClient): SubmissionStore {
  const one = async (where: Prisma.SubmissionWhereUniqueInput): Promise<Submission | null> => {
    const row = await tx.submission.findUnique({ where, include: WITH_REVISIONS });
    return row && toSubmission(row);
  };
  return {
    add: async (submission, first) => {
      const { officeId } = await tx.contract.findUniqueOrThrow({
        where: { id: submission.contractId },
        select: { officeId: true },
      });
      await tx.submission.create({
        data: { ...submission, officeId, ...newestColumns(first), revisions: { create: [revisionRows(first)] } },
      });
    },
    addRevision: async (submissionId, revision) => {
      await tx.submission.update({
        where: { id: submissionId },
        data: { status: 'sent', ...newestColumns(revision), revisions: { create: [revisionRows(revision)] } },
      });
    },
    find: (submissionId) => one({ id: submissionId }),
    ofMonth: (contractId, of) => one({ contractId_month: { contractId, month: of } }),
    ofContract: async (contractId) => {
      const rows = await tx.submission.findMany({
        where: { contractId },
        orderBy: { month: 'asc' },
        include: WITH_REVISIONS,
      });
      return rows.map(toSubmission);
    },
    decide: async (submissionId, revision, decision) => {
      // One conditional statement, so that of two decisions at once the second finds nothing.
      const decided = await tx.submission.updateMany({
        where: { id: submissionId, status: 'sent', newest: revision },
        data: { status: decision.what },
      });
      if (decided.count === 0) return false;
      await tx.revision.update({
        where: { submissionId_revision: { submissionId, revision } },
        data: decisionColumns(decision),
      });
      return true;
    },
    waiting: (officeId, skip, take) => waiting(tx, officeId, skip, take),
    fileUsedBefore: (contractId, of, hashes) => fileUsedBefore(tx, contractId, of, hashes),
  };
}

function waiting(
  tx: Prisma.TransactionClient,
  officeId: string,
  skip: number,
  take: number,
): Promise<Page<Submission>> {
  const where = { officeId, status: 'sent' };
  // Two months sent at one moment stand in the order of the calendar.
  const orderBy: Prisma.SubmissionOrderByWithRelationInput[] = [
    { rank: 'asc' },
    { sentAt: 'asc' },
    { month: 'asc' },
    { id: 'asc' },
  ];
  return pageOf(
    skip,
    take,
    async () =>
      (await tx.submission.findMany({ where, orderBy, skip, take, include: WITH_REVISIONS })).map(toSubmission),
    () => tx.submission.count({ where }),
  );
}

async function fileUsedBefore(
  tx: Prisma.TransactionClient,
  contractId: string,
  of: Month,
  hashes: readonly string[],
): Promise<boolean> {
  if (hashes.length === 0) return false;
  const found = await tx.evidence.findFirst({
    where: { fileHash: { in: [...hashes] }, ofRevision: { submission: { contractId, month: { not: of } } } },
    select: { position: true },
  });
  return found !== null;
}

function toSubmission(row: SubmissionRow): Submission {
  return {
    id: row.id,
    number: row.number,
    contractId: row.contractId,
    month: month(row.month),
    status: row.status as Submission['status'],
    revisions: row.revisions.map(toRevision),
  };
}
