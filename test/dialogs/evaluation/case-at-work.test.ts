/** One case through the chat on a real database: what the talk of the evaluation asks for is what the use cases do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../src/engine/day.ts';
import { after, type EvaluatedCase, evaluatedCase, factOnly, monthOfTrack } from '../../support/evaluated-case.ts';
import { type Phone, plain } from '../../support/test-office.ts';

let at: EvaluatedCase;
let head: Phone;
let specialist: Phone;

beforeAll(async () => {
  at = await evaluatedCase('job-search', {
    measures: [
      { name: 'Встать на учёт', dueOn: null },
      { name: 'Пройти курсы', dueOn: null },
    ],
  });
  head = at.office.phone('head');
  specialist = at.office.phone('specialist');
}, 60_000);
afterAll(() => at.office.close());

const go = (phone: Phone, where: string) => phone.send({ kind: 'press', payload: `g.${where}` });
/** Everything said since the last look, no-break spaces made plain. */
const heard = (phone: Phone) => phone.news().map(plain).join('\n\n');
const files = (phone: Phone) =>
  phone.seen.flatMap((message) => (message.files ?? []).map(({ name }) => name)).slice(-1)[0] ?? '';

describe('a case through the chat', () => {
  it('stage 1: marks, an outcome, two signatures in two taps each', async () => {
    at.turnTo(day('2026-08-20'));
    await go(specialist, 'papers');
    await specialist.press('1. Примерова');
    expect(heard(specialist)).toContain('Без отметки: 2 мероприятия');
    await specialist.press('Отметить мероприятия');
    await specialist.press('✅ Сделано');
    await specialist.say('Болел ребёнок');
    await specialist.press('Частично');
    expect(heard(specialist)).toContain('Пройти курсы – сделано частично («Болел ребёнок»)');
    await specialist.press('📄 Заключение');
    await specialist.press('Уважительная');
    await specialist.press('Не повлияло');
    await specialist.say('Болел ребёнок, есть справка');
    expect(heard(specialist)).toContain('Вариант 2');
    await specialist.press('Отправить');
    expect(heard(specialist)).toContain('Всё верно? Подпишите');
    expect(files(specialist)).toMatch(/\.docx$/);
    await specialist.press('Подписать и передать');
    expect(heard(specialist)).toContain('передано начальнику');
    await go(head, 'papers');
    await head.press('1. Примерова');
    expect(heard(head)).toContain('После вашей подписи бумага уже не изменится');
    await head.press('Утвердить');
    expect(heard(head)).toContain('Утверждено вами');
    await at.office.tick();
    await go(specialist, 'papers');
    expect(heard(specialist)).not.toContain('Заключение');
  });

  it('stage 3: what was accepted is a look and a press; without an answer the record stays open until the letter is answered', async () => {
    at.turnTo(day('2026-09-28'));
    await at.tellMonth(after(1), factOnly('job-search'));
    await go(specialist, `duty.${(await at.duty('monitoring:1')).dutyId}`);
    await specialist.press('✍️ Записать');
    expect(heard(specialist)).toContain('Проверьте запись');
    await specialist.press('Отправить');
    await specialist.press('Подписать и передать');
    expect(heard(specialist)).toContain('Подписано вами');
    at.turnTo(day('2026-10-12'));
    await at.tellMonth(after(1), monthOfTrack('job-search', '30000.00', false));
    await go(specialist, `record.${(await at.duty('monitoring:2')).dutyId}`);
    await specialist.press('Ответа пока нет');
    await specialist.press('Сегодня');
    await specialist.press('Отправить');
    expect(heard(specialist)).toContain('Запись открыта');
    await specialist.press('✉️ Запрос');
    await specialist.press('Работодателю');
    await specialist.say('ООО «Ромашка», Брянск');
    await specialist.press('Отправить');
    expect(heard(specialist)).toContain('Письмо готово');
    expect(files(specialist)).toMatch(/\.docx$/);
    at.turnTo(day('2026-10-29'));
    await go(specialist, 'papers');
    expect(heard(specialist)).toContain('Нет ответа: запрос за октябрь 2026');
    await specialist.press('1. Примерова');
    await specialist.press('📨 Пришёл ответ');
    await specialist.press('✅ Подтверждают');
    await specialist.press('Вчера');
    await specialist.say('Письмо № 15');
    await specialist.press('Отправить');
    expect(heard(specialist)).toContain('Ответ записан');
    await go(specialist, 'records-month.2026-10~prepare');
    expect(heard(specialist)).toContain('Готов 1 черновик за октябрь 2026');
  });

  it('the batch of a month: drafts, signatures, the head at once', async () => {
    at.turnTo(day('2026-11-28'));
    await at.tellMonth(after(3), factOnly('job-search'));
    await at.tellMonth(after(2), monthOfTrack('job-search', '31000.00', false));
    await go(specialist, 'records-month.2026-11~prepare');
    expect(heard(specialist)).toContain('Готов 1 черновик за ноябрь 2026');
    await specialist.press('Подписать все: 1');
    await specialist.press('Отправить');
    expect(heard(specialist)).toContain('Подписана 1 бумага за ноябрь 2026');
    await go(head, 'records-month.2026-11~approve');
    await head.press('Отправить');
    expect(heard(head)).toContain('Утверждена 1 бумага за ноябрь 2026');
  });

  it('stage 2: a verdict against the proposal asks why; returned, mended, signed, corrected', async () => {
    at.turnTo(day('2027-01-12'));
    await at.tellMonth(after(3), monthOfTrack('job-search', '48000.00', false));
    const { dutyId } = await at.duty('report');
    await go(specialist, `duty.${dutyId}`);
    const shown = heard(specialist);
    expect(shown).toContain('прислал получатель');
    expect(shown).toContain('Прожиточный минимум после договора');
    await specialist.press('📄 Отчёт');
    await specialist.say('Есть работа, дети ходят в кружок');
    await specialist.press('Лучше');
    await specialist.press('Достигнут');
    await specialist.press('❌ Неэффективен');
    expect(heard(specialist)).toContain('Мы предлагали иначе');
    await specialist.say('Работа потеряна в январе');
    await specialist.press('Отправить');
    await specialist.press('Подписать и передать');
    await go(head, 'papers');
    await head.press('1. Примерова');
    await head.press('Утвердить');
    // The next paper opens by itself.
    expect(heard(head)).toContain('Решение не такое, как предлагали');
    await head.press('Вернуть с замечанием');
    await head.say('Работа есть, проверьте');
    await head.press('Отправить');
    expect(heard(head)).toContain('Возвращено специалисту');
    await go(specialist, 'papers');
    await specialist.press('1. Примерова');
    expect(heard(specialist)).toContain('Работа есть, проверьте');
    await specialist.press('Подготовить заново');
    await specialist.say('Есть работа');
    await specialist.press('Лучше');
    await specialist.press('Достигнут');
    await specialist.press('✅ Эффективен');
    await specialist.press('Отправить');
    await specialist.press('Подписать и передать');
    await go(head, 'papers');
    await head.press('1. Примерова');
    await head.press('Утвердить');
    expect(heard(head)).toContain('Утверждено вами');
    const report = (await at.papers()).find(({ kind }) => kind === 'report');
    await go(specialist, `paper.${report?.paperId}`);
    await specialist.press('Исправить');
    await specialist.say('Опечатка в словах об условиях');
    await specialist.press('Отправить');
    expect(heard(specialist)).toContain('Новая редакция открыта');
    await specialist.say('Есть работа и жильё');
    await specialist.press('Лучше');
    await specialist.press('Достигнут');
    await specialist.press('✅ Эффективен');
    await specialist.press('Отправить');
    expect(heard(specialist)).toContain('Редакция 2: «Опечатка в словах об условиях»');
    await go(specialist, 'register.2027-01');
    expect(heard(specialist)).toContain('Реестр за январь 2027: 1 отчёт');
    await go(specialist, `chart.${at.contractId}`);
    expect(heard(specialist)).toContain('Доход на человека по месяцам');
  });

  it('the whole file and its archive', async () => {
    await go(specialist, `case.${at.contractId}`);
    expect(heard(specialist)).toContain('Бумаги дела');
    await go(specialist, `archive.${at.contractId}`);
    expect(heard(specialist)).toContain('Собираем архив');
    expect(at.office.errors).toEqual([]);
  });
});
