import { expect, test } from 'vitest';
import type { StoredInquiry, StoredPaper, StoredRecord } from '../../src/casework/ports.ts';
import type { MonitoringPaper } from '../../src/casework/paper/paper.ts';
import { day, month } from '../../src/engine/day.ts';
import { roubles } from '../../src/engine/money.ts';
import { onEachDatabase } from '../support/each-database.ts';
import { addOffice, at, contract, countedIds, NOW, staff } from './samples.ts';

const SIGNED = { at: NOW, on: day('2026-11-22'), byStaffId: 'office-specialist' };
const APPROVED = { at: NOW, on: day('2026-11-23'), byStaffId: 'office-head' };
const FILE = { hash: 'f'.repeat(64), name: 'Сведения 3.docx', mediaType: 'application/x-docx', size: 12_345 };

function value(change: Partial<MonitoringPaper> = {}): MonitoringPaper {
  return {
    kind: 'monitoring',
    region: 'bryansk',
    officeName: 'Отдел',
    contractNumber: '32-17/2026',
    recipientName: 'Королёва Мария',
    track: 'job-search',
    startsOn: day('2026-03-01'),
    endsOn: day('2026-08-31'),
    specialist: { name: 'Орлова', position: 'Специалист' },
    head: { name: 'Начальникова', position: 'Начальник' },
    preparedOn: day('2026-11-22'),
    revision: 1,
    draft: true,
    number: 3,
    month: month('2026-11'),
    checkedOn: day('2026-11-20'),
    confirmedBy: 'papers',
    paper: 'копия «договора»\u0000',
    fact: 'confirmed',
    registeredAs: null,
    conditions: null,
    hardship: null,
    window: null,
    ...change,
  };
}

function paper(id: string, change: Partial<StoredPaper> = {}): StoredPaper {
  return {
    id,
    contractId: 'contract',
    officeId: 'office',
    kind: 'monitoring',
    key: 'monitoring:3@2026-08-31',
    answers: ['monitoring:3@2026-08-31'],
    revision: 1,
    status: 'draft',
    value: value(),
    inputs: { z: 1, a: [roubles('1.00')] },
    outcome: null,
    proposed: null,
    whyAgainst: null,
    revisionReason: null,
    prepared: SIGNED,
    submitted: null,
    approved: null,
    remark: null,
    contentHash: null,
    file: null,
    ...change,
  };
}

