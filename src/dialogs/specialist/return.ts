/** Returns a submission: the reason by a button, own words if wanted, and the very text the citizen will read before it goes. */
import { type Month, month } from '../../engine/day.ts';
import { RETURN_REASONS, type ReturnReason } from '../codes.ts';
import type { CommandResult } from '../command.ts';
import type { Answers, Dialog, Ending, Known, Question } from '../dialog.ts';
import { decisionNotice } from '../notice/decision-notice.ts';
import { decidedEnding, decisionRefused } from './accept.ts';
import { textOf, textOrNull } from './kept-answers.ts';
import { returnReasonText } from './law-words.ts';
import { missingArgument } from './missing-argument.ts';
import { onKind } from './refusal.ts';
import { choiceQuestion, textQuestion } from './plain-questions.ts';
import { readRevision } from './submission.ts';
import { staffText } from './wording.ts';

/** Characters of a specialist's own words to the citizen. */
const LONGEST_WORDS = 500;

const WORDS = 'words';
const WORDS_NEEDED = 'words-needed';

/** What the form keeps of the submission it is about. */
const SEEN = { month: '_month', name: '_recipient', contractId: '_contract' } as const;

/** Argument as in `accept`. Nothing goes to the citizen before the summary was sent. */
export const RETURN: Dialog = {
  id: 'return',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => {
    const seen = readRevision(argument);
    return seen === null
      ? missingArgument()
      : { kind: 'run', commands: [{ kind: 'open-submission', submissionId: seen.submissionId }] };
  },
  questions: ({ answers }) => (SEEN.month in answers ? [reasonQuestion(answers), wordsQuestion(answers)] : []),
  summary: ({ answers }) => [staffText('return.summary'), ...noticeTexts(answers)],
  finish: ({ answers, argument }) => {
    const seen = readRevision(argument);
    if (seen === null) throw new Error('a form of return without its submission');
    const command = {
      kind: 'return-submission',
      ...seen,
      reason: reasonOf(answers),
      words: wordsOf(answers),
    } as const;
    return { replies: [], commands: [command] };
  },
  onResult: onKind(
    'submission',
    (result, known) => (result.of === 'open-submission' ? begin(result, known) : done(result, known)),
    (refusal, { argument }) => decisionRefused(refusal, readRevision(argument)?.submissionId),
  ),
};

type Opened = Extract<CommandResult, { kind: 'submission' }>;

/** Asks only where there is still something to decide, and about the revision the reviewer saw. */
function begin({ card }: Opened, { argument }: Known): Ending {
  const refusal = { of: 'return-submission', kind: 'refused', faults: [] } as const;
  if (card.status !== 'sent') return decisionRefused({ ...refusal, why: 'already-done' }, card.submissionId);
  if (card.revision !== readRevision(argument)?.revision)
    return decisionRefused({ ...refusal, why: 'changed-meanwhile' }, card.submissionId);
  const answers = { [SEEN.month]: card.month, [SEEN.name]: card.recipientName, [SEEN.contractId]: card.contractId };
  return { replies: [], next: 'stay', answers };
}

function done({ card, nextInQueue }: Opened, { today }: Known): Ending {
  const facts = { name: card.recipientName, month: { month: card.month }, on: { day: card.decision?.on ?? today } };
  return decidedEnding(staffText('return.done', facts), nextInQueue);
}

function reasonQuestion(answers: Answers): Question {
  const facts = { name: textOf(answers, SEEN.name), month: { month: monthOfAnswers(answers) } };
  return choiceQuestion({
    id: 'reason',
    ask: staffText('return.reason.ask', facts),
    choices: RETURN_REASONS.map((reason) => ({ id: reason, label: returnReasonText(reason) })),
    line: (reason) => staffText('return.reason.line', { reason: { text: returnReasonText(reason as ReturnReason) } }),
  });
}

/** Own words may be left out, except where no ready reason says what is wrong: that is another question, so a skip does not answer it. */
function wordsQuestion(answers: Answers): Question {
  const needed = answers['reason'] === 'other';
  return textQuestion({
    id: needed ? WORDS_NEEDED : WORDS,
    ask: staffText(needed ? 'return.words.ask-needed' : 'return.words.ask'),
    longest: LONGEST_WORDS,
    line: (words) => staffText('return.words.line', { words }),
    optional: !needed,
  });
}

function wordsOf(answers: Answers): string | null {
  return textOrNull(answers, WORDS) ?? textOrNull(answers, WORDS_NEEDED);
}

function noticeTexts(answers: Answers): ReturnType<typeof decisionNotice>['texts'] {
  return decisionNotice({
    contractId: textOf(answers, SEEN.contractId),
    month: monthOfAnswers(answers),
    what: 'returned',
    reason: reasonOf(answers),
    words: wordsOf(answers),
  }).texts;
}

function reasonOf(answers: Answers): ReturnReason {
  const reason = RETURN_REASONS.find((each) => each === answers['reason']);
  if (reason === undefined) throw new Error('the form ended without a reason');
  return reason;
}

function monthOfAnswers(answers: Answers): Month {
  return month(textOf(answers, SEEN.month));
}
