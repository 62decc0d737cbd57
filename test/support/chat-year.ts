/** The year after the contracts of the four families, from the last month to the decision; every word goes through the chat. */
import { roubles } from '../../src/engine/money.ts';
import { acceptAll, answerMonth, approveAll, batchRecords, openWork, type Said, sign } from './chat-deeds.ts';
import { ANNA, BORIS, FAMILIES, type Family, GLEB, lawWithNextYear, monthAfter, VERA } from './chat-families.ts';
import { type ChatOffice, openChatOffice, type Person } from './chat-office.ts';
import { conclude, decide, inquire, report, window } from './chat-stages.ts';
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
  await it.turnTo(`${monthAfter(13)}-02`);
  await families(it, 13);
  await window(it, 12);
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
