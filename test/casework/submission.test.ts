import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roubles } from '../../src/engine/money.ts';
import { month } from '../../src/engine/day.ts';
import type { Command, MonthAnswers } from '../../src/dialogs/command.ts';
import { command, expectKind, joinedContract, staffedOffice } from '../support/staffed-office.ts';
import { openTestOffice, plain, type TestOffice } from '../support/test-office.ts';

const works: MonthAnswers = {
  fact: { state: 'yes', words: null },
  income: null,
  household: null,
  proofs: [{ item: 'fact', kind: 'words', file: null }],
};
const paid = (amount: string): MonthAnswers => ({
  fact: null,
  income: { items: [{ kind: 'wage', amount: roubles(amount) }] },
  household: 'none',
  proofs: [{ item: 'income', kind: 'words', file: null }],
});

let office: TestOffice;
let contractId: string;

const submit = (answers: MonthAnswers, asked: readonly ('fact' | 'income')[], of = '2026-09', who = 'citizen') =>
  command(office, who, { kind: 'submit-month', contractId, month: month(of), asked, answers });
const queue = async () =>
  expectKind(await command(office, 'specialist', { kind: 'list-queue', page: 0 }), 'queue').lines;
const decide = (kind: 'accept-submission' | 'return-submission', submissionId: string, revision: number) =>
  command(
    office,
    'specialist',
    (kind === 'accept-submission'
      ? { kind, submissionId, revision }
      : { kind, submissionId, revision, reason: 'unreadable-photo', words: null }) satisfies Command,
  );
const askState = async (id: string) => {
  const { card } = expectKind(await command(office, 'specialist', { kind: 'open-contract', contractId }), 'contract');
  return card.asks.find((ask) => ask.id === id)?.state;
};

beforeEach(async () => {
  // The contract ended on 31 August: in October both the fact and the income of September may be told.
  office = await openTestOffice('2026-10-05T09:00:00.000Z');
  await staffedOffice(office);
  contractId = await joinedContract(office);
});
afterEach(() => office.close());

