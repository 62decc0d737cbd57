import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn, readDay } from '../../src/dialogs/read/read-day.ts';
import { readFiles } from '../../src/dialogs/read/read-files.ts';
import { moneyIn } from '../../src/dialogs/read/read-money.ts';
import { monthIn, readMonth } from '../../src/dialogs/read/read-month.ts';
import { phoneIn, readPhone } from '../../src/dialogs/read/read-phone.ts';
import { plainText, readText } from '../../src/dialogs/read/read-text.ts';
import { day, month } from '../../src/engine/day.ts';
import { formatMoney } from '../../src/texts/formats.ts';
import type { Money } from '../../src/engine/money.ts';
import { fileNamed } from '../support/file-named.ts';

describe('amounts as people write them', () => {
  it.each([
    ['12 500', '12500.00'],
    ['12500', '12500.00'],
    ['12\u00a0500', '12500.00'],
    ['12\u202f500,5', '12500.50'],
    ['12500,50', '12500.50'],
    ['12500.50', '12500.50'],
    ['1 234 567,89', '1234567.89'],
    ['12,5 тыс', '12500.00'],
    ['12,5 тыс.', '12500.00'],
    ['12.5 т.р.', '12500.00'],
    ['12 т.р', '12000.00'],
    ['12тр', '12000.00'],
    ['12 тысяч рублей', '12000.00'],
    ['12 тыс. руб.', '12000.00'],
    ['20к', '20000.00'],
    ['1,23456 тыс', '1234.56'],
    ['1 200р', '1200.00'],
    ['1200 р.', '1200.00'],
    ['1200 руб', '1200.00'],
    ['1200 рублей', '1200.00'],
    ['1200₽', '1200.00'],
    ['300 руб. 50 коп.', '300.50'],
    ['300р 5к', '300.05'],
    ['0', '0.00'],
    ['007', '7.00'],
    ['99 999 999,99', '99999999.99'],
  ])('%s is %s', (text, amount) => {
    expect(moneyIn(text)).toEqual({ kind: 'money', amount });
  });

  it.each([
    ['-500', 'negative'],
    ['− 500', 'negative'],
    ['двенадцать тысяч', 'not-a-number'],
    ['', 'not-a-number'],
    ['руб', 'not-a-number'],
    ['12 50', 'not-a-number'],
    ['12 500 и ещё 300', 'not-a-number'],
    ['12 500 долларов', 'not-a-number'],
    ['1e5', 'not-a-number'],
    ['12.500', 'too-fine'],
    ['12,5001', 'too-fine'],
    ['1,234567 тыс', 'too-fine'],
    ['100 000 000', 'too-large'],
    ['79001234567', 'too-large'],
    ['100000 тыс', 'too-large'],
  ])('%s is refused as %s', (text, kind) => {
    expect(moneyIn(text)).toEqual({ kind });
  });

  it('reads back every amount that we write', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (kopecks) => {
        const amount = `${Math.floor(kopecks / 100)}.${String(kopecks % 100).padStart(2, '0')}` as Money;
        expect(moneyIn(formatMoney('ru', amount))).toEqual({ kind: 'money', amount });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void moneyIn(text)));
  });
});

describe('months', () => {
  const today = day('2026-11-22');
  it.each([
    ['сентябрь', '2026-09'],
    ['Сентябрь 2026', '2026-09'],
    ['в сентябре 2025', '2025-09'],
    ['за май', '2026-05'],
    ['мая 2026 г.', '2026-05'],
    ['декабрь', '2025-12'],
    ['ноябрь', '2026-11'],
    ['09.2026', '2026-09'],
    ['9.26', '2026-09'],
    ['9/2026', '2026-09'],
    ['2026-09', '2026-09'],
    ['September', '2026-09'],
  ])('%s is %s', (text, expected) => expect(monthIn(text, today)).toBe(expected));
  it.each([['13.2026'], ['лето'], ['2026'], [''], ['0.2026']])('%s is none', (text) => {
    expect(monthIn(text, today)).toBeNull();
  });
  it('says that a month is not one of the offered', () => {
    const offered = [month('2026-09')];
    expect(readMonth({ kind: 'text', text: 'май' }, offered, today)).toMatchObject({
      kind: 'again',
      say: [{ key: 'core:read.month-not-offered' }],
    });
    expect(readMonth({ kind: 'choice', id: '2026-09' }, offered, today)).toEqual({
      kind: 'answered',
      value: '2026-09',
    });
  });
});

