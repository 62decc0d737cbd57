/** Stage 1 through the chat alone: all seven outcomes with their papers and notices, an extension, a refusal, both kinds of stop. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContractDraft } from '../../src/dialogs/command.ts';
import { day } from '../../src/engine/day.ts';
import { approveAll, openContract, openWork, sign } from '../support/chat-deeds.ts';
import { type ChatOffice, openChatOffice, type Person } from '../support/chat-office.ts';
import { paperText } from '../support/chat-papers.ts';
import { joinedContract } from '../support/staffed-office.ts';

/** The marks of two measures, then the answers, as the buttons name them; words in «». */
const OUTCOMES: readonly { readonly deeds: readonly string[]; readonly paper: RegExp; readonly told: RegExp }[] = [
  {
    deeds: ['✅ Сделано', '✅ Сделано'],
    paper: /выполнены все мероприятия программы социальной адаптации\./,
    told: /Все шаги программы выполнены/,
  },
  {
    deeds: ['✅ Сделано', 'Частично', 'Уважительная', 'Не повлияло', '«болезнь ребёнка»'],
    paper: /частично выполнены .+ по уважительным причинам \(в связи со следующим: болезнь ребёнка\) не влияют/,
    told: /причина уважительная: «болезнь ребёнка»\. На итог договора это не влияет/,
  },
  {
    deeds: ['Не сделано', '✅ Сделано', 'Уважительной нет', 'Не повлияло'],
    paper: /частично выполнены .+ без уважительных причин не влияют на конечный результат/,
    told: /уважительной причины отдел не нашёл\. На итог договора это не влияет/,
  },
  {
    deeds: ['Не сделано', 'Частично', 'Уважительной нет', 'Оценить нельзя'],
    paper: /частично выполнены .+ без уважительных причин не позволяют оценить .+ расторгнут досрочно\./,
    told: /Поэтому договор завершается раньше срока/,
  },
  {
    deeds: ['✅ Сделано', 'Не сделано', 'Уважительная', 'Оценить нельзя', '«закрылось предприятие»'],
    paper: /частично выполнены .+ следующим: закрылось предприятие\) не позволяют .+ вопрос о продлении срока/,
    told: /причина уважительная: «закрылось предприятие»\. Отдел предложит комиссии продлить договор/,
  },
  {
    deeds: ['Не сделано', 'Не сделано', 'Уважительная', '«пожар в доме»'],
    paper: /не выполнены мероприятия .+ следующим: пожар в доме\) мероприятия не позволяют .+ вопрос о продлении срока/,
    told: /причина уважительная: «пожар в доме»\. Отдел предложит комиссии продлить договор/,
  },
  {
    deeds: ['Не сделано', 'Не сделано', 'Уважительной нет'],
    paper: /не выполнены мероприятия .+ без уважительных причин мероприятия не позволяют .+ расторгнут досрочно\./,
    told: /уважительной причины отдел не нашёл\. Поэтому договор завершается раньше срока/,
  },
];
const NAMES = ['Первова', 'Второва', 'Третьякова', 'Четверикова', 'Пятакова', 'Шестова', 'Семёнова'];

let at: ChatOffice;
let head: Person;
let specialist: Person;

beforeAll(async () => {
  at = await openChatOffice('2026-05-18');
  ({ head, specialist } = at);
  for (const [index, name] of NAMES.entries()) {
    const draft: Partial<ContractDraft> = {
      number: `${index + 1}/26`,
      recipientName: `${name} Анна Сергеевна`,
      startsOn: day('2026-03-01'),
      endsOn: day('2026-05-31'),
      // The first is of the training track, which has no sample of its own.
      track: index === 0 ? 'training' : 'job-search',
      measures: [
        { name: 'Встать на учёт', dueOn: null },
        { name: 'Выйти на работу', dueOn: null },
      ],
    };
    await joinedContract(at.office, draft, name);
  }
  await at.turnTo('2026-05-18');
}, 120_000);
afterAll(() => at.close());

