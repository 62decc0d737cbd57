/** A choice made by a button; the runner has checked already that the question offers it. */
import type { Choice, QuestionInput, Reading } from '../dialog.ts';

/** The answer is the id of the choice. Anything typed is asked again. */
export function readChoice(input: QuestionInput): Reading {
  return input.kind === 'choice' ? { kind: 'answered', value: input.id } : { kind: 'again', say: [] };
}

/** Choices in rows of `width`. */
export function choiceRows(choices: readonly Choice[], width: number): Choice[][] {
  const rows: Choice[][] = [];
  for (let at = 0; at < choices.length; at += width) rows.push(choices.slice(at, at + width));
  return rows;
}
