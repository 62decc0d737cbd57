/** Words of a person: trimmed, of a bounded length, without characters that no keyboard makes. */
import type { QuestionInput, Reading } from '../dialog.ts';

/** Reads free words of at most `most` characters and at least `least` (1). A caption of a file is not taken for an answer. */
export function readText(input: QuestionInput, most: number, least = 1): Reading {
  if (input.kind !== 'text') return { kind: 'again', say: [] };
  const text = plainText(input.text);
  if (text.length < least) return { kind: 'again', say: [{ key: 'core:read.text-too-short' }] };
  if (text.length > most)
    return { kind: 'again', say: [{ key: 'core:read.text-too-long', facts: { most, now: text.length } }] };
  return { kind: 'answered', value: text };
}

/** Without control characters, with single spaces, lines kept. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