/** Presses, or types what stands in «». */
async function does(who: Person, deeds: readonly string[]): Promise<void> {
  for (const deed of deeds) await (deed.startsWith('«') ? who.say(deed.slice(1, -1)) : who.press(deed));
}

describe('stage 1 in the chat', () => {
  it('each of the seven outcomes: marks, cause, effect, the paper, two signatures, the notice', async () => {
    for (const [index, { deeds, paper }] of OUTCOMES.entries()) {
      await openWork(specialist, 'Заключение', NAMES[index] ?? '');
      await does(specialist, ['Отметить мероприятия', ...deeds.slice(0, 2), '📄 Заключение', ...deeds.slice(2)]);
      specialist.sees(`Вариант ${index + 1}`);
      await specialist.press('Отправить');
      const text = await paperText(`этап 1/${index + 1} ${NAMES[index]}`, specialist.file());
      expect(text).toMatch(paper);
      expect(text).toContain(`Социальный контракт заключен с гражданином (семьей гражданина) | ${NAMES[index]} Анна`);
      await sign(specialist);
    }
    expect(await approveAll(head)).toBe(7);
    await at.office.tick();
    for (const [index, { told }] of OUTCOMES.entries())
      expect(at.person(NAMES[index] ?? '').everything()).toMatch(told);
  });

  it('from the morning digest to a paper and its file: two taps', async () => {
    await openContract(specialist, '2/26');
    await specialist.press('🗂 Бумаги и решения', '№ 1', 'Исправить: новая редакция');
    await does(specialist, [
      '«Причина названа неточно»',
      'Отправить',
      'Уважительная',
      'Не повлияло',
      '«ангина ребёнка»',
    ]);
    await specialist.press('Отправить');
    await sign(specialist);
    await at.turnTo('2026-05-19');
    head.sees('Доброе утро', 'Бумаги: что ждёт меня');
    const before = head.deeds();
    await head.press('📋 Бумаги: что ждёт меня', '1. Второва А. С.');
    expect(head.deeds() - before).toBe(2);
    expect(head.file().name).toMatch(/Заключение .+\.docx$/);
    await head.press('Вернуть с замечанием');
    await does(head, ['«Опечатка: ангина у матери»', 'Отправить']);
    await at.turnTo('2026-05-20');
    const morning = specialist.deeds();
    await specialist.press('📋 Бумаги: что ждёт меня', '1. Второва А. С.');
    expect(specialist.deeds() - morning).toBe(2);
    specialist.sees('Опечатка: ангина у матери');
    expect(specialist.file().name).toMatch(/Заключение .+\.docx$/);
    await does(specialist, ['Подготовить заново', 'Уважительная', 'Не повлияло', '«ангина матери»', 'Отправить']);
    const text = await paperText('этап 1/2 Второва', specialist.file());
    expect(text).toContain('в связи со следующим: ангина матери');
    await sign(specialist);
    await approveAll(head);
    await at.office.tick();
    const citizen = at.person('Второва');
    citizen.sees('В прежней бумаге нашлась ошибка, её исправили');
    await openContract(specialist, '2/26');
    await specialist.press('🗂 Бумаги и решения');
    specialist.sees('Заключение – есть редакция новее', 'Заключение, редакция 2 – обе подписи есть');
  });

  it('an extension: on the way to the commission the dates are marked, then they move, and the new end has its own conclusion', async () => {
    await openContract(specialist, '5/26');
    await specialist.press('🗂 Бумаги и решения', '⏳ Продление', 'Вынесли на комиссию', 'Отправить');
    await at.turnTo('2026-06-01');
    await specialist.say('/papers');
    specialist.sees('Продление ещё не решено');
    await openContract(specialist, '5/26');
    await specialist.press('🗂 Бумаги и решения', '⏳ Продление');
    expect(specialist.offers('Вынесли на комиссию')).toBe(false);
    await does(specialist, [
      'Комиссия продлила',
      'Сегодня',
      'Самый поздний: 16 июля 2026',
      '«Протокол № 7»',
      'Отправить',
    ]);
    specialist.sees(
      'Договор до 16 июля 2026',
      'Сдвинулись сроки:',
      '• Заключение, этап 1: 31 мая 2026 г. → 16 июля 2026 г.',
      '• Отчёт, этап 2: 31 октября 2026 г. → 31 декабря 2026 г.',
      'Почему: договор продлён',
    );
    await at.office.tick();
    at.person('Пятакова').sees('комиссия его продлила. Новый последний день: 16 июля 2026', 'Если вы не согласны');
    await at.turnTo('2026-07-13');
    await openWork(specialist, 'Заключение', 'Пятакова');
    await does(specialist, ['Отметить мероприятия', '№ 2', '✅ Сделано', '📄 Заключение', 'Отправить']);
    const text = await paperText('этап 1/5 Пятакова', specialist.file());
    expect(text).toContain('Дата окончания действия социального контракта | 16 июля 2026 года');
    expect(text).toMatch(/выполнены все мероприятия/);
    await sign(specialist);
    await approveAll(head);
    await openContract(specialist, '5/26');
    await specialist.press('🗂 Бумаги и решения');
    expect(specialist.screen().match(/\d\. Заключение – обе подписи есть/g)).toHaveLength(2);
    specialist.sees('Комиссия 1 июня 2026 г. продлила до 16 июля 2026 г.');
  });

  it('the commission refuses: the dates stand', async () => {
    await openContract(specialist, '6/26');
    await specialist.press(
      '🗂 Бумаги и решения',
      '⏳ Продление',
      'Комиссия отказала',
      'Сегодня',
      'Пропустить',
      'Отправить',
    );
    specialist.sees('Записали отказ комиссии, договор идёт до своего дня');
    await at.office.tick();
    at.person('Шестова').sees('комиссия решила его не продлевать. Последний день прежний: 31 мая 2026');
  });

  it('whether a stop is one under point 49 is asked: with it no report, without it all days anew', async () => {
    for (const [number, answer] of [
      ['4/26', 'Да, по пункту 49'],
      ['7/26', 'Нет, по другой причине'],
    ] as const) {
      await openContract(specialist, number);
      await specialist.press('🗂 Бумаги и решения', '⛔ Прекращение');
      await does(specialist, ['«29.05.2026»', answer, '«Решение комиссии № 12»', 'Отправить']);
      specialist.sees('Прекращение записано', 'Договор до 29 мая 2026');
      if (number === '4/26') specialist.sees('Отчёт, этап 2: не нужно', 'договор прекращён по пункту 49');
      else expect(specialist.screen()).not.toContain('не нужно');
    }
    await at.office.tick();
    at.person('Четверикова').sees('завершён раньше срока: 29 мая 2026', 'отчёта по этому договору не будет');
    at.person('Семёнова').sees('завершён раньше срока: 29 мая 2026', 'через пять месяцев подготовит отчёт');
  });

  it('training is monitored by the sample of job search', async () => {
    const citizen = at.person('Первова');
    expect(citizen.everything()).toContain('июнь 2026: подтверждение');
    await openWork(specialist, 'Мониторинг 2 из 12', 'Первова');
    await specialist.press(
      'Записать',
      '✅ Подтверждается',
      'Сегодня',
      'Заверенная копия трудовой',
      'Пропустить',
      'Отправить',
    );
    const text = await paperText('этап 1/1 Первова', specialist.file());
    expect(text).toContain('проверен факт наличия действующего трудового договора по состоянию на:');
    expect(text).toContain('второй месяц мониторинга (июль 2026 года) – 13 июля 2026 года подтвержден факт');
  });
});
