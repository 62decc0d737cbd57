import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { day, month } from '../../src/engine/day.ts';
import { roubles } from '../../src/engine/money.ts';
import { formatDay, formatMoney, formatMonth, formatNumber } from '../../src/texts/formats.ts';
import { loadLocales, type Locales } from '../../src/texts/locales.ts';
import { createTexts } from '../../src/texts/render.ts';
import type { Text } from '../../src/texts/text.ts';

const LOCALES: Locales = {
  ru: {
    t: {
      plain: 'Привет',
      facts: '{{a}} и {{b}}',
      deep: { er: { key: 'Глубоко' } },
      files_one: '{{count}} файл',
      files_few: '{{count}} файла',
      files_many: '{{count}} файлов',
      files_other: '{{count}} файла',
      list: 'Список: {{items}}',
    },
  },
  en: { t: { plain: 'Hello', facts: '{{a}} and {{b}}', files_one: '{{count}} file', files_other: '{{count}} files' } },
};

const thrown = createTexts(LOCALES, (language, key) => {
  throw new Error(`${language} ${key}`);
});
const ru = (text: Text) => thrown.render('ru', text).replaceAll('\u00a0', '·');

describe('a text', () => {
  it('is found by its namespace and dots, in the language asked for', () => {
    expect(ru({ key: 't:plain' })).toBe('Привет');
    expect(ru({ key: 't:deep.er.key' })).toBe('Глубоко');
    expect(thrown.render('en', { key: 't:plain' })).toBe('Hello');
  });

  it.each([
    [0, '0 файлов'],
    [1, '1 файл'],
    [2, '2 файла'],
    [5, '5 файлов'],
    [11, '11 файлов'],
    [21, '21 файл'],
    [112, '112 файлов'],
    [1.5, '1.5 файла'],
  ])('counts %s as %s', (count, expected) => expect(ru({ key: 't:files', facts: { count } })).toBe(expected));

  it('counts in English too', () => {
    expect(thrown.render('en', { key: 't:files', facts: { count: 1 } })).toBe('1 file');
    expect(thrown.render('en', { key: 't:files', facts: { count: 0 } })).toBe('0 files');
  });

  it('writes money, days, months and numbers as the language does', () => {
    expect(ru({ key: 't:facts', facts: { a: { money: roubles('12500.00') }, b: { day: day('2026-05-12') } } })).toBe(
      '12·500·₽ и 12·мая 2026·г.',
    );
    expect(ru({ key: 't:facts', facts: { a: { month: month('2026-05') }, b: 1200 } })).toBe('май 2026 и 1·200');
    expect(
      thrown.render('en', { key: 't:facts', facts: { a: { day: day('2026-05-12') }, b: { month: month('2026-05') } } }),
    ).toBe('12\u00a0May 2026 and May 2026');
  });

  it('nests texts and lists', () => {
    const facts = { a: { text: { key: 't:plain' } }, b: 'x' };
    expect(ru({ key: 't:facts', facts })).toBe('Привет и x');
    const list = [{ key: 't:plain' }, { key: 't:files', facts: { count: 2 } }];
    expect(ru({ key: 't:list', facts: { items: { list } } })).toBe('Список: Привет, 2 файла');
    expect(ru({ key: 't:list', facts: { items: { list, as: 'lines' } } })).toBe('Список: Привет\n2 файла');
  });

  it('never reads what a person typed as a pattern', () => {
    const typed = '{{b}} $t(t:plain) <b>&amp;</b> $1';
    expect(ru({ key: 't:facts', facts: { a: typed, b: 'x' } })).toBe(`${typed} и x`);
    expect(ru({ key: 't:list', facts: { items: { text: { key: 't:facts', facts: { a: typed, b: typed } } } } })).toBe(
      `Список: ${typed} и ${typed}`,
    );
  });

  it('tells of a missing key, and shows its name where telling is all', () => {
    expect(() => ru({ key: 't:none' })).toThrow('ru t:none');
    expect(() => thrown.render('en', { key: 't:deep.er.key' })).toThrow('en t:deep.er.key');
    expect(() => ru({ key: 'nowhere:none' })).toThrow('ru nowhere:none');
    expect(createTexts(LOCALES).render('ru', { key: 't:none' })).toBe('t:none');
    expect(() => ru({ key: 't:files' })).toThrow('ru t:files');
  });
});

describe('formats', () => {
  it.each([
    ['0.00', '0·₽'],
    ['0.05', '0,05·₽'],
    ['999.00', '999·₽'],
    ['1000.00', '1·000·₽'],
    ['12500.50', '12·500,50·₽'],
    ['1234567.89', '1·234·567,89·₽'],
    ['9999999999.99', '9·999·999·999,99·₽'],
  ])('%s is %s', (amount, expected) =>
    expect(formatMoney('ru', roubles(amount)).replaceAll('\u00a0', '·')).toBe(expected),
  );

  it('keep days where they are in every zone and write English their way', () => {
    expect(formatDay('ru', day('2026-01-01'))).toBe('1\u00a0января 2026\u00a0г.');
    expect(formatDay('en', day('2026-12-31'))).toBe('31\u00a0December 2026');
    expect(formatMonth('ru', month('2026-03'))).toBe('март 2026');
    expect(formatMoney('en', roubles('12500.50'))).toBe('12,500.50\u00a0₽');
    expect(formatNumber('ru', 1.5)).toBe('1,5');
    expect(formatNumber('en', 12500)).toBe('12,500');
  });
});

describe('the words on disk', () => {
  it('are read by language and namespace', () => {
    const found = loadLocales();
    expect(found.en).toHaveProperty('core.menu');
    expect(found.ru).toHaveProperty('core.menu');
  });

  it('name the file that is not JSON', () => {
    const folder = mkdtempSync(join(tmpdir(), 'opora-words-'));
    mkdirSync(join(folder, 'ru'));
    mkdirSync(join(folder, 'en'));
    writeFileSync(join(folder, 'ru', 'core.json'), '{ "menu": ');
    expect(() => loadLocales(folder)).toThrow(/core\.json is not JSON/);
    rmSync(folder, { recursive: true });
  });
});
