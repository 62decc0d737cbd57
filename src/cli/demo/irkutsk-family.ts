/** The Irkutsk family of a northern district: a father opens his own business with a contract of three months from the 10th. */
import { addDays, addMonths, addMonthsToDay, type Day, dayIn, type Month, monthOf } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';
import { afterContract } from './after-contract.ts';
import { choose, demoText, move, open, say } from './deeds.ts';
import { accepts, amountDeeds, givenToOffice, type Had, paperDeeds, papersOfYear, reviewDay } from './month-scenes.ts';
import { callScene, checkScenes, contractScenes, officeScenes } from './opening-scenes.ts';
import { conclusionScenes } from './paper-scenes.ts';
import type { Deed, FamilyScript, Scene } from './script.ts';
import { inOrder, talk } from './talk-scene.ts';

const CONTRACT_MONTHS = 3;
const START_DATE = 10;
const NUMBER = 'SK-0042';

const FAMILY = {
  title: demoText('family.irkutsk'),
  region: 'irkutsk',
  municipality: 'katangsky',
  office: 'irkutsk',
} as const satisfies Partial<FamilyScript>;

/** Everything from the pre-check to the decision; the contract starts on the 10th of `start`. */
export function irkutskFamily(start: Month): FamilyScript {
  const before = addMonths(start, -1);
  const startsOn = dayIn(start, START_DATE);
  const endMonth = monthOf(endOf(startsOn));
  const [first, second, third] = [start, addMonths(start, 1), addMonths(start, 2)];
  return {
    ...FAMILY,
    scenes: inOrder([
      ...officeScenes(dayIn(before, 12), 'irkutsk'),
      ...checkScenes(dayIn(before, 18), 'irkutsk', {
        family: [...choose('irkutsk'), say(demoText('words.katangsky')), ...choose('business', '2', '1', '0')],
        incomes: ['41 000', '38 500', '40 000'],
        circumstance: 'not-sure',
      }),
      callScene(dayIn(before, 19)),
      ...contractScenes(startsOn, contractAnswers(startsOn)),
      ...firstSales(first),
      ...givenToOffice(second, true),
      ...remindersStopped(third),
      ...conclusionScenes(endOf(startsOn)),
      ...lastMonth(endMonth),
      ...afterContract({
        endMonth,
        had,
        late: false,
        papers: papersOfYear('certificate', 'screenshot'),
        firstRecord: choose('self-employed'),
        report: { conditions: 'better', result: 'reached', verdict: 'effective' },
        decision: 'not-advisable',
      }),
    ]),
  };
}

function endOf(startsOn: Day): Day {
  return addDays(addMonthsToDay(startsOn, CONTRACT_MONTHS), -1);
}

/** The business grows: at the end the family is above the minimum. */
function had(number: number): Had {
  const [amount, household] =
    number <= 3 ? ['46 000', '27 000'] : number <= 9 ? ['52 000', '27 000'] : ['60 000', '30 000'];
  const isSame = ![1, 4, 10].includes(number);
  return { kind: 'self-employed', amount, isSame, household: say(household) };
}

function contractAnswers(startsOn: Day): Deed[] {
  const endsOn = endOf(startsOn);
  const programme = demoText('programme.business', { half: { day: addDays(startsOn, 30) }, end: { day: endsOn } });
  return [
    say(NUMBER),
    say(demoText('office.irkutsk.family')),
    ...choose('business'),
    say(demoText('words.katangsky')),
    ...choose('katangsky', startsOn, endsOn),
    say('17.03.1988'),
    ...choose('spouse'),
    say('02.11.1990'),
    ...choose('child'),
    say('08.06.2017'),
    ...choose('done'),
    say('13 277,78'),
    say('39 833,33'),
    say(programme),
    ...choose('done'),
  ];
}

/** The first month: registered, first sales, both with a paper. */
function firstSales(month: Month): Scene[] {
  const sends = [
    open('confirm-month', month),
    ...choose('yes'),
    ...paperDeeds(month, 'fact', 'certificate'),
    ...amountDeeds('self-employed', '21 500'),
    ...paperDeeds(month, 'income', 'screenshot'),
    move('send'),
  ];
  return answered(month, 'scene.first-sales', sends);
}

/** Reminders are stopped before the month is asked for; the family answers from the menu and asks for reminders again. */
function remindersStopped(month: Month): Scene[] {
  const next = addMonths(month, 1);
  const sends = [
    say(demoText('words.menu')),
    open('confirm-month', month),
    ...choose('yes'),
    ...paperDeeds(month, 'fact', 'screenshot'),
    ...amountDeeds('self-employed', '29 000'),
    ...paperDeeds(month, 'income', 'screenshot'),
    move('send'),
  ];
  const stop = [open('reminders'), ...choose('stop')];
  const resume = [say(demoText('words.stop')), ...choose('resume')];
  return [
    talk(dayIn(month, 20), '18:00', 'family', demoText('scene.stops-reminders'), stop),
    talk(dayIn(next, 5), '19:00', 'family', demoText('scene.without-reminder', { month: { month } }), sends),
    talk(dayIn(next, 5), '19:20', 'family', demoText('scene.resumes-reminders'), resume),
    talk(reviewDay(next), '10:00', 'specialist', accepted(month), accepts(1)),
  ];
}

/** The month of the end. */
function lastMonth(month: Month): Scene[] {
  const sends = [
    open('confirm-month', month),
    ...choose('no', 'yes'),
    ...paperDeeds(month, 'fact', 'screenshot'),
    ...amountDeeds('self-employed', '38 000'),
    ...paperDeeds(month, 'income', 'screenshot'),
    move('send'),
  ];
  const next = addMonths(month, 1);
  const title = demoText('scene.last-month', { month: { month } });
  return [
    talk(dayIn(next, 3), '18:40', 'family', title, sends),
    talk(dayIn(next, 4), '09:40', 'specialist', accepted(month), accepts(1)),
  ];
}

/** Answered on the 5th, accepted on the next working day. */
function answered(month: Month, title: string, sends: readonly Deed[]): Scene[] {
  const next = addMonths(month, 1);
  return [
    talk(dayIn(next, 5), '19:00', 'family', demoText(title, { month: { month } }), sends),
    talk(reviewDay(next), '10:00', 'specialist', accepted(month), accepts(1)),
  ];
}

function accepted(month: Month): Text {
  return demoText('scene.accepts', { month: { month } });
}
