import type { MinimumRow } from '../../../engine/law.ts';
import { seen, unverified } from '../../citation.ts';
import { minimumRow } from '../../minimum-row.ts';

const PAGE = 'таблица величин прожиточного минимума на assistentus.ru';
const LINK = 'https://assistentus.ru/prozhitochnyj-minimum/bryanskaya-oblast';

function decree(number: string, date: string) {
  return seen(`Постановление Правительства Брянской области от ${date} № ${number}`, PAGE, LINK);
}

/** Subsistence minimum of Bryansk oblast, one territory (`reference/regulation.md` 3.1). No row of 2027 was found. */
export const BRYANSK_MINIMA = [
  // A quarterly figure, set after its quarter had passed: the day is the first day of the quarter, not of the act.
  minimumRow(
    '2020-10-01',
    'whole',
    [10950, 11760, 9104, 10672],
    unverified(
      'Постановление Правительства Брянской области от 25.01.2021 № 16-п',
      `${PAGE}; величина за IV квартал 2020 года, день начала принят по кварталу`,
      LINK,
    ),
  ),
  minimumRow('2021-01-01', 'whole', [11280, 12085, 9860, 11206], decree('30-п', '01.02.2021')),
  minimumRow('2022-01-01', 'whole', [11731, 12787, 10254, 11654], decree('347-п', '30.08.2021')),
  minimumRow('2022-06-01', 'whole', [13127, 14309, 11475, 13042], decree('223-п', '31.05.2022')),
  minimumRow('2023-01-01', 'whole', [13560, 14780, 11854, 13472], decree('601-п', '19.12.2022')),
  minimumRow('2024-01-01', 'whole', [14217, 15497, 12387, 14078], decree('718-п', '26.12.2023')),
  minimumRow('2025-01-01', 'whole', [16314, 17782, 14030, 15825], decree('313-п', '15.07.2024')),
  minimumRow('2026-01-01', 'whole', [17424, 18992, 14985, 16901], decree('577-п', '14.11.2025')),
] as const satisfies readonly MinimumRow[];
