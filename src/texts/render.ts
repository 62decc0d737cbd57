/** Words of a text: the only place where a key becomes a sentence. */
import { createInstance, type i18n } from 'i18next';
import { formatDay, formatMoney, formatMonth, formatNumber } from './formats.ts';
import { LANGUAGES, type Locales } from './locales.ts';
import type { Fact, Language, Text } from './text.ts';

/** Makes sentences. */
export interface Texts {
  /** The text in the language, its facts written as the language writes them, nested texts included. */
  render(language: Language, text: Text): string;
}

/** Told of a key that has no words; the reader gets the key's name unless this throws. */
export type OnMissing = (language: Language, key: string) => void;

/**
 * Texts over these words. In production pass an `onMissing` that logs the key; tests pass one that throws. Facts are never
 * read as patterns: a `{{name}}` or `$t(key)` typed by a person stays as typed.
 */
export function createTexts(locales: Locales, onMissing: OnMissing = () => {}): Texts {
  const words = open(locales);
  const render = (language: Language, text: Text): string => {
    if (!words.exists(text.key, { lng: language, ...plural(text) })) {
      onMissing(language, text.key);
      return text.key;
    }
    return words.t(text.key, { lng: language, ...written(language, text, render) });
  };
  return { render };
}

function open(locales: Locales): i18n {
  const words = createInstance();
  // Resources are at hand, so initialising is synchronous; nothing is awaited.
  void words.init({
    resources: structuredClone(locales) as Record<Language, Record<string, Record<string, string>>>,
    lng: 'ru',
    supportedLngs: [...LANGUAGES],
    // A text missing in one language is a defect to be seen, not to be covered by the other.
    fallbackLng: false,
    ns: [...new Set(LANGUAGES.flatMap((language) => Object.keys(locales[language])))],
    initAsync: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  return words;
}

type Render = (language: Language, text: Text) => string;

function plural(text: Text): { count?: number } {
  const count = text.facts?.['count'];
  return typeof count === 'number' ? { count } : {};
}

function written(language: Language, text: Text, render: Render): Record<string, string | number> {
  const facts = Object.entries(text.facts ?? {}).map(([name, fact]): [string, string | number] => [
    name,
    // i18next chooses the plural form by the number itself.
    name === 'count' && typeof fact === 'number' ? fact : write(language, fact, render),
  ]);
  return Object.fromEntries(facts);
}

function write(language: Language, fact: Fact, render: Render): string {
  if (typeof fact === 'string') return fact;
  if (typeof fact === 'number') return formatNumber(language, fact);
  if ('money' in fact) return formatMoney(language, fact.money);
  if ('day' in fact) return formatDay(language, fact.day);
  if ('month' in fact) return formatMonth(language, fact.month);
  if ('text' in fact) return render(language, fact.text);
  return fact.list.map((each) => render(language, each)).join(fact.as === 'lines' ? '\n' : ', ');
}
