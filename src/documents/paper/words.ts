/** The words of the papers: Russian, from `locales/ru/forms.json`. A paper is an official act, so it has one language. */
import type { Day, Month } from '../../engine/day.ts';
import { dayOfMonth, yearOf } from '../../engine/day.ts';
import type { Money } from '../../engine/money.ts';
import { loadLocales } from '../../texts/locales.ts';
import { createTexts, type Texts } from '../../texts/render.ts';
import type { Piece } from './block.ts';

const NO_BREAK = '\u00a0';
/** Stands for a slot while the sentence is made; no keyboard writes it. */
const SLOT = 0xe000;

let loaded: Texts | null = null;

/** The sentence of a key of `forms`; a key without words is a bug and throws. */
export function say(key: string, facts: Readonly<Record<string, string | number>> = {}): string {
  loaded ??= createTexts(loadLocales(), (language, missing) => {
    throw new Error(`no ${language} words for ${missing}`);
  });
  return loaded.render('ru', { key: `forms:${key}`, facts });
}

/** The same with pieces in place of some facts: a blank line, choices to tick. */
export function sayPieces(
  key: string,
  facts: Readonly<Record<string, string | number>>,
  slots: Readonly<Record<string, readonly Piece[]>>,
): Piece[] {
  const names = Object.keys(slots);
  const marks = Object.fromEntries(names.map((name, at) => [name, String.fromCharCode(SLOT + at)]));
  return say(key, { ...facts, ...marks })
    .split(/([\ue000-\ue0ff])/)
    .flatMap((part): readonly Piece[] => {
      const name = names[part.charCodeAt(0) - SLOT];
      return name === undefined ? (part === '' ? [] : [part]) : (slots[name] ?? []);
    });
}

/** `12 мая 2026 года`. */
export function dayWords(day: Day): string {
  const month = say(`month-of-days.${day.slice(5, 7)}`);
  return say('day', { date: String(dayOfMonth(day)), month, year: String(yearOf(day)) });
}

/** The same for a field, whose line stays empty without a day. */
export function dayOrNull(day: Day | null): string | null {
  return day === null ? null : dayWords(day);
}

/** The same inside a sentence, or a line to fill by hand. */
export function dayOrLine(day: Day | null): string {
  return day === null ? say('day-by-hand') : dayWords(day);
}

/** `сентябрь 2026 года`. */
export function monthWords(month: Month): string {
  return say('month', { month: say(`month-name.${month.slice(5, 7)}`), year: String(yearOf(month)) });
}

/** `16 844 рубля 50 копеек`: kopecks always, spaces of the digits do not break. */
export function amountWords(amount: Money): string {
  const [whole = '0', kopecks = '00'] = amount.split('.');
  const digits = String(Number(whole)).replace(/\B(?=(\d{3})+$)/g, NO_BREAK);
  return `${say('roubles', { count: Number(whole), digits })} ${say('kopecks', { count: Number(kopecks), digits: kopecks })}`;
}

/** Which of the three months of a window, by its first: `4, 5, 6-й месяцы`. */
export function windowWords(numbers: readonly [number, number, number]): string {
  return say(`window.${numbers[0]}`);
}

/** Forms of a region's name; a region of no pack is called just that. `region` is its code. */
export function regionWords(region: string): { readonly name: string; readonly in: string } {
  const code = KNOWN_REGIONS.find((known) => known === region) ?? 'other';
  return { name: say(`region.${code}.name`), in: say(`region.${code}.in`) };
}

const KNOWN_REGIONS = ['bryansk', 'irkutsk', 'novosibirsk'] as const;
