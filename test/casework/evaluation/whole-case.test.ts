/** Each track from its last month to the decision by commands: fifteen papers, two signatures on each. */
import { expect, test } from 'vitest';
import type { Track } from '../../../src/engine/law.ts';
import { expectKind } from '../../support/staffed-office.ts';
import {
  after,
  day,
  type EvaluatedCase,
  evaluatedCase,
  factOnly,
  firstDayAfter,
  monthOfTrack,
} from '../../support/evaluated-case.ts';

const TRACKS: readonly Track[] = ['job-search', 'business', 'household-farm', 'hardship'];

test.each(TRACKS)('%s: from the last month to the decision', { timeout: 180_000 }, async (track) => {
  const it = await evaluatedCase(track);
  await conclude(it);
  for (let number = 1; number <= 12; number += 1) await oneMonth(it, track, number);
  // The window of months 10–12 is known in month 13.
  it.turnTo(day('2027-09-02'));
  await it.tellMonth(after(12), monthOfTrack(track, '15000.00', false));
  await window(it, 12);
  const decision = await decide(it, track);
  const papers = (await it.papers()).filter(({ status }) => status === 'approved');
  expect(papers.map(({ kind }) => kind).toSorted()).toEqual(
    ['conclusion', 'decision', ...Array<string>(12).fill('monitoring'), 'report'].toSorted(),
  );
  expect(papers.flatMap(({ number }) => number ?? []).toSorted((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
  ]);
  expect(decision.status).toBe('approved');
  const open = expectKind(await it.run('specialist', { kind: 'open-contract', contractId: it.contractId }), 'contract');
  expect(open.card.duties.filter((duty) => !duty.done).map((duty) => duty.id)).toEqual([]);
  expect(await it.news('citizen')).toContainEqual(expect.stringContaining('отдел принял решение'));
  expect(it.office.errors).toEqual([]);
  await it.office.close();
});

async function conclude(it: EvaluatedCase): Promise<void> {
  const { measures, dutyId } = await it.open('conclusion', 'conclusion');
  const measureId = measures[0]?.measureId ?? '';
  await it.run('specialist', { kind: 'set-measure', contractId: it.contractId, measureId, status: 'done', note: null });
  const prepared = await it.run('specialist', {
    kind: 'prepare-conclusion',
    dutyId,
    cause: null,
    causeWords: null,
    effect: null,
    preparedOn: null,
  });
  await it.sign(prepared);
}

async function oneMonth(it: EvaluatedCase, track: Track, number: number): Promise<void> {
  // On the 2nd the income of the month before may be told; the record is of the month that runs.
  it.turnTo(day(`${after(number)}-02`));
  if (number > 1) await it.tellMonth(after(number - 1), monthOfTrack(track, '15000.00', false));
  if (number === 5) await report(it, track);
  if (number === 6) {
    const register = { kind: 'make-register', month: after(5) } as const;
    expect(expectKind(await it.run('head', register), 'register').rows).toBe(1);
  }
  if (number === 7 || number === 10) await window(it, number - 1);
  await it.tellMonth(after(number), factOnly(track));
  const { dutyId } = await it.duty(`monitoring:${number}`);
  const hardship = track === 'hardship';
  if (hardship) {
    const survey = { on: firstDayAfter(number), findings: 'Тепло, сухо', files: [] };
    await it.run('specialist', { kind: 'keep-survey', contractId: it.contractId, ...survey });
  }
  const kept = await it.run('specialist', {
    kind: 'keep-record',
    dutyId,
    fact: hardship ? null : 'confirmed',
    conditions: hardship ? 'better' : null,
    hardship: hardship ? 'partly' : null,
    checkedOn: day(`${after(number)}-02`),
    confirmedBy: hardship ? 'home-survey' : 'papers',
    paperWords: hardship ? null : 'справка',
    registeredAs: track === 'business' ? 'self-employed' : null,
  });
  const paper = await it.sign(kept);
  expect([paper.kind, paper.number, paper.revision]).toEqual(['monitoring', number, 1]);
  expect((await it.duty(`monitoring:${number}`)).done).toBe(true);
}

/** The record of the window's last month gets its figures as the next revision. */
async function window(it: EvaluatedCase, last: number): Promise<void> {
  const id = `income-window:${last - 2}-${last}`;
  const card = await it.open(id, 'income-window');
  expect([card.window.missing, card.window.perCapitaIncome, card.record?.approved]).toEqual([[], '7500.00', true]);
  const prepared = await it.run('specialist', { kind: 'prepare-window', dutyId: card.dutyId });
  const paper = await it.sign(prepared);
  expect([paper.number, paper.revision, paper.revisionReason]).toEqual([last, 2, 'window-added']);
  expect((await it.duty(id)).done).toBe(true);
}

async function report(it: EvaluatedCase, track: Track): Promise<void> {
  const card = await it.open('report', 'report');
  expect([card.missing, card.faults]).toEqual([[], []]);
  expect(card.figures.filter(({ origin }) => origin.from !== 'submission')).toEqual([]);
  expect(card.after.perCapitaIncome).toBe('7500.00');
  const business = track === 'business' || track === 'household-farm';
  expect(card.after.business).toEqual(business ? { total: '45000.00', monthlyAverage: '15000.00' } : null);
  expect(card.proposals.find(({ result, conditions }) => result === 'partly' && conditions === 'same')?.proposal).toBe(
    'ineffective',
  );
  const prepared = await it.run('specialist', {
    kind: 'prepare-report',
    dutyId: card.dutyId,
    livingConditions: 'Жильё благоустроено',
    conditions: 'better',
    result: 'partly',
    verdict: 'effective',
    whyAgainst: track === 'hardship' ? null : 'Работа найдена, доход растёт',
  });
  const paper = await it.sign(prepared);
  expect(paper.outcome).toMatchObject({ kind: 'report', incomeOutcome: 'fell', verdict: 'effective' });
}

async function decide(it: EvaluatedCase, track: Track) {
  const card = await it.open('decision', 'decision');
  expect(card.records.map(({ approved }) => approved)).toEqual(Array(12).fill(true));
  expect(card.windows.map(({ perCapitaIncome }) => perCapitaIncome)).toEqual(['7500.00', '7500.00', '7500.00']);
  expect([card.report?.verdict, card.confirmedMonths]).toEqual(['effective', 12]);
  expect([card.betterMonths, card.proposal]).toEqual([track === 'hardship' ? 12 : null, card.proposal]);
  const prepared = await it.run('specialist', {
    kind: 'prepare-decision',
    dutyId: card.dutyId,
    decision: 'advisable',
    otherSupport: [],
    whyAgainst: 'Доход семьи всё ещё ниже прожиточного минимума',
    decidedOn: day('2027-09-02'),
  });
  return it.sign(prepared);
}
