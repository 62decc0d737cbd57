/** Dialogs of the citizen: anyone's first, then the recipient's. */
import type { Dialog } from '../dialog.ts';
import { HELP_DIALOG } from './help.ts';
import { LANGUAGE } from './language.ts';
import { MENU_DIALOG } from './menu.ts';
import { START_DIALOG } from './start.ts';

/** One line for each. */
export const CITIZEN_DIALOGS: readonly Dialog[] = [START_DIALOG, MENU_DIALOG, HELP_DIALOG, LANGUAGE];
