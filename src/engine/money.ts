/**
 * Roubles and kopecks, exact. The only file that names decimal.js: outside it money is a plain string,
 * so that stored state and JSON carry it unharmed and no `<` on a Decimal can compare texts by accident.
 */
import { Decimal } from 'decimal.js';

// Sums of many ten-digit amounts, multiplied across for exact comparison, must never be rounded by precision.
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

declare const moneyBrand: unique symbol;

/** An amount of roubles with exactly two decimals, `12500.00`; never negative, up to ten digits of roubles when it comes from outside. */
export type Money = string & { readonly [moneyBrand]: 'Money' };

const FORM = /^\d{1,10}\.\d{2}$/;

/** No roubles. Not the same as an amount that is not known: that is `null` or absent. */
export const ZERO = '0.00' as Money;

/** Reads the form of `design/interfaces.md`, `12500.00`; anything else (a number, a comma, a minus, three decimals) is `null`. */
export function parseMoney(text: unknown): Money | null {
  return typeof text === 'string' && FORM.test(text) ? canonical(new Exact(text)) : null;
}

/** The same for values we wrote ourselves (law tables, tests, database). Throws on a wrong form, because that is a bug. */
export function roubles(text: string): Money {
  const money = parseMoney(text);
  if (money === null) throw new Error(`not an amount of roubles like 12500.00: ${text}`);
  return money;
}

/** Exact sum; of nothing it is zero. */
export function sum(amounts: readonly Money[]): Money {
  return canonical(amounts.reduce((total, amount) => total.plus(amount), new Exact(0)));
}

/** The amount taken `times` times, `times` a whole number from 0. */
export function multiply(amount: Money, times: number): Money {
  return canonical(new Exact(amount).times(times));
}

/** `total` ÷ `parts` rounded half up to kopecks, for showing. Compare with `compareShare`, never with this. `parts` is a whole number from 1. */
export function share(total: Money, parts: number): Money {
  return canonical(new Exact(total).dividedBy(parts));
}

/** Exact order of two amounts: -1, 0 or 1. */
export function compareMoney(left: Money, right: Money): -1 | 0 | 1 {
  return order(new Exact(left).comparedTo(right));
}

/** Exact order of `total` ÷ `parts` against `threshold`, before any rounding (domain.md, "Per-capita income"). */
export function compareShare(total: Money, parts: number, threshold: Money): -1 | 0 | 1 {
  return order(new Exact(total).comparedTo(new Exact(threshold).times(parts)));
}

/** Whether `next` differs from `previous` by more than half of `previous`, up or down; from zero any income is such a change. */
export function changedByMoreThanHalf(previous: Money, next: Money): boolean {
  const before = new Exact(previous);
  return new Exact(next).minus(before).abs().greaterThan(before.dividedBy(2));
}

function canonical(value: Decimal): Money {
  return value.toFixed(2) as Money;
}

function order(value: number): -1 | 0 | 1 {
  return value < 0 ? -1 : value > 0 ? 1 : 0;
}
