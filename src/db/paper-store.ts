/** Official papers, every revision kept, and what waits for whom. */
import type { PaperStore, StoredPaper } from '../casework/ports.ts';
import type { Prisma } from './generated/client.ts';
import { paperRow, toPaper } from './paper-row.ts';
import { dateOf } from './row-values.ts';
import { waitingWork } from './waiting-work.ts';

/** The store of one transaction. */
export function paperStore(tx: Prisma.TransactionClient): PaperStore {
  const many = async (
    where: Prisma.PaperWhereInput,
    orderBy: Prisma.PaperOrderByWithRelationInput[],
  ): Promise<StoredPaper[]> => (await tx.paper.findMany({ where, orderBy })).map(toPaper);
  return {
    add: async (paper) => {
      await tx.paper.create({ data: paperRow(paper) });
    },
    replace: async (paper, from) => {
      // One conditional statement, so that of two steps at once the second finds nothing.
      const { id, ...data } = paperRow(paper);
      const changed = await tx.paper.updateMany({ where: { id, status: { in: [...from] } }, data });
      return changed.count === 1;
    },
    supersede: async (paperId) => {
      await tx.paper.updateMany({ where: { id: paperId }, data: { status: 'superseded' } });
    },
    find: async (paperId) => {
      const row = await tx.paper.findUnique({ where: { id: paperId } });
      return row && toPaper(row);
    },
    ofKey: (contractId, key) => many({ contractId, key }, [{ revision: 'asc' }]),
    ofContract: (contractId) =>
      many({ contractId }, [{ kind: 'asc' }, { number: 'asc' }, { key: 'asc' }, { revision: 'asc' }]),
    recordsOfMonth: (officeId, month, status) =>
      many({ officeId, month, status, kind: 'monitoring' }, [{ preparedAt: 'asc' }, { id: 'asc' }]),
    approvedBetween: async (filter, after, take) => {
      const rows = await tx.paper.findMany({
        where: { ...approved(filter), ...(after !== null && { id: { gt: after } }) },
        orderBy: { id: 'asc' },
        take,
      });
      return rows.map(toPaper);
    },
    countApproved: (filter) => tx.paper.count({ where: approved(filter) }),
    waiting: (staff, today, skip, take) => waitingWork(tx, staff, today, skip, take),
  };
}

function approved({ officeId, from, to, kind }: Parameters<PaperStore['countApproved']>[0]): Prisma.PaperWhereInput {
  return {
    officeId,
    status: 'approved',
    bearsDay: { gte: dateOf(from), lte: dateOf(to) },
    ...(kind !== null && { kind }),
  };
}
