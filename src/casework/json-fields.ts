/**
 * Fields of JSON documents that come from outside, each with the problem and the remedy an operator reads.
 * No value is guessed: money as a JSON number, a day that does not exist, an unknown code are refused.
 */
import { z } from 'zod';
import { type Day, type Month, parseDay, parseMonth } from '../engine/day.ts';
import { type Money, parseMoney } from '../engine/money.ts';

/** A field read by `read`, which answers `null` for a value that is not `expected`. */
function field<T>(read: (value: unknown) => T | null, expected: string, remedy: string): z.ZodType<T> {
  return z.unknown().transform((value, context): T => {
    const found = read(value);
    if (found !== null) return found;
    const problem = value === undefined ? `missing: ${expected}` : `not ${expected}: ${shown(value)}`;
    context.addIssue({ code: 'custom', message: problem, params: { remedy } });
    return z.NEVER;
  });
}

/** A calendar day that exists. */
export const dayField: z.ZodType<Day> = field(parseDay, 'a day that exists', 'write YYYY-MM-DD, like "2026-11-10"');
/** A month. */
export const monthField: z.ZodType<Month> = field(parseMonth, 'a month', 'write YYYY-MM, like "2026-11"');
/** Roubles with kopecks as text; a JSON number is refused, because it may have lost kopecks on the way. */
export const moneyField: z.ZodType<Money> = field(
  parseMoney,
  'an amount of roubles with kopecks',
  'write a string, like "18000.00": up to ten digits, a point, two digits',
);
/** The same or the answer "not-sure". */
export const moneyOrNotSureField: z.ZodType<Money | 'not-sure'> = field(
  (value) => (value === 'not-sure' ? value : parseMoney(value)),
  'an amount of roubles with kopecks',
  'write a string, like "18000.00", or "not-sure"',
);
/** A text that says something. */
export const textField: z.ZodType<string> = field(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value : null),
  'a text',
  'write a string that is not empty',
);
/** Yes or no. */
export const flagField: z.ZodType<boolean> = field(
  (value) => (typeof value === 'boolean' ? value : null),
  'true or false',
  'write true or false, without quotes',
);

/** A number; what it may be is for the engine to say. */
export const numberField: z.ZodType<number> = field(
  (value) => (typeof value === 'number' ? value : null),
  'a number',
  'write a number without quotes',
);

/** A whole number from `least` to `most`. */
export function wholeNumberField(least: number, most: number): z.ZodType<number> {
  return field(
    (value) => (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : null),
    `a whole number from ${least} to ${most}`,
    `write a number from ${least} to ${most}, without quotes`,
  );
}

/** One code of a closed list. */
export function codeField<const Code extends string>(codes: readonly Code[]): z.ZodType<Code> {
  return field(
    (value) => codes.find((code) => code === value) ?? null,
    'a known code',
    `write one of: ${codes.map((code) => `"${code}"`).join(', ')}`,
  );
}

/** The field may be absent; `null` says the same. */
export function optional<T>(inner: z.ZodType<T>): z.ZodType<T | undefined> {
  return z.preprocess((value) => value ?? undefined, inner.optional());
}

/** The value or an explicit `null`, which is an answer of its own; absent is refused. */
export function orNull<T>(inner: z.ZodType<T>): z.ZodType<T | null> {
  return inner.nullable();
}

/** An object whose unknown keys are refused, each named with the keys that are known. */
export function closedObject<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `known here: ${known}` : undefined),
  });
}

/** The value as the operator wrote it, cut short. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
