/** The calendar of a contract as a short list a person can read: what is due when, and what to know of it. */
import type { ContractCalendar } from '../../engine/contract-calendar.ts';
import type { Window } from '../../engine/outcome.ts';
import type { Fact, Text } from '../../texts/text.ts';
import { assumptionText, calendarWarningText } from './law-words.ts';
import { lines, staffText } from './wording.ts';

/** Remarks a specialist must know at once; the other readings stand in the papers. */
const SHOWN_ASSUMPTIONS: readonly string[] = ['evaluation-by-analogy', 'term-limits-unknown', 'transfers-unknown'];

/** The days of all three stages, each on a line. */
export function calendarText(calendar: ContractCalendar): Text {
  const { conclusion, report, monitoring, incomeWindows, decision } = calendar;
  const rows: Text[] = [staffText('calendar.title', { ends: { day: calendar.endsOn } })];
  if (conclusion) rows.push(staffText('calendar.conclusion', span(conclusion)));
  if (report) {
    rows.push(
      staffText('calendar.report', span(report)),
      staffText('calendar.register', { remind: { day: report.remindBy }, due: { day: report.toDepartmentBy } }),
    );
  }
  if (monitoring.length > 0) {
    rows.push(staffText('calendar.monitoring', { count: monitoring.length }));
    rows.push(...monitoring.map((record) => recordLine(record)));
  }
  for (const window of incomeWindows) {
    const [first, , last] = window.numbers;
    rows.push(staffText('calendar.income-window', { first, last, ...span(window) }));
  }
  rows.push(decision ? staffText('calendar.decision', span(decision)) : staffText('calendar.no-decision'));
  rows.push(staffText('calendar.latest-extension', { until: { day: calendar.latestExtensionEndsOn } }));
  return lines(rows);
}

/** Warnings and the remarks that change what the office does; empty where there are none. */
export function calendarRemarkTexts(calendar: ContractCalendar): readonly Text[] {
  const warnings = calendar.warnings.map((warning) => warningText(warning));
  const assumptions = calendar.assumptions
    .filter(({ code }) => SHOWN_ASSUMPTIONS.includes(code))
    .map(({ code }) => assumptionText(code));
  return [...warnings, ...assumptions];
}

type Record = ContractCalendar['monitoring'][number];

function recordLine({ number, month, opensOn, dueOn }: Record): Text {
  return month === undefined
    ? staffText('calendar.record-period', { number, opens: { day: opensOn }, due: { day: dueOn } })
    : staffText('calendar.record', { number, month: { month }, due: { day: dueOn } });
}

/** A term that is too short or too long names the limit it breaks: whole months alone would hide the days over it. */
function warningText(warning: ContractCalendar['warnings'][number]): Text {
  const { code, wholeMonths, minMonths, maxMonths } = warning;
  if (code !== 'term-not-allowed') return calendarWarningText(code);
  if (typeof minMonths === 'number' && Number(wholeMonths) < minMonths)
    return staffText('warning.too-short', { least: minMonths });
  return typeof maxMonths === 'number' ? staffText('warning.too-long', { most: maxMonths }) : calendarWarningText(code);
}

function span({ opensOn, dueOn }: Window): { readonly [name: string]: Fact } {
  return { opens: { day: opensOn }, due: { day: dueOn } };
}
