import type { ListedCode } from '../../../engine/law.ts';
import { seen } from '../../citation.ts';
import { FEDERAL_CATEGORIES } from '../../federal/categories.ts';

const LAW_73 = 'Закон Иркутской области от 19.07.2010 № 73-ОЗ';
const PROGRAMME = seen(LAW_73, 'программа Иркутской области 2021 года, категории граждан');
const OWN = ['low-income-family', 'low-income-single', 'large-family'] as const;

/** Who may have a contract in Irkutsk oblast: law 73-ОЗ [000], families of participants since 2024, and the federal category. */
export const IRKUTSK_CATEGORIES: readonly ListedCode[] = [
  ...OWN.map((code) => ({ code, cite: PROGRAMME })),
  ...FEDERAL_CATEGORIES.filter(({ code }) => code === 'svo-participant'),
  {
    code: 'svo-family',
    cite: seen(
      LAW_73,
      'baikal24-sport.ru, 20.02.2024: семьи участников СВО; вероятно, в редакции закона от 16.02.2024 № 5-ОЗ',
    ),
  },
];
