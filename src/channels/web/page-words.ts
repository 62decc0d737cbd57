/** Words of the page itself: the namespace `web`. The page takes both languages at once, so that it can change in place. */
import { LANGUAGES, type Locales } from '../../texts/locales.ts';
import type { Language } from '../../texts/text.ts';

/** By language, by key. A word may hold `{{name}}`, filled by the page. */
export type PageWords = { readonly [language in Language]: { readonly [key: string]: string } };

/** Takes them out of all words. Throws where one is missing in a language: a page half in Russian is a bug. */
export function pageWords(locales: Locales): PageWords {
  const words = { ru: flat(locales, 'ru'), en: flat(locales, 'en') };
  for (const language of LANGUAGES)
    for (const key of Object.keys(words.ru).concat(Object.keys(words.en)))
      if (!(key in words[language])) throw new Error(`locales/${language}/web.json has no "${key}"`);
  return words;
}

function flat(locales: Locales, language: Language): { readonly [key: string]: string } {
  const words = Object.entries(locales[language]['web'] ?? {});
  return Object.fromEntries(words.flatMap(([key, word]) => (typeof word === 'string' ? [[key, word]] : [])));
}
