/** Surveys of homes. */
import type { StoredSurvey, SurveyStore } from '../casework/ports.ts';
import type { Prisma } from './generated/client.ts';
import { dateOf, dayOf, fromJson, instantOf, jsonOf, momentOf } from './row-values.ts';

/** The store of one transaction. */
export function surveyStore(tx: Prisma.TransactionClient): SurveyStore {
  return {
    add: async ({ on, files, keptAt, ...plain }) => {
      await tx.homeSurvey.create({
        data: { ...plain, onDay: dateOf(on), files: jsonOf(files), keptAt: momentOf(keptAt) },
      });
    },
    ofContract: async (contractId) => {
      const rows = await tx.homeSurvey.findMany({
        where: { contractId },
        orderBy: [{ onDay: 'asc' }, { keptAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(({ onDay, files, keptAt, ...plain }) => ({
        ...plain,
        on: dayOf(onDay),
        files: fromJson<StoredSurvey['files']>(files),
        keptAt: instantOf(keptAt),
      }));
    },
  };
}
