/** One paper with its file, and what the one who looks may do with it: sign, approve, return with a remark, correct with a reason. */
import type { CommandResult } from '../command.ts';
import type { Answers, Dialog, Ending, Known, Option, Question } from '../dialog.ts';
import type { PaperStep } from '../evaluation-codes.ts';
import { goOption } from '../options.ts';
import type { PaperCard } from '../paper-card.ts';
import { textOf } from '../specialist/kept-answers.ts';
import { missingArgument, readId } from '../specialist/missing-argument.ts';
import { choiceQuestion, textQuestion } from '../specialist/plain-questions.ts';
import { ended, lines, staffReply } from '../specialist/wording.ts';
import { whoseText } from './duty-head.ts';
import { formOf } from './duty-options.ts';
import { unexpectedEnding } from './form-of-duty.ts';
import { heldPaper, holdPaper } from './held.ts';
import { paperTexts } from './paper-figures.ts';
import { paperNameText } from './paper-lines.ts';
import { type Refused, refusedEnding } from './refusal.ts';
import { nextRow, targetOf } from './work-line.ts';
import { caseOption, dutyOption, evaluationText, papersRow } from './wording.ts';

const LONGEST_WORDS = 500;
const FULL = 'full';
const STEPS = ['submit', 'approve', 'return', 'revise'] as const satisfies readonly PaperStep[];

/** Argument: the id of the paper, with `~full` for the form with all its variants. A choice is good only under the paper as it was shown last. */
export const PAPER: Dialog = {
  id: 'paper',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => {
    const paperId = paperIdOf(argument);
    if (paperId === null) return missingArgument();
    const full = argument?.split('~')[1] === FULL;
    return { kind: 'run', commands: [{ kind: 'open-paper', paperId, ...(full ? { fullForm: true } : {}) }] };
  },
  questions: ({ answers }) => {
    const card = heldPaper(answers);
    return card === null ? [] : questions(card, answers);
  },
  summary: ({ answers }) => summary(answers),
  finish: (known) => finish(known),
  onResult: (result, known) => read(result, known),
};

function paperIdOf(argument: string | null): string | null {
  return readId(argument?.split('~')[0]);
}

function read(result: CommandResult, known: Known): Ending {
  if (result.kind === 'refused') return refused(result, known);
  if (result.of === 'revise-paper' && result.kind === 'duty') return prepareAnew(heldPaper(known.answers));
  if (result.kind !== 'paper') return unexpectedEnding();
  if (result.of !== 'open-paper') return done(result);
  const { card } = result;
  const reply = staffReply(paperTexts(card), paperRows(card), card.file === null ? [] : [card.file]);
  if (card.may.length === 0 || !card.intact) return { replies: [reply] };
  return { replies: [reply], next: 'stay', answers: holdPaper(card) };
}

/** Ways from the paper: to prepare it again, to what follows from it, to the duty and the case. */
function paperRows(card: PaperCard): readonly (readonly Option[])[] {
  const { dutyId, contractId, status, paperId, kind } = card;
  const form = formOf(kind);
  const again =
    dutyId !== null && form !== null && (status === 'draft' || status === 'returned')
      ? [goOption(evaluationText('go.prepare-again'), form, dutyId)]
      : [];
  const full = kind === 'inquiry' ? [] : [goOption(evaluationText('go.full-form'), 'paper', `${paperId}~${FULL}`)];
  const duty = dutyId === null ? [] : [dutyOption(dutyId)];
  return [[...again, ...full], followRow(card), [...duty, caseOption(contractId)], papersRow()];
}

/** An extension or a stop is a decision of people: offered, never done by itself. */
function followRow({ outcome, contractId }: PaperCard): readonly Option[] {
  if (outcome.kind !== 'conclusion' || outcome.consequence === 'none') return [];
  return outcome.consequence === 'early-termination'
    ? [goOption(evaluationText('go.stop'), 'stop', contractId)]
    : [goOption(evaluationText('go.extension'), 'extension', contractId)];
}

