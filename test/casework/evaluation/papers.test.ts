/** Two signatures, a remark, a revision, a seal; templates, registers, archives and pictures. */
import { afterEach, describe, expect, test } from 'vitest';
import { createJobWorker } from '../../../src/casework/evaluation/job-worker.ts';
import type { Command } from '../../../src/dialogs/command.ts';
import { roubles } from '../../../src/engine/money.ts';
import {
  after,
  day,
  driven,
  type EvaluatedCase,
  evaluatedCase,
  factOnly,
  month,
} from '../../support/evaluated-case.ts';
import { expectKind, joinedContract } from '../../support/staffed-office.ts';
import { plain, tokenOf } from '../../support/test-office.ts';

const TIMEOUT = { timeout: 120_000 };

let it: EvaluatedCase;
afterEach(() => it.office.close());

async function conclusion(who = 'specialist', of = it): Promise<string> {
  const { measures, dutyId } = await of.open('conclusion', 'conclusion');
  const measureId = measures[0]?.measureId ?? '';
  await of.run(who, { kind: 'set-measure', contractId: of.contractId, measureId, status: 'done', note: null });
  const wish = {
    kind: 'prepare-conclusion',
    dutyId,
    cause: null,
    causeWords: null,
    effect: null,
    preparedOn: null,
  } as const;
  return expectKind(await of.run(who, wish), 'paper').card.paperId;
}
const step = (who: string, kind: 'submit-paper' | 'approve-paper' | 'open-paper', paperId: string) =>
  it.run(who, { kind, paperId });
const give = (who: string, paperId: string, remark: string) => it.run(who, { kind: 'return-paper', paperId, remark });

/** A second head and a second specialist of the office. */
async function colleague(role: 'specialist' | 'head', who: string): Promise<void> {
  const invited = expectKind(
    await it.run('head', { kind: 'invite-staff', role, name: who, position: 'коллега' }),
    'handout',
  );
  await it.run(who, { kind: 'join-staff', token: tokenOf(invited.handout.url) });
}

