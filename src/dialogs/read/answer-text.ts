import type { Answers } from '../dialog.ts';

/** The answer to a question that is read as words or an id; empty where there is none. */
export function answerText(answers: Answers, question: string): string {
  const answer = answers[question];
  return typeof answer === 'string' ? answer : '';
}
