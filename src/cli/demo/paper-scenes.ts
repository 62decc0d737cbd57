/** How the papers of a case are made in the chat: the specialist prepares and signs, the head signs second on the same day. */
import { addDays, type Day, daysBetween, type Month, weekday } from '../../engine/day.ts';
import type { DutyKind } from '../../engine/duties.ts';
import { isWorkingDay, lastWorkingDayBefore } from '../../engine/working-days.ts';
import { WORK_CALENDAR } from '../../law/federal/work-calendar.ts';
import { choose, demoText, move, open, openDuty, say, wait } from './deeds.ts';
import type { Deed, Scene } from './script.ts';
import { talk } from './talk-scene.ts';

/** What a specialist answers in the report. */
export interface ReportAnswers {
  readonly conditions: 'better' | 'worse' | 'same';
  readonly result: 'reached' | 'partly' | 'not-reached';
  readonly verdict: 'effective' | 'ineffective';
}

/** What is decided in the end; other support where no new contract is advised. */
export type DecisionAnswers = 'advisable' | 'not-advisable';

/** The specialist's part and the head's on one day, half an hour later. */
interface Signed {
  readonly what: DutyKind;
  readonly on: Day;
  /** `HH` of the specialist. */
  readonly hour: string;
  readonly deeds: readonly Deed[];
  readonly isLate?: boolean;
}

/** Marks all measures as done and prepares the conclusion. */
export function conclusionScenes(due: Day): Scene[] {
  const deeds = [
    ...opened('conclusion'),
    open('measures'),
    ...choose('rest-done'),
    open('conclude'),
    move('send'),
    ...choose('submit'),
  ];
  return signed({ what: 'conclusion', on: workingDayOf(due), hour: '16', deeds });
}

/** Prepares the report under the figures that came in. */
export function reportScenes(due: Day, { conditions, result, verdict }: ReportAnswers): Scene[] {
  const answers = [say(demoText('words.living')), ...choose(conditions, result, verdict), move('send')];
  const deeds = [...opened('report'), open('report'), ...answers, ...choose('submit')];
  return signed({ what: 'report', on: workingDayOf(due), hour: '16', deeds });
}

/** The head makes the register of a month's reports. */
export function registerScene(due: Day, of: Month): Scene {
  const deeds = [...opened('register'), open('register', of)];
  const title = demoText('scene.paper', { what: { text: demoText('duty.register') } });
  return { ...talk(workingDayOf(due), '16:00', 'head', title, deeds), keepsFiles: true };
}

/** Puts the figures of three months into the record of the last one; `late`: two days after the day, when the head has been told. */
export function windowScenes(due: Day, last: number, late: boolean): Scene[] {
  const deeds = [open('papers'), openDuty('income-window', last), open('window'), ...choose('submit')];
  const on = late ? addDays(due, 2) : workingDayOf(due);
  return signed({ what: 'income-window', on, hour: late ? '10' : '14', deeds, isLate: late });
}

/** Prepares the decision under the twelve records, the windows and the proposal. */
export function decisionScenes(due: Day, decision: DecisionAnswers): Scene[] {
  const support = decision === 'not-advisable' ? [say(demoText('words.other-support'))] : [];
  const answers = [...choose(decision), ...support, move('send')];
  const deeds = [...opened('decision'), open('decide'), ...answers, ...choose('submit')];
  return signed({ what: 'decision', on: workingDayOf(due), hour: '16', deeds });
}

/** The picture of the case and the archive of all its papers, which comes as a message when it is made. */
export function archiveScene(due: Day): Scene {
  const deeds = [open('case'), open('chart'), open('archive'), wait()];
  return { ...talk(workingDayOf(due), '17:00', 'specialist', demoText('scene.archive'), deeds), keepsFiles: true };
}

/** The record of one month from its own screen; `more`: answers that nothing suggests. */
export function recordDeeds(number: number, more: readonly Deed[]): Deed[] {
  return [open('papers'), openDuty('monitoring', number), open('record'), ...more, move('send'), ...choose('submit')];
}

/** All records of the month: prepared, then signed. */
export function monthDeeds(month: Month): Deed[] {
  return [
    open('papers'),
    open('records-month', `${month}~prepare`),
    open('records-month', `${month}~submit`),
    move('send'),
  ];
}

/** The head signs the one paper that waits. */
export function headSigns(): Deed[] {
  return [open('papers'), open('paper'), ...choose('approve')];
}

/** The head signs all records of the month. */
export function headSignsMonth(month: Month): Deed[] {
  return [open('papers'), open('records-month', `${month}~approve`), move('send')];
}

function opened(kind: DutyKind): Deed[] {
  return [open('papers'), openDuty(kind)];
}

function signed({ what, on, hour, deeds, isLate = false }: Signed): Scene[] {
  const facts = { what: { text: demoText(`duty.${what}`) } };
  return [
    talk(on, `${hour}:00`, 'specialist', demoText(isLate ? 'scene.paper-late' : 'scene.paper', facts), deeds),
    talk(on, `${hour}:30`, 'head', demoText('scene.signs', facts), headSigns()),
  ];
}

/** The day itself; where it is a day off, the last working day of its week before it, if there is one. */
function workingDayOf(due: Day): Day {
  const before = isWorkingDay(WORK_CALENDAR, due) ? due : lastWorkingDayBefore(WORK_CALENDAR, due);
  return daysBetween(before, due) < weekday(due) ? before : due;
}
