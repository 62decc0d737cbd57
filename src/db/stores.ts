/** All stores over one transaction. */
import type { NewId, Stores } from '../casework/ports.ts';
import { auditLog } from './audit-log.ts';
import { caseStore } from './case-store.ts';
import { dutyStore } from './duty-store.ts';
import { figureStore } from './figure-store.ts';
import type { Prisma } from './generated/client.ts';
import { inbox } from './inbox.ts';
import { inquiryStore } from './inquiry-store.ts';
import { jobStore } from './job-store.ts';
import { linkStore } from './link-store.ts';
import { officeStore } from './office-store.ts';
import { outbox } from './outbox.ts';
import { paperStore } from './paper-store.ts';
import { peopleStore } from './people-store.ts';
import { readOnce } from './read-once.ts';
import { recordStore } from './record-store.ts';
import { settingStore } from './setting-store.ts';
import { sourceStore } from './source-store.ts';
import { submissionStore } from './submission-store.ts';
import { surveyStore } from './survey-store.ts';
import { talkStore } from './talk-store.ts';
import { templateStore } from './template-store.ts';
import { webChatStore } from './web-chat-store.ts';

/** The stores, and what must still be written before the commit. */
export function openStores(
  tx: Prisma.TransactionClient,
  newId: NewId,
): { readonly stores: Stores; readonly finish: () => Promise<void> } {
  const { log, flush } = auditLog(tx);
  const offices = readOnce(officeStore(tx), ['find', 'all', 'findStaff', 'staffOfPerson', 'staffOf']);
  const cases = readOnce(caseStore(tx), ['find', 'ofPerson']);
  const absorbed = () => {
    offices.forget();
    cases.forget();
  };
  const stores: Stores = {
    people: peopleStore(tx, newId, absorbed),
    offices: offices.store,
    cases: cases.store,
    submissions: submissionStore(tx),
    duties: dutyStore(tx),
    papers: paperStore(tx),
    records: recordStore(tx),
    inquiries: inquiryStore(tx),
    figures: figureStore(tx),
    surveys: surveyStore(tx),
    templates: templateStore(tx),
    jobs: jobStore(tx),
    links: linkStore(tx),
    sources: sourceStore(tx),
    talks: talkStore(tx),
    inbox: inbox(tx),
    outbox: outbox(tx),
    audit: log,
    settings: settingStore(tx),
    webChat: webChatStore(tx),
  };
  return { stores, finish: flush };
}
