/** Lines of a list as people type them: one a line, with or without bullets, a day at the end where there is one. */
import type { Day } from '../../engine/day.ts';
import { dayIn } from './read-day.ts';
import { plainText } from './read-text.ts';

/** A line and the day it is to be done by. */
export interface DatedLine {
  readonly name: string;
  readonly dueOn: Day | null;
}

const BULLET = /^(?:[-–—•*]|\d{1,2}[.)])\s+/u;
/** "… до 31.03.2027", "… (until 31.03.2027)" at the end of a line. */
const WITH_DAY = /^(.+?)[\s,;(–-]+(?:до|until|by)\s+(\d[^()]*?)\)?\.?$/iu;

/** Lines that are not empty, without bullets. What follows "до" and is no day stays a part of the line. */
export function datedLinesIn(text: string): DatedLine[] {
  return plainText(text)
    .split('\n')
    .map((line) => line.trim().replace(BULLET, ''))
    .filter((line) => line !== '')
    .map((line) => datedLine(line));
}

function datedLine(line: string): DatedLine {
  const match = WITH_DAY.exec(line);
  const dueOn = match ? dayIn(match[2] ?? '') : null;
  return dueOn === null || dueOn === 'no-such-day'
    ? { name: line, dueOn: null }
    : { name: (match?.[1] ?? line).trim(), dueOn };
}
