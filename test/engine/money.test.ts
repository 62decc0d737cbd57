import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changedByMoreThanHalf,
  compareMoney,
  compareShare,
  multiply,
  parseMoney,
  roubles,
  share,
  sum,
} from '../../src/engine/money.ts';

const anyMoney = fc.integer({ min: 0, max: 9_999_999 }).map((kopecks) => fromKopecks(BigInt(kopecks)));

function fromKopecks(kopecks: bigint) {
  return roubles(`${kopecks / 100n}.${String(kopecks % 100n).padStart(2, '0')}`);
}

describe('reading', () => {
  test.each([
    ['ten digits', '9999999999.99', '9999999999.99'],
    ['no roubles', '0.00', '0.00'],
    ['leading zeros are dropped', '007.50', '7.50'],
  ])('%s', (_name, text, money) => expect(parseMoney(text)).toBe(money));

  test.each([
    ['a number', 12500],
    ['a comma', '12500,00'],
    ['a space', '12 500.00'],
    ['a minus', '-1.00'],
    ['one decimal', '12.5'],
    ['three decimals', '12.500'],
    ['eleven digits', '10000000000.00'],
    ['an exponent', '1e3'],
    ['a line break after it', '1.00\n'],
    ['nothing', ''],
    ['null', null],
  ])('refuses %s', (_name, text) => expect(parseMoney(text)).toBeNull());

  test('a wrong amount of our own is a bug', () => expect(() => roubles('5')).toThrow('not an amount'));
});

describe('figures', () => {
  test.each([
    ['a third rounds down', '100.00', 3, '33.33'],
    ['two thirds round up', '200.00', 3, '66.67'],
    ['half a kopeck rounds up', '0.01', 2, '0.01'],
    ['T7: 210,000 over three months and three people', '210000.00', 9, '23333.33'],
    ['T5: one kopeck under the line shows as the line', '156815.99', 9, '17424.00'],
  ])('share: %s', (_name, total, parts, shown) => expect(share(roubles(total), parts)).toBe(shown));

  test('0.10 + 0.20 is 0.30', () => expect(sum([roubles('0.10'), roubles('0.20')])).toBe('0.30'));
  test('the sum of nothing is zero', () => expect(sum([])).toBe('0.00'));
  test('a sum may outgrow ten digits', () =>
    expect(sum([roubles('9999999999.99'), roubles('0.01')])).toBe('10000000000.00'));
  test('four months of the minimum', () => expect(multiply(roubles('13632.00'), 4)).toBe('54528.00'));
});

describe('order', () => {
  test('9 is less than 10, although its text is not', () =>
    expect(compareMoney(roubles('9.00'), roubles('10.00'))).toBe(-1));
  test('a share is compared before it is rounded', () => {
    expect(compareShare(roubles('156815.99'), 9, roubles('17424.00'))).toBe(-1);
    expect(compareShare(roubles('156816.00'), 9, roubles('17424.00'))).toBe(0);
    expect(compareShare(roubles('156816.01'), 9, roubles('17424.00'))).toBe(1);
  });
  test.each([
    ['exactly half more is not more than half', '100.00', '150.00', false],
    ['a kopeck over half more', '100.00', '150.01', true],
    ['exactly half less', '100.00', '50.00', false],
    ['a kopeck under half', '100.00', '49.99', true],
    ['an odd kopeck has an exact half', '0.01', '0.02', true],
    ['from nothing to something', '0.00', '0.01', true],
    ['from nothing to nothing', '0.00', '0.00', false],
  ])('change: %s', (_name, before, now, changed) =>
    expect(changedByMoreThanHalf(roubles(before), roubles(now))).toBe(changed),
  );
});

describe('properties', () => {
  test('order agrees with kopecks as whole numbers', () =>
    fc.assert(
      fc.property(anyMoney, anyMoney, fc.integer({ min: 1, max: 60 }), (left, right, parts) => {
        const kopecks = (money: string) => BigInt(money.replace('.', ''));
        const difference = kopecks(left) - kopecks(right) * BigInt(parts);
        expect(compareShare(left, parts, right)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
    ));

  test('splitting an amount in two changes no sum', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999n }), fc.bigInt({ min: 0n, max: 999_999n }), (one, other) => {
        expect(sum([fromKopecks(one), fromKopecks(other)])).toBe(fromKopecks(one + other));
      }),
    ));
});
