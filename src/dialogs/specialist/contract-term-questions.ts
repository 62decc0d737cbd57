/** Start and end of a new contract, with the usual terms of its track as buttons. */
import { addDays, addMonths, addMonthsToDay, type Day, firstDay, monthOf } from '../../engine/day.ts';
import { inForce } from '../../engine/in-force.ts';
import type { Law, Track } from '../../engine/law.ts';
import type { Question } from '../dialog.ts';
import { dayQuestion } from './plain-questions.ts';
import { staffText } from './wording.ts';

/** Whole months offered, as far as the track allows; its longest term comes first. */
const USUAL_TERMS = [12, 9, 6, 3];

/** The first day of the contract: today and the firsts of this and the next month are offered. */
export function startQuestion(today: Day): Question {
  const month = monthOf(today);
  const offered = [...new Set([firstDay(month), today, firstDay(addMonths(month, 1))])].sort();
  return dayQuestion({
    id: 'starts-on',
    ask: staffText('new-contract.starts-on.ask'),
    choices: offered.map((each) => ({ id: each, label: staffText('day', { day: { day: each } }) })),
    line: (each) => staffText('new-contract.starts-on.line', { day: { day: each } }),
  });
}

/** Where the answer about the end is kept: it names its start, so that a changed start asks for the end anew. */
export function endQuestionId(startsOn: Day): string {
  return `ends-on-from-${startsOn}`;
}

/** The last day of the contract, not before its start. */
export function endQuestion(law: Law, track: Track, startsOn: Day): Question {
  const terms = termsOffered(law, track, startsOn).map((months) => ({
    months,
    endsOn: addDays(addMonthsToDay(startsOn, months), -1),
  }));
  return dayQuestion({
    id: endQuestionId(startsOn),
    ask: staffText('new-contract.ends-on.ask', { starts: { day: startsOn } }),
    choices: terms.map(({ months, endsOn }) => ({
      id: endsOn,
      label: staffText('new-contract.ends-on.months', { count: months, ends: { day: endsOn } }),
    })),
    line: (each) => staffText('new-contract.ends-on.line', { day: { day: each } }),
    refuse: (each) =>
      each < startsOn ? staffText('new-contract.ends-on.before-start', { starts: { day: startsOn } }) : null,
  });
}

function termsOffered(law: Law, track: Track, startsOn: Day): readonly number[] {
  const terms = inForce(law.tracks[track], startsOn)?.value ?? null;
  const most = terms?.maxMonths ?? null;
  const least = terms?.minMonths ?? null;
  const usual = most === null ? USUAL_TERMS : [most, ...USUAL_TERMS.filter((months) => months < most)];
  return usual.filter((months) => least === null || months >= least);
}
