/** Words about public links that staff and partners share. */
import type { Fact, Text } from '../texts/text.ts';
import type { Option } from './dialog.ts';
import { goOption } from './options.ts';
import type { SourceHandout } from './source-command.ts';

/** A text of `locales/…/sources.json` by its path. */
export function sourceText(path: string, facts?: { readonly [name: string]: Fact }): Text {
  const key = `sources:${path}`;
  return facts === undefined ? { key } : { key, facts };
}

/** What a new link is for, the link on a line of its own, and what the three files are. */
export function sourceHandoutTexts({ name, url }: SourceHandout): Text[] {
  return [sourceText('handout.title', { name }), sourceText('handout.link', { url }), sourceText('handout.files')];
}

/** A row that leads to a page of a list and back; numbers from 0 in buttons. */
export function pageButtons(
  dialog: string,
  { page, pages }: { readonly page: number; readonly pages: number },
): Option[] {
  return [
    ...(page > 0 ? [goOption(sourceText('page.back'), dialog, String(page - 1))] : []),
    ...(page < pages - 1 ? [goOption(sourceText('page.on'), dialog, String(page + 1))] : []),
  ];
}

/** Reads a page from a button; anything else is the first one. */
export function pageFrom(argument: string | null): number {
  return argument !== null && /^\d{1,4}$/.test(argument) ? Number(argument) : 0;
}
