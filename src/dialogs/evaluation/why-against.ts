/** A choice other than the proposal needs a reason; where the engine proposes nothing one may be given. */
import type { Text } from '../../texts/text.ts';
import type { Answers, Question } from '../dialog.ts';
import { textOrNull } from '../specialist/kept-answers.ts';
import { textQuestion } from '../specialist/plain-questions.ts';
import { evaluationText } from './wording.ts';

const LONGEST_WHY = 500;
/** Two questions, so that a reason skipped under one proposal is asked for under another. */
const NEEDED = 'why-against';
const OPTIONAL = 'why';

/** Asks for the reason; it may be skipped only where nothing was proposed. `proposal` is the proposal in words. */
export function whyAgainstQuestion(proposed: string, proposal: Text): Question {
  const optional = proposed === 'undetermined';
  return textQuestion({
    id: optional ? OPTIONAL : NEEDED,
    ask: optional
      ? evaluationText('why-against.ask-undetermined')
      : evaluationText('why-against.ask', { proposal: { text: proposal } }),
    longest: LONGEST_WHY,
    line: (why) => evaluationText('why-against.line', { why }),
    optional,
  });
}

/** The reason that was given; null where none was asked or it was skipped. */
export function whyAgainstOf(answers: Answers): string | null {
  return textOrNull(answers, NEEDED) ?? textOrNull(answers, OPTIONAL);
}
