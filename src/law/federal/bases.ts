import type { Law } from '../../engine/law.ts';
import { seen, unverified } from '../citation.ts';

const RULES = 'Постановление Правительства РФ от 16.11.2023 № 1931 (Правила)';
const KLERK = 'https://klerk.ru/buh/news/670786/';
const KLERK_WORDS = 'разъяснение Минтруда, klerk.ru, 01.12.2025';

/** Citations of the rules that are the same in every region, by the key the trace names. */
export const FEDERAL_BASES = {
  'income-months': seen(`${RULES}, пункты 33 и 34`, `${KLERK_WORDS}; текст пунктов не найден`, KLERK),
  household: seen(`${RULES}, пункты 33 и 34`, `${KLERK_WORDS}; текст пунктов не найден`, KLERK),
  'income-kinds': seen(
    'Постановление Правительства РФ от 20.08.2003 № 512',
    'обзор на garant.ru',
    'https://garant.ru/hotlaw/federal/92054',
  ),
  'per-capita-income': seen(`${RULES}, пункты 33 и 34`, `${KLERK_WORDS}; текст пунктов не найден`, KLERK),
  'minimum-comparison': seen(
    'Федеральный закон от 17.07.1999 № 178-ФЗ, статья 7',
    `доход ниже величины на душу населения: ${KLERK_WORDS}`,
    KLERK,
  ),
  'no-income-test': seen(
    null,
    'tatar-inform.ru, 28.01.2026: изменение Федерального закона № 178-ФЗ, номер акта не установлен',
    'https://tatar-inform.ru/news/ucastniki-svo-smogut-zaklyucat-sockontrakt-na-otkrytie-ip-bez-uceta-doxodov-semi-6014920',
  ),
  'federal-indicator': seen(
    'Приказы Минтруда России от 21.11.2024 № 626 и от 11.12.2024 № 688',
    'по заголовкам приказов',
  ),
  'work-calendar': seen('Трудовой кодекс РФ, статья 112', 'перечень нерабочих праздничных дней'),
  score: unverified(null, 'настройка программы; правовой акт баллов не задаёт'),
} as const satisfies Law['bases'];
