/** Writes a talk as it reads on a phone: who speaks, the words, the buttons in brackets, files by name. */
import type { WebMessage } from '../../casework/ports.ts';

const WIDTH = 84;
const INDENT = '  ';

/** Lines of one message; `speaker` stands before the first. */
export function messageLines(speaker: string, message: WebMessage): string[] {
  const body = [
    ...(message.text === '' ? [] : message.text.split('\n').flatMap((line) => wrapped(line))),
    ...message.files.map(({ name }) => `📎 ${name}`),
    ...message.buttons.flatMap((row) => wrapped(row.map(({ label }) => `[ ${label} ]`).join(' '))),
  ];
  const [first = '', ...rest] = body;
  return [`${INDENT}${speaker} ${first}`, ...rest.map((line) => (line === '' ? '' : `${INDENT.repeat(3)}${line}`)), ''];
}

/** The first line of a message, cut to one row: what a notification shows. */
export function firstLine({ text }: WebMessage): string {
  const [line = ''] = text.split('\n');
  return line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
}

/** Broken at spaces; a word longer than the row stays whole. No-break spaces hold. */
export function wrapped(line: string): string[] {
  if (line.length <= WIDTH) return [line];
  const rows: string[] = [];
  let row = '';
  for (const word of line.split(' ')) {
    if (row !== '' && row.length + 1 + word.length > WIDTH) {
      rows.push(row);
      row = word;
    } else row = row === '' ? word : `${row} ${word}`;
  }
  return [...rows, row];
}
