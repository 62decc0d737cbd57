/** A month by a button or as people write it: `сентябрь`, `в сентябре 2026`, `09.2026`, `2026-09`. */
import { addMonths, type Day, type Month, monthOf, parseMonth, yearOf } from '../../engine/day.ts';
import type { QuestionInput, Reading } from '../dialog.ts';
import { monthNumber } from './month-names.ts';

/** Reads a month; without a year it is the last such month that has begun by `today`. Null where it is none. */
export function monthIn(text: string, today: Day): Month | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(?:за|в|in|for) /, '')
    .replace(/ ?г(?:\.|од|ода)?$/, '');
  const iso = parseMonth(plain);
  if (iso) return iso;
  const numbers = /^(\d{1,2})[./-](\d{4}|\d{2})$/.exec(plain);
  if (numbers) return monthAt(Number(numbers[1]), fullYear(numbers[2] ?? ''));
  const words = /^([a-zа-яё]+)\.? ?(\d{4})?$/.exec(plain);
  const number = words ? monthNumber(words[1] ?? '') : null;
  if (!words || number === null) return null;
  return words[2] ? monthAt(number, words[2]) : lastBegun(number, today);
}

/** Reads one of the offered months, pressed (the choice's id is the month) or typed. */
export function readMonth(input: QuestionInput, offered: readonly Month[], today: Day): Reading {
  const read =
    input.kind === 'choice' ? parseMonth(input.id) : input.kind === 'text' ? monthIn(input.text, today) : null;
  if (read !== null && offered.includes(read)) return { kind: 'answered', value: read };
  if (input.kind !== 'text') return { kind: 'again', say: [] };
  const say =
    read === null
      ? { key: 'core:read.month' }
      : { key: 'core:read.month-not-offered', facts: { month: { month: read } } };
  return { kind: 'again', say: [say] };
}

function fullYear(digits: string): string {
  return digits.length === 2 ? `20${digits}` : digits;
}

function monthAt(number: number, year: string): Month | null {
  return parseMonth(`${year}-${String(number).padStart(2, '0')}`);
}

function lastBegun(number: number, today: Day): Month | null {
  const ofThisYear = monthAt(number, String(yearOf(today)));
  return ofThisYear !== null && ofThisYear > monthOf(today) ? addMonths(ofThisYear, -12) : ofThisYear;
}
