import { day } from '../../engine/day.ts';
import type { Citation, DayTransfers } from '../../engine/law.ts';
import { seen } from '../citation.ts';

function transfers(year: number, free: readonly string[], worked: readonly string[], cite: Citation): DayTransfers {
  return { year, free: free.map(day), worked: worked.map(day), cite };
}

/**
 * Days off the government moved, by year. The rest days of January holidays that fall on a weekend need no `worked` day.
 * No act of 2027 was found: that year stays `transfers-unknown` until an operator adds it (`docs/law-overlay.md`).
 */
export const DAY_TRANSFERS = [
  transfers(
    2024,
    ['2024-04-29', '2024-04-30', '2024-05-10', '2024-12-30', '2024-12-31'],
    ['2024-04-27', '2024-11-02', '2024-12-28'],
    seen(
      'Постановление Правительства РФ от 10.08.2023 № 1314',
      'текст на normativ.kontur.ru',
      'https://normativ.kontur.ru/document?documentId=454126&moduleId=1',
    ),
  ),
  // The rest of 23 February and of 8 March went to May and June, so the Mondays after them were worked.
  transfers(
    2025,
    ['2025-05-02', '2025-05-08', '2025-06-13', '2025-11-03', '2025-12-31'],
    ['2025-02-24', '2025-03-10', '2025-11-01'],
    seen(
      'Постановление Правительства РФ от 04.10.2024 № 1335',
      'изложение на teko.cntd.ru',
      'https://teko.cntd.ru/news/read/reglamentirovan-perenos-vyhodnyh-dney-v-2025-godu/novosti-po-okhrane-truda',
    ),
  ),
  transfers(
    2026,
    ['2026-01-09', '2026-12-31'],
    [],
    seen(
      null,
      'ТАСС, 24.09.2025: постановление о переносе выходных дней в 2026 году, номер не установлен',
      'https://tass.ru/obschestvo/25149527',
    ),
  ),
] as const satisfies readonly DayTransfers[];
