import type { PaperToBring } from '../../engine/law.ts';
import { seen, unverified } from '../citation.ts';

const APPLICATION = seen(null, 'перечни документов к заявлению на страницах отделов: s.terenga.ru, goodwin.crimea.ua');
const TAX_CERTIFICATE = seen(null, 'форма КНД 1122036, составляется в приложении «Мой налог»: russia.allbusiness.ru');

/** Papers to bring to the office, words in `locales/` (`reference/regulation.md` 7.2). The model list of the Rules was not seen. */
export const PAPERS = [
  { code: 'passport', cite: APPLICATION },
  { code: 'birth-certificates', cite: APPLICATION },
  { code: 'family-composition', cite: APPLICATION },
  { code: 'snils', cite: APPLICATION },
  { code: 'inn', cite: APPLICATION },
  { code: 'account-details', cite: APPLICATION },
  { code: 'income-certificates', cite: APPLICATION },
  {
    code: 'circumstance-proof',
    cite: unverified(
      null,
      'подтверждение причины, не зависящей от семьи: вытекает из условия закона, перечень не найден',
    ),
  },
  {
    code: 'work-record',
    cite: seen(null, 'заверенная копия трудовой книжки; электронные сведения не подтверждены текстом'),
    tracks: ['job-search', 'training'],
  },
  { code: 'npd-income-certificate', cite: TAX_CERTIFICATE, tracks: ['business', 'household-farm'] },
  {
    code: 'business-plan',
    cite: seen(null, 'выплата предоставляется по бизнес-плану: страница Железногорского района Курской области'),
    tracks: ['business'],
  },
  {
    code: 'svo-fund-recommendation',
    cite: seen(
      null,
      'рекомендация фонда «Защитники Отечества»: tatar-inform.ru, 28.01.2026; нужна только участнику СВО',
      'https://tatar-inform.ru/news/ucastniki-svo-smogut-zaklyucat-sockontrakt-na-otkrytie-ip-bez-uceta-doxodov-semi-6014920',
    ),
    tracks: ['business'],
  },
] as const satisfies readonly PaperToBring[];
