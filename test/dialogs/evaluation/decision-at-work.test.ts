/** The end of a case and the turns of its dates through the chat, on a real database; the months between are made by commands. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../src/engine/day.ts';
import { after, type EvaluatedCase, evaluatedCase, factOnly, monthOfTrack } from '../../support/evaluated-case.ts';
import { joinedContract } from '../../support/staffed-office.ts';
import { type Phone, plain } from '../../support/test-office.ts';

let at: EvaluatedCase;
let head: Phone;
let specialist: Phone;

beforeAll(async () => {
  at = await evaluatedCase('hardship');
  head = at.office.phone('head');
  specialist = at.office.phone('specialist');
}, 120_000);
afterAll(() => at.office.close());

const go = (phone: Phone, where: string) => phone.send({ kind: 'press', payload: `g.${where}` });
/** Everything said since the last look, no-break spaces made plain. */
const heard = (phone: Phone) => phone.news().map(plain).join('\n\n');

/** Month M+n: the fact, the income of the month before, the record with both signatures. */
async function oneMonth(number: number): Promise<void> {
  at.turnTo(day(`${after(number)}-02`));
  if (number > 1) await at.tellMonth(after(number - 1), monthOfTrack('hardship', '15000.00', false));
  await at.tellMonth(after(number), factOnly('hardship'));
  const { dutyId } = await at.duty(`monitoring:${number}`);
  const kept = await at.run('specialist', {
    kind: 'keep-record',
    dutyId,
    fact: null,
    conditions: 'better',
    hardship: 'partly',
    checkedOn: day(`${after(number)}-02`),
    confirmedBy: 'papers',
    paperWords: 'справка',
    registeredAs: null,
  });
  await at.sign(kept);
}

describe('the end of a case', () => {
  it('an extension moves the dates and says which; a stop under point 49 takes them away', async () => {
    at.turnTo(day('2026-08-10'));
    const contractId = await joinedContract(at.office, { number: '18/2026' }, 'neighbour');
    await go(specialist, `extension.${contractId}`);
    await specialist.press('Вынесли на комиссию');
    await specialist.press('Отправить');
    expect(heard(specialist)).toContain('вопрос на комиссии');
    await go(specialist, `extension.${contractId}`);
    expect(heard(specialist)).toContain('вопрос уже на комиссии');
    await specialist.press('Комиссия продлила');
    await specialist.press('Сегодня');
    await specialist.press('Самый поздний');
    await specialist.press('Пропустить');
    await specialist.press('Отправить');
    const moved = heard(specialist);
    expect(moved).toContain('Сдвинулись сроки:');
    expect(moved).toContain('Почему: договор продлён');
    await go(specialist, `stop.${contractId}`);
    await specialist.press('Вчера');
    await specialist.press('Да, по пункту 49');
    await specialist.say('Деньги потрачены не по программе');
    await specialist.press('Отправить');
    const stopped = heard(specialist);
    expect(stopped).toMatch(/Отчёт, этап 2: не нужно/);
    expect(stopped).toContain('договор прекращён по пункту 49');
  });

  it('a record of hardship: the survey first, then the form with its findings', async () => {
    at.turnTo(day('2026-09-10'));
    await go(specialist, `duty.${(await at.duty('monitoring:1')).dutyId}`);
    await specialist.press('🏠 Обследование');
    await specialist.press('Сегодня');
    await specialist.say('В доме тепло, печь отремонтирована');
    await specialist.photo();
    await specialist.press('Это все фото');
    await specialist.press('Отправить');
    expect(heard(specialist)).toContain('Обследование записано');
    await go(specialist, `record.${(await at.duty('monitoring:1')).dutyId}`);
    await specialist.press('Лучше');
    await specialist.press('Преодолена частично');
    await specialist.press('Сегодня');
    await specialist.press('Обследование дома');
    await specialist.say('Акт № 3');
    expect(heard(specialist)).toContain('В доме тепло, печь отремонтирована');
    await specialist.press('Отправить');
    expect(heard(specialist)).toContain('Условия жизни: жить стало лучше');
    await specialist.press('Подписать');
    await go(head, 'papers');
    await head.press('1. Примерова');
    await head.press('Утвердить');
    expect(heard(head)).toContain('Утверждено вами');
  });

  it('a window is put into the record of its last month', async () => {
    for (const number of [2, 3, 4, 5, 6]) await oneMonth(number);
    at.turnTo(day(`${after(7)}-02`));
    await go(specialist, `duty.${(await at.duty('income-window:4-6')).dutyId}`);
    expect(heard(specialist)).toContain(`Не хватает`);
    await specialist.press('Внести доход');
    await specialist.press('февраль 2027, свой доход');
    await specialist.press('Пенсия');
    await specialist.say('15 000');
    await specialist.press('Из бумаги');
    await specialist.say('Справка № 1');
    await specialist.press('Отправить');
    expect(heard(specialist)).toContain('❗ Не хватает:\n• февраль 2027, доход остальной семьи');
    await specialist.press('Внести доход');
    await specialist.press('февраль 2027, доход остальной');
    await specialist.press('Дохода не было');
    await specialist.press('Со слов');
    await specialist.say('Мать сказала по телефону');
    await specialist.press('Отправить');
    await specialist.press('Внести в сведения');
    expect(heard(specialist)).toContain('внесли доходы за три месяца');
    await specialist.press('Подписать');
    await go(head, 'papers');
    await head.press('1. Примерова');
    await head.press('Утвердить');
    expect(heard(head)).toContain('Утверждено вами');
  });

  it('the decision shows what stands against it, and asks for other support where no new contract is advised', async () => {
    for (const number of [7, 8, 9, 10, 11, 12]) await oneMonth(number);
    at.turnTo(day('2027-09-02'));
    await at.tellMonth(after(12), monthOfTrack('hardship', '15000.00', false));
    await go(specialist, `duty.${(await at.duty('decision')).dutyId}`);
    const shown = heard(specialist);
    expect(shown).toContain('Стало лучше: 12, хуже: 0');
    expect(shown).toContain('Отчёта нет');
    await specialist.press('📄 Решение');
    await specialist.press('Нецелесообразно');
    await specialist.say('Центр занятости: подбор работы\nКружки для детей');
    await specialist.press('Пропустить');
    await specialist.press('Отправить');
    expect(heard(specialist)).toContain('Новый договор: нецелесообразно');
    await specialist.press('Подписать');
    await go(head, 'papers');
    await head.press('1. Примерова');
    await head.press('Утвердить');
    expect(heard(head)).toContain('Утверждено вами');
    expect((await at.news('citizen')).join('\n')).toContain('отдел');
    expect(at.office.errors).toEqual([]);
  });
});
