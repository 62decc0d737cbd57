/** Stage 1: the seven outcomes, the extension by the commission, the stop. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../../../src/dialogs/command.ts';
import type { MovedDate } from '../../../src/dialogs/evaluation-card.ts';
import { day, driven, type EvaluatedCase, evaluatedCase } from '../../support/evaluated-case.ts';
import { command, expectKind, joinedContract } from '../../support/staffed-office.ts';
import { openOffice, plain } from '../../support/test-office.ts';

type Mark = 'done' | 'partly' | 'not-done';
type Answers = Pick<Extract<Command, { kind: 'prepare-conclusion' }>, 'cause' | 'effect' | 'causeWords'>;

const NOTHING: Answers = { cause: null, effect: null, causeWords: null };
let base: EvaluatedCase;
let count = 0;

/** One more contract of the same office. */
async function another(): Promise<EvaluatedCase> {
  count += 1;
  const measures = [
    { name: 'Встать на учёт', dueOn: null },
    { name: 'Найти работу', dueOn: null },
  ];
  return driven(base.office, await joinedContract(base.office, { number: `1-${count}`, measures }, `citizen-${count}`));
}

async function mark(it: EvaluatedCase, marks: readonly Mark[]): Promise<string> {
  const card = await it.open('conclusion', 'conclusion');
  for (const [at, status] of marks.entries()) {
    const measureId = card.measures[at]?.measureId ?? '';
    const wish = {
      kind: 'set-measure',
      contractId: it.contractId,
      measureId,
      status,
      note: ' видела справку ',
    } as const;
    expect(expectKind(await it.run('specialist', wish), 'measures').measures[at]).toMatchObject({
      status,
      note: 'видела справку',
    });
  }
  return card.dutyId;
}

const prepare = (it: EvaluatedCase, dutyId: string, answers: Answers, preparedOn: string | null = null) =>
  it.run('specialist', {
    kind: 'prepare-conclusion',
    dutyId,
    ...answers,
    preparedOn: preparedOn === null ? null : day(preparedOn),
  });

beforeAll(async () => {
  base = await evaluatedCase('job-search');
}, 120_000);
afterAll(() => base.office.close());

describe('the seven outcomes of form 1', () => {
  test.each<[number, readonly Mark[], Answers, string, number]>([
    [1, ['done', 'done'], NOTHING, 'none', 1],
    [2, ['done', 'partly'], { cause: 'valid', effect: 'none', causeWords: 'болезнью' }, 'none', 4],
    [3, ['done', 'not-done'], { cause: 'not-valid', effect: 'none', causeWords: null }, 'none', 4],
    [
      4,
      ['partly', 'partly'],
      { cause: 'not-valid', effect: 'cannot-be-assessed', causeWords: null },
      'early-termination',
      4,
    ],
    [
      5,
      ['done', 'partly'],
      { cause: 'valid', effect: 'cannot-be-assessed', causeWords: 'болезнью' },
      'extension-to-commission',
      4,
    ],
    [
      6,
      ['not-done', 'not-done'],
      { cause: 'valid', effect: null, causeWords: 'болезнью' },
      'extension-to-commission',
      2,
    ],
    [7, ['not-done', 'not-done'], { cause: 'not-valid', effect: null, causeWords: null }, 'early-termination', 2],
  ])('outcome %s', { timeout: 120_000 }, async (outcome, marks, answers, consequence, ways) => {
    const it = await another();
    const dutyId = await mark(it, marks);
    const card = await it.open('conclusion', 'conclusion');
    expect(card.outcomes).toHaveLength(ways);
    expect(card.outcomes.find((each) => each.outcome === outcome)?.causeInWords).toBe(answers.causeWords !== null);
    const signed = await it.sign(await prepare(it, dutyId, answers));
    expect(signed.outcome).toEqual({ kind: 'conclusion', outcome, consequence });
    expect(signed.warnings).toEqual([]);
    await it.office.tick();
    const seen = it.office.phone(`citizen-${count}`).seen.map(({ text }) => plain(text));
    const told = seen.find((text) => text.includes('подвёл итог программы')) ?? '';
    expect(told).toContain('телефон +7 483 200-00-00');
    if (answers.causeWords !== null) expect(told).toContain('болезнью');
  });

  test('what is missing is named, every fault at once', { timeout: 120_000 }, async () => {
    const it = await another();
    const { dutyId } = await it.open('conclusion', 'conclusion');
    const paths = async (answers: Answers) => {
      const result = expectKind(await prepare(it, dutyId, answers), 'refused');
      return [result.why, ...result.faults.map(({ path }) => path)];
    };
    expect(await paths(NOTHING)).toEqual(['faults', 'measures[0]', 'measures[1]']);
    await mark(it, ['done', 'partly']);
    expect(await paths(NOTHING)).toEqual(['faults', 'cause', 'effect']);
    expect(await paths({ cause: 'valid', effect: 'none', causeWords: '  ' })).toEqual(['faults', 'causeWords']);
  });

  test('a day outside the last month is a warning; preparing again takes the place of the draft', {
    timeout: 120_000,
  }, async () => {
    const it = await another();
    const dutyId = await mark(it, ['done', 'done']);
    const early = expectKind(await prepare(it, dutyId, NOTHING, '2026-07-31'), 'paper').card;
    expect(early.warnings).toEqual([
      { code: 'outside-last-month', preparedOn: '2026-07-31', opensOn: '2026-08-01', dueOn: '2026-08-31' },
    ]);
    const again = expectKind(await prepare(it, dutyId, NOTHING), 'paper').card;
    expect([again.paperId, again.revision, again.warnings]).toEqual([early.paperId, 1, []]);
    expect(await it.papers()).toHaveLength(1);
  });

  test('nobody else may: another office, a citizen', { timeout: 120_000 }, async () => {
    const it = await another();
    const dutyId = await mark(it, ['done', 'done']);
    const { headToken } = await openOffice(it.office, 'irkutsk', 'katangsky');
    await command(it.office, 'other-head', { kind: 'join-staff', token: headToken });
    const { measures } = await it.open('conclusion', 'conclusion');
    const measureId = measures[0]?.measureId ?? '';
    const { contractId } = it;
    const wishes: Command[] = [
      { kind: 'open-duty', dutyId },
      { kind: 'open-case', contractId },
      { kind: 'set-measure', contractId, measureId, status: 'done', note: null },
      { kind: 'prepare-conclusion', dutyId, ...NOTHING, preparedOn: null },
      { kind: 'ask-extension', contractId },
      {
        kind: 'record-commission',
        contractId,
        satOn: day('2026-08-01'),
        result: 'refused',
        extendedTo: null,
        words: null,
      },
      { kind: 'stop-contract', contractId, stoppedOn: day('2026-08-01'), underPoint49: true, reason: 'x' },
    ];
    for (const wish of wishes)
      for (const who of ['other-head', 'citizen'])
        expect(await it.run(who, wish), `${who} ${wish.kind}`).toMatchObject({ kind: 'refused', why: 'not-found' });
    expect(await it.run('citizen', { kind: 'list-work', page: 0 })).toMatchObject({ why: 'not-allowed' });
  });
});

