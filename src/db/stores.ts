/** All stores over one transaction. */
import type { NewId, Stores } from '../casework/ports.ts';
import { auditLog } from './audit-log.ts';
import { caseStore } from './case-store.ts';
import { dutyStore } from './duty-store.ts';
import type { Prisma } from './generated/client.ts';
import { inbox } from './inbox.ts';
import { linkStore } from './link-store.ts';
import { officeStore } from './office-store.ts';
import { outbox } from './outbox.ts';
import { peopleStore } from './people-store.ts';
import { settingStore } from './setting-store.ts';
import { submissionStore } from './submission-store.ts';
import { talkStore } from './talk-store.ts';
import { webChatStore } from './web-chat-store.ts';

/** The stores, and what must still be written before the commit. */
export function openStores(
  tx: Prisma.TransactionClient,
  newId: NewId,
): { readonly stores: Stores; readonly finish: () => Promise<void> } {
  const { log, flush } = auditLog(tx);
  const stores: Stores = {
    people: peopleStore(tx, newId),
    offices: officeStore(tx),
    cases: caseStore(tx),
    submissions: submissionStore(tx),
    duties: dutyStore(tx),
    links: linkStore(tx),
    talks: talkStore(tx),
    inbox: inbox(tx),
    outbox: outbox(tx),
    audit: log,
    settings: settingStore(tx),
    webChat: webChatStore(tx),
  };
  return { stores, finish: flush };
}
