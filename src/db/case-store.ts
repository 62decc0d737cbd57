/** Contracts: found by person, by search within an office, and by the next day on which something is due. */
import type { CaseStore, Contract, Page } from '../casework/ports.ts';
import { contractRows, dateChangeRow, searchForm, toContract, WITH_PARTS } from './contract-row.ts';
import type { Prisma } from './generated/client.ts';
import { pageOf } from './page-of.ts';
import { dateOf, dateOrNull } from './row-values.ts';
import { sittingStore } from './sitting-store.ts';

/** The store of one transaction. */
export function caseStore(tx: Prisma.TransactionClient): CaseStore {
  return {
    add: async (contract) => {
      await tx.contract.create({ data: contractRows(contract) });
    },
    find: async (contractId) => {
      const row = await tx.contract.findUnique({ where: { id: contractId }, include: WITH_PARTS });
      return row && toContract(row);
    },
    ofPerson: async (personId) => {
      const rows = await tx.contract.findMany({
        where: { personId },
        orderBy: [{ startsOn: 'desc' }, { seq: 'desc' }],
        include: WITH_PARTS,
      });
      return rows.map(toContract);
    },
    search: (officeId, search, skip, take) => searchContracts(tx, officeId, search, skip, take),
    numberTaken: async (officeId, number) => (await tx.contract.count({ where: { officeId, number } })) > 0,
    countBySpecialist: async (officeId) => {
      const counts = await tx.contract.groupBy({ by: ['specialistId'], where: { officeId }, _count: true });
      return new Map(counts.map((line) => [line.specialistId, line._count]));
    },
    handOver: async (fromStaffId, toStaffId) => {
      await tx.contract.updateMany({ where: { specialistId: fromStaffId }, data: { specialistId: toStaffId } });
    },
    change: async (contractId, change) => {
      await tx.contract.update({ where: { id: contractId }, data: changedRow(change) });
    },
    addDateChange: async (contractId, change) => {
      await tx.dateChange.create({ data: { ...dateChangeRow(change), contractId } });
    },
    changeMeasure: async (contractId, measureId, { status, note }) => {
      const changed = await tx.measure.updateMany({ where: { id: measureId, contractId }, data: { status, note } });
      return changed.count === 1;
    },
    ...sittingStore(tx),
    dueBy: async (officeIds, by, take) => {
      const rows = await tx.contract.findMany({
        where: { officeId: { in: [...officeIds] }, nextDate: { lte: dateOf(by) } },
        orderBy: [{ nextDate: 'asc' }, { seq: 'asc' }],
        take,
        include: WITH_PARTS,
      });
      return rows.map(toContract);
    },
  };
}

/** Every word of the search must be in the number or the name, in any order. */
async function searchContracts(
  tx: Prisma.TransactionClient,
  officeId: string,
  search: string | null,
  skip: number,
  take: number,
): Promise<Page<Contract>> {
  const words = searchForm(search ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const where: Prisma.ContractWhereInput = {
    officeId,
    AND: words.map((word) => ({ searchKey: { contains: literal(word) } })),
  };
  return pageOf(
    skip,
    take,
    async () =>
      (await tx.contract.findMany({ where, orderBy: { seq: 'desc' }, skip, take, include: WITH_PARTS })).map(
        toContract,
      ),
    () => tx.contract.count({ where }),
  );
}

/** LIKE reads these signs as patterns, and Prisma passes them on. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function changedRow(change: Parameters<CaseStore['change']>[1]): Prisma.ContractUncheckedUpdateInput {
  const { extendedTo, extensionAskedOn, stoppedOn, remindersPausedUntil, nextDate, ...plain } = change;
  return {
    ...plain,
    ...(extendedTo !== undefined && { extendedTo: dateOrNull(extendedTo) }),
    ...(extensionAskedOn !== undefined && { extensionAskedOn: dateOrNull(extensionAskedOn) }),
    ...(stoppedOn !== undefined && { stoppedOn: dateOrNull(stoppedOn) }),
    ...(remindersPausedUntil !== undefined && { remindersPausedUntil: dateOrNull(remindersPausedUntil) }),
    ...(nextDate !== undefined && { nextDate: dateOrNull(nextDate) }),
  };
}
