/** Figures that staff entered, and the family after the contract; rows are only ever added. */
import type { FigureStore, StoredFigure, StoredHousehold } from '../casework/ports.ts';
import { month } from '../engine/day.ts';
import type { Prisma } from './generated/client.ts';
import type { FigureModel, HouseholdAfterModel } from './generated/models.ts';
import { dateOf, dayOf, fromJson, instantOf, jsonOf, moneyOf, momentOf } from './row-values.ts';

/** The store of one transaction. */
export function figureStore(tx: Prisma.TransactionClient): FigureStore {
  return {
    keep: async (figure) => {
      await tx.figure.create({
        data: { ...figure, keptAt: momentOf(figure.keptAt), keptOn: dateOf(figure.keptOn) },
      });
    },
    ofContract: async (contractId) => {
      const rows = await tx.figure.findMany({ where: { contractId }, orderBy: { seq: 'asc' } });
      return rows.map(toFigure);
    },
    keepHousehold: async ({ from, members, keptAt, ...plain }) => {
      await tx.householdAfter.create({
        data: { ...plain, fromDay: dateOf(from), members: jsonOf(members), keptAt: momentOf(keptAt) },
      });
    },
    householdsOf: async (contractId) => {
      const rows = await tx.householdAfter.findMany({ where: { contractId }, orderBy: { seq: 'asc' } });
      return rows.map(toHousehold);
    },
  };
}

function toFigure({ seq: _seq, ...row }: FigureModel): StoredFigure {
  return {
    ...row,
    month: month(row.month),
    item: row.item as StoredFigure['item'],
    amount: moneyOf(row.amount),
    source: row.source as StoredFigure['source'],
    keptAt: instantOf(row.keptAt),
    keptOn: dayOf(row.keptOn),
  };
}

function toHousehold(row: HouseholdAfterModel): StoredHousehold {
  return {
    id: row.id,
    contractId: row.contractId,
    from: dayOf(row.fromDay),
    members: fromJson<StoredHousehold['members']>(row.members),
    keptAt: instantOf(row.keptAt),
    byStaffId: row.byStaffId,
  };
}
