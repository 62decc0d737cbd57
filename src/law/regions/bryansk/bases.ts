import type { Law } from '../../../engine/law.ts';
import { seen } from '../../citation.ts';
import { FEDERAL_BASES } from '../../federal/bases.ts';

const ORDER = 'Приказ департамента социальной политики и занятости населения Брянской области от 12.05.2026 № 693';
const TEXT = 'текст приказа';

/** Citations of Bryansk: the evaluation stands on order 693 [003]. */
export const BRYANSK_BASES = {
  ...FEDERAL_BASES,
  conclusion: seen(ORDER, `${TEXT}, первый этап и форма 1`),
  extension: seen(ORDER, `${TEXT}, первый этап: не более половины срока`),
  report: seen(ORDER, `${TEXT}, второй этап и форма 2`),
  'department-register': seen(ORDER, `${TEXT}, направление отчётов в департамент до 10 числа`),
  monitoring: seen(ORDER, `${TEXT}, третий этап и форма 4`),
  'income-windows': seen(ORDER, `${TEXT}, третий этап и форма 4: 4–6, 7–9 и 10–12 месяцы`),
  decision: seen(ORDER, `${TEXT}, третий этап и форма 3`),
  stop: seen(
    'Положение, утверждённое постановлением Правительства Брянской области от 23.12.2024 № 702-п, пункт 49',
    `${TEXT} № 693; текст Положения не найден`,
  ),
} as const satisfies Law['bases'];
