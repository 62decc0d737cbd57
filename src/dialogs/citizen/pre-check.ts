import type { Dialog, Ending, Known, Question, Reading } from '../dialog.ts';
import { answerText } from '../read/answer-text.ts';
import { municipalityOf, preChecked } from './pre-check-input.ts';
import { precheckText, preCheckQuestions } from './pre-check-questions.ts';
import { resultTexts } from './pre-check-result.ts';

/** The anonymous pre-check: eight questions, a verdict with its reasons. Nothing is kept: whoever wants a call gives consent next. */
export const PRE_CHECK: Dialog = {
  id: 'pre-check',
  version: 1,
  audience: 'anyone',
  content: 'public',
  open: () => ({ kind: 'ask', say: [precheckText('hello')] }),
  questions: (known) => {
    const questions = preCheckQuestions(known);
    const complete = questions.every(({ id }) => id in known.answers);
    return complete ? [...questions, resultQuestion(known)] : questions;
  },
  finish: (known) => ending(known),
};

/** The result to look at, and where to go from it. */
function resultQuestion(known: Known): Question {
  return {
    id: 'next',
    uncounted: true,
    ask: resultTexts(preChecked(known), known.view.offices, known.today),
    choices: [
      [{ id: 'contact', label: precheckText('next.contact') }],
      [{ id: 'again', label: precheckText('next.again') }],
      [{ id: 'menu', label: { key: 'core:menu' } }],
    ],
    // Any word brings the menu; the result has been read.
    read: (input): Reading => {
      if (input.kind === 'choice') return { kind: 'answered', value: input.id };
      return input.kind === 'text' ? { kind: 'answered', value: 'menu' } : { kind: 'again', say: [] };
    },
  };
}

function ending(known: Known): Ending {
  switch (answerText(known.answers, 'next')) {
    case 'contact':
      return { replies: [], next: { to: 'ask-contact', argument: contactArgument(known) } };
    case 'again':
      return { replies: [], next: { to: 'pre-check' } };
    default:
      return { replies: [], next: 'menu' };
  }
}

/** Verdict, track, region and municipality for the request to be called; stays inside the talk, never in a button. */
function contactArgument(known: Known): string {
  const { law, input, verdict } = preChecked(known);
  return [verdict, input.track, law.region.code, municipalityOf(known.answers, law) ?? ''].join('~');
}
