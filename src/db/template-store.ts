/** DOCX files that offices put in place of ours. */
import type { TemplateStore } from '../casework/ports.ts';
import type { PaperKind } from '../dialogs/evaluation-codes.ts';
import type { Prisma } from './generated/client.ts';
import { dateOf, dayOf } from './row-values.ts';

/** The store of one transaction. */
export function templateStore(tx: Prisma.TransactionClient): TemplateStore {
  return {
    put: async ({ officeId, paperKind, file, putOn, byStaffId }) => {
      const data = {
        fileHash: file.hash,
        fileName: file.name,
        fileMediaType: file.mediaType,
        fileSize: file.size,
        putOn: dateOf(putOn),
        byStaffId,
      };
      await tx.paperTemplate.upsert({
        where: { officeId_paperKind: { officeId, paperKind } },
        create: { officeId, paperKind, ...data },
        update: data,
      });
    },
    remove: async (officeId, paperKind) =>
      (await tx.paperTemplate.deleteMany({ where: { officeId, paperKind } })).count === 1,
    ofOffice: async (officeId) => {
      const rows = await tx.paperTemplate.findMany({ where: { officeId }, orderBy: { paperKind: 'asc' } });
      return rows.map((row) => ({
        officeId: row.officeId,
        paperKind: row.paperKind as PaperKind,
        file: { hash: row.fileHash, name: row.fileName, mediaType: row.fileMediaType, size: row.fileSize },
        putOn: dayOf(row.putOn),
        byStaffId: row.byStaffId,
      }));
    },
  };
}