onEachDatabase((on) => {
  const run: ReturnType<typeof on>['database']['transaction'] = (work) => on().database.transaction(work);
  const withContract = (): Promise<void> =>
    run(async (stores) => {
      await addOffice(stores);
      await stores.cases.add(contract());
    });

  test('a paper comes back letter by letter, and moves on from the states it may', async () => {
    await withContract();
    await run((stores) => stores.papers.add(paper('p1')));
    expect(await run((stores) => stores.papers.find('p1'))).toEqual(paper('p1'));
    const submitted = paper('p1', { status: 'submitted', submitted: SIGNED });
    expect(await run((stores) => stores.papers.replace(submitted, ['draft', 'returned']))).toBe(true);
    expect(await run((stores) => stores.papers.replace(submitted, ['draft', 'returned']))).toBe(false);
    const approved = paper('p1', {
      status: 'approved',
      submitted: SIGNED,
      approved: APPROVED,
      contentHash: 'abc',
      file: FILE,
      remark: 'раньше возвращали',
    });
    expect(await run((stores) => stores.papers.replace(approved, ['submitted']))).toBe(true);
    expect(await run((stores) => stores.papers.find('p1'))).toEqual(approved);
    await run((stores) => stores.papers.supersede('p1'));
    expect((await run((stores) => stores.papers.find('p1')))?.status).toBe('superseded');
  });

  test('two replicas approving at once: one does', async () => {
    await withContract();
    await run((stores) => stores.papers.add(paper('p1', { status: 'submitted', submitted: SIGNED })));
    const { database, replica } = on();
    const approved = paper('p1', { status: 'approved', submitted: SIGNED, approved: APPROVED });
    const both = await Promise.all(
      [database, replica].map((each) => each.transaction((stores) => stores.papers.replace(approved, ['submitted']))),
    );
    expect(both.filter(Boolean)).toHaveLength(1);
  });

  test('papers by key, by month and by day, a page at a time', async () => {
    await withContract();
    const second = { revision: 2, revisionReason: 'опечатка' };
    await run(async ({ papers }) => {
      await papers.add(paper('a', { status: 'approved', approved: APPROVED }));
      await papers.add(paper('b', second));
      const other = { key: 'monitoring:4@2026-08-31', value: value({ number: 4, month: month('2026-12') }) };
      await papers.add(paper('c', { ...other, status: 'approved', approved: APPROVED }));
    });
    await expect(run((stores) => stores.papers.add(paper('d', second)))).rejects.toThrow();
    const ids = (papers: readonly StoredPaper[]) => papers.map(({ id }) => id);
    const { papers } = await run(async (stores) => ({
      papers: {
        ofKey: ids(await stores.papers.ofKey('contract', 'monitoring:3@2026-08-31')),
        all: ids(await stores.papers.ofContract('contract')),
        drafts: ids(await stores.papers.recordsOfMonth('office', month('2026-11'), 'draft')),
      },
    }));
    expect(papers).toEqual({ ofKey: ['a', 'b'], all: ['a', 'b', 'c'], drafts: ['b'] });
    const filter = { officeId: 'office', from: day('2026-11-01'), to: day('2026-11-30'), kind: 'monitoring' as const };
    await run(async (stores) => {
      expect(ids(await stores.papers.approvedBetween(filter, null, 1))).toEqual(['a']);
      expect(ids(await stores.papers.approvedBetween(filter, 'a', 5))).toEqual(['c']);
      expect(await stores.papers.countApproved({ ...filter, kind: null })).toBe(2);
      expect(await stores.papers.countApproved({ ...filter, kind: 'report' })).toBe(0);
      expect(await stores.papers.countApproved({ ...filter, to: day('2026-11-21') })).toBe(0);
      expect(await stores.papers.countApproved({ ...filter, officeId: 'other' })).toBe(0);
    });
  });

  test('what waits: for the head what to approve, for the specialist what came back, letters, open duties', async () => {
    await withContract();
    const duty = (id: string, kind: 'monitoring' | 'register' | 'decision', opensOn: string, dueOn: string) => ({
      id,
      key: `${id}@2026-08-31`,
      kind,
      opensOn: day(opensOn),
      dueOn: day(dueOn),
    });
    const duties = [
      duty('monitoring:3', 'monitoring', '2026-11-01', '2026-11-30'),
      duty('monitoring:2', 'monitoring', '2026-10-01', '2026-10-31'),
      duty('monitoring:1', 'monitoring', '2026-09-01', '2026-09-30'),
      duty('register', 'register', '2026-11-01', '2026-12-10'),
      duty('decision', 'decision', '2027-09-01', '2027-09-30'),
    ];
    await run(async (stores) => {
      await stores.duties.replace('contract', duties, [], countedIds());
      const returned = {
        key: 'monitoring:2@2026-08-31',
        answers: ['monitoring:2@2026-08-31'],
        status: 'returned',
      } as const;
      await stores.papers.add(paper('returned', returned));
      await stores.papers.add(paper('sent', { status: 'submitted', submitted: SIGNED }));
      await stores.inquiries.add(inquiry('late', '2026-11-20'));
      await stores.inquiries.add(inquiry('waits', '2026-11-22'));
    });
    const waiting = (who: ReturnType<typeof staff>, skip = 0, take = 10) =>
      run((stores) => stores.papers.waiting(who, day('2026-11-22'), skip, take));
    const named = async (who: ReturnType<typeof staff>) =>
      (await waiting(who)).lines.map(({ why, id }) => `${why} ${id}`);
    // id3 is monitoring:1: 2 is returned, 3 is with the head.
    expect(await named(staff('office', 'specialist'))).toEqual(['returned returned', 'inquiry-due late', 'duty id3']);
    expect(await named(staff('office', 'head'))).toEqual(['to-approve sent', 'duty id4']);
    expect(await named(staff('elsewhere', 'head'))).toEqual([]);
    const own = paper('own', { key: 'k', answers: [], status: 'submitted', submitted: APPROVED, prepared: APPROVED });
    await run((stores) => stores.papers.add(own));
    expect(await named(staff('office', 'head'))).not.toContain('to-approve own');
    expect(await waiting(staff('office', 'specialist'), 1, 1)).toEqual({
      lines: [{ why: 'inquiry-due', id: 'late' }],
      total: 3,
    });
    expect(await waiting(staff('office', 'specialist'), 9, 1)).toEqual({ lines: [], total: 3 });
  });

  test('a record stands in place of the one before', async () => {
    await withContract();
    const record: StoredRecord = {
      contractId: 'contract',
      key: 'monitoring:3@2026-08-31',
      number: 3,
      month: month('2026-11'),
      fact: 'no-answer',
      conditions: null,
      hardship: null,
      checkedOn: day('2026-11-20'),
      confirmedBy: null,
      paperWords: null,
      registeredAs: null,
      keptAt: NOW,
      byStaffId: 'office-specialist',
    };
    const confirmed: StoredRecord = {
      ...record,
      fact: 'confirmed',
      confirmedBy: 'official-app',
      keptAt: at('07:00:00'),
    };
    await run((stores) => stores.records.keep(record));
    await run((stores) => stores.records.keep(confirmed));
    expect(await run((stores) => stores.records.find('contract', record.key))).toEqual(confirmed);
    expect(await run((stores) => stores.records.ofContract('contract'))).toEqual([confirmed]);
    expect(await run((stores) => stores.records.find('contract', 'monitoring:4@2026-08-31'))).toBeNull();
  });

  test('an answer is filed once', async () => {
    await withContract();
    await run((stores) => stores.inquiries.add(inquiry('i', '2026-11-20')));
    const answer = {
      on: day('2026-11-19'),
      what: 'confirms',
      words: 'работает',
      byStaffId: 'office-specialist',
    } as const;
    expect(await run((stores) => stores.inquiries.answer('i', answer))).toBe(true);
    expect(await run((stores) => stores.inquiries.answer('i', { ...answer, what: 'denies' }))).toBe(false);
    expect(await run((stores) => stores.inquiries.ofContract('contract'))).toEqual([
      { ...inquiry('i', '2026-11-20'), answer },
    ]);
  });

  test('figures, families, surveys, sittings and templates come back in order', async () => {
    await withContract();
    const figure = {
      id: 'f1',
      contractId: 'contract',
      month: month('2026-09'),
      item: 'own',
      incomeKind: 'wage',
      amount: roubles('12345678.90'),
      source: 'paper',
      words: 'справка № 7',
      keptAt: NOW,
      keptOn: day('2026-11-22'),
      byStaffId: 'office-specialist',
    } as const;
    const family = {
      id: 'h1',
      contractId: 'contract',
      from: day('2026-10-01'),
      members: contract().household,
      keptAt: NOW,
      byStaffId: 'office-head',
    };
    const survey = {
      id: 's1',
      contractId: 'contract',
      on: day('2026-11-02'),
      findings: 'Тепло',
      files: [FILE],
      keptAt: NOW,
      byStaffId: 'office-head',
    };
    const template = {
      officeId: 'office',
      paperKind: 'report',
      file: FILE,
      putOn: day('2026-11-22'),
      byStaffId: 'office-head',
    } as const;
    const decided = {
      satOn: day('2026-11-21'),
      result: 'extended',
      extendedTo: day('2026-12-31'),
      words: 'протокол 4',
      byStaffId: 'office-head',
    } as const;
    await run(async (stores) => {
      await stores.figures.keep(figure);
      await stores.figures.keep({ ...figure, id: 'f0', item: 'household', incomeKind: null });
      await stores.figures.keepHousehold(family);
      await stores.surveys.add(survey);
      await stores.surveys.add({ ...survey, id: 's0', on: day('2026-10-02') });
      await stores.templates.put({ ...template, putOn: day('2026-01-01') });
      await stores.templates.put(template);
      await stores.cases.addSitting('contract', {
        id: 't1',
        askedOn: day('2026-11-20'),
        askedByStaffId: 'office-specialist',
        decided: null,
      });
    });
    await run(async (stores) => {
      expect((await stores.figures.ofContract('contract')).map(({ id }) => id)).toEqual(['f1', 'f0']);
      expect((await stores.figures.ofContract('contract'))[0]).toEqual(figure);
      expect(await stores.figures.householdsOf('contract')).toEqual([family]);
      expect((await stores.surveys.ofContract('contract')).map(({ id }) => id)).toEqual(['s0', 's1']);
      expect((await stores.surveys.ofContract('contract'))[1]).toEqual(survey);
      expect(await stores.templates.ofOffice('office')).toEqual([template]);
      expect([
        await stores.templates.remove('office', 'report'),
        await stores.templates.remove('office', 'report'),
      ]).toEqual([true, false]);
      expect([
        await stores.cases.decideSitting('contract', decided),
        await stores.cases.decideSitting('contract', decided),
      ]).toEqual([true, false]);
      expect(await stores.cases.sittings('contract')).toEqual([
        { id: 't1', askedOn: '2026-11-20', askedByStaffId: 'office-specialist', decided },
      ]);
      await stores.cases.change('contract', { extensionAskedOn: day('2026-11-20') });
      expect((await stores.cases.find('contract'))?.extensionAskedOn).toBe('2026-11-20');
      expect(await stores.cases.changeMeasure('contract', 'nothing', { status: 'done', note: null })).toBe(false);
    });
  });

  test('a job is worked on by one, taken over when its lease ends, and ended once', async () => {
    await withContract();
    const { person } = await run(({ people }) => people.meet('web', 'head', NOW));
    const job = {
      id: 'job',
      kind: 'office-archive',
      officeId: 'office',
      contractId: null,
      month: month('2026-11'),
      askedBy: { personId: person.id, staffId: 'office-head' },
      askedAt: NOW,
      total: 40,
    } as const;
    await run((stores) => stores.jobs.add(job));
    const { database, replica } = on();
    const lease = (of: typeof database, by: string, now: string, until: string) =>
      of.transaction((stores) => stores.jobs.lease(by, at(now), at(until)));
    const both = await Promise.all([
      lease(database, 'one', '06:00:00', '06:02:00'),
      lease(replica, 'two', '06:00:00', '06:02:00'),
    ]);
    expect(both.filter(Boolean)).toEqual([{ ...job, attempts: 1 }]);
    const holder = both[0] ? 'one' : 'two';
    expect(await run((stores) => stores.jobs.hold('job', holder, at('06:05:00')))).toBe(true);
    expect(await run((stores) => stores.jobs.hold('job', 'three', at('06:05:00')))).toBe(false);
    expect(await lease(database, 'three', '06:04:00', '06:06:00')).toBeNull();
    expect((await lease(database, 'three', '06:05:00', '06:07:00'))?.attempts).toBe(2);
    expect(await run((stores) => stores.jobs.hold('job', holder, at('06:09:00')))).toBe(false);
    await run((stores) => stores.jobs.failed('job', 'job-failed', at('06:08:00')));
    expect(await lease(database, 'four', '06:07:30', '06:09:00')).toBeNull();
    expect((await lease(database, 'four', '06:08:00', '06:10:00'))?.attempts).toBe(3);
    await run((stores) => stores.jobs.giveBack('job', 'three', at('06:08:30')));
    expect(await lease(database, 'five', '06:08:30', '06:10:00')).toBeNull();
    await run((stores) => stores.jobs.giveBack('job', 'four', at('06:08:30')));
    expect((await lease(database, 'five', '06:08:30', '06:10:00'))?.attempts).toBe(3);
    expect(await run((stores) => stores.jobs.done('job', FILE, NOW))).toBe(true);
    expect(await run((stores) => stores.jobs.done('job', FILE, NOW))).toBe(false);
    expect(await lease(database, 'four', '06:30:00', '06:31:00')).toBeNull();
  });
});

function inquiry(id: string, answerBy: string): StoredInquiry {
  return {
    id,
    contractId: 'contract',
    officeId: 'office',
    month: month('2026-11'),
    to: 'employer',
    addressee: 'ООО «Ромашка», Брянск',
    sentOn: day('2026-11-05'),
    answerBy: day(answerBy),
    byStaffId: 'office-specialist',
    answer: null,
  };
}
