/**
 * Four families, one of each track, from the last month of the contract to the decision: what people did in the chat is on the papers.
 * The papers lie in `OPORA_PAPERS_DIR` afterwards; with it every word of the year goes through the chat (`chat-year.ts`).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANNA, BORIS, FAMILIES, type Family, GLEB, VERA } from '../support/chat-families.ts';
import type { ChatOffice } from '../support/chat-office.ts';
import { layOut, unpacked } from '../support/chat-papers.ts';
import { openCase } from '../support/chat-stages.ts';
import { liveYear } from '../support/chat-year.ts';
import { readPaperText } from '../documents/paper/support/read-paper-text.ts';

let at: ChatOffice;
/** Files of each case by the first two digits of their name; proofs by their whole path. */
const cases = new Map<Family, ReadonlyMap<string, Uint8Array>>();

beforeAll(async () => {
  at = await liveYear(process.env['OPORA_PAPERS_DIR'] !== undefined);
  for (const family of FAMILIES) {
    await openCase(at.specialist, family);
    await at.specialist.press('📦 Архив дела');
    await at.specialist.wait();
    cases.set(family, await unpacked('дела', at.specialist.file()));
  }
  await openCase(at.specialist, BORIS);
  await at.specialist.press('📈 График');
  const chart = at.specialist.file();
  layOut(`график/${chart.name}`, await chart.bytes());
}, 600_000);
afterAll(() => at.close());

function paper(family: Family, number: string): string {
  for (const [path, bytes] of cases.get(family) ?? []) if (path.includes(`/${number} `)) return readPaperText(bytes);
  throw new Error(`no paper ${number} of ${family.who}: ${[...(cases.get(family)?.keys() ?? [])].join(', ')}`);
}

const told = (family: Family) => at.person(family.who).everything();

describe('every case', () => {
  it.each(FAMILIES.map((family) => [family.contract.track, family] as const))(
    '%s: fifteen papers, proofs beside them',
    (_track, family) => {
      const paths = [...(cases.get(family)?.keys() ?? [])].map((path) => path.split('/').slice(1));
      const papers = paths.filter(({ length }) => length === 1).map(([name]) => name ?? '');
      const numbers = Array.from({ length: 15 }, (_each, index) => String(index + 1).padStart(2, '0'));
      expect(papers.map((name) => name.slice(0, 2)).toSorted()).toEqual(family === VERA ? [...numbers, '16'] : numbers);
      expect(papers.filter((name) => name.includes('черновик'))).toEqual([]);
      expect(paths.filter(([folder]) => folder === 'Подтверждения').length).toBeGreaterThan(1);
    },
  );

  it.each(FAMILIES.map((family) => [family.contract.track, family] as const))(
    '%s: names, dates and both signatures on each paper',
    (_track, family) => {
      const { recipientName } = family.contract;
      for (let number = 1; number <= 15; number += 1) {
        const text = paper(family, String(number).padStart(2, '0'));
        expect(text).toContain(`(семьей гражданина) | ${recipientName}`);
        expect(text).toContain('Дата начала действия социального контракта | 1 марта 2026 года');
        expect(text).toContain('Дата окончания действия социального контракта | 31 мая 2026 года');
        expect(text).toMatch(/Специалист \|.*\| Сидорова Ольга/);
        expect(text).toMatch(/Начальник отдела \|.*\| Начальникова Нина/);
        expect(text).not.toContain('ПРОЕКТ');
      }
    },
  );

  it('nothing waits any more, but what Vera was asked and the tax service answered', async () => {
    await at.head.say('/papers');
    at.head.sees('Ничего не ждёт');
    await at.specialist.say('/papers');
    at.specialist.sees('Ничего не ждёт');
  });
});

