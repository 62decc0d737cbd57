/** A month's records in one batch: each in a transaction of its own, told of as it goes, stopped by nothing but the end. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HEAD, makeOfficeMonth, type OfficeMonth, RECORDS_OF, SPECIALIST } from '../../../bench/papers/office-month.ts';
import { createJobWorker, type JobWorker } from '../../../src/casework/evaluation/job-worker.ts';
import type { Deps } from '../../../src/casework/deps.ts';
import type { StoredPaper } from '../../../src/casework/ports.ts';
import { command, expectKind } from '../../support/staffed-office.ts';
import { openTestOffice, plain, type TestOffice } from '../../support/test-office.ts';

const TIMEOUT = { timeout: 120_000 };

let office: TestOffice;
let errors: unknown[];
beforeEach(async () => {
  office = await openTestOffice('2026-10-05T09:00:00.000Z');
  errors = [];
});
afterEach(() => office.close());

const workerOf = (change: Partial<Deps> = {}, processName = 'one'): JobWorker =>
  createJobWorker({
    ...office.deps,
    ...change,
    processName,
    onNews: () => {},
    onError: (_job, error) => errors.push(error),
  });
const ask = (who: string, kind: 'prepare-records' | 'approve-records') =>
  command(office, who, { kind, month: RECORDS_OF });
const submitAll = () => command(office, SPECIALIST, { kind: 'submit-records', month: RECORDS_OF });
/** Works until nothing is left, and sends. */
async function work(worker = workerOf()): Promise<void> {
  worker.wake();
  await worker.idle();
  await office.tick();
}
const told = (who: string) =>
  office
    .phone(who)
    .seen.map(({ text }) => plain(text))
    .filter((text) => /Работа идёт|Черновики|утверждены|Доделать/.test(text));
const papersOf = ({ contractIds }: OfficeMonth): Promise<StoredPaper[]> =>
  office.database.transaction(async (stores) => {
    const papers = [];
    for (const id of contractIds) papers.push(...(await stores.papers.ofContract(id)));
    return papers;
  });
const progress = [20, 40, 60, 80].map((percent) => `Работа идёт: готово ${percent} %.`);

/** Ids that are given as always, after `hook` has been told how many were asked for. */
function hooked(hook: (count: number) => void): Deps['newId'] {
  let count = 0;
  const { newId } = office.deps;
  return {
    ...newId,
    id: () => {
      count += 1;
      hook(count);
      return newId.id();
    },
  };
}

describe('sixty records of a month', () => {
  test(
    'are prepared and approved with progress; one that fails is named and the rest are done; others are answered meanwhile',
    TIMEOUT,
    async () => {
      const month = await makeOfficeMonth(office.deps, 60);
      expect(expectKind(await ask(SPECIALIST, 'prepare-records'), 'job-started').papers).toBe(60);
      const answers: Promise<void>[] = [];
      let [answered, counted] = [0, 0];
      const newId = hooked((count) => {
        // A draft asks for one id: somebody presses the menu while the tenth is being made.
        if (count === 10)
          answers.push(
            office
              .phone('somebody')
              .send({ kind: 'press', payload: 'g.menu' })
              .then(() => {
                answered = counted;
              }),
          );
        counted = count;
        if (count === 30) throw new Error('the thirtieth is broken');
      });
      await work(workerOf({ newId }));
      await Promise.all(answers);
      expect(answered).toBeLessThan(40);
      expect(errors).toEqual([new Error('the thirtieth is broken')]);
      const drafts = await papersOf(month);
      expect(drafts.map(({ status }) => status)).toEqual(Array.from({ length: 59 }, () => 'draft'));
      const without = month.contractIds.findIndex((id) => !drafts.some(({ contractId }) => contractId === id));
      const [last, ...before] = told(SPECIALIST).toReversed();
      expect(before.toReversed()).toEqual(progress);
      expect(last).toContain('Черновики готовы: 59. Требуют взгляда: 1.');
      expect(last).toMatch(new RegExp(`1\\. .+, № 32-${without + 1}/2026 – не получилось, посмотрите сами`));

      // What failed is nothing to be afraid of: asked for again, it alone is done.
      errors = [];
      office.clock.turnTo('2026-10-05T09:01:00.000Z');
      await ask(SPECIALIST, 'prepare-records');
      await work();
      expect(told(SPECIALIST).at(-1)).toContain('Черновики готовы: 1. Требуют взгляда: 0.');
      expect(expectKind(await submitAll(), 'records').count).toBe(60);

      expect(expectKind(await ask(HEAD, 'approve-records'), 'job-started').papers).toBe(60);
      const { documents } = office.deps;
      const paper: Deps['documents']['paper'] = async (value, options) => {
        if (value.contractNumber === '32-7/2026') throw new Error('no disk');
        return documents.paper(value, options);
      };
      await work(workerOf({ documents: { ...documents, paper } }));
      expect(errors).toEqual([new Error('no disk')]);
      const approved = (await papersOf(month)).filter(({ status }) => status === 'approved');
      expect(approved).toHaveLength(59);
      expect(approved.every(({ file, contentHash }) => file !== null && contentHash !== null)).toBe(true);
      const [done, ...way] = told(HEAD).toReversed();
      expect(way.toReversed()).toEqual(progress);
      expect(done).toContain('Бумаги утверждены: 59. Требуют взгляда: 1.');
      expect(done).toMatch(/1\. .+, № 32-7\/2026 – не получилось, посмотрите сами/);
    },
  );
});

