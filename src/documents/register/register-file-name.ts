import type { Register } from '../../casework/paper/paper.ts';
import type { Texts } from '../../texts/render.ts';
import type { Language } from '../../texts/text.ts';
import { registerWords } from './register-words.ts';

/** Name of the register's file: what, month, region, ending. `Реестр отчётов 2027-01 Брянская область.xlsx`. */
export function registerFileName(
  register: Register,
  ending: 'xlsx' | 'csv',
  texts: Texts,
  language: Language = 'ru',
): string {
  const name = registerWords(texts, language)('file-name', {
    month: register.month,
    region: texts.render(language, { key: `law-words:region.${register.region}` }),
  });
  return `${name}.${ending}`;
}
