import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Contract } from '../../src/casework/ports.ts';
import { day } from '../../src/engine/day.ts';
import { roubles } from '../../src/engine/money.ts';
import { onEachDatabase } from '../support/each-database.ts';
import { addOffice, at, contract, NOW } from './samples.ts';

onEachDatabase((on) => {
  const run: ReturnType<typeof on>['database']['transaction'] = (work) => on().database.transaction(work);
  const stored = async (...contracts: Partial<Contract>[]): Promise<void> => {
    await run(async (stores) => {
      await addOffice(stores);
      for (const change of contracts) await stores.cases.add(contract(change));
    });
  };

  test('a contract comes back whole: household, measures and history of dates in their order', async () => {
    await stored({});
    expect(await run(({ cases }) => cases.find('contract'))).toEqual(contract());
    expect(await run(({ cases }) => cases.find('none'))).toBeNull();
  });

  test.each(['0.00', '0.01', '12500.50', '9999999999.99', '1000000000.10'])(
    'money %s comes back to the kopeck',
    async (amount) => {
      await stored({ perCapitaIncomeBefore: roubles(amount), averageMonthlyIncomeBefore: roubles(amount) });
      const found = await run(({ cases }) => cases.find('contract'));
      expect([found?.perCapitaIncomeBefore, found?.averageMonthlyIncomeBefore]).toEqual([amount, amount]);
      expect(await on().sql('SELECT per_capita_income_before::text AS sum FROM contracts')).toEqual([{ sum: amount }]);
    },
  );

  describe('in a process whose zone is Asia/Kamchatka', () => {
    const zone = process.env['TZ'];
    beforeAll(() => {
      process.env['TZ'] = 'Asia/Kamchatka';
    });
    afterAll(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });

    test.each(['1990-01-01', '2024-02-29', '2026-03-29', '2026-10-25', '2199-12-31'])(
      'the day %s and the moment of recording stay what they were',
      async (text) => {
        expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-720);
        const change = { ...contract().dates[0], recordedAt: at('23:59:59') } as Contract['dates'][number];
        await stored({ nextDate: day(text), dates: [change] });
        const found = await run(({ cases }) => cases.find('contract'));
        expect([found?.nextDate, found?.dates[0]?.recordedAt]).toEqual([text, at('23:59:59')]);
        expect(await on().sql('SELECT next_date::text AS day FROM contracts')).toEqual([{ day: text }]);
        expect(
          await on().sql(`SELECT to_char(recorded_at AT TIME ZONE 'UTC', 'HH24:MI:SS') AS time FROM date_changes`),
        ).toEqual([{ time: '23:59:59' }]);
      },
    );
  });

  test('a change of dates is added beside the old ones', async () => {
    await stored({});
    const extended = {
      kind: 'extended',
      startsOn: day('2026-03-01'),
      endsOn: day('2027-02-28'),
      stoppedUnderPoint49: false,
      reason: 'Решение комиссии',
      recordedAt: at('12:00:00'),
      byStaffId: 'office-head',
    } as const;
    await run(async ({ cases }) => {
      await cases.addDateChange('contract', extended);
      await cases.change('contract', { extendedTo: day('2027-02-28'), nextDate: null });
      await cases.changeMeasure('contract', 'measure-2', { status: 'partly', note: 'Договор на полставки' });
    });
    const found = await run(({ cases }) => cases.find('contract'));
    expect(found?.dates).toEqual([...contract().dates, extended]);
    expect([found?.extendedTo, found?.nextDate, found?.agreedEndsOn]).toEqual(['2027-02-28', null, '2026-11-30']);
    expect(found?.measures.map(({ status, note }) => [status, note])).toEqual([
      ['done', null],
      ['partly', 'Договор на полставки'],
    ]);
  });

  describe('search', () => {
    const people: Partial<Contract>[] = [
      { id: 'a', number: '1-2026', recipientName: 'Королёва Мария Петровна' },
      { id: 'b', number: '2-2026', recipientName: 'Иванов Пётр 100% Ильич' },
      { id: 'c', number: '3_2026', recipientName: 'Марьина Анна' },
    ];
    test.each([
      ['nothing asked gives all, newest first', null, ['c', 'b', 'a']],
      ['a name in small letters with е for ё', 'королева', ['a']],
      ['capital letters', 'МАР', ['c', 'a']],
      ['words in another order', '  мария   королёва ', ['a']],
      ['a number', '2-20', ['b']],
      ['a per cent sign is only itself', '%', ['b']],
      ['an underscore is only itself', '_', ['c']],
      ['a backslash is only itself', '\\', []],
      ['nobody', 'петухов', []],
    ])('%s', async (_name, search, ids) => {
      await stored(...people.map((each) => ({ ...each, measures: [] })));
      const page = await run(({ cases }) => cases.search('office', search, 0, 10));
      expect([page.lines.map((line) => line.id), page.total]).toEqual([ids, ids.length]);
    });

    test('pages and stays inside the office', async () => {
      await stored(...people.map((each) => ({ ...each, measures: [] })));
      const page = await run(({ cases }) => cases.search('office', null, 1, 1));
      expect([page.lines.map((line) => line.id), page.total]).toEqual([['b'], 3]);
      expect((await run(({ cases }) => cases.search('another', null, 0, 10))).total).toBe(0);
    });
  });

  test('a number is taken within its office only', async () => {
    await stored({});
    expect(await run(({ cases }) => cases.numberTaken('office', '32-17/2026'))).toBe(true);
    expect(await run(({ cases }) => cases.numberTaken('another', '32-17/2026'))).toBe(false);
    await expect(run(({ cases }) => cases.add(contract({ id: 'second', measures: [] })))).rejects.toThrow();
  });

  test('what is due comes oldest first, of the offices asked for, up to the day and the count', async () => {
    const due = (id: string, nextDate: string | null): Partial<Contract> => ({
      id,
      number: id,
      measures: [],
      nextDate: nextDate === null ? null : day(nextDate),
    });
    await stored(due('b', '2026-11-20'), due('a', '2026-11-10'), due('later', '2026-11-23'), due('over', null));
    const dueBy = async (offices: string[], take: number): Promise<string[]> =>
      (await run(({ cases }) => cases.dueBy(offices, day('2026-11-22'), take))).map((each) => each.id);
    expect(await dueBy(['office'], 10)).toEqual(['a', 'b']);
    expect(await dueBy(['office'], 1)).toEqual(['a']);
    expect(await dueBy(['another'], 10)).toEqual([]);
  });

  test('contracts are counted by specialist and handed over', async () => {
    await stored({}, { id: 'second', number: '2', measures: [] });
    const counts = (): Promise<ReadonlyMap<string, number>> => run(({ cases }) => cases.countBySpecialist('office'));
    expect(await counts()).toEqual(new Map([['office-specialist', 2]]));
    await run(({ cases }) => cases.handOver('office-specialist', 'office-head'));
    expect(await counts()).toEqual(new Map([['office-head', 2]]));
  });

  test('contracts of a person come with the newest term first', async () => {
    await stored({}, { id: 'older', number: '2', measures: [], startsOn: day('2024-01-01') });
    const { person } = await run(({ people }) => people.meet('web', 'hash', NOW));
    await run(async ({ cases }) => {
      await cases.change('older', { personId: person.id });
      await cases.change('contract', { personId: person.id });
    });
    const found = await run(({ cases }) => cases.ofPerson(person.id));
    expect(found.map((each) => each.id)).toEqual(['contract', 'older']);
  });
});
