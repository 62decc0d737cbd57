import { day } from '../../../engine/day.ts';
import type { Dated, Law, TrackTerms } from '../../../engine/law.ts';
import { unverified } from '../../citation.ts';
import { FEDERAL_TRACKS } from '../../federal/tracks.ts';

// The day is that of the law seen beside the news; the news itself names only the year.
const ONE_YEAR = unverified(
  'Закон Иркутской области от 19.07.2010 № 73-ОЗ в редакции от 16.02.2024 № 5-ОЗ',
  'sibmedia.ru и baikal24-sport.ru, февраль 2024 года: промежуток между контрактами сокращён с трёх лет до года; связь с этой редакцией предположена',
);

/** Irkutsk set a year between two contracts in 2024, before that three years (`reference/regulation.md` 1.9). */
function withInterval(terms: readonly Dated<TrackTerms>[]): readonly Dated<TrackTerms>[] {
  return terms.flatMap((row) =>
    row.value === null
      ? [row]
      : [
          { ...row, value: { ...row.value, repeatAfterMonths: 36 } },
          { since: day('2024-02-16'), value: { ...row.value, repeatAfterMonths: 12 }, cite: ONE_YEAR },
        ],
  );
}

/** The federal terms with the interval of the region. */
export const IRKUTSK_TRACKS: Law['tracks'] = {
  'job-search': withInterval(FEDERAL_TRACKS['job-search']),
  training: withInterval(FEDERAL_TRACKS.training),
  business: withInterval(FEDERAL_TRACKS.business),
  'household-farm': withInterval(FEDERAL_TRACKS['household-farm']),
  hardship: withInterval(FEDERAL_TRACKS.hardship),
};
