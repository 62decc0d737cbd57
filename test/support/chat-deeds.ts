/** What people of an office do in the chat, as they do it: screen by screen, by the words on the buttons. */
import type { ChatOffice, Person } from './chat-office.ts';

/** A month as buttons name it. */
export function monthName(month: string): string {
  const names = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
  return `${names[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

/** Opens the question about a month: from the reminder, from the receipt of the month before, else from the menu. */
export async function openMonth(citizen: Person, month: string): Promise<void> {
  const [reminded, offered] = [`Ответить: ${monthName(month)}`, `За ${monthName(month)}`];
  if (citizen.offers(reminded)) return citizen.press(reminded);
  if (!citizen.offers(offered)) await citizen.say('меню');
  return citizen.press(offered);
}

/** What a citizen has to say of a month, as it stands on the buttons or is typed. */
export interface Said {
  /** "Yes, it is so", or how life goes. */
  readonly fact: string;
  /** Kind of paper for the fact; null where only words and photos are asked for. */
  readonly proof: string | null;
  readonly income: { readonly kind: string; readonly amount: string };
  /** Income of the others; null: none. */
  readonly others: string | null;
  /** Something is not as it was. */
  readonly changed?: true;
}

/** Answers whatever the screen asks about the month, until it is sent. */
export async function answerMonth(citizen: Person, month: string, said: Said): Promise<void> {
  await openMonth(citizen, month);
  for (let asked = 0; !citizen.offers('✅ Отправить'); asked += 1) {
    if (asked > 20) throw new Error(`no end of questions:\n${citizen.screen()}`);
    await answerScreen(citizen, month, said);
  }
  await citizen.press('✅ Отправить');
  citizen.sees('Отправлено за');
}

async function answerScreen(citizen: Person, month: string, said: Said): Promise<void> {
  const { fact, proof, income, others, changed } = said;
  if (citizen.offers('Ничего не изменилось')) return citizen.press(changed ? 'Есть изменения' : 'Ничего не изменилось');
  if (citizen.offers(fact)) return citizen.press(fact);
  if (citizen.offers('Это всё')) return citizen.press('Это всё');
  if (citizen.offers('Дальше →')) return citizen.press('Дальше →');
  if (citizen.offers('Пропустить')) return citizen.press('Пропустить');
  if (citizen.offers(income.kind)) return citizen.press(income.kind);
  if (citizen.offers('У них дохода не было'))
    return others === null ? citizen.press('У них дохода не было') : citizen.say(others);
  if (citizen.screen().includes('Чем подтвердим доход')) return citizen.press('Словами, без бумаг');
  if (proof !== null && citizen.offers(proof)) return citizen.press(proof);
  if (citizen.screen().includes('Пришлите фото')) return citizen.photo(colourOf(month));
  if (citizen.screen().includes('сколько рублей')) return citizen.say(income.amount);
  throw new Error(`nothing to say to:\n${citizen.screen()}`);
}

/** Another picture each month: the same one twice is noticed. */
function colourOf(month: string): string {
  return `#${month.replace('-', '').slice(-6)}`;
}

/** Accepts everything in the queue, one after the other; returns how many. */
export async function acceptAll(specialist: Person): Promise<number> {
  await specialist.say('/queue');
  if (!specialist.offers('1. ')) return 0;
  await specialist.press('1. ');
  let count = 0;
  for (; specialist.offers('✅ Принять'); count += 1) await specialist.press('✅ Принять');
  return count;
}

/** From the list of what waits to the line of this duty of this person: the number that stands before it is pressed. */
export async function openWork(who: Person, what: string, name: string): Promise<void> {
  await who.say('/papers');
  for (;;) {
    const line = [...who.screen().matchAll(/^(\d+)\. (.+)\n(.+)$/gm)].find(
      ([, , duty, whose]) => duty?.includes(what) && whose?.startsWith(name),
    );
    if (line) return who.press(`${line[1]}. ${name}`);
    if (!who.offers('→')) throw new Error(`nothing waits like «${what}», ${name}:\n${who.screen()}`);
    await who.press('→');
  }
}

/** Drafts of all records of the month, signed at once. */
export async function batchRecords({ specialist, head }: ChatOffice, month: string): Promise<void> {
  await specialist.say('/papers');
  await specialist.press('Сведения за месяц', monthName(month), 'Подготовить черновики', 'Подписать все', 'Отправить');
  await head.say('/papers');
  await head.press('Сведения за месяц', monthName(month), 'Утвердить подписанные', 'Отправить');
}

/** The specialist signs the paper on the screen. */
export async function sign(specialist: Person): Promise<void> {
  await specialist.press('Подписать и передать');
}

/** The head approves all that waits: after each signature the next paper opens by itself. */
export async function approveAll(head: Person): Promise<number> {
  await head.say('/papers');
  if (!head.offers('1. ')) return 0;
  await head.press('1. ');
  let count = 0;
  for (; head.offers('✅ Утвердить'); count += 1) await head.press('✅ Утвердить');
  return count;
}

/** From the list of contracts to the one with this number. */
export async function openContract(specialist: Person, number: string): Promise<void> {
  await specialist.say('/work');
  await specialist.press('📁 Договоры', `. № ${number}`);
}
