/** A reply as the platform can show it: words in the person's language, long texts split, buttons kept in rows, long keyboards paged. */
import type { Option, Reply } from '../dialogs/dialog.ts';
import type { Language, Text } from '../texts/text.ts';
import type { Capabilities, OutgoingButton } from './channel.ts';

/** Makes words of a text; `texts/render.ts` supplies it. */
export type RenderText = (language: Language, text: Text) => string;

/** One message to send; a reply is one or several of them, one after the other. */
export interface RenderedPiece {
  readonly text: string;
  readonly buttons: readonly (readonly OutgoingButton[])[];
  /** True where it only carries the buttons that the piece before had no room for: files go with a piece that is not. */
  readonly isContinued: boolean;
}

/**
 * At least one piece. Paragraphs are joined by an empty line. No choice is ever lost: buttons beyond what a message holds come with
 * further messages; a label that would be cut stands whole in the text under its number; without buttons every choice does.
 */
export function renderReply(
  reply: Reply,
  language: Language,
  can: Capabilities,
  render: RenderText,
): readonly RenderedPiece[] {
  const said = reply.texts.map((text) => render(language, text)).join('\n\n');
  const rows = (reply.options ?? []).map((row) => row.map((option) => button(option, language, render)));
  const { lines, shown } =
    can.buttonsInAll === 0
      ? inWords(rows, reply.numbersTaken === true ? '/' : '')
      : inButtons(rows, can.labelLimit, said);
  const whole = [said, lines.join('\n')].filter((part) => part !== '').join('\n\n');
  const [first = [], ...pages] = inPages(shown, can);
  const texts = splitText(whole, can.textLimit);
  return [
    ...texts.map((text, at) => ({ text, buttons: at === texts.length - 1 ? first : [], isContinued: false })),
    ...pages.map((buttons) => ({
      text: render(language, { key: 'core:more-choices' }),
      buttons,
      isContinued: true,
    })),
  ];
}

/** Splits at paragraph, line, sentence or word ends, in that order of liking; never inside a surrogate pair. `limit` from 2. */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const at = breakPoint(rest, limit);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest];
}

function breakPoint(text: string, limit: number): number {
  const head = text.slice(0, limit);
  for (const end of ['\n\n', '\n', '. ', '! ', '? ', ' ']) {
    const at = head.lastIndexOf(end);
    // A break in the first half would leave a stub of a message.
    if (at > limit / 2) return at + end.length;
  }
  const last = head.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd8_00 && last <= 0xdb_ff;
  return splitsPair ? limit - 1 : limit;
}

function button(option: Option, language: Language, render: RenderText): OutgoingButton {
  return { label: render(language, option.label), press: option.press, url: option.url ?? null };
}

/** What of the buttons is said in words, and what is left to press. */
interface Shown {
  readonly lines: readonly string[];
  readonly shown: readonly (readonly OutgoingButton[])[];
}

/** Numbered in their order, as `Talk.stepped` keeps them; an address stands beside its words. */
function inWords(rows: readonly (readonly OutgoingButton[])[], mark: '' | '/'): Shown {
  const lines = rows
    .flat()
    .map(({ label, url }, at) => (url === null ? `${mark}${at + 1}. ${label}` : `${label}: ${url}`));
  return { lines, shown: [] };
}

/** A long label is numbered among the long ones, unless its words stand in the text already. */
function inButtons(rows: readonly (readonly OutgoingButton[])[], limit: number, said: string): Shown {
  const lines: string[] = [];
  const shown = rows.map((row) =>
    row.map((one) => {
      if (one.label.length <= limit) return one;
      if (said.includes(withoutMark(one.label))) return { ...one, label: cut(one.label, limit) };
      lines.push(`${lines.length + 1}. ${one.label}`);
      return { ...one, label: cut(`${lines.length}. ${one.label}`, limit) };
    }),
  );
  return { lines, shown };
}

/** "✏️ Июль: 12 500 ₽" says no more than "Июль: 12 500 ₽". */
function withoutMark(label: string): string {
  return label.replace(/^[^\p{L}\p{N}«"]+/u, '');
}

function cut(label: string, limit: number): string {
  const head = label.slice(0, limit - 1);
  return `${head.replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}

/** Pages of rows: wide rows are broken, and a row that does not fit any more begins the next page. */
function inPages(rows: readonly (readonly OutgoingButton[])[], can: Capabilities): OutgoingButton[][][] {
  const narrow = rows.flatMap((row) =>
    Array.from({ length: Math.ceil(row.length / can.buttonsPerRow) }, (_, at) =>
      row.slice(at * can.buttonsPerRow, (at + 1) * can.buttonsPerRow),
    ),
  );
  const pages: OutgoingButton[][][] = [];
  for (const row of narrow) {
    const page = pages.at(-1);
    if (page && page.flat().length + row.length <= can.buttonsInAll) page.push(row);
    else pages.push([row]);
  }
  return pages;
}
