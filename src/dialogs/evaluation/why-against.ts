/** A choice other than the proposal needs a reason; one where the engine proposes nothing does too. */
import type { Text } from '../../texts/text.ts';
import type { Question } from '../dialog.ts';
import { textQuestion } from '../specialist/plain-questions.ts';
import { evaluationText } from './wording.ts';

const LONGEST_WHY = 500;

/** The answer under `why-against` is the reason in words. */
export function whyAgainstQuestion(proposed: string, proposal: Text): Question {
  const ask =
    proposed === 'undetermined'
      ? evaluationText('why-against.ask-undetermined')
      : evaluationText('why-against.ask', { proposal: { text: proposal } });
  return textQuestion({
    id: 'why-against',
    ask,
    longest: LONGEST_WHY,
    line: (why) => evaluationText('why-against.line', { why }),
  });
}
