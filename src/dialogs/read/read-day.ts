/** A day as people write it: `12.05.2026`, `12.5.26`, `12/05/2026`, `12 мая 2026 г.`, `2026-05-12`. */
import { type Day, parseDay } from '../../engine/day.ts';
import type { QuestionInput, Reading } from '../dialog.ts';
import { monthNumber } from './month-names.ts';

/** Limits of a day, both included. */
export interface DayLimits {
  readonly notBefore?: Day;
  readonly notAfter?: Day;
}

/**
 * Reads a day. A year of two digits is of this century, or of the last one where that would be after `notAfter` (birth dates).
 * `no-such-day` is 30 February; null is no date at all (a year is always needed).
 */
export function dayIn(text: string, limits: DayLimits = {}): Day | 'no-such-day' | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ?г(?:\.|ода?)?$/, '');
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(plain) ? plain : null;
  if (iso) return parseDay(iso) ?? 'no-such-day';
  const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(plain);
  if (numbers) return dayAt(numbers[1] ?? '', Number(numbers[2]), numbers[3] ?? '', limits);
  const words = /^(\d{1,2}) ([a-zа-яё]+)\.? (\d{4})$/.exec(plain);
  const number = words ? monthNumber(words[2] ?? '') : null;
  return words && number !== null ? dayAt(words[1] ?? '', number, words[3] ?? '', limits) : null;
}

/** Reads a day for a question; the answer is a `Day` within the limits. */
export function readDay(input: QuestionInput, limits: DayLimits = {}): Reading {
  if (input.kind !== 'text') return { kind: 'again', say: [] };
  const { notBefore, notAfter } = limits;
  const read = dayIn(input.text, limits);
  if (read === null) return { kind: 'again', say: [{ key: 'core:read.day' }] };
  if (read === 'no-such-day') return { kind: 'again', say: [{ key: 'core:read.no-such-day' }] };
  if (notBefore !== undefined && read < notBefore)
    return { kind: 'again', say: [{ key: 'core:read.day-too-early', facts: { day: { day: notBefore } } }] };
  if (notAfter !== undefined && read > notAfter)
    return { kind: 'again', say: [{ key: 'core:read.day-too-late', facts: { day: { day: notAfter } } }] };
  return { kind: 'answered', value: read };
}

function dayAt(date: string, month: number, year: string, { notAfter }: DayLimits): Day | 'no-such-day' {
  const at = (century: string) =>
    parseDay(`${century}${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`);
  if (year.length === 4) return at('') ?? 'no-such-day';
  const here = at('20');
  const read = here !== null && notAfter !== undefined && here > notAfter ? at('19') : here;
  return read ?? 'no-such-day';
}