describe('job search, a family of seven', () => {
  it('stage 1 and 2: all measures, income per head risen, below the minimum', () => {
    expect(paper(ANNA, '01')).toContain('Заключить трудовой договор | выполнено');
    const report = paper(ANNA, '02');
    expect(report).toContain('45 500 рублей 00 копеек');
    expect(report).toContain('80 000 рублей 50 копеек');
    expect(report).toContain('11 428 рублей 64 копейки');
    expect(report).toMatch(/увеличился \(но не превысил величину прожиточного минимума/);
    expect(report).toMatch(/эффективен:/);
    expect(report).toContain('условия жизни гражданина (семьи гражданина) улучшены;');
    expect(report).toContain('У детей'.toLowerCase());
  });

  it('stage 3: twelve confirmed months, three windows, advisable', () => {
    expect(paper(ANNA, '03')).toContain(
      'первый месяц мониторинга (июнь 2026 года) – 2 июня 2026 года подтвержден факт',
    );
    expect(paper(ANNA, '08')).toContain('за 4, 5, 6-й месяцы');
    expect(paper(ANNA, '07')).not.toContain('Рассчитан');
    const decision = paper(ANNA, '15');
    expect(decision).toContain('подтвержден факт наличия действующего трудового договора на протяжении 12 месяцев;');
    expect(decision.match(/60 000 рублей 00 копеек/g)).toHaveLength(3);
    expect(decision.match(/11 428 рублей 64 копейки/g)).toHaveLength(3);
    expect(decision).toContain('целесообразно.');
    expect(told(ANNA)).toContain('Новый социальный контракт возможен. За год подтверждено 12 месяцев.');
  });
});

describe('business, amounts of seven digits', () => {
  it('the remark of the head is answered on the conclusion', () => {
    expect(paper(BORIS, '01')).toContain('в связи со следующим: Завод задержал поставку станка до июня');
    expect(told(BORIS)).toContain('причина уважительная: «Завод задержал поставку станка до июня»');
  });

  it('the forgotten month was asked for from the month after it, and entered with where it was read', () => {
    expect(told(BORIS)).toContain('• июль 2026: доход. Пожалуйста, до 20 августа 2026');
    const report = paper(BORIS, '02');
    expect(report).toContain('4 814 814 рублей 68 копеек');
    expect(report).toContain('1 604 938 рублей 23 копейки');
    expect(report).toMatch(/увеличился и превысил величину прожиточного минимума/);
    expect(report).toContain('такого варианта в форме нет');
  });

  it('an entrepreneur is underlined, with the paper the entrepreneur gave', () => {
    const record = paper(BORIS, '04');
    expect(record).toContain('<u>индивидуального предпринимателя</u>');
    expect(record).toContain('гражданином представлены документы (справка)');
    expect(record).not.toContain('Мой налог');
  });

  it('a new contract is not advisable: the family is no longer low-income, and other support is named', () => {
    const decision = paper(BORIS, '15');
    expect(decision).toContain('нецелесообразно.');
    expect(decision).toContain('Консультация центра «Мой бизнес»');
    expect(told(BORIS)).toContain('доход семьи теперь не ниже прожиточного минимума');
    expect(told(BORIS)).toContain('• Льготный заём на оборудование');
  });
});

describe('household farm', () => {
  it('nobody confirmed September: the letter and its answer are on the record', () => {
    const record = paper(VERA, '06');
    expect(record).toContain('подтвержден факт посредством направления запроса в налоговую службу');
    expect(record).toContain('Подтверждающий документ | Письмо от 24.09.2026 № 15-08/1234');
    expect(paper(VERA, '05')).toContain('через официальное приложение ФНС России «Мой налог»');
    expect(paper(VERA, '16')).toContain('УФНС России по Брянской области');
  });

  it('a verdict against the proposal, corrected by a new revision: both were told', () => {
    const report = paper(VERA, '02');
    expect(report).toMatch(/неэффективен:/);
    expect(report).toContain('уменьшился по окончании срока действия');
    expect(report).toContain('не достигнут.');
    expect(report).toContain('36 000 рублей 00 копеек');
    expect(told(VERA)).toContain('Отдел считает: договор помог.');
    expect(told(VERA)).toContain('В прежней бумаге нашлась ошибка, её исправили');
    expect(told(VERA)).toContain('договор помог меньше, чем хотелось бы');
    expect(paper(VERA, '15')).toContain('признан неэффективным');
    expect(paper(VERA, '15')).toContain('налогоплательщика налога на профессиональный доход на протяжении 12 месяцев;');
  });
});

describe('hardship', () => {
  it('the survey with its findings is on the record; papers are named', () => {
    const first = paper(GLEB, '03');
    expect(first).toContain('установлен факт улучшения условий жизни, факт трудной жизненной ситуации не преодолен');
    expect(first).toContain('Печь починена, в доме тепло, крышу чинят.');
    expect(first).toContain('У детей есть место для уроков.');
    const third = paper(GLEB, '05');
    expect(third).toContain('установлен факт ухудшения условий жизни');
    expect(third).toContain('Подтверждающий документ | справка участкового врача № 3');
    expect(paper(GLEB, '08')).not.toContain('Рассчитан доход гражданина');
    expect(paper(GLEB, '02')).toContain('Печь починена, в доме тепло, крышу чинят.');
  });

  it('months better and worse are counted apart', () => {
    const decision = paper(GLEB, '15');
    expect(decision).toMatch(/подтвержден факт улучшения .+ на протяжении 11 месяцев;/);
    expect(decision).toMatch(/подтвержден факт ухудшения .+ на протяжении 1 месяца;/);
    expect(decision).not.toContain('рассчитан доход гражданина');
    expect(decision.match(/5 000 рублей 00 копеек/g)).toHaveLength(3);
  });

  it('the photos of the survey lie among the proofs', () => {
    const photos = [...(cases.get(GLEB)?.keys() ?? [])].filter((path) => path.includes('Подтверждения/2026-06'));
    expect(photos).toHaveLength(2);
  });
});
