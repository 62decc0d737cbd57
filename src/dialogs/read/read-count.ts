/** A small whole number: children, adults. */
import type { QuestionInput, Reading } from '../dialog.ts';

/** Reads a whole number from `least` to `most`, pressed (the id is the number) or typed. The answer is a number. */
export function readCount(input: QuestionInput, least: number, most: number): Reading {
  const typed = input.kind === 'choice' ? input.id : input.kind === 'text' ? input.text.trim() : '';
  const count = /^\d{1,3}$/.test(typed) ? Number(typed) : null;
  if (count !== null && count >= least && count <= most) return { kind: 'answered', value: count };
  return { kind: 'again', say: input.kind === 'text' ? [{ key: 'core:read.count', facts: { least, most } }] : [] };
}
