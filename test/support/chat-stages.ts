/** What the specialist and the head do for the four families at each stage, and what goes wrong on the way. */
import { expect } from 'vitest';
import { approveAll, openContract, openWork, sign } from './chat-deeds.ts';
import { ANNA, BORIS, FAMILIES, type Family, GLEB, VERA } from './chat-families.ts';
import type { ChatOffice, Person } from './chat-office.ts';
import { paperText } from './chat-papers.ts';

/** Stage 1. The conclusion of Boris comes back with a remark and is prepared again. */
export async function conclude(it: ChatOffice): Promise<void> {
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

/** Nobody confirmed September of Vera: the tax service is asked, and its answer confirms it. */
export async function inquire(it: ChatOffice): Promise<void> {
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
export async function report(it: ChatOffice): Promise<void> {
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
export async function window(it: ChatOffice, last: number): Promise<void> {
  const { specialist, head } = it;
  for (const { shortName } of FAMILIES) {
    await openWork(specialist, `${last - 2}–${last}`, shortName);
    await specialist.press('Внести в сведения');
    await sign(specialist);
  }
  await approveAll(head);
}

/** Stage 3, when the last window is signed: the four decisions. */
export async function decide(it: ChatOffice): Promise<void> {
  const { specialist, head } = it;
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