describe('two signatures', () => {
  test(
    'the one who prepares submits, a head who is another person approves or returns with a remark',
    TIMEOUT,
    async () => {
      it = await evaluatedCase('job-search');
      await colleague('head', 'second-head');
      await colleague('specialist', 'colleague');
      const paperId = await conclusion();
      expect(await step('head', 'approve-paper', paperId)).toMatchObject({ why: 'already-done' });
      for (const who of ['colleague', 'head'])
        expect(await step(who, 'submit-paper', paperId)).toMatchObject({ why: 'not-allowed' });
      const submitted = expectKind(await step('specialist', 'submit-paper', paperId), 'paper').card;
      expect([submitted.status, submitted.may]).toEqual(['submitted', []]);
      expect(await step('specialist', 'submit-paper', paperId)).toMatchObject({ why: 'already-done' });
      for (const who of ['specialist', 'colleague'])
        expect(await step(who, 'approve-paper', paperId)).toMatchObject({ why: 'not-allowed' });
      for (const who of ['citizen', 'nobody'])
        expect(await step(who, 'approve-paper', paperId)).toMatchObject({ why: 'not-found' });
      expect(await give('colleague', paperId, 'нет')).toMatchObject({ why: 'not-allowed' });
      expect(expectKind(await give('head', paperId, ' '), 'refused').faults.map(({ path }) => path)).toEqual([
        'remark',
      ]);
      const work = expectKind(await it.run('head', { kind: 'list-work', page: 0 }), 'work').lines;
      expect(work[0]).toMatchObject({ why: 'to-approve', paperId, kind: 'conclusion', dutyId: submitted.dutyId });
      const returned = expectKind(await give('head', paperId, 'Нет даты'), 'paper').card;
      expect([returned.status, returned.remark, returned.may]).toEqual(['returned', 'Нет даты', []]);
      const back = expectKind(await it.run('specialist', { kind: 'list-work', page: 0 }), 'work').lines;
      expect(back[0]).toMatchObject({ why: 'returned', paperId });
      expect(await conclusion()).toBe(paperId);
      // Prepared anew it is a draft: the list leads straight to it.
      const drafts = expectKind(await it.run('specialist', { kind: 'list-work', page: 0 }), 'work').lines;
      expect(drafts[0]).toMatchObject({ why: 'duty', draft: true, paperId });
      await step('specialist', 'submit-paper', paperId);
      const approved = expectKind(await step('second-head', 'approve-paper', paperId), 'paper').card;
      expect([approved.approvedBy, approved.revision, approved.remark, approved.may]).toEqual([
        'second-head',
        1,
        null,
        ['revise'],
      ]);
      expect(await step('head', 'approve-paper', paperId)).toMatchObject({ why: 'already-done' });
      expect(await give('head', paperId, 'x')).toMatchObject({ why: 'already-done' });
      const file = JSON.parse(
        new TextDecoder().decode((await it.office.deps.files.read(approved.file?.hash ?? '')) ?? undefined),
      ) as { paper: object };
      expect(file.paper).toMatchObject({
        draft: false,
        specialist: { name: 'Сидорова Ольга' },
        head: { name: 'second-head', position: 'коллега' },
      });
    },
  );

  test('a head who prepared a paper cannot sign it too; the batch leaves it for another head', TIMEOUT, async () => {
    it = await evaluatedCase('job-search', {}, day('2026-09-10'));
    const { dutyId } = await it.duty('monitoring:1');
    const record = {
      fact: 'confirmed',
      conditions: null,
      hardship: null,
      checkedOn: day('2026-09-10'),
      confirmedBy: 'certified-copy',
      paperWords: null,
      registeredAs: null,
    } as const;
    const { paperId } = expectKind(await it.run('head', { kind: 'keep-record', dutyId, ...record }), 'paper').card;
    expectKind(await step('head', 'submit-paper', paperId), 'paper');
    expect(await step('head', 'approve-paper', paperId)).toMatchObject({ why: 'not-allowed' });
    expect(expectKind(await it.run('head', { kind: 'approve-records', month: after(1) }), 'records')).toMatchObject({
      count: 0,
      left: [{ dutyId, why: 'own-paper' }],
    });
    expect(
      expectKind(await it.run('head', { kind: 'list-work', page: 0 }), 'work').lines.filter(
        ({ why }) => why === 'to-approve',
      ),
    ).toEqual([]);
    await colleague('head', 'second-head');
    expect(expectKind(await it.run('second-head', { kind: 'approve-records', month: after(1) }), 'records').count).toBe(
      1,
    );
  });
});

describe('after approval', () => {
  test(
    'a mistake makes the next revision with a reason; what was signed stands until the next is signed',
    TIMEOUT,
    async () => {
      it = await evaluatedCase('job-search');
      const paperId = await conclusion();
      const revise = (reason: string, id = paperId) =>
        it.run('specialist', { kind: 'revise-paper', paperId: id, reason });
      expect(await revise('опечатка')).toMatchObject({ why: 'already-done' });
      await step('specialist', 'submit-paper', paperId);
      const first = expectKind(await step('head', 'approve-paper', paperId), 'paper').card;
      const duty = await it.duty('conclusion');
      const again = {
        kind: 'prepare-conclusion',
        dutyId: duty.dutyId,
        cause: null,
        causeWords: null,
        effect: null,
        preparedOn: day('2026-08-20'),
      } as const;
      expect(await it.run('specialist', again)).toMatchObject({ why: 'already-done' });
      expect(expectKind(await revise('  '), 'refused').faults.map(({ path }) => path)).toEqual(['reason']);
      const { card } = expectKind(await revise('Не та дата'), 'duty');
      expect(card.paper).toMatchObject({ revision: 2, status: 'draft' });
      expect(await revise('ещё раз')).toMatchObject({ why: 'already-done' });
      expect(expectKind(await step('specialist', 'open-paper', paperId), 'paper').card).toMatchObject({
        status: 'approved',
        may: [],
      });
      const second = await it.sign(await it.run('specialist', again));
      expect([second.revision, second.revisionReason, second.preparedOn]).toEqual([2, 'Не та дата', '2026-08-20']);
      const old = expectKind(await step('specialist', 'open-paper', paperId), 'paper').card;
      expect([old.status, old.intact, old.file?.hash]).toEqual(['superseded', true, first.file?.hash]);
      await it.office.tick();
      expect(it.office.phone('citizen').seen.some(({ text }) => text.includes('В прежней бумаге нашлась ошибка'))).toBe(
        true,
      );
    },
  );

  test('a paper that is not what was signed says so, has no file and cannot go on', TIMEOUT, async () => {
    it = await evaluatedCase('job-search');
    const paperId = await conclusion();
    await step('specialist', 'submit-paper', paperId);
    await step('head', 'approve-paper', paperId);
    await it.office.database.transaction(async (stores) => {
      const paper = await stores.papers.find(paperId);
      if (paper?.value.kind !== 'conclusion') throw new Error('no conclusion');
      await stores.papers.replace({ ...paper, value: { ...paper.value, outcome: 7 } }, ['approved']);
    });
    const card = expectKind(await step('head', 'open-paper', paperId), 'paper').card;
    expect([card.intact, card.file, card.may]).toEqual([false, null, []]);
    const refused = await it.run('specialist', { kind: 'revise-paper', paperId, reason: 'x' });
    expect(expectKind(refused, 'refused').faults.map(({ path }) => path)).toEqual(['paper']);
  });
});

