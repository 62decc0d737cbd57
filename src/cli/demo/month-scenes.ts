/** What families and specialists do month after month: answers with papers, reviews, records. */
import { addMonths, type Day, dayIn, type Month } from '../../engine/day.ts';
import { addWorkingDays } from '../../engine/working-days.ts';
import { WORK_CALENDAR } from '../../law/federal/work-calendar.ts';
import type { Text } from '../../texts/text.ts';
import { choose, demoText, move, open, photo, say } from './deeds.ts';
import { headSigns, headSignsMonth, monthDeeds, recordDeeds } from './paper-scenes.ts';
import type { Deed, Scene } from './script.ts';
import { talk } from './talk-scene.ts';

/** Records shown at length: the first two, for fact alone and for fact and income. */
export const SHOWN = 2;

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
  /** The same as in the month before: nothing is typed again. */
  readonly isSame: boolean;
  /** Income of the other members: a choice, or an amount. */
  readonly household: Deed;
}

/** Papers of a sending; `words` where none is sent. */
export interface Papers {
  readonly fact: string;
  readonly income: string;
}

/** Papers of a year: one with every fact, because a record names it; with the income while it is shown at length, words afterwards. */
export function papersOfYear(fact: string, income: string): (number: number) => Papers {
  return (number) => ({ fact, income: number <= SHOWN ? income : 'words' });
}

/** One record of the twelve. */
export interface Record {
  readonly number: number;
  readonly month: Month;
  /** What the family had in the month before; null where that was still asked with the contract. */
  readonly before: Had | null;
  readonly papers: Papers;
  /** Answers of the first record that nothing suggests. */
  readonly more: readonly Deed[];
}

/**
 * Answered on the evening of the 5th, the income of the month before and the fact of this one; on the next working day reviewed and
 * recorded by the specialist and signed by the head. The first record is made on its own screen, the others with all of their month.
 */
export function recordScenes({ number, month, before, papers, more }: Record): Scene[] {
  const facts = { month: { month }, before: { month: addMonths(month, -1) }, number };
  const brief = number > SHOWN;
  const fact = [
    open('confirm-month', month),
    ...choose('yes'),
    ...paperDeeds(month, 'fact', papers.fact),
    move('send'),
  ];
  const income = before === null ? [] : incomeSending(addMonths(month, -1), before, papers.income);
  const title = demoText(before === null ? 'scene.sends-fact' : 'scene.sends-both', facts);
  const accepted = demoText(before === null ? 'scene.accepts' : 'scene.accepts-both', facts);
  const own = number === 1;
  const record = own ? recordDeeds(number, more) : monthDeeds(month);
  const sign = own ? headSigns() : headSignsMonth(month);
  const on = reviewDay(month);
  return [
    talk(dayIn(month, 5), '19:00', 'family', title, [...income, ...fact], { brief }),
    talk(on, '10:00', 'specialist', accepted, accepts(before === null ? 1 : 2), { brief }),
    talk(on, '10:20', 'specialist', demoText(own ? 'scene.record' : 'scene.records', facts), record, { brief }),
    talk(on, '11:00', 'head', demoText('scene.signs-record', facts), sign, { brief }),
  ];
}

/** The income of the twelfth month, sent on the 5th of the next and reviewed on the next working day. */
export function lastIncomeScenes(month: Month, had: Had, paper: string): Scene[] {
  const next = addMonths(month, 1);
  const facts = { month: { month } };
  return [
    talk(dayIn(next, 5), '19:00', 'family', demoText('scene.sends-income', facts), incomeSending(month, had, paper)),
    talk(reviewDay(next), '10:00', 'specialist', demoText('scene.accepts', facts), accepts(1)),
  ];
}

function incomeSending(month: Month, { kind, amount, household, isSame }: Had, paper: string): Deed[] {
  const own = isSame ? choose('yes') : [...choose('no'), ...amountDeeds(kind, amount)];
  // Nobody else had any income: that is asked anew each month.
  const others = isSame && household.does === 'say' ? [] : [household];
  return [open('confirm-month', month), ...own, ...others, ...paperDeeds(month, 'income', paper), move('send')];
}

/** Opens the queue and accepts so many submissions. */
export function accepts(count: number): Deed[] {
  const one = [open('submission'), open('accept')];
  return [open('queue'), ...Array.from({ length: count }, () => one).flat()];
}

/** The papers were brought to the office by hand: that is an answer too. `changed`: an earlier month is there to differ from. */
export function givenToOffice(month: Month, changed: boolean): Scene[] {
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
    talk(reviewDay(next), '10:00', 'specialist', demoText('scene.accepts', facts), accepts(1)),
  ];
}

/** Opens the queue and returns the first submission with words. */
export function returns(reason: string, words: Text): Deed[] {
  return [open('queue'), open('submission'), open('return'), ...choose(reason), say(words), move('send')];
}

/** The first working day after the 5th, when the office looks at what came that evening. */
export function reviewDay(month: Month): Day {
  return addWorkingDays(WORK_CALENDAR, dayIn(month, 5), 1);
}
