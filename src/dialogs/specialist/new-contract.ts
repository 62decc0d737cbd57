/** Registers a contract: its days are shown before sending, and again with what to do next. */
import { TRACKS } from '../../engine/law.ts';
import type { Dialog, Ending, Known, Question } from '../dialog.ts';
import type { CommandResult } from '../command.ts';
import { goOption } from '../options.ts';
import { calendarRemarkTexts, calendarText } from './calendar-lines.ts';
import { calendarOfDraft, draftOf, startOf, trackOf } from './contract-draft.ts';
import { endQuestion, startQuestion } from './contract-term-questions.ts';
import { isFullName, LONGEST_NAME } from './full-name.ts';
import { householdQuestion } from './household-question.ts';
import { averageIncomeQuestion, perCapitaQuestion } from './income-before-questions.ts';
import { textOf } from './kept-answers.ts';
import { trackText } from './law-words.ts';
import { measuresQuestion } from './measures-question.ts';
import { municipalityQuestion } from './municipality-question.ts';
import { choiceQuestion, textQuestion } from './plain-questions.ts';
import { keepDraft, onKind } from './refusal.ts';
import { lawOf } from './staff-of.ts';
import { ended, staffText } from './wording.ts';

const LONGEST_NUMBER = 40;

/** The draft survives a refusal; each fault names the line to change. */
export const NEW_CONTRACT: Dialog = {
  id: 'new-contract',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: () => ({ kind: 'ask' }),
  questions: (known) => questions(known),
  summary: ({ answers, view }) => {
    const calendar = calendarOfDraft(lawOf(view), draftOf(answers));
    const shown = calendar.ok ? [calendarText(calendar.value), ...calendarRemarkTexts(calendar.value)] : [];
    return [staffText('new-contract.summary'), ...shown];
  },
  finish: ({ answers }) => ({ replies: [], commands: [{ kind: 'register-contract', draft: draftOf(answers) }] }),
  onResult: onKind(
    'contract-registered',
    (registered, known) => done(registered, known),
    (refusal) => keepDraft(refusal),
  ),
};

/** Number and recipient, track and place, term, household, income at application, measures. */
function questions(known: Known): readonly Question[] {
  const { answers, view, today } = known;
  const law = lawOf(view);
  // Until they are answered anything stands for them: what depends on them is asked later, and is counted from the beginning.
  const [track, startsOn] = [trackOf(answers) ?? TRACKS[0], startOf(answers) ?? today];
  return [
    numberQuestion(),
    nameQuestion(),
    trackQuestion(),
    ...(law.region.municipalities.length > 0 ? [municipalityQuestion(law, known)] : []),
    startQuestion(today),
    endQuestion(law, track, startsOn),
    householdQuestion(known),
    perCapitaQuestion(law, track, startsOn),
    averageIncomeQuestion(),
    measuresQuestion(known),
  ];
}

function numberQuestion(): Question {
  return textQuestion({
    id: 'number',
    ask: staffText('new-contract.number.ask'),
    longest: LONGEST_NUMBER,
    line: (number) => staffText('new-contract.number.line', { number }),
  });
}

function nameQuestion(): Question {
  return textQuestion({
    id: 'name',
    ask: staffText('new-contract.name.ask'),
    longest: LONGEST_NAME,
    line: (name) => staffText('new-contract.name.line', { name }),
    refuse: (name) => (isFullName(name) ? null : staffText('full-name-again')),
  });
}

function trackQuestion(): Question {
  return choiceQuestion({
    id: 'track',
    ask: staffText('new-contract.track.ask'),
    choices: TRACKS.map((track) => ({ id: track, label: trackText(track) })),
    line: (track) => staffText('new-contract.track.line', { track: { text: trackText(track) } }),
  });
}

function done(
  { contractId, calendar }: Extract<CommandResult, { kind: 'contract-registered' }>,
  { answers }: Known,
): Ending {
  const texts = [
    staffText('new-contract.done', { contract: textOf(answers, 'number') }),
    calendarText(calendar),
    ...calendarRemarkTexts(calendar),
    staffText('new-contract.next'),
  ];
  return ended(texts, [
    [goOption(staffText('contract.link'), 'recipient-link', contractId)],
    [goOption(staffText('new-contract.card'), 'contract', contractId)],
  ]);
}
