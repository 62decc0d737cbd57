/** An amount of roubles as people write it: `12 500`, `12500,50`, `12,5 тыс`, `12.5 т.р.`, `1 200р`, `300 руб. 50 коп.`, `0`. */
import { type Money, parseMoney } from '../../engine/money.ts';
import type { Text } from '../../texts/text.ts';
import type { QuestionInput, Reading } from '../dialog.ts';

/** What was read; each refusal has its own words with an example. */
export type MoneyRead =
  | { readonly kind: 'money'; readonly amount: Money }
  | { readonly kind: 'not-a-number' | 'negative' | 'too-large' | 'too-fine' };

/** Any space a phone may put into a number, no-break and thin ones included, and the apostrophe of calculators. */
const SPACES = /[\s\u00a0\u2007\u2009\u202f'’]+/g;
const THOUSANDS = /^(?:тыс(?:\.|яч[аи]?|яча)?|т\.? ?р\.?|т\.?|k|к)$/;
const ROUBLES = /(?:₽|р(?:\.|уб(?:\.|л(?:ь|я|ей|и))?)?)$/;
const KOPECKS = /^(.*\d) ?(?:₽|р\.?|руб\.?|рубл(?:ь|я|ей)) ?(\d{1,2}) ?(?:к|коп|копе(?:йка|йки|ек))\.?$/;
/** Groups of three with spaces, or digits together; then decimals after a comma or a point. */
const NUMBER = /^(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d+))?$/;
/** A month's income of a family is below a hundred million; a longer number is a slip of the finger. */
const MOST_DIGITS = 8;

/** Reads an amount. Words ("двенадцать тысяч"), a minus, more than two decimals and numbers of nine digits are refused. */
export function moneyIn(text: string): MoneyRead {
  const plain = text.replace(SPACES, ' ').trim().toLowerCase();
  if (/^[-–—−] ?\d/.test(plain)) return { kind: 'negative' };
  const kopecks = KOPECKS.exec(plain);
  if (kopecks) return amountOf(kopecks[1] ?? '', (kopecks[2] ?? '').padStart(2, '0'));
  const [number, unit] = split(plain);
  if (number === null) return { kind: 'not-a-number' };
  return THOUSANDS.test(unit) ? thousandsOf(number) : amountOf(number, null);
}

/** Reads an amount for a question; the answer is `Money`. */
export function readMoney(input: QuestionInput): Reading {
  if (input.kind !== 'text') return { kind: 'again', say: [] };
  const read = moneyIn(input.text);
  return read.kind === 'money'
    ? { kind: 'answered', value: read.amount }
    : { kind: 'again', say: [refusal(read.kind)] };
}

function refusal(kind: Exclude<MoneyRead['kind'], 'money'>): Text {
  return { key: `core:read.money.${kind}` };
}

/** The number and the unit after it: none, `тыс`; roubles are taken off. */
function split(plain: string): [string | null, string] {
  const match = /^([\d.,\s]*\d)\s*(\D*)$/.exec(plain);
  if (!match) return [null, ''];
  const unit = (match[2] ?? '').trim();
  if (THOUSANDS.test(unit)) return [match[1] ?? null, unit];
  const rest = unit.replace(ROUBLES, '').trim();
  return rest === '' || THOUSANDS.test(rest) ? [match[1] ?? null, rest] : [null, ''];
}

function amountOf(number: string, kopecks: string | null): MoneyRead {
  const match = NUMBER.exec(number.trim());
  if (!match) return { kind: 'not-a-number' };
  const decimals = match[2] ?? '';
  if (decimals.length > 2 || (kopecks !== null && decimals !== '')) return { kind: 'too-fine' };
  return money((match[1] ?? '').replaceAll(' ', ''), kopecks ?? decimals.padEnd(2, '0'));
}

/** `12,5` thousand: the point moves three digits to the right, nothing is rounded. */
function thousandsOf(number: string): MoneyRead {
  const match = NUMBER.exec(number.trim());
  if (!match) return { kind: 'not-a-number' };
  const decimals = match[2] ?? '';
  if (decimals.length > 5) return { kind: 'too-fine' };
  const shifted = decimals.padEnd(5, '0');
  return money(`${(match[1] ?? '').replaceAll(' ', '')}${shifted.slice(0, 3)}`, shifted.slice(3));
}

function money(whole: string, kopecks: string): MoneyRead {
  const digits = whole.replace(/^0+(?=\d)/, '');
  if (digits.length > MOST_DIGITS) return { kind: 'too-large' };
  const amount = parseMoney(`${digits}.${kopecks}`);
  return amount === null ? { kind: 'not-a-number' } : { kind: 'money', amount };
}
