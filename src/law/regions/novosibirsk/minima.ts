import type { MinimumRow } from '../../../engine/law.ts';
import { seen, unverified } from '../../citation.ts';
import { minimumRow } from '../../minimum-row.ts';

const INFOPRO = 'infopro54.ru; номер постановления не установлен';
const INFOPRO_LINK = 'https://infopro54.ru/news/v-novosibirske-zamedlilsya-temp-rosta-prozhitochnogo-minimuma/';

/** Subsistence minimum of Novosibirsk oblast, one territory (`reference/regulation.md` 3.3). No row of 2027 was found. */
export const NOVOSIBIRSK_MINIMA = [
  minimumRow(
    '2021-01-01',
    'whole',
    [12284, 13054, 10378, 12729],
    seen('Постановление Правительства Новосибирской области от 02.02.2021 № 22-п', 'polit-center.org'),
  ),
  minimumRow(
    '2022-01-01',
    'whole',
    [12775, 13925, 10987, 13238],
    seen(null, 'sib.fm, названы как величины 2022 года; номер постановления не установлен'),
  ),
  minimumRow(
    '2022-06-01',
    'whole',
    [14053, 15318, 12086, 14562],
    unverified(
      null,
      'вычислено: величины с 01.01.2022, увеличенные на 10 %; величина трудоспособных 15 318 напечатана на berdsk-bn.ru',
    ),
  ),
  minimumRow(
    '2023-01-01',
    'whole',
    [14728, 16054, 12666, 15261],
    seen(null, 'sib.fm, 14.12.2022: постановление от 13.12.2022, номер не установлен'),
  ),
  minimumRow('2024-01-01', 'whole', [15317, 16696, 13173, 15871], seen(null, INFOPRO, INFOPRO_LINK)),
  // nnov54.ru prints 16 875 for children: a slip, 97 % of 17 378 is 16 857.
  minimumRow('2025-01-01', 'whole', [17378, 18942, 14945, 16857], seen(null, INFOPRO, INFOPRO_LINK)),
  minimumRow(
    '2026-01-01',
    'whole',
    [18560, 20230, 15962, 18003],
    seen(null, `${INFOPRO}; news.mail.ru/society/68477756/`, INFOPRO_LINK),
  ),
] as const satisfies readonly MinimumRow[];