function questions(card: PaperCard, { step }: Answers): readonly Question[] {
  const first = {
    ...choiceQuestion({
      id: 'step',
      ask: evaluationText(
        card.may.includes('approve')
          ? 'paper.ask-approve'
          : card.may.includes('submit')
            ? 'paper.ask-submit'
            : 'paper.ask',
      ),
      choices: STEPS.filter((each) => card.may.includes(each)).map((each) => ({
        id: each,
        label: evaluationText(`paper.step.${each}`),
      })),
    }),
    // The ways out stand under the paper itself.
    uncounted: true,
  };
  if (step === 'return') return [first, wordsQuestion('remark')];
  return step === 'revise' ? [first, wordsQuestion('reason')] : [first];
}

function wordsQuestion(id: 'remark' | 'reason'): Question {
  return textQuestion({
    id,
    ask: evaluationText(`paper.${id}.ask`),
    longest: LONGEST_WORDS,
    line: (words) => evaluationText(`paper.${id}.line`, { words }),
  });
}

/** What is signed stands on the screen above; what is typed is shown once more before it goes. */
function summary(answers: Answers): ReturnType<NonNullable<Dialog['summary']>> {
  const card = heldPaper(answers);
  const { step } = answers;
  if (card === null || (step !== 'return' && step !== 'revise')) return null;
  return [lines([paperNameText(card), whoseText(card)]), evaluationText(`paper.summary-${step}`)];
}

function finish({ answers, argument }: Known): Ending {
  const paperId = paperIdOf(argument) ?? '';
  switch (STEPS.find((step) => step === answers['step'])) {
    case 'submit':
      return { replies: [], commands: [{ kind: 'submit-paper', paperId }] };
    case 'approve':
      return { replies: [], commands: [{ kind: 'approve-paper', paperId }] };
    case 'return':
      return { replies: [], commands: [{ kind: 'return-paper', paperId, remark: textOf(answers, 'remark') }] };
    case 'revise':
      return { replies: [], commands: [{ kind: 'revise-paper', paperId, reason: textOf(answers, 'reason') }] };
    case undefined:
      return unexpectedEnding();
  }
}

/** What was done; the head goes on to the next signature at once, others are offered what waits next. */
function done({ of, card, next }: Extract<CommandResult, { kind: 'paper' }>): Ending {
  const facts = { what: { text: paperNameText(card) }, name: card.recipientName };
  const approved = isTold(card.kind) ? 'paper.approved-told' : 'paper.approved';
  const said = evaluationText(
    of === 'approve-paper' ? approved : of === 'return-paper' ? 'paper.returned' : 'paper.submitted',
    facts,
  );
  if (next?.why === 'to-approve') {
    const { dialog, argument } = targetOf(next);
    return { replies: [{ texts: [said], content: 'personal' }], next: { to: dialog, argument } };
  }
  return ended([said], [nextRow(next), followRow(card), [caseOption(card.contractId)], papersRow()]);
}

/** Records and letters are the office's own work: nobody is told of them. */
function isTold(kind: PaperCard['kind']): boolean {
  return kind === 'conclusion' || kind === 'report' || kind === 'decision';
}

/** A correction begins with the form of its duty. */
function prepareAnew(card: PaperCard | null): Ending {
  const form = card === null ? null : formOf(card.kind);
  if (card?.dutyId == null || form === null) return unexpectedEnding();
  return {
    replies: [{ texts: [evaluationText('paper.revision-opened')], content: 'personal' }],
    next: { to: form, argument: card.dutyId },
  };
}

function refused(refusal: Refused, { argument, answers }: Known): Ending {
  const paperId = paperIdOf(argument);
  const card = heldPaper(answers);
  const form = card === null ? null : formOf(card.kind);
  const again =
    refusal.of === 'revise-paper' && card !== null && card.dutyId !== null && form !== null
      ? [goOption(evaluationText('go.prepare-again'), form, card.dutyId)]
      : [];
  const open =
    paperId === null || refusal.of === 'open-paper' ? [] : [goOption(evaluationText('go.paper'), 'paper', paperId)];
  return refusedEnding(refusal, [[...again, ...open]]);
}
