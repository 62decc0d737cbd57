/** Money, days and months as a reader of the language writes them. Pure text work: no zone can move a day. */
import type { Day, Month } from '../engine/day.ts';
import type { Money } from '../engine/money.ts';
import type { Language } from './text.ts';

const NO_BREAK = '\u00a0';
const MONTHS: { readonly [language in Language]: readonly string[] } = {
  ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};
const RUSSIAN_MONTHS_OF_DAYS =
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');

/** `12 500 ₽`, `12 500,50 ₽`, in English `12,500.50 ₽`; kopecks only where there are some; spaces do not break. */
export function formatMoney(language: Language, amount: Money): string {
  const [whole = '0', kopecks = '00'] = amount.split('.');
  const digits = whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, language === 'ru' ? NO_BREAK : ',');
  const point = language === 'ru' ? ',' : '.';
  return `${digits}${kopecks === '00' ? '' : `${point}${kopecks}`}${NO_BREAK}₽`;
}

/** `12 мая 2026 г.`, `12 May 2026`. */
export function formatDay(language: Language, day: Day): string {
  const index = Number(day.slice(5, 7)) - 1;
  const [year, date] = [day.slice(0, 4), Number(day.slice(8, 10))];
  return language === 'ru'
    ? `${date}${NO_BREAK}${RUSSIAN_MONTHS_OF_DAYS[index]} ${year}${NO_BREAK}г.`
    : `${date}${NO_BREAK}${MONTHS.en[index]} ${year}`;
}

/** `май 2026`, `May 2026`: always the plain form, sentences are written around it. */
export function formatMonth(language: Language, month: Month): string {
  return `${MONTHS[language][Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

/** A whole number or one with decimals in the language's digits groups: `1 200`, `1,5`. */
export function formatNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB').format(value);
}
