/** What the office knows of each month of monitoring. */
import type { RecordStore, StoredRecord } from '../casework/ports.ts';
import { month } from '../engine/day.ts';
import type { Prisma } from './generated/client.ts';
import type { MonitoringRecordModel } from './generated/models.ts';
import { dateOf, dayOf, instantOf, momentOf } from './row-values.ts';

/** The store of one transaction. */
export function recordStore(tx: Prisma.TransactionClient): RecordStore {
  return {
    keep: async (record) => {
      const { contractId, key, ...plain } = record;
      const data = { ...plain, checkedOn: dateOf(plain.checkedOn), keptAt: momentOf(plain.keptAt) };
      await tx.monitoringRecord.upsert({
        where: { contractId_key: { contractId, key } },
        create: { contractId, key, ...data },
        update: data,
      });
    },
    find: async (contractId, key) => {
      const row = await tx.monitoringRecord.findUnique({ where: { contractId_key: { contractId, key } } });
      return row && toRecord(row);
    },
    ofContract: async (contractId) => {
      const rows = await tx.monitoringRecord.findMany({
        where: { contractId },
        orderBy: [{ number: 'asc' }, { key: 'asc' }],
      });
      return rows.map(toRecord);
    },
  };
}

function toRecord(row: MonitoringRecordModel): StoredRecord {
  return {
    ...row,
    month: row.month === null ? null : month(row.month),
    fact: row.fact as StoredRecord['fact'],
    conditions: row.conditions as StoredRecord['conditions'],
    hardship: row.hardship as StoredRecord['hardship'],
    checkedOn: dayOf(row.checkedOn),
    confirmedBy: row.confirmedBy as StoredRecord['confirmedBy'],
    registeredAs: row.registeredAs as StoredRecord['registeredAs'],
    keptAt: instantOf(row.keptAt),
  };
}
