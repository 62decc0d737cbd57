import { day } from '../../engine/day.ts';
import type { Law } from '../../engine/law.ts';
import { seen } from '../citation.ts';

/** Participants of the military operation: the business track without the test of income (`reference/regulation.md` 1.2). */
export const NO_INCOME_TEST = [
  {
    since: day('2026-01-01'),
    value: { category: 'svo-participant', track: 'business' },
    cite: seen(
      null,
      'tatar-inform.ru, 28.01.2026: изменение Федерального закона № 178-ФЗ, номер акта не установлен',
      'https://tatar-inform.ru/news/ucastniki-svo-smogut-zaklyucat-sockontrakt-na-otkrytie-ip-bez-uceta-doxodov-semi-6014920',
    ),
  },
] as const satisfies Law['noIncomeTest'];
