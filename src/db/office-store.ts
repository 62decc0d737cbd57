/** Offices and their staff. */
import type { Office, OfficeStore, Staff } from '../casework/ports.ts';
import type { StaffRole } from '../dialogs/codes.ts';
import { contactRequestStore } from './contact-request-store.ts';
import type { Prisma } from './generated/client.ts';
import type { OfficeModel, StaffModel } from './generated/models.ts';

/** The store of one transaction. */
export function officeStore(tx: Prisma.TransactionClient): OfficeStore {
  return {
    add: async (office) => {
      await tx.region.createMany({ data: [{ code: office.region }], skipDuplicates: true });
      await tx.office.create({ data: office });
    },
    find: async (officeId) => {
      const row = await tx.office.findUnique({ where: { id: officeId } });
      return row && toOffice(row);
    },
    all: async () => (await tx.office.findMany({ orderBy: { seq: 'asc' } })).map(toOffice),
    addStaff: async (staff) => {
      await tx.staff.create({ data: staff });
    },
    changeStaff: async (staffId, change) => {
      await tx.staff.update({ where: { id: staffId }, data: change });
    },
    // Who was dismissed is staff no more; of several invitations the last one counts.
    staffOfPerson: async (personId) => {
      const row = await tx.staff.findFirst({ where: { personId, active: true }, orderBy: { seq: 'desc' } });
      return row && toStaff(row);
    },
    findStaff: async (staffId) => {
      const row = await tx.staff.findUnique({ where: { id: staffId } });
      return row && toStaff(row);
    },
    staffOf: async (officeId) =>
      (await tx.staff.findMany({ where: { officeId }, orderBy: { seq: 'asc' } })).map(toStaff),
    ...contactRequestStore(tx),
  };
}

function toOffice({ seq: _seq, ...row }: OfficeModel): Office {
  return row;
}

function toStaff({ seq: _seq, ...row }: StaffModel): Staff {
  return { ...row, role: row.role as StaffRole };
}
