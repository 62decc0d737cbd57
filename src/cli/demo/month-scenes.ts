/** What families and specialists do month after month: answers with papers, reviews, duties. */
import { addDays, addMonths, type Day, dayIn, daysBetween, type Month, weekday } from '../../engine/day.ts';
import { addWorkingDays, isWorkingDay, lastWorkingDayBefore } from '../../engine/working-days.ts';
import { WORK_CALENDAR } from '../../law/federal/work-calendar.ts';
import type { Text } from '../../texts/text.ts';
import type { DutyKind } from '../../engine/duties.ts';
import { choose, demoText, doneOnPaper, move, open, photo, say } from './deeds.ts';
import type { Deed, Scene, Who } from './script.ts';

/** Records shown at length: the first two, for fact alone and for fact and income. */
export const SHOWN = 2;

/** A scene of talk. */
export function talk(
  on: Day,
  at: string,
  who: Who,
  title: Text,
  deeds: readonly Deed[],
  { brief = false }: { readonly brief?: boolean } = {},
): Scene {
  return { kind: 'talk', on, at, who, title, deeds, brief };
}

/** The kind of paper, then one photo of it unless it is words. */
export function paperDeeds(month: Month, item: 'fact' | 'income', paper: string): Deed[] {
  return [...choose(paper), ...(paper === 'words' ? [] : [photo(`${item}-${month}`), ...choose('done')])];
}

/** Income of one kind; its paper is another question. */
export function amountDeeds(kind: string, amount: string): Deed[] {
  return [...choose(kind, 'done'), say(amount)];
}

/** What a family has in a month after the contract. */
export interface Had {
  readonly kind: string;
  readonly amount: string;
  /** Income of the other members: a choice, or an amount. */
  readonly household: Deed;
}

/** Papers of a sending; `words` where none is sent. */
export interface Papers {
  readonly fact: string;
  readonly income: string;
}

/** Papers of a year: photos with the first two records, which are shown at length, then one each quarter, words between them. */
export function papersOfYear(fact: string, income: string): (number: number) => Papers {
  return (number) => {
    if (number <= SHOWN) return { fact, income };
    return { fact: number % 3 === 0 ? fact : 'words', income: 'words' };
  };
}

/** One record of the twelve, with who looks at it. */
export interface Record {
  readonly number: number;
  readonly month: Month;
  /** What the family had in the month before; null where that was still asked with the contract. */
  readonly before: Had | null;
  readonly papers: Papers;
  readonly reviewer: Who;
  readonly brief: boolean;
}

/** Answered on the evening of the 5th, the income of the month before and the fact of this one; reviewed on the next working day. */
export function recordScenes({ number, month, before, papers, reviewer, brief }: Record): Scene[] {
  const facts = { month: { month }, before: { month: addMonths(month, -1) }, number };
  const fact = [
    open('confirm-month', month),
    ...choose('yes'),
    ...paperDeeds(month, 'fact', papers.fact),
    move('send'),
  ];
  const income = before === null ? [] : incomeSending(addMonths(month, -1), before, papers.income);
  const title = demoText(before === null ? 'scene.sends-fact' : 'scene.sends-both', facts);
  const accepted = demoText(before === null ? 'scene.accepts' : 'scene.accepts-both', facts);
  return [
    talk(dayIn(month, 5), '19:00', 'family', title, [...income, ...fact], { brief }),
    talk(
      reviewDay(month),
      '10:00',
      reviewer,
      accepted,
      [...accepts(before === null ? 1 : 2), ...doneOnPaper('monitoring', number)],
      { brief },
    ),
  ];
}

/** The income of the twelfth month, sent on the 5th of the next and reviewed on the next working day. */
export function lastIncomeScenes(month: Month, had: Had, paper: string, reviewer: Who): Scene[] {
  const next = addMonths(month, 1);
  const facts = { month: { month } };
  return [
    talk(dayIn(next, 5), '19:00', 'family', demoText('scene.sends-income', facts), incomeSending(month, had, paper)),
    talk(reviewDay(next), '10:00', reviewer, demoText('scene.accepts', facts), accepts(1)),
  ];
}

function incomeSending(month: Month, { kind, amount, household }: Had, paper: string): Deed[] {
  const answers = [...amountDeeds(kind, amount), household, ...paperDeeds(month, 'income', paper)];
  return [open('confirm-month', month), ...answers, move('send')];
}

/** Opens the queue and accepts so many submissions. */
export function accepts(count: number): Deed[] {
  const one = [open('submission'), open('accept')];
  return [open('queue'), ...Array.from({ length: count }, () => one).flat()];
}

/** The papers were brought to the office by hand: that is an answer too. `changed`: an earlier month is there to differ from. */
export function givenToOffice(month: Month, reviewer: Who, changed: boolean): Scene[] {
  const next = addMonths(month, 1);
  const facts = { month: { month } };
  const sends = [
    open('confirm-month', month),
    ...(changed ? choose('no') : []),
    ...choose('given-to-office', 'given-to-office'),
    move('send'),
  ];
  return [
    talk(dayIn(next, 5), '19:00', 'family', demoText('scene.given-to-office', facts), sends),
    talk(reviewDay(next), '10:00', reviewer, demoText('scene.accepts', facts), accepts(1)),
  ];
}

/** Opens the queue and returns the first submission with words. */
export function returns(reason: string, words: Text): Deed[] {
  return [open('queue'), open('submission'), open('return'), ...choose(reason), say(words), move('send')];
}

/** Marks the first duty of the day as done, on the day it is due; where that is a day off, on the last working day of its week. */
export function dutyScene(due: Day, what: DutyKind, reviewer: Who, brief = false): Scene {
  const before = isWorkingDay(WORK_CALENDAR, due) ? due : lastWorkingDayBefore(WORK_CALENDAR, due);
  const on = daysBetween(before, due) < weekday(due) ? before : due;
  const deeds = [open('deadlines', on === due ? 'today' : 'week'), ...doneOnPaper(what)];
  const title = demoText('scene.duty-done', { what: { text: demoText(`duty.${what}`) } });
  return talk(on, '16:00', reviewer, title, deeds, { brief });
}

/** Marks a duty as done two days after it was due: the head has been told by then. */
export function lateDutyScene(due: Day, what: DutyKind, reviewer: Who): Scene {
  const deeds = [open('deadlines', 'overdue'), ...doneOnPaper(what)];
  const title = demoText('scene.duty-late', { what: { text: demoText(`duty.${what}`) } });
  return talk(addDays(due, 2), '10:00', reviewer, title, deeds);
}

/** The first working day after the 5th, when the office looks at what came that evening. */
export function reviewDay(month: Month): Day {
  return addWorkingDays(WORK_CALENDAR, dayIn(month, 5), 1);
}

/** Scenes in the order of time; those of one minute stay as they are. */
export function inOrder(scenes: readonly Scene[]): Scene[] {
  const moment = ({ on, at }: Scene) => `${on} ${at}`;
  return [...scenes].sort((left, right) => (moment(left) < moment(right) ? -1 : moment(left) > moment(right) ? 1 : 0));
}
