/** A reply as the platform can show it: words in the person's language, long texts split, labels cut, buttons kept in rows. */
import type { Option, Reply } from '../dialogs/dialog.ts';
import type { Language, Text } from '../texts/text.ts';
import type { Capabilities, OutgoingButton } from './channel.ts';

/** Makes words of a text; `texts/render.ts` supplies it. */
export type RenderText = (language: Language, text: Text) => string;

/** Pieces to send one after the other; buttons and files go with the last. */
export interface RenderedReply {
  readonly texts: readonly string[];
  readonly buttons: readonly (readonly OutgoingButton[])[];
}

/** Paragraphs are joined by an empty line; the result has at least one text. */
export function renderReply(reply: Reply, language: Language, can: Capabilities, render: RenderText): RenderedReply {
  const whole = reply.texts.map((text) => render(language, text)).join('\n\n');
  const rows = (reply.options ?? []).map((row) => row.map((option) => button(option, language, can, render)));
  return { texts: splitText(whole, can.textLimit), buttons: fitRows(rows, can) };
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

function button(option: Option, language: Language, can: Capabilities, render: RenderText): OutgoingButton {
  const label = render(language, option.label);
  const short = label.length <= can.labelLimit ? label : `${label.slice(0, can.labelLimit - 1).trimEnd()}…`;
  return { label: short, press: option.press, url: option.url ?? null };
}

function fitRows(rows: readonly OutgoingButton[][], can: Capabilities): OutgoingButton[][] {
  const fitted: OutgoingButton[][] = [];
  let left = can.buttonsInAll;
  for (const row of rows) {
    for (let at = 0; at < row.length && left > 0; at += can.buttonsPerRow) {
      const part = row.slice(at, at + Math.min(can.buttonsPerRow, left));
      left -= part.length;
      fitted.push(part);
    }
  }
  return fitted;
}