describe('a month is sent, reviewed and sent again', () => {
  it('sending gives a receipt, quiets the asks and puts it into the queue of the office', async () => {
    const sent = expectKind(
      await submit({ ...paid('20000.00'), fact: works.fact }, ['fact', 'income']),
      'month-submitted',
    );
    expect(sent.receipt).toMatch(/^[A-Z0-9]{8}$/);
    expect(await askState('fact:2026-09')).toBe('sent');
    expect((await queue()).map((line) => [line.number, line.month, line.revision])).toEqual([
      [sent.receipt, '2026-09', 1],
    ]);
  });

  it('only the recipient may send, only what is asked by now', async () => {
    expect(await submit(works, ['fact'], '2026-09', 'somebody-else')).toMatchObject({
      kind: 'refused',
      why: 'not-found',
    });
    expect(await submit(works, ['fact'], '2026-11')).toMatchObject({ kind: 'refused', why: 'changed-meanwhile' });
    expect(await queue()).toEqual([]);
  });

  it('a second sending while the first is undecided carries the other item over', async () => {
    await submit(works, ['fact']);
    await submit(paid('20000.00'), ['income']);
    const [line] = await queue();
    const { card } = expectKind(
      await command(office, 'specialist', { kind: 'open-submission', submissionId: line?.submissionId ?? '' }),
      'submission',
    );
    expect(card.asked).toEqual(['fact', 'income']);
    expect(card.answers.fact?.state).toBe('yes');
    expect(card.answers.income).toEqual({ items: [{ kind: 'wage', amount: '20000.00' }] });
    expect(card.answers.proofs.map((proof) => proof.item)).toEqual(['fact', 'income']);
  });

  it('acceptance tells the recipient; the record of the month waits for its paper', async () => {
    await submit(works, ['fact']);
    const [line] = await queue();
    expectKind(await decide('accept-submission', line?.submissionId ?? '', 1), 'submission');
    expect(await askState('fact:2026-09')).toBe('accepted');
    const { card } = expectKind(await command(office, 'specialist', { kind: 'open-contract', contractId }), 'contract');
    expect(card.duties.find((duty) => duty.id === 'monitoring:1')?.done).toBe(false);
    expect(card.lastDecision).toMatchObject({ what: 'accepted', month: '2026-09' });
    await office.tick();
    expect(office.phone('citizen').seen.some((message) => message.text.includes('приняты'))).toBe(true);
  });

  it('after acceptance the next item of the month stands by itself', async () => {
    await submit(works, ['fact']);
    await decide('accept-submission', (await queue())[0]?.submissionId ?? '', 1);
    await submit(paid('20000.00'), ['income']);
    expect((await queue())[0]?.revision).toBe(2);
    expect(await askState('fact:2026-09')).toBe('accepted');
    expect(await askState('income:2026-09')).toBe('sent');
  });

  it('"nothing has changed" takes each item from its own newest accepted month', async () => {
    const accepted = async (answers: MonthAnswers, asked: readonly ('fact' | 'income')[], of: string) => {
      await submit(answers, asked, of);
      for (const { submissionId, revision } of await queue()) await decide('accept-submission', submissionId, revision);
    };
    await accepted(paid('18000.00'), ['income'], '2026-07');
    await accepted(paid('20000.00'), ['income'], '2026-08');
    await accepted(works, ['fact'], '2026-09');
    const { card } = expectKind(await command(office, 'specialist', { kind: 'open-contract', contractId }), 'contract');
    expect(card.lastAccepted).toEqual({
      fact: { month: '2026-09', state: 'yes' },
      income: { month: '2026-08', items: [{ kind: 'wage', amount: '20000.00' }], household: null },
    });
    // October asks for the income of September alone, and the talk offers to repeat that of August.
    const citizen = office.phone('citizen');
    await citizen.send({ kind: 'press', payload: `g.confirm-month.${contractId}~2026-09` });
    expect(plain(citizen.last().text)).toContain('В прошлый раз (август 2026) было так:\nЗарплата: 20 000 ₽');
    expect(citizen.last().text).not.toContain('трудовой договор');
  });

  it('a return opens the asks again and says why', async () => {
    await submit(works, ['fact']);
    await decide('return-submission', (await queue())[0]?.submissionId ?? '', 1);
    expect(await askState('fact:2026-09')).toBe('returned');
    expect(await queue()).toEqual([]);
    await office.tick();
    expect(office.phone('citizen').seen.some((message) => message.text.includes('Фото не получается прочитать'))).toBe(
      true,
    );
  });

  it('a decision on an older revision is refused: another one came meanwhile', async () => {
    await submit(works, ['fact']);
    const submissionId = (await queue())[0]?.submissionId ?? '';
    await submit(paid('20000.00'), ['income']);
    expect(await decide('accept-submission', submissionId, 1)).toMatchObject({
      kind: 'refused',
      why: 'changed-meanwhile',
    });
    expectKind(await decide('accept-submission', submissionId, 2), 'submission');
    expect(await decide('accept-submission', submissionId, 2)).toMatchObject({ kind: 'refused', why: 'already-done' });
  });

  it('"already given to the office" is an answer that a person looks at', async () => {
    await submit({ fact: { state: 'given-to-office', words: null }, income: null, household: null, proofs: [] }, [
      'fact',
    ]);
    const [line] = await queue();
    expect(line?.recommendation).toBe('review');
    await decide('accept-submission', line?.submissionId ?? '', 1);
    const { card } = expectKind(await command(office, 'specialist', { kind: 'open-contract', contractId }), 'contract');
    expect(card.duties.find((duty) => duty.id === 'monitoring:1')?.done).toBe(false);
  });
});

describe('nobody sees what is not theirs', () => {
  it('a specialist of another office can open, accept and link nothing', async () => {
    await submit(works, ['fact']);
    const submissionId = (await queue())[0]?.submissionId ?? '';
    const other = await openTestOfficeStaff();
    const wishes: Command[] = [
      { kind: 'open-contract', contractId },
      { kind: 'make-recipient-link', contractId },
      { kind: 'open-submission', submissionId },
      { kind: 'accept-submission', submissionId, revision: 1 },
    ];
    for (const wish of wishes)
      expect(await command(office, other, wish)).toMatchObject({ kind: 'refused', why: 'not-found' });
  });

  it('a citizen cannot do what staff do', async () => {
    const wishes: Command[] = [
      { kind: 'list-queue', page: 0 },
      { kind: 'list-contracts', search: null, page: 0 },
      { kind: 'list-deadlines', span: 'today', page: 0 },
      { kind: 'invite-staff', role: 'head', name: 'x', position: 'y' },
      { kind: 'list-staff' },
      { kind: 'open-contract', contractId },
    ];
    for (const wish of wishes) expect((await command(office, 'citizen', wish)).kind).toBe('refused');
  });

  async function openTestOfficeStaff(): Promise<string> {
    const { openOffice } = await import('../support/test-office.ts');
    const { headToken } = await openOffice(office, 'irkutsk', 'katangsky');
    await command(office, 'other-head', { kind: 'join-staff', token: headToken });
    return 'other-head';
  }
});
