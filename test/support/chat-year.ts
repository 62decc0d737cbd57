/** The year after the contracts of the four families, from the last month to the decision; every word goes through the chat. */
import { expect } from 'vitest';
import { roubles } from '../../src/engine/money.ts';
import { type ChatOffice, openChatOffice, type Person } from './chat-office.ts';
import {
  acceptAll,
  answerMonth,
  approveAll,
  batchRecords,
  openContract,
  openWork,
  type Said,
  sign,
} from './chat-deeds.ts';
import { ANNA, BORIS, FAMILIES, type Family, GLEB, lawWithNextYear, monthAfter, VERA } from './chat-families.ts';
import { paperText } from './chat-papers.ts';
import { driven, factOnly, month, monthOfTrack } from './evaluated-case.ts';
import { joinedContract } from './staffed-office.ts';

type ContractIds = ReadonlyMap<Family, string>;

/** Months whose sendings always go through the chat: the first ones, those in which something is forgotten, the last. */
const TOLD_IN_CHAT: readonly number[] = [1, 2, 4, 5, 12];

/** The whole year. `everyWord`: in the quiet months, too, the families speak in the chat; staff always does. */
export async function liveYear(everyWord: boolean): Promise<ChatOffice> {
  const { it, contractIds } = await openFamilies();
  await conclude(it);
  for (let number = 1; number <= 12; number += 1) {
    await oneMonth(it, contractIds, number, everyWord);
    if (number === 4) await inquire(it);
    if (number === 5) await report(it);
    if (number === 7 || number === 10) await window(it, number - 1);
  }
  await decide(it);
  return it;
}

/** The office on 12 May 2026 with the four contracts; what came before their last month was answered already. */
async function openFamilies(): Promise<{ it: ChatOffice; contractIds: ContractIds }> {
  const it = await openChatOffice('2026-05-12', lawWithNextYear());
  const contractIds = new Map<Family, string>();
  for (const family of FAMILIES) {
    const contractId = await joinedContract(it.office, family.contract, family.who);
    contractIds.set(family, contractId);
    const [kind] = KEPT[family.who as keyof typeof KEPT];
    const income = { items: [{ kind, amount: roubles('7000.00') }] };
    for (const of of ['2026-03', '2026-04'])
      await driven(it.office, contractId, family.who).tellMonth(month(of), {
        ...monthOfTrack(family.contract.track, '7000.00'),
        income,
      });
  }
  return { it, contractIds };
}

/** Stage 1. The conclusion of Boris comes back with a remark and is prepared again. */
async function conclude(it: ChatOffice): Promise<void> {
  const { specialist, head } = it;
  await it.turnTo('2026-05-20');
  await openWork(specialist, 'Заключение', ANNA.shortName);
  await specialist.press('Отметить мероприятия', 'Все оставшиеся сделаны: 3');
  specialist.sees('Вариант 1: всё выполнено');
  await specialist.press('📄 Заключение', 'Отправить');
  await sign(specialist);

  await openWork(specialist, 'Заключение', BORIS.shortName);
  await specialist.press('Отметить мероприятия', '✅ Сделано');
  await specialist.say('Станок купил, мастерская ещё в ремонте');
  await specialist.press('Частично', '📄 Заключение', 'Уважительная', 'Не повлияло');
  await specialist.say('Задержка поставки');
  specialist.sees('Вариант 2');
  await specialist.press('Отправить');
  await sign(specialist);

  await openWork(specialist, 'Заключение', VERA.shortName);
  await specialist.press('Отметить мероприятия', '✅ Сделано', 'Частично');
  await specialist.press('📄 Заключение', 'Уважительной нет', 'Не повлияло');
  specialist.sees('Вариант 3');
  await specialist.press('Отправить');
  await sign(specialist);

  await openWork(specialist, 'Заключение', GLEB.shortName);
  await specialist.press('Отметить мероприятия', '✅ Сделано', '📄 Заключение', 'Отправить');
  await sign(specialist);

  await openWork(head, 'Заключение', BORIS.shortName);
  await head.press('Вернуть с замечанием');
  await head.say('Назовите, чего ждали: станка или ремонта');
  await head.press('Отправить');
  await openWork(specialist, 'Вернули', BORIS.shortName);
  specialist.sees('Назовите, чего ждали: станка или ремонта');
  await specialist.press('Подготовить заново', 'Уважительная', 'Не повлияло');
  await specialist.say('Завод задержал поставку станка до июня');
  await specialist.press('Отправить');
  await sign(specialist);
  await approveAll(head);
}

