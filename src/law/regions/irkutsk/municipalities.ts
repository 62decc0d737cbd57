import type { Municipality, Territory } from '../../../engine/law.ts';

/** No territory is verified: the list of northern places is recalled from decree 1946 of 16.11.2021, its text was not seen. */
function place(code: string, name: string, territory: Territory, plannedContracts2021: number): Municipality {
  return { code, name, territory, territoryVerified: false, plannedContracts2021 };
}

/** The 42 municipalities of Irkutsk oblast in the order of the programme, with the contracts planned for 2021, 5,830 in all [000]. */
export const IRKUTSK_MUNICIPALITIES = [
  place('alarsky', 'МО «Аларский район»', 'other', 86),
  place('angarsk', 'МО «Ангарский городской округ»', 'other', 378),
  place('balagansky', 'МО «Балаганский район»', 'other', 65),
  place('bayandaevsky', 'МО «Баяндаевский район»', 'other', 59),
  place('bodaibinsky', 'МО «Бодайбинский район»', 'north', 71),
  place('bokhansky', 'МО «Боханский район»', 'other', 89),
  place('bratsky', 'МО «Братский район»', 'north', 177),
  place('bratsk-city', 'МО города Братска', 'north', 418),
  place('zhigalovsky', 'МО «Жигаловский район»', 'other', 47),
  place('zalarinsky', 'МО «Заларинский район»', 'other', 106),
  place('zima-city', 'Зиминское городское МО', 'other', 116),
  place('ziminsky', 'Зиминское районное МО', 'other', 49),
  place('irkutsky', 'Иркутское районное МО', 'other', 207),
  place('irkutsk-city', 'г. Иркутск', 'other', 791),
  place('kazachinsko-lensky', 'МО «Казачинско-Ленский район»', 'north', 77),
  place('kachugsky', 'МО «Качугский район»', 'other', 89),
  place('kirensky', 'МО Киренский район', 'north', 84),
  place('katangsky', 'МО «Катангский район»', 'north', 16),
  place('kuitunsky', 'МО «Куйтунский район»', 'other', 112),
  place('mamsko-chuisky', 'МО «Мамско-Чуйский район»', 'north', 41),
  place('nizhneilimsky', 'МО «Нижнеилимский район»', 'north', 153),
  place('nizhneudinsky', 'МО «Нижнеудинский район»', 'other', 248),
  place('nukutsky', 'МО «Нукутский район»', 'other', 71),
  place('olkhonsky', 'Ольхонское районное МО', 'other', 62),
  place('osinsky', 'МО «Осинский район»', 'other', 94),
  place('sayansk-city', 'МО г. Саянск', 'other', 130),
  place('slyudyansky', 'МО «Слюдянский район»', 'other', 127),
  place('tulun-city', 'МО город Тулун', 'other', 139),
  place('tulunsky', 'МО «Тулунский район»', 'other', 85),
  place('taishetsky', 'МО «Тайшетский район»', 'other', 230),
  place('ust-ilimsk-city', 'МО город Усть-Илимск', 'north', 220),
  place('ust-ilimsky', 'МО «Усть-Илимский район»', 'north', 40),
  place('ust-kutsky', 'Усть-Кутское районное образование', 'north', 142),
  place('usolye-city', 'МО город Усолье-Сибирское', 'other', 167),
  place('usolsky', 'Усольское районное МО', 'other', 110),
  place('ust-udinsky', 'Районное МО «Усть-Удинский район»', 'other', 71),
  place('cheremkhovo-city', 'МО город Черемхово', 'other', 170),
  place('cheremkhovsky', 'Черемховское районное МО', 'other', 99),
  place('svirsk-city', 'МО город Свирск', 'other', 43),
  place('chunsky', 'Чунское районное МО', 'other', 100),
  place('shelekhovsky', 'Шелеховский район', 'other', 145),
  place('ekhirit-bulagatsky', 'МО «Эхирит-Булагатский район»', 'other', 106),
] as const satisfies readonly Municipality[];
