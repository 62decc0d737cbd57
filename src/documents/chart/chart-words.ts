/** Words and figures of the picture in the reader's language. */
import { monthOf, type Day, type Month, yearOf } from '../../engine/day.ts';
import type { Money } from '../../engine/money.ts';
import { formatMoney, formatNumber } from '../../texts/formats.ts';
import type { Language } from '../../texts/text.ts';
import { textWidth } from './chart-letters.ts';

const ROUBLE = '\u00a0₽';

/** Amounts of the scale: `20 000`, from a million on `1,5 млн`. */
export function levelText(
  value: number,
  top: number,
  language: Language,
  millions: (number: string) => string,
): string {
  if (top < 1_000_000 || value === 0) return formatNumber(language, value);
  return millions(formatNumber(language, value / 1_000_000));
}

/**
 * The amount with its kopecks; where that is wider than `room` pixels at this size, rounded to roubles; where even that would
 * need letters smaller by a fifth, in millions. The exact figure stands in the paper.
 */
export function moneyToFit(
  amount: Money,
  room: number,
  size: number,
  language: Language,
  millions: (number: string) => string,
): string {
  const exact = formatMoney(language, amount);
  if (textWidth(exact, size, 'bold') <= room) return exact;
  const value = Number(amount);
  const rounded = `${formatNumber(language, Math.round(value))}${ROUBLE}`;
  if (value < 1_000_000 || textWidth(rounded, size * 0.8, 'bold') <= room) return rounded;
  return `${millions(formatNumber(language, Math.round(value / 10_000) / 100))}${ROUBLE}`;
}

/** Which month after the contract it is: 1 is the first after the month of the end. */
export function numberAfter(end: Day, month: Month): number {
  const count = (of: Month): number => yearOf(of) * 12 + Number(of.slice(5, 7));
  return count(month) - count(monthOf(end));
}
