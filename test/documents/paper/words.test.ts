import { describe, expect, it } from 'vitest';
import { amountWords, dayWords, monthWords, say } from '../../../src/documents/paper/words.ts';
import { day, month } from '../../../src/engine/day.ts';
import { roubles } from '../../../src/engine/money.ts';

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

describe('amounts', () => {
  it.each([
    ['0.00', '0 рублей 00 копеек'],
    ['1.01', '1 рубль 01 копейка'],
    ['2.02', '2 рубля 02 копейки'],
    ['5.05', '5 рублей 05 копеек'],
    ['11.11', '11 рублей 11 копеек'],
    ['14.12', '14 рублей 12 копеек'],
    ['21.21', '21 рубль 21 копейка'],
    ['111.91', '111 рублей 91 копейка'],
    ['16844.50', '16 844 рубля 50 копеек'],
    ['1234567.89', '1 234 567 рублей 89 копеек'],
    ['9999999999.99', '9 999 999 999 рублей 99 копеек'],
  ])('%s is written «%s»', (amount, words) => {
    expect(spaced(amountWords(roubles(amount)))).toBe(words);
  });

  it('does not break between the digits of an amount', () => {
    expect(amountWords(roubles('1234567.00'))).toContain('1\u00a0234\u00a0567');
  });
});

describe('days and months', () => {
  it('of the year, in their case', () => {
    expect(spaced(dayWords(day('2026-05-12')))).toBe('12 мая 2026 года');
    expect(spaced(dayWords(day('2027-03-01')))).toBe('1 марта 2027 года');
    expect(spaced(monthWords(month('2027-03')))).toBe('март 2027 года');
  });

  it.each([
    [1, '1 месяц', 'на протяжении 1 месяца'],
    [2, '2 месяца', 'на протяжении 2 месяцев'],
    [5, '5 месяцев', 'на протяжении 5 месяцев'],
    [11, '11 месяцев', 'на протяжении 11 месяцев'],
    [12, '12 месяцев', 'на протяжении 12 месяцев'],
  ])('%i months', (count, plain, during) => {
    expect(say('months', { count })).toBe(plain);
    expect(say('for-months', { count })).toBe(during);
  });

  it('of monitoring are counted by words', () => {
    expect([1, 3, 4, 9, 11, 12].map((number) => say(`ordinal.${number}`))).toEqual([
      'первый',
      'третий',
      'четвертый',
      'девятый',
      'одиннадцатый',
      'двенадцатый',
    ]);
  });
});
