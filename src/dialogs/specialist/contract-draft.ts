/** The answers of the form as a contract to be registered, and its calendar before anything is kept. */
import { type ContractCalendar, contractCalendar } from '../../engine/contract-calendar.ts';
import { day, parseDay } from '../../engine/day.ts';
import { type Law, type Track, TRACKS } from '../../engine/law.ts';
import type { Outcome } from '../../engine/outcome.ts';
import type { ContractDraft } from '../command.ts';
import type { Answers } from '../dialog.ts';
import { endQuestionId } from './contract-term-questions.ts';
import { gatheredMembers } from './household-draft.ts';
import { moneyOf } from './income-before-questions.ts';
import { textOf, textOrNull } from './kept-answers.ts';
import { measuresOf } from './measures-question.ts';

/** The track once it is answered; null before. */
export function trackOf(answers: Answers): Track | null {
  return TRACKS.find((track) => track === answers['track']) ?? null;
}

/** The contract. Throws where an answer is missing: a form ends only when every question has its answer. */
export function draftOf(answers: Answers): ContractDraft {
  const track = trackOf(answers);
  if (track === null) throw new Error('the form ended without a track');
  const startsOn = day(textOf(answers, 'starts-on'));
  return {
    number: textOf(answers, 'number'),
    recipientName: textOf(answers, 'name'),
    track,
    municipality: textOrNull(answers, 'municipality'),
    startsOn,
    endsOn: day(textOf(answers, endQuestionId(startsOn))),
    household: gatheredMembers(answers['household']).members,
    perCapitaIncomeBefore: moneyOf(answers['income-before']),
    averageMonthlyIncomeBefore: moneyOf(answers['average-before']),
    measures: measuresOf(answers['measures']),
  };
}

/** The first day once it is answered; null before. */
export function startOf(answers: Answers): ReturnType<typeof parseDay> {
  return parseDay(answers['starts-on']);
}

/** The calendar of the draft, reckoned here because the law is at hand: the specialist sees it before sending. */
export function calendarOfDraft(law: Law, { track, startsOn, endsOn }: ContractDraft): Outcome<ContractCalendar> {
  return contractCalendar(law, { region: law.region.code, track, startsOn, endsOn });
}
