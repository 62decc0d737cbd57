/** The year after the contracts of the four families, from the last month to the decision; every word goes through the chat. */
import { type ChatOffice, openChatOffice, type Person } from './chat-office.ts';
import { acceptAll, answerMonth, approveAll, batchRecords, openWork, type Said, sign } from './chat-deeds.ts';
import { ANNA, BORIS, FAMILIES, type Family, GLEB, lawWithNextYear, monthAfter, VERA } from './chat-families.ts';
import { driven, month, monthOfTrack } from './evaluated-case.ts';
import { joinedContract } from './staffed-office.ts';

/** The office on 12 May 2026 with the four contracts; what came before their last month was answered already. */
export async function openFamilies(): Promise<{ it: ChatOffice; contractIds: ReadonlyMap<Family, string> }> {
  const it = await openChatOffice('2026-05-12', lawWithNextYear());
  const contractIds = new Map<Family, string>();
  for (const family of FAMILIES) {
    const contractId = await joinedContract(it.office, family.contract, family.who);
    contractIds.set(family, contractId);
    for (const of of ['2026-03', '2026-04'])
      await driven(it.office, contractId, family.who).tellMonth(
        month(of),
        monthOfTrack(family.contract.track, '7000.00'),
      );
  }
  return { it, contractIds };
}

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

/**
 * What the families send on the 2nd of month M+n: the income of the month before, the fact of this one. Boris forgets July, Vera does
 * not answer in September, Gleb speaks of a month when it is over.
 */
async function families(it: ChatOffice, number: number): Promise<void> {
  for (const family of FAMILIES) {
    const citizen = it.person(family.who);
    const said: Said = number === 1 ? { ...family.said, changed: true } : family.said;
    if (!(family === BORIS && number === 3)) await answerMonth(citizen, monthAfter(number - 1), said);
    if (number > 12 || family === GLEB || (family === VERA && number === 4)) continue;
    await answerMonth(citizen, monthAfter(number), family.said);
  }
  await acceptAll(it.specialist);
}

/** One month of monitoring: what is accepted is a look and a press, from the second month on all at once. */
export async function oneMonth(it: ChatOffice, number: number): Promise<void> {
  await it.turnTo(`${monthAfter(number)}-02`);
  await families(it, number);
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
export async function inquire(it: ChatOffice): Promise<void> {
  const { specialist } = it;
  await openWork(specialist, 'Мониторинг 4 из 12', VERA.shortName);
  await specialist.press('Записать', 'Ответа пока нет', 'Сегодня', 'Отправить');
  specialist.sees('Запись открыта');
  await specialist.press('✉️ Запрос', 'В налоговую');
  await specialist.say('УФНС России по Брянской области, 241037, г. Брянск, ул. Крахмалева, 53');
  await specialist.press('Отправить');
  specialist.sees('Письмо готово');
}

/** Its answer comes in time. */
export async function inquiryAnswered(it: ChatOffice): Promise<void> {
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
