/** A duty of the office in words: what, for whom, by when. */
import { type Day, daysBetween } from '../../engine/day.ts';
import { type Duty, reminderDay } from '../../engine/duties.ts';
import type { Text } from '../../texts/text.ts';
import type { DutyLine } from '../view.ts';
import { shortName } from './short-name.ts';
import { staffText } from './wording.ts';

const MONTHS_OF_WINDOW = 3;

/** "Monitoring record 3 for November 2026", "income window, months 4–6". */
export function dutyText({ kind, number = 0, month }: Pick<Duty, 'kind' | 'number' | 'month'>): Text {
  switch (kind) {
    case 'monitoring':
      return month === undefined
        ? staffText('duty.monitoring-period', { number })
        : staffText('duty.monitoring', { number, month: { month } });
    case 'income-window':
      return staffText('duty.income-window', { first: number - MONTHS_OF_WINDOW + 1, last: number });
    case 'conclusion':
    case 'report':
    case 'register':
    case 'decision':
      return staffText(`duty.${kind}`);
  }
}

/** "5 days left", "today", "2 days overdue"; the register counts to the working day it is reminded to. */
export function daysLeftText(duty: Pick<Duty, 'dueOn' | 'remindBy'>, today: Day): Text {
  if (today > duty.dueOn) return staffText('left.overdue', { count: daysBetween(duty.dueOn, today) });
  const count = daysBetween(today, reminderDay(duty));
  return count <= 0 ? staffText('left.today') : staffText('left.days', { count });
}

/** One line of a list of duties; `withSpecialist` for the head, who sees whose it is. */
export function dutyLine(duty: DutyLine, place: number, today: Day, withSpecialist: boolean): Text {
  const line = staffText('deadlines.line', {
    place,
    what: { text: dutyText(duty) },
    contract: duty.contractNumber,
    name: shortName(duty.recipientName),
    due: { day: reminderDay(duty) },
    left: { text: daysLeftText(duty, today) },
  });
  const whole = withSpecialist
    ? staffText('deadlines.with-specialist', { line: { text: line }, specialist: shortName(duty.specialistName) })
    : line;
  return duty.pending === undefined ? whole : staffText('deadlines.pending', { line: { text: whole } });
}
