/**
 * Between columns and our values, by text in both directions: a day is DATE, money is NUMERIC(12,2), a moment is TIMESTAMPTZ(3).
 * Prisma speaks of all of them in its own types; none leaves this folder.
 */
import type { Instant } from '../casework/ports.ts';
import { type Day, day } from '../engine/day.ts';
import { type Money, roubles } from '../engine/money.ts';
import type { Prisma } from './generated/client.ts';

/** A day for a DATE column: Prisma reads the date of midnight in UTC, whatever the zone of the process. */
export function dateOf(of: Day): Date {
  return new Date(`${of}T00:00:00.000Z`);
}

/** The same where there may be none. */
export function dateOrNull(of: Day | null): Date | null {
  return of === null ? null : dateOf(of);
}

/** A DATE column as a day. */
export function dayOf(date: Date): Day {
  return day(date.toISOString().slice(0, 10));
}

/** The same where there may be none. */
export function dayOrNull(date: Date | null): Day | null {
  return date === null ? null : dayOf(date);
}

/** A NUMERIC(12,2) column as money. */
export function moneyOf(value: Prisma.Decimal): Money {
  return roubles(value.toFixed(2));
}

/** The same where there may be none. */
export function moneyOrNull(value: Prisma.Decimal | null): Money | null {
  return value === null ? null : moneyOf(value);
}

/** A moment for a TIMESTAMPTZ column. Throws on a text that is no moment, because that is a bug. */
export function momentOf(instant: Instant): Date {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) throw new Error(`not a moment: ${instant}`);
  return moment;
}

/** A TIMESTAMPTZ column as an instant. */
export function instantOf(moment: Date): Instant {
  return moment.toISOString();
}

/** The same where there may be none. */
export function instantOrNull(moment: Date | null): Instant | null {
  return moment === null ? null : instantOf(moment);
}

/** Text that PostgreSQL takes: people can send a zero byte or half a surrogate pair, which would make every retry fail. */
export function storableText(text: string): string {
  return Buffer.from(text.replaceAll('\u0000', ''), 'utf8').toString('utf8');
}

/** A value for a JSONB column, its texts made storable; absent properties are left out. */
export function jsonOf(value: unknown): Prisma.InputJsonValue {
  const text = JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storableText(part) : part));
  return JSON.parse(text) as Prisma.InputJsonValue;
}

/** A JSONB column as the type that was put into it: nobody else writes these tables. */
export function fromJson<T>(value: Prisma.JsonValue): T {
  return value as T;
}
