/** Names of places: no person is named in one, so nothing that leads to a person may stand in it. */
import type { Reading, QuestionInput } from './dialog.ts';
import { readText } from './read/read-text.ts';
import { sourceText } from './source-wording.ts';

const LONGEST = 60;
/** So many digits are a telephone number. */
const TELEPHONE = 7;

/** 1 to 60 characters without a telephone number or a mail address. */
export function isPlaceName(name: string): boolean {
  return name.length > 0 && name.length <= LONGEST && !name.includes('@') && name.replace(/\D/g, '').length < TELEPHONE;
}

/** Reads a typed name of a place. */
export function readPlaceName(input: QuestionInput): Reading {
  const reading = readText(input, LONGEST, 2);
  if (reading.kind !== 'answered' || typeof reading.value !== 'string' || isPlaceName(reading.value)) return reading;
  return { kind: 'again', say: [sourceText('name-again')] };
}
