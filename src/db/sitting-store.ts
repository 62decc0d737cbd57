/** Askings of the commission for an extension. */
import type { CaseStore, Sitting } from '../casework/ports.ts';
import type { Prisma } from './generated/client.ts';
import type { SittingModel } from './generated/models.ts';
import { dateOf, dateOrNull, dayOf, dayOrNull } from './row-values.ts';

/** The part of the case store of one transaction that keeps them. */
export function sittingStore(
  tx: Prisma.TransactionClient,
): Pick<CaseStore, 'sittings' | 'addSitting' | 'decideSitting'> {
  return {
    sittings: async (contractId) =>
      (await tx.sitting.findMany({ where: { contractId }, orderBy: { seq: 'asc' } })).map(toSitting),
    addSitting: async (contractId, { id, askedOn, askedByStaffId, decided }) => {
      const asked = { id, contractId, askedOn: dateOf(askedOn), askedByStaffId };
      await tx.sitting.create({ data: { ...asked, ...(decided && decidedColumns(decided)) } });
    },
    decideSitting: async (contractId, decided) => {
      const closed = await tx.sitting.updateMany({
        where: { contractId, result: null },
        data: decidedColumns(decided),
      });
      return closed.count > 0;
    },
  };
}

function decidedColumns({ satOn, result, extendedTo, words, byStaffId }: NonNullable<Sitting['decided']>) {
  return { satOn: dateOf(satOn), result, extendedTo: dateOrNull(extendedTo), words, byStaffId };
}

function toSitting(row: SittingModel): Sitting {
  const { satOn, result, byStaffId } = row;
  return {
    id: row.id,
    askedOn: dayOf(row.askedOn),
    askedByStaffId: row.askedByStaffId,
    decided:
      satOn && result !== null && byStaffId !== null
        ? {
            satOn: dayOf(satOn),
            result: result as NonNullable<Sitting['decided']>['result'],
            extendedTo: dayOrNull(row.extendedTo),
            words: row.words,
            byStaffId,
          }
        : null,
  };
}
