/** Dialogs of partner organisations. */
import type { Dialog } from '../dialog.ts';
import { MY_LINKS } from './my-links.ts';
import { NEW_LINK } from './new-link.ts';

/** One line for each. */
export const PARTNER_DIALOGS: readonly Dialog[] = [MY_LINKS, NEW_LINK];