describe('the commission', () => {
  const sat = (it: EvaluatedCase, result: 'extended' | 'refused', extendedTo: string | null, satOn = '2026-08-03') =>
    it.run('specialist', {
      kind: 'record-commission',
      contractId: it.contractId,
      satOn: day(satOn),
      result,
      extendedTo: extendedTo === null ? null : day(extendedTo),
      words: 'протокол № 4',
    });
  const pending = async (it: EvaluatedCase) => {
    const { card } = expectKind(
      await it.run('specialist', { kind: 'open-contract', contractId: it.contractId }),
      'contract',
    );
    return card.duties.filter((duty) => duty.pending).map((duty) => duty.id);
  };

  test('while it has not sat the later duties are marked; extended, every later date moves and says from where to where', {
    timeout: 120_000,
  }, async () => {
    const it = await another();
    const dutyId = await mark(it, ['done', 'partly']);
    const answers = { cause: 'valid', effect: 'cannot-be-assessed', causeWords: 'болезнью' } as const;
    await it.sign(await prepare(it, dutyId, answers));
    expect(await it.run('specialist', { kind: 'ask-extension', contractId: it.contractId })).toMatchObject({
      kind: 'done',
    });
    expect(await it.run('specialist', { kind: 'ask-extension', contractId: it.contractId })).toMatchObject({
      why: 'already-done',
    });
    expect(await pending(it)).toHaveLength(18);
    expect((await it.open('report', 'report')).pending).toBe(true);
    expect(expectKind(await sat(it, 'extended', '2027-03-31'), 'refused').faults.map(({ path }) => path)).toEqual([
      'extendedTo',
    ]);
    expect(expectKind(await sat(it, 'extended', null, '2026-12-01'), 'refused').faults.map(({ path }) => path)).toEqual(
      ['satOn', 'extendedTo'],
    );
    const result = expectKind(await sat(it, 'extended', '2026-11-30'), 'dates-moved');
    expect(result.endsOn).toBe('2026-11-30');
    const moved = (what: MovedDate['what'], number: number | null = null) =>
      result.moved.find((each) => each.what === what && each.number === number);
    expect(moved('end')).toEqual({ what: 'end', number: null, from: '2026-08-31', to: '2026-11-30', why: 'extended' });
    expect(moved('conclusion')).toMatchObject({ from: '2026-08-31', to: '2026-11-30' });
    expect(moved('report')).toMatchObject({ from: '2027-01-31', to: '2027-04-30' });
    expect(moved('register')).toMatchObject({ from: '2027-02-10', to: '2027-05-10' });
    expect(moved('monitoring', 12)).toMatchObject({ from: '2027-08-31', to: '2027-11-30' });
    expect(moved('decision')).toMatchObject({ from: '2027-09-30', to: '2027-12-31' });
    expect(await pending(it)).toEqual([]);
    // Each end has its own conclusion: the signed one stays, a new one is owed.
    expect((await it.duty('conclusion')).done).toBe(false);
    expect((await it.papers()).map(({ kind, status }) => [kind, status])).toEqual([['conclusion', 'approved']]);
    const { card } = expectKind(await it.run('specialist', { kind: 'open-case', contractId: it.contractId }), 'case');
    expect(card.sittings).toEqual([
      {
        askedOn: '2026-08-03',
        satOn: '2026-08-03',
        result: 'extended',
        extendedTo: '2026-11-30',
        words: 'протокол № 4',
      },
    ]);
    const contract = await it.office.database.transaction((stores) => stores.cases.find(it.contractId));
    expect(contract?.dates.map(({ kind, endsOn, reason }) => [kind, endsOn, reason])).toEqual([
      ['agreed', '2026-08-31', null],
      ['extended', '2026-11-30', 'протокол № 4'],
    ]);
  });

  test('refused, the dates stand and are not marked; kept too where nobody had pressed "ask"', {
    timeout: 120_000,
  }, async () => {
    const it = await another();
    await it.run('specialist', { kind: 'ask-extension', contractId: it.contractId });
    expect(expectKind(await sat(it, 'refused', null), 'dates-moved')).toMatchObject({
      endsOn: '2026-08-31',
      moved: [],
    });
    expect(await pending(it)).toEqual([]);
    expect(expectKind(await sat(it, 'refused', null), 'dates-moved').moved).toEqual([]);
    const { card } = expectKind(await it.run('specialist', { kind: 'open-case', contractId: it.contractId }), 'case');
    expect(card.sittings.map(({ result }) => result)).toEqual(['refused', 'refused']);
  });
});

