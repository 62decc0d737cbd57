/** From the end of a contract to the decision: twelve records, the report of the fifth month, three windows, and their papers. */
import { addMonths, dayIn, lastDay, type Month } from '../../engine/day.ts';
import { type Had, lastIncomeScenes, type Papers, recordScenes } from './month-scenes.ts';
import {
  archiveScene,
  type DecisionAnswers,
  decisionScenes,
  registerScene,
  type ReportAnswers,
  reportScenes,
  windowScenes,
} from './paper-scenes.ts';
import type { Deed, Scene } from './script.ts';
import { inOrder } from './talk-scene.ts';

/** What the year after the contract looks like. */
export interface Year {
  /** The month of the end. */
  readonly endMonth: Month;
  /** What the family had in record month 1–12. */
  readonly had: (number: number) => Had;
  /** One paper, of the first income window, is made late. */
  readonly late: boolean;
  /** Papers of record 1–12. */
  readonly papers: (number: number) => Papers;
  /** Answers of the first record that nothing suggests. */
  readonly firstRecord: readonly Deed[];
  readonly report: ReportAnswers;
  readonly decision: DecisionAnswers;
}

const RECORDS = 12;
const REPORT_MONTH = 5;
const REGISTER_DATE = 10;
/** Last records of the windows. */
const WINDOWS = [6, 9, 12];

/** The scenes in the order of time. */
export function afterContract(year: Year): Scene[] {
  const { endMonth, had, papers, firstRecord } = year;
  const records = Array.from({ length: RECORDS }, (_, index) => {
    const number = index + 1;
    return recordScenes({
      number,
      month: addMonths(endMonth, number),
      before: number === 1 ? null : had(number - 1),
      papers: papers(number),
      more: number === 1 ? firstRecord : [],
    });
  });
  const last = lastIncomeScenes(addMonths(endMonth, RECORDS), had(RECORDS), papers(RECORDS).income);
  return inOrder([...records.flat(), ...last, ...paperScenes(year)]);
}

function paperScenes({ endMonth, late, report, decision }: Year): Scene[] {
  const reported = addMonths(endMonth, REPORT_MONTH);
  const decided = lastDay(addMonths(endMonth, RECORDS + 1));
  return [
    ...reportScenes(lastDay(reported), report),
    registerScene(dayIn(addMonths(reported, 1), REGISTER_DATE), reported),
    ...WINDOWS.flatMap((number, index) =>
      windowScenes(lastDay(addMonths(endMonth, number + 1)), number, late && index === 0),
    ),
    ...decisionScenes(decided, decision),
    archiveScene(decided),
  ];
}
