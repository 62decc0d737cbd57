/** Every dialog there is. A button, a word or a link can open these and nothing else. */
import { CITIZEN_DIALOGS } from './citizen/index.ts';
import { EVALUATION_DIALOGS } from './evaluation/index.ts';
import { PARTNER_DIALOGS } from './partner/index.ts';
import { SPECIALIST_DIALOGS } from './specialist/index.ts';
import type { DialogTable } from './talk.ts';

/** The table by id; two dialogs of one id are a bug that a test looks for. */
export const DIALOGS: DialogTable = Object.fromEntries(
  [...CITIZEN_DIALOGS, ...SPECIALIST_DIALOGS, ...EVALUATION_DIALOGS, ...PARTNER_DIALOGS].map((dialog) => [
    dialog.id,
    dialog,
  ]),
);