describe('a stop', () => {
  const stop = (it: EvaluatedCase, underPoint49: boolean, stoppedOn = '2026-08-02', reason = 'по решению') =>
    it.run('specialist', {
      kind: 'stop-contract',
      contractId: it.contractId,
      stoppedOn: day(stoppedOn),
      underPoint49,
      reason,
    });
  const open = async (it: EvaluatedCase) => {
    const { card } = expectKind(
      await it.run('specialist', { kind: 'open-contract', contractId: it.contractId }),
      'contract',
    );
    return card;
  };

  test('under point 49: no report, no monitoring; open asks are excused, a begun paper is set aside, the conclusion stays', {
    timeout: 120_000,
  }, async () => {
    const it = await another();
    const dutyId = await mark(it, ['done', 'done']);
    await prepare(it, dutyId, NOTHING);
    await it.run('specialist', { kind: 'ask-extension', contractId: it.contractId });
    expect(expectKind(await stop(it, true, '2026-09-02', ' '), 'refused').faults.map(({ path }) => path)).toEqual([
      'stoppedOn',
      'reason',
    ]);
    const result = expectKind(await stop(it, true), 'dates-moved');
    expect(result.endsOn).toBe('2026-08-02');
    expect(result.moved).toContainEqual({
      what: 'report',
      number: null,
      from: '2027-01-31',
      to: null,
      why: 'stopped-under-point-49',
    });
    expect(result.moved.filter(({ to }) => to === null)).toHaveLength(18);
    expect(result.excused).toBeGreaterThan(12);
    const card = await open(it);
    expect(card.duties.map((duty) => duty.id)).toEqual(['conclusion']);
    expect(card.asks.filter(({ state, stage }) => stage === 'after' && state !== 'excused')).toEqual([]);
    expect((await it.papers()).map(({ status }) => status)).toEqual(['superseded']);
    expect(await stop(it, true)).toMatchObject({ why: 'already-done' });
    expect(await it.run('specialist', { kind: 'ask-extension', contractId: it.contractId })).toMatchObject({
      why: 'already-done',
    });
  });

  test('otherwise everything counts from the day of the stop', { timeout: 120_000 }, async () => {
    const it = await another();
    const result = expectKind(await stop(it, false), 'dates-moved');
    expect(result.moved.map(({ what }) => what)).toEqual(['end', 'conclusion']);
    expect((await open(it)).duties).toHaveLength(19);
  });
});
