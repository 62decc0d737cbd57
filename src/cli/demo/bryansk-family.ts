/** The Bryansk family: a mother of two looks for work with a contract of three months. */
import { addDays, addMonths, dayIn, firstDay, lastDay, type Month } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';
import { afterContract } from './after-contract.ts';
import { change, choose, demoText, move, open, photo, say } from './deeds.ts';
import { accepts, amountDeeds, paperDeeds, papersOfYear, returns, reviewDay } from './month-scenes.ts';
import { callScene, checkScenes, contractScenes, officeScenes } from './opening-scenes.ts';
import { conclusionScenes } from './paper-scenes.ts';
import type { Deed, FamilyScript, Scene } from './script.ts';
import { inOrder, talk } from './talk-scene.ts';

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
      ...officeScenes(dayIn(before, 13), 'bryansk'),
      ...checkScenes(dayIn(before, 14), 'bryansk', {
        family: choose('bryansk', 'job-search', '1', '2', '0'),
        incomes: ['18 000', '16 500', '17 т.р.'],
        circumstance: 'unemployment',
      }),
      callScene(dayIn(before, 15)),
      ...contractScenes(lastDay(before), contractAnswers(months)),
      ...withoutWork(first),
      ...workFound(second),
      ...sentBack(second, 21),
      ...mended(second),
      ...conclusionScenes(lastDay(third)),
      ...unchanged(third),
      talk(reviewDay(addMonths(third, 1)), '09:40', 'specialist', accepted(third), accepts(1)),
      ...afterContract({
        endMonth: third,
        had: (number) => ({
          kind: 'wage',
          amount: '36 000',
          isSame: number > 1,
          household: { does: 'choose', id: 'none' },
        }),
        late: true,
        papers: papersOfYear('copy', 'certificate'),
        firstRecord: [],
        report: { conditions: 'same', result: 'reached', verdict: 'effective' },
        decision: 'advisable',
      }),
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

/** Work was found: answered on the evening of the 20th, after all four reminders. */
function workFound(month: Month): Scene[] {
  const sends = [
    open('confirm-month', month),
    ...choose('no', 'yes'),
    ...paperDeeds(month, 'fact', 'copy'),
    ...amountDeeds('wage', '24 000'),
    ...paperDeeds(month, 'income', 'certificate'),
    move('send'),
  ];
  const title = demoText('scene.work-found', { month: { month } });
  return [talk(dayIn(addMonths(month, 1), 20), '18:30', 'family', title, sends)];
}

/** The photo cannot be read: the month goes back with the reason and words. */
function sentBack(month: Month, date: number): Scene[] {
  const deeds = returns('unreadable-photo', demoText('words.dark-photo'));
  const title = demoText('scene.returns', { month: { month } });
  return [talk(dayIn(addMonths(month, 1), date), '09:40', 'specialist', title, deeds)];
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
