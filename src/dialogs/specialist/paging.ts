/** Pages of a list: numbered from 0 in commands and buttons, from 1 for the reader. */
import type { Text } from '../../texts/text.ts';
import type { Option } from '../dialog.ts';
import { goOption } from '../options.ts';
import { staffText } from './wording.ts';

const FIRST_PAGE = 0;
const LAST_PAGE = 9_999;

/** Reads a page number from a button; anything else is the first page. */
export function readPage(text: string | null | undefined): number {
  const page = /^\d{1,4}$/.test(text ?? '') ? Number(text) : FIRST_PAGE;
  return Math.min(Math.max(page, FIRST_PAGE), LAST_PAGE);
}

/** "Earlier" and "further" as far as there are pages; `argument` makes the dialog's argument of a page number. */
export function pageRow(
  dialog: string,
  at: { readonly page: number; readonly pages: number },
  argument: (page: number) => string = String,
): readonly Option[] {
  const row: Option[] = [];
  if (at.page > FIRST_PAGE) row.push(goOption(staffText('page.back'), dialog, argument(at.page - 1)));
  if (at.page < at.pages - 1) row.push(goOption(staffText('page.on'), dialog, argument(at.page + 1)));
  return row;
}

/** "Page 2 of 5", nothing where there is one page. */
export function pageText({ page, pages }: { readonly page: number; readonly pages: number }): readonly Text[] {
  return pages > 1 ? [staffText('page.place', { page: page + 1, pages })] : [];
}