/**
 * What the families send on the 2nd of month M+n: the income of the month before, the fact of this one. Boris forgets July, Vera does
 * not answer in September, Gleb speaks of a month when it is over.
 */
async function families(it: ChatOffice, number: number): Promise<void> {
  for (const family of FAMILIES) {
    const citizen = it.person(family.who);
    const said: Said = number === 1 ? { ...family.said, changed: true } : family.said;
    if (!forgets(family, number)) await answerMonth(citizen, monthAfter(number - 1), said);
    if (number <= 12 && saysFact(family, number)) await answerMonth(citizen, monthAfter(number), family.said);
  }
  await acceptAll(it.specialist);
}

/** The same sendings without the talk. */
async function quietFamilies({ office }: ChatOffice, ids: ContractIds, number: number): Promise<void> {
  for (const family of FAMILIES) {
    const { track } = family.contract;
    const at = driven(office, ids.get(family) ?? '', family.who);
    const [kind, amount, others] = KEPT[family.who as keyof typeof KEPT];
    const income = { items: [{ kind, amount: roubles(amount) }] };
    const household = others === null ? 'none' : ({ amount: roubles(others) } as const);
    const words = { item: 'income', kind: 'words', file: null } as const;
    const fact = { state: 'better', words: null } as const;
    if (!forgets(family, number))
      await at.tellMonth(monthAfter(number - 1), {
        fact: family === GLEB ? fact : null,
        income,
        household,
        proofs: [words],
      });
    if (!saysFact(family, number)) continue;
    const proof = {
      item: 'fact',
      kind: track === 'job-search' ? 'certified-copy' : 'certificate',
      file: null,
    } as const;
    await at.tellMonth(monthAfter(number), { ...factOnly(track), proofs: [proof] });
  }
}

/** What the families say, as commands take it. */
const KEPT = {
  anna: ['wage', '60000.00', '20000.50'],
  boris: ['business', '1234567.89', null],
  vera: ['farm', '12000.00', null],
  gleb: ['pension', '15000.00', null],
} as const;

const forgets = (family: Family, number: number) => family === BORIS && number === 3;
const saysFact = (family: Family, number: number) => family !== GLEB && !(family === VERA && number === 4);

/** One month of monitoring: what is accepted is a look and a press, from the second month on all at once. */
async function oneMonth(it: ChatOffice, ids: ContractIds, number: number, everyWord: boolean): Promise<void> {
  await it.turnTo(`${monthAfter(number)}-02`);
  if (everyWord || TOLD_IN_CHAT.includes(number)) await families(it, number);
  else await quietFamilies(it, ids, number);
  await recordOfGleb(it.specialist, number);
  if (number === 1) {
    for (const family of [ANNA, BORIS, VERA]) {
      await openWork(it.specialist, 'Мониторинг', family.shortName);
      await it.specialist.press('Записать');
      if (family === BORIS) await it.specialist.press('ИП');
      await it.specialist.press('Отправить');
      await sign(it.specialist);
    }
    await approveAll(it.head);
  } else await batchRecords(it, monthAfter(number));
}

