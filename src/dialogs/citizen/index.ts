/** Dialogs of the citizen: anyone's first, then the recipient's. */
import type { Dialog } from '../dialog.ts';
import { ASK_CONTACT } from './ask-contact.ts';
import { CONFIRM_MONTH } from './confirm-month.ts';
import { HELP_DIALOG } from './help.ts';
import { JOIN_DIALOG } from './join.ts';
import { LANGUAGE } from './language.ts';
import { MENU_DIALOG } from './menu.ts';
import { MY_CHANNELS } from './my-channels.ts';
import { MY_CONTRACT } from './my-contract.ts';
import { PRE_CHECK } from './pre-check.ts';
import { PRIVACY } from './privacy.ts';
import { REMINDERS } from './reminders.ts';
import { SENT_MONTH } from './sent-month.ts';
import { START_DIALOG } from './start.ts';

/** One line for each. */
export const CITIZEN_DIALOGS: readonly Dialog[] = [
  START_DIALOG,
  MENU_DIALOG,
  HELP_DIALOG,
  LANGUAGE,
  PRE_CHECK,
  ASK_CONTACT,
  JOIN_DIALOG,
  PRIVACY,
  MY_CHANNELS,
  REMINDERS,
  CONFIRM_MONTH,
  SENT_MONTH,
  MY_CONTRACT,
];
