import { expect, test } from 'vitest';
import { day } from '../../src/engine/day.ts';
import { onEachDatabase } from '../support/each-database.ts';
import { addOffice, ask, contract, countedIds, duty, NOW } from './samples.ts';

const DONE = { at: NOW, byStaffId: 'office-specialist', words: 'Подписано' } as const;

onEachDatabase((on) => {
  const run: ReturnType<typeof on>['database']['transaction'] = (work) => on().database.transaction(work);
  const withContract = (): Promise<void> =>
    run(async (stores) => {
      await addOffice(stores);
      await stores.cases.add(contract());
    });
  const replace = (ids: ReturnType<typeof countedIds>, duties: unknown[][], asks: unknown[][]): Promise<void> =>
    run((stores) =>
      stores.duties.replace(
        'contract',
        duties.map((each) => duty(...(each as [string, string, string]))),
        asks.map((each) => ask(...(each as [string, string]))),
        ids,
      ),
    );
  const rows = (): Promise<unknown> => on().sql('SELECT xmin::text, ctid::text, * FROM duties ORDER BY id');

  test('duties and asks come back as the engine gave them, with ids of their own', async () => {
    await withContract();
    await replace(countedIds(), [['monitoring:3', '2026-11-01', '2026-11-30']], [['fact:2026-10', '2026-11-20']]);
    expect(await run((stores) => stores.duties.ofContract('contract'))).toEqual([
      { ...duty('monitoring:3', '2026-11-01', '2026-11-30'), dutyId: 'id1', contractId: 'contract', done: null },
    ]);
    expect(await run((stores) => stores.duties.asksOf('contract'))).toEqual([
      { ...ask('fact:2026-10', '2026-11-20'), askId: 'id2', contractId: 'contract', state: 'open' },
    ]);
    expect((await run((stores) => stores.duties.find('id1')))?.dutyId).toBe('id1');
  });

  test('the same again touches no row', async () => {
    await withContract();
    const ids = countedIds();
    const duties = [['report', '2026-11-01', '2026-11-30']];
    await replace(ids, duties, [['fact:2026-10', '2026-11-20']]);
    const before = await rows();
    await replace(ids, duties, [['fact:2026-10', '2026-11-20']]);
    expect(await rows()).toEqual(before);
  });

  test('after an extension: days move, new ones come, what fell away goes, what is done stays as it was', async () => {
    await withContract();
    const ids = countedIds();
    await replace(
      ids,
      [
        ['conclusion', '2026-11-01', '2026-11-30'],
        ['report', '2027-04-01', '2027-04-30'],
        ['decision', '2027-12-01', '2027-12-31'],
      ],
      [
        ['fact:2026-10', '2026-11-20'],
        ['fact:2026-11', '2026-12-20'],
        ['income:2026-10', '2026-11-20'],
      ],
    );
    await run(async (stores) => {
      expect(await stores.duties.markDone('id1', DONE)).toBe(true);
      expect(await stores.duties.markDone('id1', { ...DONE, words: 'ещё раз' })).toBe(false);
      // By row id or by the engine's id: both name the ask.
      const [first] = await stores.duties.asksOf('contract');
      await stores.duties.markAsks('contract', [first?.askId ?? ''], 'sent');
      await stores.duties.markAsks('contract', ['income:2026-10'], 'returned');
    });
    await replace(ids, [['report', '2027-07-01', '2027-07-31']], [['fact:2026-10', '2026-11-25']]);
    expect(await run((stores) => stores.duties.ofContract('contract'))).toEqual([
      { ...duty('conclusion', '2026-11-01', '2026-11-30'), dutyId: 'id1', contractId: 'contract', done: DONE },
      { ...duty('report', '2027-07-01', '2027-07-31'), dutyId: 'id2', contractId: 'contract', done: null },
    ]);
    expect(await run((stores) => stores.duties.asksOf('contract'))).toEqual([
      { ...ask('fact:2026-10', '2026-11-25'), askId: 'id4', contractId: 'contract', state: 'sent' },
    ]);
  });

  test('the same duties kept twice at once are kept once', async () => {
    await withContract();
    const { database, replica } = on();
    const ids = countedIds();
    const duties = [duty('report', '2026-11-01', '2026-11-30')];
    await Promise.all(
      [database, replica, database, replica].map((each) =>
        each.transaction((stores) =>
          stores.duties.replace('contract', duties, [ask('fact:2026-10', '2026-11-20')], ids),
        ),
      ),
    );
    expect(await run((stores) => stores.duties.ofContract('contract'))).toHaveLength(1);
    expect(await run((stores) => stores.duties.asksOf('contract'))).toHaveLength(1);
  });

  test('the list: open, undone, due within the days, of the office and the specialist, earliest first', async () => {
    await withContract();
    await replace(
      countedIds(),
      [
        ['overdue', '2026-10-01', '2026-11-01'],
        ['today', '2026-11-01', '2026-11-22'],
        ['not-open', '2026-11-23', '2026-11-25'],
        ['week', '2026-11-01', '2026-11-28'],
        ['done', '2026-11-01', '2026-11-22'],
        ['far', '2026-11-01', '2026-12-31'],
      ],
      [],
    );
    await run((stores) => stores.duties.markDone('id5', DONE));
    const list = async (dueFrom: string | null, dueTo: string, specialistId: string | null, take = 10) => {
      const page = await run((stores) =>
        stores.duties.list(
          {
            officeId: 'office',
            dueFrom: dueFrom === null ? null : day(dueFrom),
            dueTo: day(dueTo),
            openBy: day('2026-11-22'),
            specialistId,
          },
          0,
          take,
        ),
      );
      return [page.lines.map((line) => line.id), page.total];
    };
    expect(await list(null, '2026-11-28', null)).toEqual([['overdue', 'today', 'week'], 3]);
    expect(await list('2026-11-22', '2026-11-22', null)).toEqual([['today'], 1]);
    expect(await list(null, '2026-11-28', 'office-specialist', 1)).toEqual([['overdue'], 3]);
    expect(await list(null, '2026-11-28', 'office-head')).toEqual([[], 0]);
  });

  test('each step of a reminder is claimed once, however many ask for it', async () => {
    await withContract();
    const { person } = await run(({ people }) => people.meet('web', 'hash', NOW));
    const step = (name: string) => ({ contractId: 'contract', key: 'fact:2026-10', step: name, personId: person.id });
    const { database, replica } = on();
    const claim = (names: string[], of = database) =>
      of.transaction((stores) => stores.duties.claimSteps(names.map(step), NOW));
    expect(await claim(['halfway', 'asked', 'halfway'])).toEqual([step('halfway'), step('asked')]);
    expect(await claim(['asked', 'last'])).toEqual([step('last')]);
    expect(await claim([])).toEqual([]);
    const both = await Promise.all([claim(['day'], database), claim(['day'], replica)]);
    expect(both.flat()).toEqual([step('day')]);
  });
});
