/** The register comes to the head once, on the last working day before the department's, whether there is something in it or not. */
import { readXlsx } from 'hucre';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOfficeMonth, type OfficeMonth, RECORDS_OF, SPECIALIST } from '../../bench/papers/office-month.ts';
import { addReports } from '../../bench/papers/reports.ts';
import type { Deps } from '../../src/casework/deps.ts';
import type { ReportPaper } from '../../src/casework/paper/paper.ts';
import { createDocumentWriter } from '../../src/documents/document-writer.ts';
import { roubles } from '../../src/engine/money.ts';
import { planReminders } from '../../src/reminders/plan-reminders.ts';
import { command, expectKind } from '../support/staffed-office.ts';
import { openTestOffice, plain, type TestOffice } from '../support/test-office.ts';
import { TEXTS } from '../support/texts.ts';

const TIMEOUT = { timeout: 60_000 };
/** A contract of each end: the fifth and every twelfth after it owe the report of September. */
const CONTRACTS = 12;

let office: TestOffice;
let deps: Deps;
let month: OfficeMonth;
beforeEach(async () => {
  office = await openTestOffice('2026-10-01T06:00:00.000Z');
  deps = { ...office.deps, documents: createDocumentWriter(TEXTS) };
  month = await makeOfficeMonth(deps, CONTRACTS);
});
afterEach(() => office.close());

/** Ticks at eight, nine and ten of the office's mornings from the 7th to the 12th of October: Wednesday to Monday. */
async function liveAWeek(): Promise<void> {
  for (const on of ['07', '08', '09', '10', '11', '12'])
    for (const hour of ['05', '06', '07']) {
      office.clock.turnTo(`2026-10-${on}T${hour}:00:00.000Z`);
      await planReminders(deps);
      await office.tick();
    }
}
const registers = () =>
  office.phone('head').seen.filter(({ text }) => plain(text).includes('Реестр отчётов за месяц: сентябрь 2026'));

/** Before, after, and what people said of it; the minimum of all is 17,424. */
const FAMILIES: readonly Partial<ReportPaper>[] = [
  family('9000.00', '21000.50', { incomeOutcome: 'rose-above-minimum', verdict: 'effective' }),
  family('12000.10', '13000.00', {
    incomeOutcome: 'rose-not-above-minimum',
    conditions: 'same',
    result: 'partly',
    verdict: 'effective',
  }),
  family(null, '1234567.89', {
    incomeOutcome: 'not-comparable',
    conditions: 'worse',
    result: 'not-reached',
    verdict: 'ineffective',
  }),
];

function family(before: string | null, after: string, change: Partial<ReportPaper>): Partial<ReportPaper> {
  const unknown = { averageMonthlyIncome: null, familyMinimum: null } as const;
  return {
    before: { on: '2026-01-01' as never, ...unknown, perCapitaIncome: before === null ? null : roubles(before) },
    after: {
      on: '2026-09-01' as never,
      ...unknown,
      perCapitaIncome: roubles(after),
      perCapitaMinimum: roubles('17424.00'),
    },
    ...change,
  };
}

test('an empty one is sent too, once, on Friday the 9th, and says that it is empty', TIMEOUT, async () => {
  await liveAWeek();
  const sent = registers();
  expect(sent.map(({ at }) => at)).toEqual(['2026-10-09T06:00:00.000Z']);
  expect(plain(sent[0]?.text ?? '')).toContain('до 10 октября');
  expect(sent[0]?.text).toContain('Отчётов за этот месяц нет.');
  const [xlsx, csv] = (await Promise.all(sent[0]?.files.map((file) => file.bytes()) ?? [])) as [Uint8Array, Uint8Array];
  const [sheet] = (await readXlsx(xlsx)).sheets;
  expect(sheet?.rows[4]?.[0]).toBe('За этот месяц отчётов нет: сентябрь 2026.');
  expect(new TextDecoder().decode(csv)).toContain('За этот месяц отчётов нет: сентябрь 2026.');
});

test(
  'its cells are typed, its headings stay, its filters are set, its totals are those of a pencil',
  TIMEOUT,
  async () => {
    await addReports(deps, month, 3, (at) => FAMILIES[at] ?? {});
    await liveAWeek();
    expect(registers().map(({ at, files }) => [at, files.length])).toEqual([['2026-10-09T06:00:00.000Z', 2]]);
    const [xlsx, csv] = (await Promise.all(registers()[0]?.files.map((file) => file.bytes()) ?? [])) as [
      Uint8Array,
      Uint8Array,
    ];
    const [reports, totals] = (await readXlsx(xlsx, { readStyles: true })).sheets;
    expect(reports?.freezePane?.rows).toBe(4);
    expect(reports?.autoFilter?.range).toBe('A4:O7');
    const onDay = (number: number) => new Date(Date.UTC(2026, 8, number));
    expect(reports?.rows.slice(4).map((row) => [row[0], row[2], ...row.slice(7, 11), row[14]])).toEqual([
      [1, '32-1/2026', onDay(1), 9000, 21000.5, 17424, 'эффективно'],
      [2, '32-2/2026', onDay(2), 12000.1, 13000, 17424, 'эффективно'],
      [3, '32-3/2026', onDay(3), null, 1234567.89, 17424, 'неэффективно'],
    ]);
    expect(reports?.rows[2]?.[0]).toBe('Отчётов: 3 · эффективно: 2 · неэффективно: 1 · доход выше минимума: 1');
    // Reports, effective, ineffective, share, above the minimum, its share; not above, not risen, fell, not comparable, no minimum;
    // better, same, worse; reached, partly, not reached.
    const counted = [3, 2, 1, 2 / 3, 1, 1 / 3, 1, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1];
    expect(totals?.rows.at(-1)?.slice(1)).toEqual(counted);
    expect(totals?.rows.at(-2)?.slice(1)).toEqual(counted);
    expect(
      new TextDecoder()
        .decode(csv)
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(';').slice(7, 11).join(' ')),
    ).toEqual([
      '01.09.2026 9000,00 21000,50 17424,00',
      '02.09.2026 12000,10 13000,00 17424,00',
      '03.09.2026  1234567,89 17424,00',
      '',
    ]);
  },
);

test(
  'a report that came late is in the register of its own month, which does its duty and is owed no more',
  TIMEOUT,
  async () => {
    // The sixth contract owed its report in August; it bears a day of September.
    await addReports(deps, { ...month, contractIds: month.contractIds.slice(5, 6) }, 1);
    const openRegisters = () =>
      office.database.transaction(async (stores) => {
        const duties = await stores.duties.ofContract(month.contractIds[5] ?? '');
        return duties.filter(({ kind, done }) => kind === 'register' && done === null).map(({ dueOn }) => dueOn);
      });
    expect(await openRegisters()).toEqual(['2026-09-10']);
    const wish = { kind: 'make-register', month: RECORDS_OF } as const;
    expect(expectKind(await command(office, SPECIALIST, wish), 'register').rows).toBe(1);
    expect(await openRegisters()).toEqual([]);
  },
);
