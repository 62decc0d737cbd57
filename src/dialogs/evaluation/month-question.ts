/** A month of the office's work: the last ones by a button, any other typed. */
import { addMonths, type Day, type Month, monthOf, parseMonth } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';
import type { Question } from '../dialog.ts';
import { monthIn } from '../read/read-month.ts';
import { evaluationText } from './wording.ts';

const MONTHS_OFFERED = 3;

/** The answer is the month under `month`, not after the one of today. */
export function monthQuestion(ask: Text, today: Day): Question {
  const now = monthOf(today);
  const offered = Array.from({ length: MONTHS_OFFERED }, (_each, index) => addMonths(now, -index));
  return {
    id: 'month',
    ask: [ask],
    choices: offered.map((each) => [{ id: each, label: monthText(each) }]),
    read: (input) => {
      if (input.kind === 'choice') return { kind: 'answered', value: input.id };
      if (input.kind !== 'text') return { kind: 'again', say: [] };
      const read = monthIn(input.text, today);
      if (read === null) return { kind: 'again', say: [{ key: 'core:read.month' }] };
      return read > now
        ? { kind: 'again', say: [evaluationText('month-not-come')] }
        : { kind: 'answered', value: read };
    },
    line: (value) => {
      const month = parseMonth(value);
      return month === null ? null : evaluationText('month-line', { month: { month } });
    },
  };
}

/** A month as a label. */
export function monthText(month: Month): Text {
  return evaluationText('month', { month: { month } });
}
