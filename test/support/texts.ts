/** Texts for tests: the real words, and a missing key is an error. */
import { loadLocales } from '../../src/texts/locales.ts';
import { createTexts, type Texts } from '../../src/texts/render.ts';

/** Throws on a key without words. */
export const TEXTS: Texts = createTexts(loadLocales(), (language, key) => {
  throw new Error(`no ${language} words for ${key}`);
});
