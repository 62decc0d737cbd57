import { day } from '../../engine/day.ts';
import type { Citation, Dated, Law, Track, TrackTerms } from '../../engine/law.ts';
import { roubles } from '../../engine/money.ts';
import { seen, unverified } from '../citation.ts';

const RULES = 'Постановление Правительства РФ от 16.11.2023 № 1931 (Правила)';
const TVER = 'https://docs.cntd.ru/document/460195136/titles/3ADOF83';

/** Amounts and terms of one track; what is asked each month and the interval to a new contract are the region's. */
type FederalTerms = Pick<TrackTerms, 'minMonths' | 'maxMonths' | 'payment'>;

const MONTHLY = { kind: 'monthly', maxAmount: null, of: 'able-bodied' } as const;

/**
 * Terms and payments since the federal Rules of 2024 (`reference/regulation.md` 1.3). The body of the Rules was not seen:
 * terms are read in regional acts that repeat them.
 */
const FEDERAL_TERMS: { readonly [track in Track]: { readonly terms: FederalTerms; readonly cite: Citation } } = {
  'job-search': {
    terms: { minMonths: 3, maxMonths: 9, payment: MONTHLY },
    cite: seen(RULES, 'срок повторён в акте Тверской области, пункт 44', TVER),
  },
  // [004] shows training apart; no act with its own term was seen, so the limits are those of job search.
  training: {
    terms: { minMonths: 3, maxMonths: 9, payment: { kind: 'one-off', maxAmount: roubles('30000.00'), of: null } },
    cite: unverified(
      RULES,
      'срок принят как у поиска работы; стоимость курса до 30 000 рублей — gkgazeta.ru, 25.03.2021',
    ),
  },
  business: {
    terms: { minMonths: 3, maxMonths: 12, payment: { kind: 'one-off', maxAmount: roubles('350000.00'), of: null } },
    cite: seen(
      RULES,
      'срок повторён в акте Тверской области, пункт 44; сумма — ria.ru, 01.11.2025',
      'https://ria.ru/20251101/rossija-2052262806.html',
    ),
  },
  'household-farm': {
    terms: { minMonths: 3, maxMonths: 12, payment: { kind: 'one-off', maxAmount: roubles('200000.00'), of: null } },
    cite: seen(
      RULES,
      'dsznko.ru, 25.01.2024',
      'https://dsznko.ru/other-sections/poleznaya-informatsiya/soc-kontract-vedenie-lph.php',
    ),
  },
  hardship: {
    terms: { minMonths: 3, maxMonths: 6, payment: MONTHLY },
    cite: unverified(
      RULES,
      'срок прочитан в недействующей редакции акта другого региона',
      'https://docs.cntd.ru/document/574735144/titles/HHG7IE',
    ),
  },
};

/** Terms of one track since 2024. `repeatAfterMonths` is null: no federal interval before a new contract could be read. */
function since2024(track: Track): Dated<TrackTerms> {
  const { terms, cite } = FEDERAL_TERMS[track];
  return {
    since: day('2024-01-01'),
    value: { ...terms, askedMonthly: ['fact', 'income'], repeatAfterMonths: null },
    cite,
  };
}

/** The tracks with the federal terms and no interval of the region's own. */
export const FEDERAL_TRACKS: Law['tracks'] = {
  'job-search': [since2024('job-search')],
  training: [since2024('training')],
  business: [since2024('business')],
  'household-farm': [since2024('household-farm')],
  hardship: [since2024('hardship')],
};
