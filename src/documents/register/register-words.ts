/** Words of the register, the picture and the archive: namespace `register` of `locales/`. */
import type { Texts } from '../../texts/render.ts';
import type { Language, Text } from '../../texts/text.ts';

/** Says a text of the namespace `register` by its key. */
export type Say = (key: string, facts?: Text['facts']) => string;

/** The words in one language. */
export function registerWords(texts: Texts, language: Language): Say {
  return (key, facts) => texts.render(language, { key: `register:${key}`, ...(facts === undefined ? {} : { facts }) });
}