describe('days', () => {
  it.each([
    ['12.05.2026', '2026-05-12'],
    ['12.5.26', '2026-05-12'],
    ['1/2/2026', '2026-02-01'],
    ['12 мая 2026', '2026-05-12'],
    ['12 мая 2026 г.', '2026-05-12'],
    ['3 марта 2026 года', '2026-03-03'],
    ['2026-05-12', '2026-05-12'],
    ['29.02.2028', '2028-02-29'],
  ])('%s is %s', (text, expected) => expect(dayIn(text)).toBe(expected));
  it.each([
    ['30.02.2026', 'no-such-day'],
    ['29.02.2027', 'no-such-day'],
    ['12.13.2026', 'no-such-day'],
    ['12 мая', null],
    ['завтра', null],
  ])('%s is %s', (text, expected) => expect(dayIn(text)).toBe(expected));
  it('takes a birth year of two digits from the century that has begun', () => {
    expect(dayIn('12.5.85', { notAfter: day('2026-11-22') })).toBe('1985-05-12');
    expect(dayIn('12.5.19', { notAfter: day('2026-11-22') })).toBe('2019-05-12');
  });
  it('keeps to its limits and names them', () => {
    const limits = { notBefore: day('2026-01-01'), notAfter: day('2026-12-31') };
    expect(readDay({ kind: 'text', text: '31.12.2025' }, limits)).toMatchObject({
      say: [{ key: 'core:read.day-too-early' }],
    });
    expect(readDay({ kind: 'text', text: '01.01.2027' }, limits)).toMatchObject({
      say: [{ key: 'core:read.day-too-late' }],
    });
    expect(readDay({ kind: 'text', text: '31.12.2026' }, limits)).toEqual({ kind: 'answered', value: '2026-12-31' });
  });
});

describe('words', () => {
  it('are trimmed and bounded', () => {
    expect(readText({ kind: 'text', text: '  Анна \u0000  Петрова ' }, 20)).toEqual({
      kind: 'answered',
      value: 'Анна Петрова',
    });
    expect(readText({ kind: 'text', text: '   ' }, 20)).toMatchObject({ say: [{ key: 'core:read.text-too-short' }] });
    expect(readText({ kind: 'text', text: 'а'.repeat(21) }, 20)).toMatchObject({
      say: [{ facts: { most: 20, now: 21 } }],
    });
    expect(plainText('а\r\n\r\n\r\n\r\nб')).toBe('а\n\nб');
  });
});

describe('phones', () => {
  it.each([
    ['8 (900) 123-45-67', '+79001234567'],
    ['+7 900 123 45 67', '+79001234567'],
    ['9001234567', '+79001234567'],
    ['+375 29 123-45-67', '+375291234567'],
    ['123', null],
    ['позвоните мне', null],
  ])('%s is %s', (text, expected) => expect(phoneIn(text)).toBe(expected));
  it('takes a shared contact only when it is the sender’s own', () => {
    expect(readPhone({ kind: 'contact', phone: '79001234567', own: true })).toEqual({
      kind: 'answered',
      value: '+79001234567',
    });
    expect(readPhone({ kind: 'contact', phone: '79001234567', own: false })).toMatchObject({ kind: 'again' });
  });
});

describe('files', () => {
  it('are gathered once each, up to the limit, and end by the button', () => {
    const one = readFiles({ kind: 'file', file: fileNamed('a.jpg'), caption: null }, undefined, 2);
    expect(one).toMatchObject({ kind: 'added', value: [{ name: 'a.jpg' }] });
    const kept = one.kind === 'added' ? one.value : null;
    expect(readFiles({ kind: 'file', file: fileNamed('a.jpg'), caption: null }, kept, 2)).toMatchObject({
      say: [{ key: 'core:read.same-file' }],
    });
    const two = readFiles({ kind: 'file', file: fileNamed('b.pdf'), caption: null }, kept, 2);
    const both = two.kind === 'added' ? two.value : null;
    expect(readFiles({ kind: 'file', file: fileNamed('c.jpg'), caption: null }, both, 2)).toMatchObject({
      say: [{ key: 'core:read.enough-files' }],
    });
    expect(readFiles({ kind: 'choice', id: 'done' }, both, 2)).toMatchObject({ kind: 'answered', value: [{}, {}] });
    expect(readFiles({ kind: 'choice', id: 'done' }, undefined, 2)).toMatchObject({ kind: 'again' });
  });
});