describe('a batch goes on where it was left, with no paper twice', () => {
  const each = async (month: OfficeMonth, status: StoredPaper['status']) => {
    const papers = await papersOf(month);
    expect(papers.map((paper) => [paper.revision, paper.status])).toEqual(papers.map(() => [1, status]));
    expect(new Set(papers.map(({ contractId, key }) => `${contractId} ${key}`)).size).toBe(month.contractIds.length);
    expect(papers).toHaveLength(month.contractIds.length);
  };

  test('after a stop in the middle, at once and counted as one work', TIMEOUT, async () => {
    const month = await makeOfficeMonth(office.deps, 30);
    await ask(SPECIALIST, 'prepare-records');
    const stops: Promise<void>[] = [];
    const first: JobWorker = workerOf({
      newId: hooked((count) => {
        if (count === 12) stops.push(first.stop());
      }),
    });
    await work(first);
    await Promise.all(stops);
    expect(await papersOf(month)).toHaveLength(12);
    expect(told(SPECIALIST)).toEqual(progress.slice(0, 1));
    first.wake();
    await first.idle();
    expect(await papersOf(month)).toHaveLength(12);

    await work(workerOf({}, 'two'));
    await each(month, 'draft');
    expect(told(SPECIALIST)).toEqual([...progress, 'Черновики готовы: 30. Требуют взгляда: 0.']);
    expect(errors).toEqual([]);
  });

  test('after the process died in the middle of signing, when its lease has run out', TIMEOUT, async () => {
    const month = await makeOfficeMonth(office.deps, 30);
    await ask(SPECIALIST, 'prepare-records');
    await work();
    await submitAll();
    await ask(HEAD, 'approve-records');
    let signed = 0;
    let dies = (): void => undefined;
    const dead = new Promise<void>((resolve) => {
      dies = resolve;
    });
    const { documents, database } = office.deps;
    const doomed = workerOf({
      // After the twelfth signature nothing comes back from the database any more.
      documents: {
        ...documents,
        paper: async (value, options) => {
          signed += 1;
          return documents.paper(value, options);
        },
      },
      database: {
        ...database,
        transaction: async (run) => {
          if (signed >= 12) {
            dies();
            return new Promise<never>(() => undefined);
          }
          return database.transaction(run);
        },
      },
    });
    doomed.wake();
    await dead;
    await work(workerOf({}, 'two'));
    expect((await papersOf(month)).filter(({ status }) => status === 'approved')).toHaveLength(12);

    office.clock.turnTo('2026-10-05T09:02:01.000Z');
    await work(workerOf({}, 'two'));
    await each(month, 'approved');
    expect(told(HEAD)).toEqual([...progress, 'Бумаги утверждены: 30. Требуют взгляда: 0.']);
    expect(errors).toEqual([]);
  });
});
