/** The words of the demo: the families and their offices speak Russian. */
import { loadLocales } from '../../texts/locales.ts';
import { createTexts } from '../../texts/render.ts';
import type { Text } from '../../texts/text.ts';

/** Makes Russian words. Throws where a text is missing: a demo that shows keys is a defect. */
export function demoWords(): (text: Text) => string {
  const texts = createTexts(loadLocales(), (language, key) => {
    throw new Error(`a text is missing in ${language}: ${key}`);
  });
  return (text) => texts.render('ru', text);
}
