/** Small marks of the program itself. */
import type { SettingStore } from '../casework/ports.ts';
import type { Prisma } from './generated/client.ts';

/** The store of one transaction. */
export function settingStore(tx: Prisma.TransactionClient): SettingStore {
  return {
    read: async (key) => (await tx.setting.findUnique({ where: { key } }))?.value ?? null,
    write: async (key, value) => {
      await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
    },
  };
}
