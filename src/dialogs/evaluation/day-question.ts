/** A day that has come already: today or yesterday by a button, any earlier one typed. */
import { addDays, type Day } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';
import type { Question } from '../dialog.ts';
import { dayQuestion } from '../specialist/plain-questions.ts';
import { evaluationText } from './wording.ts';

/** What is asked, the line of the summary, and where it may lie. */
export interface PastDayAsked {
  readonly id: string;
  readonly ask: Text;
  readonly line: (day: Day) => Text;
  readonly today: Day;
  readonly notBefore?: Day;
}

/** The answer is the day, not after today. */
export function pastDayQuestion({ id, ask, line, today, notBefore }: PastDayAsked): Question {
  const yesterday = addDays(today, -1);
  const offered = notBefore !== undefined && yesterday < notBefore ? [today] : [today, yesterday];
  return dayQuestion({
    id,
    ask,
    line,
    choices: offered.map((day) => ({
      id: day,
      label: evaluationText(day === today ? 'day.today' : 'day.yesterday', { day: { day } }),
    })),
    refuse: (day) => {
      if (day > today) return evaluationText('day.not-come');
      return notBefore !== undefined && day < notBefore
        ? evaluationText('day.too-early', { from: { day: notBefore } })
        : null;
    },
  });
}

/** The day a paper bears where today lies outside its time: asked, never guessed. */
export function paperDayQuestion(id: string, today: Day, opensOn: Day, dueOn: Day): Question {
  const inside = today < opensOn ? opensOn : dueOn;
  return dayQuestion({
    id,
    ask: evaluationText('day.ask-paper', { opens: { day: opensOn }, due: { day: dueOn } }),
    choices: [today, inside].map((day) => ({
      id: day,
      label: evaluationText(day === today ? 'day.today' : 'day.inside', { day: { day } }),
    })),
    line: (day) => evaluationText('day.line-paper', { day: { day } }),
  });
}
