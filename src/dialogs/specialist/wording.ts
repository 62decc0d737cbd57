/** Short ways to name texts and buttons of the staff's screens, and the one shape all their replies have. */
import type { SubmissionItem } from '../../engine/law.ts';
import type { Fact, Text } from '../../texts/text.ts';
import type { Ending, Option, Reply } from '../dialog.ts';
import type { FileRef } from '../file-ref.ts';
import { goOption, menuOption } from '../options.ts';

/** A text of `locales/…/staff.json` by its path, `queue.title`. */
export function staffText(path: string, facts?: { readonly [name: string]: Fact }): Text {
  const key = `staff:${path}`;
  return facts === undefined ? { key } : { key, facts };
}

/** What a submission is asked for, as staff call it. */
export function itemText(item: SubmissionItem): Text {
  return staffText(`item.${item}`);
}

/** Several texts, each on a line of its own, as one paragraph. */
export function lines(texts: readonly Text[]): Text {
  return { key: 'core:lines', facts: { lines: { list: texts, as: 'lines' } } };
}

/** The way back of every staff screen. */
function homeRow(): readonly Option[] {
  return [goOption(staffText('go.work'), 'work'), menuOption()];
}

/** A reply to staff: always personal, always with a way on. Rows without buttons are left out. */
export function staffReply(
  texts: readonly Text[],
  rows: readonly (readonly Option[])[] = [],
  files: readonly FileRef[] = [],
): Reply {
  const options = [...rows.filter((row) => row.length > 0), homeRow()];
  return files.length > 0 ? { texts, options, files, content: 'personal' } : { texts, options, content: 'personal' };
}

/** The dialog is over with this one reply. */
export function ended(
  texts: readonly Text[],
  rows?: readonly (readonly Option[])[],
  files?: readonly FileRef[],
): Ending {
  return { replies: [staffReply(texts, rows, files)] };
}
