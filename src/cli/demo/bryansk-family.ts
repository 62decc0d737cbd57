/** The Bryansk family: a mother of two looks for work with a contract of three months. */
import { addDays, addMonths, type Day, dayIn, firstDay, lastDay, type Month, monthOf } from '../../engine/day.ts';
import { afterContract } from './after-contract.ts';
import { change, choose, demoText, move, open, photo, say } from './deeds.ts';
import {
  accepts,
  amountDeeds,
  dutyScene,
  givenToOffice,
  inOrder,
  paperDeeds,
  papersOfYear,
  returns,
  reviewDay,
  talk,
} from './month-scenes.ts';
import type { Text } from '../../texts/text.ts';
import { callScene, checkScenes, contractScenes, officeScenes } from './opening-scenes.ts';
import type { Deed, FamilyScript, Scene, Who } from './script.ts';

const CONTRACT_MONTHS = 3;
const AGAIN = '-again';
const NUMBER = 'SK-0107';

const FAMILY = {
  title: demoText('family.bryansk'),
  region: 'bryansk',
  municipality: null,
  office: 'bryansk',
} as const satisfies Partial<FamilyScript>;

type Months = readonly [Month, Month, Month];

/** Everything from the pre-check to the decision; the contract starts on the first day of `start` and ends with a month. */
export function bryanskFamily(start: Month): FamilyScript {
  const before = addMonths(start, -1);
  const months = contractMonths(start);
  const [first, second, third] = months;
  return {
    ...FAMILY,
    scenes: inOrder([
      ...officeScenes(dayIn(before, 13), 'bryansk', 'specialist'),
      ...checkScenes(dayIn(before, 14), 'bryansk', {
        family: choose('bryansk', 'job-search', '1', '2', '0'),
        incomes: ['18 000', '16 500', '17 т.р.'],
        circumstance: 'unemployment',
      }),
      callScene(dayIn(before, 15), 'specialist'),
      ...contractScenes(lastDay(before), 'specialist', contractAnswers(months), false),
      ...withoutWork(first),
      ...workFound(second, 20, true),
      ...sentBack(second, 21, 'specialist'),
      ...mended(second),
      { kind: 'reckon', on: lastDay(third), at: '11:00', what: 'conclusion' },
      dutyScene(lastDay(third), 'conclusion', 'specialist'),
      ...unchanged(third),
      talk(reviewDay(addMonths(third, 1)), '09:40', 'specialist', accepted(third), accepts(1)),
      ...afterContract({
        endMonth: third,
        reviewer: 'specialist',
        had: () => ({ kind: 'wage', amount: '36 000', household: { does: 'choose', id: 'none' } }),
        late: true,
        papers: papersOfYear('copy', 'certificate'),
      }),
    ]),
  };
}

/**
 * The same family for a demo office, seen in the second month after the end: the last month of the contract was returned, and
 * the fact of the first record waits. Every scene lies before the first day of that month. The head does all; the specialist
 * takes over afterwards (`seed.ts`).
 */
export function bryanskFamilyToday(today: Day): FamilyScript {
  const start = addMonths(monthOf(today), -(CONTRACT_MONTHS + 1));
  const months = contractMonths(start);
  const [first, second, third] = months;
  const record = addMonths(third, 1);
  const fact = [open('confirm-month', record), ...choose('yes'), ...paperDeeds(record, 'fact', 'copy'), move('send')];
  const title = demoText('scene.sends-fact', { month: { month: record }, number: 1 });
  return {
    ...FAMILY,
    scenes: inOrder([
      ...officeScenes(dayIn(addMonths(start, -1), 12), 'bryansk', 'head'),
      ...contractScenes(firstDay(start), 'head', contractAnswers(months), true),
      ...givenToOffice(first, 'head', false),
      ...workFound(second, 12, false),
      talk(dayIn(third, 13), '10:00', 'head', accepted(second), accepts(1)),
      dutyScene(lastDay(third), 'conclusion', 'head'),
      ...unchanged(third),
      ...sentBack(third, 6, 'head'),
      talk(dayIn(record, 25), '19:00', 'family', title, fact),
    ]),
  };
}

