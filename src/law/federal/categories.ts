import type { ListedCode } from '../../engine/law.ts';
import { seen, unverified } from '../citation.ts';

const LAW_178 = 'Федеральный закон от 17.07.1999 № 178-ФЗ, статья 7';

/** Who may have a contract by federal law (`reference/regulation.md` 1.2). */
export const FEDERAL_CATEGORIES = [
  { code: 'low-income-family', cite: seen(LAW_178, 'повторено в порядке Чувашской Республики (czn.cap.ru)') },
  { code: 'low-income-single', cite: seen(LAW_178, 'повторено в порядке Чувашской Республики (czn.cap.ru)') },
  {
    code: 'large-family',
    cite: unverified(
      LAW_178,
      'закон называет и иные категории граждан; текст со словами о многодетных семьях не найден',
    ),
  },
  {
    code: 'svo-participant',
    cite: seen(
      null,
      'tatar-inform.ru, 28.01.2026: изменение Федерального закона № 178-ФЗ, номер акта не установлен',
      'https://tatar-inform.ru/news/ucastniki-svo-smogut-zaklyucat-sockontrakt-na-otkrytie-ip-bez-uceta-doxodov-semi-6014920',
    ),
  },
] as const satisfies readonly ListedCode[];