async function recordOfGleb(specialist: Person, number: number): Promise<void> {
  await openWork(specialist, `Мониторинг ${number} из 12`, GLEB.shortName);
  if (number === 1) {
    await specialist.press('🏠 Обследование', 'Сегодня');
    await specialist.say('Печь починена, в доме тепло, крышу чинят.\nУ детей есть место для уроков.');
    await specialist.photo('#112233');
    await specialist.photo('#445566');
    await specialist.press('Это все фото', 'Отправить');
    await openWork(specialist, `Мониторинг ${number} из 12`, GLEB.shortName);
  }
  await specialist.press('Записать', number === 3 ? 'Хуже' : 'Лучше');
  await specialist.press(number < 6 ? 'Не преодолена' : 'Преодолена частично', 'Сегодня');
  await specialist.press(number === 1 ? 'Обследование дома' : 'Документы получателя');
  if (number === 1) await specialist.press('Пропустить');
  else await specialist.say(`справка участкового врача № ${number}`);
  await specialist.press('Отправить');
  await sign(specialist);
}

/** Nobody confirmed September of Vera: the tax service is asked, and its answer confirms it. */
async function inquire(it: ChatOffice): Promise<void> {
  const { specialist } = it;
  await openWork(specialist, 'Мониторинг 4 из 12', VERA.shortName);
  await specialist.press('Записать', 'Ответа пока нет', 'Сегодня', 'Отправить');
  specialist.sees('Запись открыта');
  await specialist.press('✉️ Запрос', 'В налоговую');
  await specialist.say('УФНС России по Брянской области, 241037, г. Брянск, ул. Крахмалева, 53');
  await specialist.press('Отправить');
  specialist.sees('Письмо готово');
  const letter = await paperText('3 письмо', specialist.file());
  expect(letter).toContain('о регистрации и доходе за сентябрь 2026 года');
  await inquiryAnswered(it);
}

/** Its answer comes in time. */
async function inquiryAnswered(it: ChatOffice): Promise<void> {
  const { specialist, head } = it;
  await it.turnTo('2026-09-25');
  await openWork(specialist, 'Мониторинг 4 из 12', VERA.shortName);
  await specialist.press('📨 Пришёл ответ', '✅ Подтверждают', 'Сегодня');
  await specialist.say('Письмо от 24.09.2026 № 15-08/1234');
  await specialist.press('Отправить');
  specialist.sees('Ответ записан');
  await openWork(specialist, 'Мониторинг 4 из 12', VERA.shortName);
  await specialist.press('Записать', 'Отправить');
  await sign(specialist);
  await approveAll(head);
}

/** What the specialist says of a report, as the buttons and the keyboard take it. */
interface ReportSaid {
  /** Typed; null: taken from the survey. */
  readonly living: string | null;
  readonly conditions: string;
  readonly result: string;
  readonly verdict: string;
  /** Asked where the proposal is another one, or none (then it may be skipped: null). */
  readonly why?: string | null;
}

async function prepareReport(specialist: Person, said: ReportSaid): Promise<void> {
  if (said.living === null) await specialist.press('Взять из обследования');
  else await specialist.say(said.living);
  await specialist.press(said.conditions, said.result, said.verdict);
  if (said.why === null) await specialist.press('Пропустить');
  else if (said.why !== undefined) {
    specialist.sees('Мы предлагали иначе');
    await specialist.say(said.why);
  }
  await specialist.press('Отправить');
  await sign(specialist);
}