function contractMonths(start: Month): Months {
  return [start, addMonths(start, 1), addMonths(start, 2)];
}

function contractAnswers([start, , last]: Months): Deed[] {
  const [startsOn, endsOn] = [firstDay(start), lastDay(last)];
  const programme = demoText('programme.job-search', { half: { day: addDays(startsOn, 40) }, end: { day: endsOn } });
  return [
    say(NUMBER),
    say(demoText('office.bryansk.family')),
    ...choose('job-search', startsOn, endsOn),
    say('12.05.1990'),
    ...choose('child'),
    say('03.09.2015'),
    ...choose('child'),
    say('20.02.2019'),
    ...choose('done'),
    say('5 722,22'),
    say('17 166,67'),
    say(programme),
    ...choose('done'),
  ];
}

/** The first month: no work yet, a benefit with its screenshot. Answered on the 5th, accepted on the next working day. */
function withoutWork(month: Month): Scene[] {
  const next = addMonths(month, 1);
  const sends = [
    open('confirm-month', month),
    ...choose('no'),
    ...amountDeeds('unemployment-benefit', '12 792'),
    ...paperDeeds(month, 'income', 'screenshot'),
    move('send'),
  ];
  return [
    talk(dayIn(next, 5), '19:00', 'family', demoText('scene.without-work', { month: { month } }), sends),
    talk(reviewDay(next), '10:00', 'specialist', accepted(month), accepts(1)),
  ];
}

/** Work was found: answered on the evening of the given date, the 20th after all four reminders. `changed`: there is an earlier month to differ from. */
function workFound(month: Month, date: number, changed: boolean): Scene[] {
  const sends = [
    open('confirm-month', month),
    ...(changed ? choose('no') : []),
    ...choose('yes'),
    ...paperDeeds(month, 'fact', 'copy'),
    ...amountDeeds('wage', '24 000'),
    ...paperDeeds(month, 'income', 'certificate'),
    move('send'),
  ];
  const title = demoText('scene.work-found', { month: { month } });
  return [talk(dayIn(addMonths(month, 1), date), '18:30', 'family', title, sends)];
}

/** The photo cannot be read: the month goes back with the reason and words. */
function sentBack(month: Month, date: number, reviewer: Who): Scene[] {
  const deeds = returns('unreadable-photo', demoText('words.dark-photo'));
  const title = demoText('scene.returns', { month: { month } });
  return [talk(dayIn(addMonths(month, 1), date), '09:40', reviewer, title, deeds)];
}

/** Another photo on the same evening, accepted on the next morning. */
function mended(month: Month): Scene[] {
  const next = addMonths(month, 1);
  const deeds = [
    open('confirm-month', month),
    change('fact-files'),
    ...choose('clear'),
    photo(`fact-${month}${AGAIN}`),
    ...choose('done'),
    move('send'),
  ];
  return [
    talk(dayIn(next, 21), '19:30', 'family', demoText('scene.mends', { month: { month } }), deeds),
    talk(dayIn(next, 22), '10:00', 'specialist', accepted(month), accepts(1)),
  ];
}

/** Nothing has changed: only the papers are asked for. */
function unchanged(month: Month): Scene[] {
  const sends = [
    open('confirm-month', month),
    ...choose('yes'),
    ...paperDeeds(month, 'fact', 'copy'),
    ...paperDeeds(month, 'income', 'certificate'),
    move('send'),
  ];
  const title = demoText('scene.unchanged', { month: { month } });
  return [talk(dayIn(addMonths(month, 1), 5), '18:40', 'family', title, sends)];
}

function accepted(month: Month): Text {
  return demoText('scene.accepts', { month: { month } });
}