describe('papers of the office', () => {
  const own = async (text: string) =>
    it.office.deps.files.keepMade(new TextEncoder().encode(text), 'наш.docx', 'application/x-docx');
  const put = async (who: string, text: string) =>
    it.run(who, { kind: 'put-template', paperKind: 'conclusion', file: await own(text) });

  test(
    'its own template prints, a wrong one is refused with its places; a full form is always ours',
    TIMEOUT,
    async () => {
      it = await evaluatedCase('job-search');
      expect(await put('specialist', 'хорошо')).toMatchObject({ why: 'not-allowed' });
      expect(expectKind(await put('head', 'a {wrong-name}'), 'refused').faults).toMatchObject([
        { path: 'paragraph 1', problem: 'no placeholder {wrong-name}' },
      ]);
      expect(expectKind(await put('head', 'наш бланк'), 'templates').lines).toMatchObject([
        { paperKind: 'conclusion', by: 'Начальникова Нина' },
      ]);
      const paperId = await conclusion();
      const textOf = async (hash: string | undefined) =>
        new TextDecoder().decode((await it.office.deps.files.read(hash ?? '')) ?? undefined);
      expect(
        await textOf(expectKind(await step('specialist', 'open-paper', paperId), 'paper').card.file?.hash),
      ).toContain('наш бланк');
      const full = await it.run('specialist', { kind: 'open-paper', paperId, fullForm: true });
      expect(await textOf(expectKind(full, 'paper').card.file?.hash)).toContain('"fullForm":true');
      expect(await it.run('specialist', { kind: 'remove-template', paperKind: 'conclusion' })).toMatchObject({
        why: 'not-allowed',
      });
      expect(await it.run('head', { kind: 'remove-template', paperKind: 'conclusion' })).toMatchObject({
        kind: 'done',
      });
      expect(await it.run('head', { kind: 'remove-template', paperKind: 'conclusion' })).toMatchObject({
        why: 'not-found',
      });
      expect(expectKind(await it.run('specialist', { kind: 'list-templates' }), 'templates').lines).toEqual([]);
      expect(await it.run('citizen', { kind: 'list-templates' })).toMatchObject({ why: 'not-allowed' });
    },
  );

  test(
    'the register has the reports of the month, the head has the register, and its duty is done',
    TIMEOUT,
    async () => {
      it = await evaluatedCase('job-search', {}, day('2027-01-12'));
      const empty = expectKind(
        await it.run('specialist', { kind: 'make-register', month: month('2026-12') }),
        'register',
      );
      expect(empty.rows).toBe(0);
      for (const each of ['2026-09', '2026-10', '2026-11'])
        for (const item of ['own', 'household'] as const)
          await it.run('specialist', {
            kind: 'keep-figure',
            contractId: it.contractId,
            month: month(each),
            item,
            amount: roubles('50000.00'),
            words: 'справка',
          });
      const { dutyId } = await it.duty('report');
      const signed = await it.sign(
        await it.run('specialist', {
          kind: 'prepare-report',
          dutyId,
          livingConditions: 'Тепло',
          conditions: 'better',
          result: 'reached',
          verdict: 'effective',
          whyAgainst: null,
        }),
      );
      expect(signed.status).toBe('approved');
      // 10 February is the department's day; the 9th is the last working day before it.
      it.turnTo(day('2027-02-08'));
      await it.office.tick();
      const registers = () =>
        it.office
          .phone('head')
          .seen.filter(({ text }) => text.includes('январь') && text.includes('Реестр отчётов за месяц'));
      expect(registers()).toEqual([]);
      it.turnTo(day('2027-02-09'));
      await it.office.tick();
      await it.office.tick();
      expect(registers().map(({ files }) => files.length)).toEqual([2]);
      expect((await it.duty('register')).done).toBe(false);
      expect(await it.open('register', 'register')).toMatchObject({ month: '2027-01', reports: 1, notReady: 0 });
      const register = expectKind(
        await it.run('specialist', { kind: 'make-register', month: month('2027-01') }),
        'register',
      );
      expect(register.rows).toBe(1);
      const written = JSON.parse(
        new TextDecoder().decode((await it.office.deps.files.read(register.csv.hash)) ?? undefined),
      ) as { rows: unknown[] };
      expect(written.rows).toMatchObject([
        {
          contractNumber: '17/2026',
          reportOn: '2027-01-12',
          perCapitaIncomeBefore: '9000.00',
          perCapitaIncomeAfter: '50000.00',
          verdict: 'effective',
        },
      ]);
      expect((await it.duty('register')).done).toBe(true);
      await it.office.tick();
      const sent = it.office.phone('head').seen.filter(({ text }) => text.includes('Реестр отчётов за месяц'));
      expect(sent.map(({ files }) => files.length)).toEqual([2, 2, 2]);
      expect(await it.run('specialist', { kind: 'make-register', month: month('2027-03') })).toMatchObject({
        why: 'faults',
      });
      expect(await it.run('citizen', { kind: 'make-register', month: month('2027-01') })).toMatchObject({
        why: 'not-allowed',
      });
    },
  );

  test(
    'many records and archives are done in the background, piece by piece, with progress, and come as messages',
    TIMEOUT,
    async () => {
      it = await evaluatedCase('job-search', {}, day('2026-09-10'));
      const none: Command = { kind: 'make-archive', contractId: it.contractId };
      expect(await it.run('specialist', none)).toMatchObject({ why: 'faults' });
      const contracts = [it];
      for (let at = 1; at < 27; at += 1)
        contracts.push(
          driven(it.office, await joinedContract(it.office, { number: `${100 + at}` }, `c${at}`), `c${at}`),
        );
      const photo = await it.office.deps.files.keepMade(Uint8Array.of(1, 2, 3), 'IMG.jpg', 'image/jpeg');
      for (const each of contracts) {
        const answers = { ...factOnly('job-search'), proofs: [{ item: 'fact', kind: 'copy', file: photo }] } as const;
        await each.tellMonth(after(1), answers);
      }
      const errors: unknown[] = [];
      const worker = createJobWorker({
        ...it.office.deps,
        processName: 'test',
        onNews: () => {},
        onError: (_id, error) => errors.push(error),
      });
      const work = async () => {
        worker.wake();
        await worker.idle();
        await it.office.tick();
      };
      const records = (who: string, kind: 'prepare-records' | 'approve-records') =>
        it.run(who, { kind, month: after(1) });
      expect(expectKind(await records('specialist', 'prepare-records'), 'job-started').papers).toBe(27);
      await work();
      const submitted = await it.run('specialist', { kind: 'submit-records', month: after(1) });
      expect(expectKind(submitted, 'records').count).toBe(27);
      expect(expectKind(await records('head', 'approve-records'), 'job-started').papers).toBe(27);
      await work();
      expect((await it.papers()).map(({ status }) => status)).toEqual(['approved']);
      expect(await it.run('specialist', { kind: 'make-office-archive', month: month('2026-09') })).toMatchObject({
        why: 'not-allowed',
      });
      const office = expectKind(
        await it.run('head', { kind: 'make-office-archive', month: month('2026-09') }),
        'job-started',
      );
      expect(office.papers).toBe(27);
      expect(
        expectKind(await it.run('specialist', { kind: 'make-archive', contractId: it.contractId }), 'job-started')
          .papers,
      ).toBe(2);
      await work();
      expect(errors).toEqual([]);
      const told = (who: string) =>
        it.office
          .phone(who)
          .seen.map(({ text }) => plain(text))
          .filter((text) => /Работа идёт|Архив|Черновики|утверждены/.test(text));
      const progress = [20, 40, 60, 80].map((percent) => `Работа идёт: готово ${percent} %.`);
      expect(told('head')).toEqual([...progress, 'Бумаги утверждены: 27. Требуют взгляда: 0.', 'Архив готов.']);
      expect(told('specialist')).toEqual([...progress, 'Черновики готовы: 27. Требуют взгляда: 0.', 'Архив готов.']);
      const own = it.office.phone('specialist').seen.findLast(({ files }) => files.length > 0)?.files[0];
      const text = new TextDecoder().decode((await it.office.deps.files.read(own?.hash ?? '')) ?? undefined);
      expect(text.split('\n').map((line) => line.split('\t')[0])).toEqual([
        '17/2026/monitoring-1.docx',
        '17/2026/2026-09 IMG.jpg',
        '',
      ]);
    },
  );

  test('a job that fails is tried again and then given up, and the asker is told', TIMEOUT, async () => {
    it = await evaluatedCase('job-search');
    const paperId = await conclusion();
    await step('specialist', 'submit-paper', paperId);
    await step('head', 'approve-paper', paperId);
    await it.run('specialist', { kind: 'make-archive', contractId: it.contractId });
    const errors: unknown[] = [];
    const documents = {
      ...it.office.deps.documents,
      archiveName: () => {
        throw new Error('no disk');
      },
    };
    const worker = createJobWorker({
      ...it.office.deps,
      documents,
      processName: 'test',
      onNews: () => {},
      onError: (_id, error) => errors.push(error),
    });
    for (const minutes of [0, 1, 3, 9]) {
      it.office.clock.turnTo(`2026-08-03T09:0${minutes}:00.000Z`);
      worker.wake();
      await worker.idle();
    }
    expect(errors).toHaveLength(3);
    await it.office.tick();
    expect(it.office.phone('specialist').seen.some(({ text }) => text.includes('Доделать не получилось'))).toBe(true);
  });

  test('the picture has a gap where nobody told, and the minimum of each month', TIMEOUT, async () => {
    it = await evaluatedCase('job-search', {}, day('2026-10-05'));
    await it.run('specialist', {
      kind: 'keep-figure',
      contractId: it.contractId,
      month: month('2026-09'),
      item: 'own',
      amount: roubles('30000.01'),
      words: 'справка',
    });
    await it.run('specialist', {
      kind: 'keep-figure',
      contractId: it.contractId,
      month: month('2026-09'),
      item: 'household',
      amount: roubles('0.00'),
      words: 'справка',
    });
    const { file } = expectKind(
      await it.run('specialist', { kind: 'draw-chart', contractId: it.contractId }),
      'picture',
    );
    const chart = JSON.parse(new TextDecoder().decode((await it.office.deps.files.read(file.hash)) ?? undefined)) as {
      months: { month: string; perCapitaIncome: string | null; minimum: string | null }[];
      windows: unknown[];
    };
    expect([chart.months[0]?.month, chart.months.at(-1)?.month, chart.windows.length]).toEqual([
      '2026-03',
      '2027-08',
      3,
    ]);
    expect(chart.months.filter(({ perCapitaIncome }) => perCapitaIncome !== null)).toMatchObject([
      { month: '2026-09', perCapitaIncome: '15000.01', minimum: '17424.00' },
    ]);
    expect(await it.run('citizen', { kind: 'draw-chart', contractId: it.contractId })).toMatchObject({
      why: 'not-found',
    });
  });
});