/** Stage 2 in month M+5. What Boris forgot is entered from a paper; the verdict on Vera's contract is not the proposed one. */
async function report(it: ChatOffice): Promise<void> {
  const { specialist, head } = it;
  await openWork(specialist, 'Отчёт', ANNA.shortName);
  await specialist.press('📄 Отчёт');
  const living =
    'Семья живёт в своей квартире, у детей есть комната и место для уроков.\nДолга за коммунальные услуги нет.';
  await prepareReport(specialist, { living, conditions: 'Лучше', result: 'Достигнут', verdict: '✅ Эффективен' });

  await openWork(specialist, 'Отчёт', BORIS.shortName);
  specialist.sees('❗ Не хватает:', 'июль 2026, свой доход');
  await specialist.press('Внести доход', 'июль 2026, свой доход', 'Доход ИП');
  await specialist.say('2 345 678,90');
  await specialist.press('Из реестра');
  await specialist.say('Выписка ФНС от 01.10.2026');
  await specialist.press('Отправить');
  specialist.sees('Выписка ФНС от 01.10.2026', 'всего 4 814 814,68');
  await specialist.press('📄 Отчёт');
  await prepareReport(specialist, {
    living: 'Мастерская работает, есть помощник',
    conditions: 'Без изменений',
    result: 'Достигнут',
    verdict: '✅ Эффективен',
  });

  await openWork(specialist, 'Отчёт', VERA.shortName);
  await specialist.press('📄 Отчёт');
  await prepareReport(specialist, {
    living: 'Корова есть, пчёлы перезимовали, дом сухой',
    conditions: 'Лучше',
    result: 'Достигнут частично',
    verdict: '✅ Эффективен',
    why: 'Доход упал из-за засухи, хозяйство сохранено',
  });

  await openWork(specialist, 'Отчёт', GLEB.shortName);
  await specialist.press('📄 Отчёт');
  await prepareReport(specialist, {
    living: null,
    conditions: 'Лучше',
    result: 'Достигнут частично',
    verdict: '✅ Эффективен',
    why: null,
  });
  await approveAll(head);
  await head.say('/papers');
  await head.press('📊 Реестр', 'октябрь 2026');
  head.sees('Реестр за октябрь 2026: 4 отчёта');
  await correctReport(it);
}

/** The report on Vera's contract was wrong: its next revision has the verdict the figures proposed. */
async function correctReport(it: ChatOffice): Promise<void> {
  const { specialist, head } = it;
  await openCase(specialist, VERA);
  const place = /^(\d+)\. Отчёт/m.exec(specialist.screen())?.[1];
  await specialist.press(`№ ${place}`, 'Исправить: новая редакция');
  await specialist.say('Корову продали в сентябре, об этом узнали позже');
  await specialist.press('Отправить');
  specialist.sees('Новая редакция открыта');
  await prepareReport(specialist, {
    living: 'Корову продали, пчёлы есть, дом сухой',
    conditions: 'Хуже',
    result: 'Не достигнут',
    verdict: '❌ Неэффективен',
  });
  await approveAll(head);
}

/** From the menu to all that was kept of a contract. */
export async function openCase(specialist: Person, { contract }: Family): Promise<void> {
  await openContract(specialist, contract.number);
  await specialist.press('🗂 Бумаги и решения');
}

/** In the month after a window its figures go into the record of its last month. */
async function window(it: ChatOffice, last: number): Promise<void> {
  const { specialist, head } = it;
  for (const { shortName } of FAMILIES) {
    await openWork(specialist, `${last - 2}–${last}`, shortName);
    await specialist.press('Внести в сведения');
    await sign(specialist);
  }
  await approveAll(head);
}

/** Stage 3: the last incomes, the last window, the decisions. */
async function decide(it: ChatOffice): Promise<void> {
  const { specialist, head } = it;
  await it.turnTo(`${monthAfter(13)}-02`);
  await families(it, 13);
  await window(it, 12);
  await openWork(specialist, 'Решение', ANNA.shortName);
  specialist.sees('Подтверждено месяцев: 12 из 12', 'целесообразно');
  await specialist.press('📄 Решение', '✅ Целесообразно', 'Отправить');
  await sign(specialist);
  await openWork(specialist, 'Решение', BORIS.shortName);
  await specialist.press('📄 Решение', '❌ Нецелесообразно');
  await specialist.say('Консультация центра «Мой бизнес»\nЛьготный заём на оборудование');
  await specialist.press('Отправить');
  await sign(specialist);
  await openWork(specialist, 'Решение', VERA.shortName);
  await specialist.press('📄 Решение', '❌ Нецелесообразно');
  await specialist.say('Единая выплата на газификацию дома');
  await specialist.press('Отправить');
  await sign(specialist);
  await openWork(specialist, 'Решение', GLEB.shortName);
  specialist.sees('Стало лучше: 11, хуже: 1');
  await specialist.press('📄 Решение', '✅ Целесообразно', 'Отправить');
  await sign(specialist);
  await approveAll(head);
}
