/** The head, a specialist and a recipient at work on a real database: what the dialogs ask for is what the use cases do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MonthAnswers } from '../../../src/dialogs/command.ts';
import { month } from '../../../src/engine/day.ts';
import { roubles } from '../../../src/engine/money.ts';
import { command, expectKind } from '../../support/staffed-office.ts';
import { openOffice, openTestOffice, type Phone, plain, type TestOffice, tokenOf } from '../../support/test-office.ts';

let office: TestOffice;
let headToken: string;
let head: Phone;
let specialist: Phone;

beforeAll(async () => {
  office = await openTestOffice('2026-11-10T06:00:00.000Z');
  headToken = (await openOffice(office)).headToken;
  head = office.phone('head');
  specialist = office.phone('specialist');
});
afterAll(() => office.close());

/** The last message as read, no-break spaces made plain. */
const read = (phone: Phone) => plain(phone.last().text);
const linkIn = (phone: Phone) => tokenOf(/http\S+/.exec(read(phone))?.[0] ?? '');

describe('an office at work', () => {
  it('the head joins and invites a specialist, who joins by the link that was shown', async () => {
    await command(office, 'head', { kind: 'join-staff', token: headToken });
    await head.send({ kind: 'press', payload: 'g.invite-staff' });
    await head.press('Специалиста');
    await head.say('Сидорова Ольга Ивановна');
    await head.say('специалист');
    await head.press('Отправить');
    expect(read(head)).toContain('Приглашение готово: Сидорова Ольга Ивановна');
    expect(head.last().files).toHaveLength(2);
    await command(office, 'specialist', { kind: 'join-staff', token: linkIn(head) });
    await specialist.send({ kind: 'press', payload: 'g.work' });
    expect(read(specialist)).toContain('Ждут проверки: 0');
  });

  it('the specialist registers a contract, sees its dates, and is told of a number that is taken', async () => {
    const register = async (number: string) => {
      await specialist.press('Новый договор');
      await specialist.say(number);
      await specialist.say('Примерова Анна Сергеевна');
      await specialist.press('Найти работу');
      await specialist.say('01.02.2026');
      await specialist.press('9 месяцев');
      await specialist.say('01.05.1990');
      await specialist.press('Ребёнок');
      await specialist.press('до 18 лет');
      await specialist.press('Готово');
      await specialist.press('Не знаю');
      await specialist.press('Пропустить');
      await specialist.say('Встать на учёт');
      await specialist.press('Готово');
      await specialist.press('Отправить');
    };
    await register('17/2026');
    expect(read(specialist)).toContain('Договор № 17/2026 записан');
    expect(read(specialist)).toContain('12. октябрь 2027');
    await specialist.press('Открыть договор');
    expect(read(specialist)).toContain('Доход на человека при обращении: неизвестен');
    expect(read(specialist)).toContain('В расчёте 2 человека');
    await specialist.press('К работе');
    specialist.news();
    await register('17/2026');
    expect(specialist.news().join('\n')).toContain('такой договор в отделе уже есть');
    await specialist.press('Номер: 17/2026');
    await specialist.say('18/2026');
    await specialist.press('Отправить');
    expect(read(specialist)).toContain('Договор № 18/2026 записан');
  });

  it('finds the contract by a typed name, and hands over a link that joins the recipient', async () => {
    await specialist.press('К работе');
    await specialist.press('Договоры');
    await specialist.say('17/2026');
    await specialist.press('1. № 17/2026');
    expect(read(specialist)).toContain('Получатель ещё не подключён');
    await specialist.press('Ссылка для получателя');
    await specialist.press('Сделать ссылку');
    const first = linkIn(specialist);
    await specialist.press('К договору');
    await specialist.press('Ссылка для получателя');
    await specialist.press('Сделать ссылку');
    const join = (token: string) => command(office, 'citizen', { kind: 'join-contract', token, consentVersion: '1' });
    expect(expectKind(await join(first), 'link').joined).toBe(false);
    expect(expectKind(await join(linkIn(specialist)), 'link').joined).toBe(true);
  });

  it('returns a month with the words the recipient then reads, and accepts the correction', async () => {
    const citizen = office.phone('citizen');
    await citizen.start();
    const contractId = (await send(null)).contractId;
    await specialist.send({ kind: 'press', payload: 'g.work' });
    expect(read(specialist)).toContain('Ждут проверки: 1');
    await specialist.press('Проверить: 1');
    await specialist.press('1. Примерова');
    expect(read(specialist)).toContain('Свой доход: 20 000,50 ₽');
    const stale =
      specialist
        .last()
        .buttons.flat()
        .find(({ label }) => label.includes('Принять'))?.press ?? '';
    await specialist.press('Вернуть');
    await specialist.press('Чего-то не хватает');
    await specialist.say('Нужна справка');
    expect(read(specialist)).toContain('Слова специалиста: «Нужна справка»');
    citizen.news();
    await specialist.press('Отправить');
    expect(read(specialist)).toContain('Очередь пуста');
    expect(citizen.news().join('\n')).toContain('Слова специалиста: «Нужна справка»');
    await send(contractId);
    await specialist.send({ kind: 'press', payload: stale });
    expect(read(specialist)).toContain('прислал исправленные сведения');
    await specialist.press('Открыть сведения');
    expect(read(specialist)).toContain('Исправлено получателем, присылка 2');
    await specialist.press('Принять');
    expect(read(specialist)).toContain('Принято вами, 10 ноября 2026 г.');
    await specialist.send({ kind: 'press', payload: stale.replace(/1$/, '2') });
    expect(read(specialist)).toContain('Решение по этим сведениям уже есть');
  });

  it('shows what is due, marks it done, pauses reminders', async () => {
    office.clock.turnTo('2026-11-30T06:00:00.000Z');
    await specialist.send({ kind: 'press', payload: 'g.deadlines.today' });
    expect(read(specialist)).toContain('Мониторинг 1 из 12, ноябрь 2026');
    const opened = specialist
      .last()
      .buttons.flat()
      .find(({ label }) => label.startsWith('1. 📄'))?.press;
    await specialist.send({ kind: 'press', payload: (opened ?? '').replace('g.duty.', 'g.duty-done.') });
    await specialist.press('Да, сделано');
    await specialist.send({ kind: 'press', payload: 'g.deadlines.overdue' });
    expect(read(specialist)).toContain('Заключение, этап 1');
    await specialist.press('1. №');
    await specialist.press('Пауза');
    await specialist.press('Неделя');
    await specialist.say('В отпуске');
    await specialist.press('Отправить');
    expect(read(specialist)).toContain('не напоминаем по 7 декабря 2026 г.');
  });

  it('the head sees the load and takes over the contracts of who leaves', async () => {
    await head.send({ kind: 'press', payload: 'g.office' });
    expect(read(head)).toContain('Сидорова Ольга Ивановна, специалист – 2 договора');
    await head.press('Сотрудники');
    await head.press('Закрыть доступ: Сидорова');
    await head.press('Закрыть доступ');
    expect(read(head)).toContain('2 договора теперь у вас');
    await specialist.send({ kind: 'press', payload: 'g.work' });
    expect(read(specialist)).toContain('Этот раздел вам пока не открыт');
    expect(office.errors).toEqual([]);
  });
});

/** The recipient sends October: by the use case, the dialogs of the recipient are tried elsewhere. */
async function send(known: string | null): Promise<{ contractId: string }> {
  const list = expectKind(
    await command(office, 'specialist', { kind: 'list-contracts', search: '17/2026', page: 0 }),
    'contracts',
  );
  const contractId = known ?? list.lines[0]?.contractId ?? '';
  const answers: MonthAnswers = {
    fact: { state: 'yes', words: null },
    income: { items: [{ kind: 'wage', amount: roubles('20000.50') }] },
    household: null,
    proofs: [{ item: 'fact', kind: 'words', file: null }],
  };
  const sent = await command(office, 'citizen', {
    kind: 'submit-month',
    contractId,
    month: month('2026-10'),
    asked: ['fact', 'income'],
    answers,
  });
  expectKind(sent, 'month-submitted');
  return { contractId };
}
