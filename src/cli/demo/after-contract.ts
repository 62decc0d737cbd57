/** From the end of a contract to the decision: twelve records, the report of the fifth month, three windows. */
import { addMonths, type Day, dayIn, lastDay, type Month } from '../../engine/day.ts';
import {
  inOrder,
  dutyScene,
  type Had,
  lastIncomeScenes,
  lateDutyScene,
  type Papers,
  recordScenes,
  SHOWN,
} from './month-scenes.ts';
import type { Reckoned, Scene, Who } from './script.ts';

/** What the year after the contract looks like. */
export interface Year {
  /** The month of the end. */
  readonly endMonth: Month;
  readonly reviewer: Who;
  /** What the family had in record month 1–12. */
  readonly had: (number: number) => Had;
  /** One duty, the first income window, is done late. */
  readonly late: boolean;
  /** Papers of record 1–12. */
  readonly papers: (number: number) => Papers;
}

const RECORDS = 12;
const REPORT_MONTH = 5;
const REGISTER_DATE = 10;

/** The scenes in the order of time. */
export function afterContract(year: Year): Scene[] {
  const { endMonth, reviewer, had, papers } = year;
  const records = Array.from({ length: RECORDS }, (_, index) => {
    const number = index + 1;
    const brief = number > SHOWN;
    return recordScenes({
      number,
      month: addMonths(endMonth, number),
      before: number === 1 ? null : had(number - 1),
      papers: papers(number),
      reviewer,
      brief,
    });
  });
  const last = lastIncomeScenes(addMonths(endMonth, RECORDS), had(RECORDS), papers(RECORDS).income, reviewer);
  return inOrder([...records.flat(), ...last, ...dutyScenes(year)]);
}

function dutyScenes({ endMonth, reviewer, late }: Year): Scene[] {
  const report = addMonths(endMonth, REPORT_MONTH);
  const windows = [7, 10, 13].map((number) => addMonths(endMonth, number));
  const decision = addMonths(endMonth, RECORDS + 1);
  return [
    reckon(lastDay(report), 'report'),
    dutyScene(lastDay(report), 'report', reviewer),
    dutyScene(dayIn(addMonths(report, 1), REGISTER_DATE), 'register', reviewer, true),
    ...windows.map((month, index) =>
      late && index === 0
        ? lateDutyScene(lastDay(month), 'income-window', reviewer)
        : dutyScene(lastDay(month), 'income-window', reviewer, true),
    ),
    reckon(lastDay(decision), 'windows'),
    reckon(lastDay(decision), 'decision'),
    dutyScene(lastDay(decision), 'decision', reviewer),
  ];
}

/** In the morning of the day on which the duty is marked as done. */
function reckon(on: Day, what: Reckoned): Scene {
  return { kind: 'reckon', on, at: '11:00', what };
}
