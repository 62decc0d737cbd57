/** Answers of a form as the dialog that asked them reads them back. */
import type { Answers } from '../dialog.ts';

/** A text that was answered. Throws where it was not: a form ends only when every question has its answer. */
export function textOf(answers: Answers, id: string): string {
  const value = answers[id];
  if (typeof value !== 'string') throw new Error(`the form ended without a text for ${id}`);
  return value;
}

/** A text that could be skipped; null where it was. */
export function textOrNull(answers: Answers, id: string): string | null {
  const value = answers[id];
  return typeof value === 'string' ? value : null;
}

/** A whole number the dialog itself kept; 0 where there is none. */
export function numberOf(answers: Answers, id: string): number {
  const value = answers[id];
  return typeof value === 'number' ? value : 0;
}
