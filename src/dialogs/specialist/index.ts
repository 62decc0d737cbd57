/** Dialogs of the specialist and the head: a file and a line here for each. */
import type { Dialog } from '../dialog.ts';
import { ACCEPT } from './accept.ts';
import { CONTACT_REQUEST_DONE } from './contact-request-done.ts';
import { CONTACT_REQUESTS } from './contact-requests.ts';
import { CONTRACT } from './contract.ts';
import { CONTRACTS } from './contracts.ts';
import { DEADLINES } from './deadlines.ts';
import { DISMISS_STAFF } from './dismiss-staff.ts';
import { DUTY_DONE } from './duty-done.ts';
import { INVITE_PARTNER } from './invite-partner.ts';
import { INVITE_STAFF } from './invite-staff.ts';
import { NEW_CONTRACT } from './new-contract.ts';
import { NEW_SOURCE } from './new-source.ts';
import { OFFICE } from './office.ts';
import { PAUSE_REMINDERS } from './pause-reminders.ts';
import { QUEUE } from './queue.ts';
import { RECIPIENT_LINK } from './recipient-link.ts';
import { RETURN } from './return.ts';
import { SOURCES } from './sources.ts';
import { STAFF } from './staff.ts';
import { SUBMISSION } from './submission.ts';
import { WORK } from './work.ts';

/** Every dialog for staff; those of the head carry their audience. */
export const SPECIALIST_DIALOGS: readonly Dialog[] = [
  WORK,
  QUEUE,
  SUBMISSION,
  ACCEPT,
  RETURN,
  DEADLINES,
  DUTY_DONE,
  CONTRACTS,
  CONTRACT,
  NEW_CONTRACT,
  RECIPIENT_LINK,
  PAUSE_REMINDERS,
  CONTACT_REQUESTS,
  CONTACT_REQUEST_DONE,
  OFFICE,
  STAFF,
  INVITE_STAFF,
  DISMISS_STAFF,
  NEW_SOURCE,
  INVITE_PARTNER,
  SOURCES,
];
