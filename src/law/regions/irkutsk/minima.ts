import type { MinimumRow } from '../../../engine/law.ts';
import { seen, unverified } from '../../citation.ts';
import { minimumRow } from '../../minimum-row.ts';

const QUARTER_2020 = unverified(
  null,
  'ogirk.ru, 18.11.2020: величина за III квартал 2020 года, день начала принят по кварталу; номер акта не установлен',
);
const HOTLAW_2022 = 'https://garant.ru/hotlaw/irkutsk/1549662/';
const JULY_2024 = seen(
  null,
  'baikalinform.ru: постановление, принятое в июле 2024 года, номер не установлен',
  'https://baikalinform.ru/ekonomika-biznes/prozhitochnyy-minimum-v-priangarbe-vyrastet-do-18-797-rubley',
);
const DECREE_887 = seen(
  'Постановление Правительства Иркутской области № 887-пп (дата не установлена)',
  'bohansobes.ru; news.mail.ru, 13.11.2025',
  'https://news.mail.ru/economics/68692350/',
);

/**
 * Subsistence minimum of Irkutsk oblast: whole oblast, north (Far North and equated districts), other districts
 * (`reference/regulation.md` 3.2). Rows of the north and of the other districts for 2021–2024 and any row of 2027 were not found.
 */
export const IRKUTSK_MINIMA = [
  minimumRow('2020-07-01', 'north', [15212, 16280, 12255, 16005], QUARTER_2020),
  minimumRow('2020-07-01', 'other', [11669, 12346, 9346, 12246], QUARTER_2020),
  minimumRow(
    '2021-01-01',
    'whole',
    [12243, 13012, 10540, 12759],
    seen(
      null,
      'обзор Гаранта за февраль 2021 года; номер акта не записан',
      'https://garant.ru/hotlaw/irkutsk/archive/2021/02/20',
    ),
  ),
  minimumRow(
    '2022-01-01',
    'whole',
    [13413, 14620, 11535, 13269],
    seen('Постановление Правительства Иркутской области от 03.09.2021 № 629-пп', 'обзор Гаранта', HOTLAW_2022),
  ),
  minimumRow(
    '2022-06-01',
    'whole',
    [14754, 16082, 12689, 14596],
    seen('Постановление Правительства Иркутской области от 31.05.2022 № 425-пп', 'обзор Гаранта', HOTLAW_2022),
  ),
  minimumRow(
    '2023-01-01',
    'whole',
    [15238, 16609, 13105, 15078],
    unverified(null, 'irksib.ru: цифры проекта от 07.12.2022, принятый акт не найден'),
  ),
  minimumRow(
    '2024-01-01',
    'whole',
    [16169, 17624, 13905, 15684],
    seen(null, 'irkutsk.news, 19.09.2023, и angarsk-gid.ru: постановление сентября 2023 года, номер не установлен'),
  ),
  minimumRow('2025-01-01', 'whole', [18797, 20489, 16165, 18233], JULY_2024),
  minimumRow('2025-01-01', 'north', [22857, 24915, 19657, 22171], JULY_2024),
  minimumRow('2025-01-01', 'other', [17575, 19157, 15114, 17048], JULY_2024),
  minimumRow('2026-01-01', 'whole', [20075, 21882, 17265, 19473], DECREE_887),
  minimumRow('2026-01-01', 'north', [24411, 26609, 20994, 23679], DECREE_887),
  minimumRow('2026-01-01', 'other', [18770, 20460, 16143, 18207], DECREE_887),
] as const satisfies readonly MinimumRow[];
