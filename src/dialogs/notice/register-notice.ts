/** The head receives the register of the month with the day it is due at the department. */
import type { Day, Month } from '../../engine/day.ts';
import type { Reply } from '../dialog.ts';
import type { FileRef } from '../file-ref.ts';

/** A register that was made. */
export interface MadeRegister {
  readonly month: Month;
  readonly rows: number;
  /** The department must have it before this day. */
  readonly day: Day;
  readonly files: readonly FileRef[];
}

/** One message with the spreadsheet and the text. */
export function registerNotice({ month, rows, day, files }: MadeRegister): Reply {
  return {
    texts: [
      { key: 'notices:register.head', facts: { month: { month }, day: { day } } },
      rows === 0 ? { key: 'notices:register.empty' } : { key: 'notices:register.rows', facts: { count: rows } },
    ],
    files,
    content: 'personal',
  };
}
