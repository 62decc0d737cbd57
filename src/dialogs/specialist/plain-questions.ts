/** The plain questions of staff forms: a line of text, one of several buttons, a day by button or typed. */
import { type Day, parseDay } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';
import type { Choice, Question } from '../dialog.ts';
import { readChoice } from '../read/read-choice.ts';
import { readDay } from '../read/read-day.ts';
import { readText } from '../read/read-text.ts';

/** A text of at most `longest` characters. */
export interface TextAsked {
  readonly id: string;
  readonly ask: Text;
  readonly longest: number;
  /** Its line in the summary. */
  readonly line?: (text: string) => Text;
  /** May be skipped; the answer is null then. */
  readonly optional?: boolean;
  /** Words for a text that will not do; null where it will. */
  readonly refuse?: (text: string) => Text | null;
}

/** The answer is the text, or null where it was skipped. */
export function textQuestion({ id, ask, longest, line, optional, refuse }: TextAsked): Question {
  return {
    id,
    ask: [ask],
    read: (input) => {
      const reading = readText(input, longest);
      const text = reading.kind === 'answered' && typeof reading.value === 'string' ? reading.value : null;
      const words = text === null ? null : (refuse?.(text) ?? null);
      return words === null ? reading : { kind: 'again', say: [words] };
    },
    ...(optional === true ? { skip: null } : {}),
    ...(line ? { line: (value) => (typeof value === 'string' ? line(value) : null) } : {}),
  };
}

/** One of several buttons, each in a row of its own. */
export interface ChoiceAsked {
  readonly id: string;
  readonly ask: Text;
  readonly choices: readonly Choice[];
  readonly line?: (id: string) => Text;
}

/** The answer is the id of the choice; typed words are asked again. */
export function choiceQuestion({ id, ask, choices, line }: ChoiceAsked): Question {
  return {
    id,
    ask: [ask],
    choices: choices.map((choice) => [choice]),
    read: (input) =>
      input.kind === 'text' ? { kind: 'again', say: [{ key: 'core:choose-below' }] } : readChoice(input),
    ...(line ? { line: (value) => (typeof value === 'string' ? line(value) : null) } : {}),
  };
}

/** A day, typed or by a button whose id is the day. */
export interface DayAsked {
  readonly id: string;
  readonly ask: Text;
  readonly choices: readonly { readonly id: Day; readonly label: Text }[];
  readonly line: (day: Day) => Text;
  /** Words for a day that will not do; null where it will. */
  readonly refuse?: (day: Day) => Text | null;
}

/** The answer is the day as text. */
export function dayQuestion({ id, ask, choices, line, refuse }: DayAsked): Question {
  return {
    id,
    ask: [ask],
    choices: choices.map((choice) => [choice]),
    read: (input) => {
      const reading = input.kind === 'choice' ? readChoice(input) : readDay(input);
      const read = reading.kind === 'answered' ? parseDay(reading.value) : null;
      const words = read === null ? null : (refuse?.(read) ?? null);
      return words === null ? reading : { kind: 'again', say: [words] };
    },
    line: (value) => {
      const chosen = parseDay(value);
      return chosen === null ? null : line(chosen);
    },
  };
}
