import { describe, expect, test } from 'vitest';
import type { Revision, Submission } from '../../src/casework/ports.ts';
import type { MonthAnswers } from '../../src/dialogs/command.ts';
import { day, month } from '../../src/engine/day.ts';
import { roubles } from '../../src/engine/money.ts';
import { onEachDatabase } from '../support/each-database.ts';
import { addOffice, answers, at, contract, NOW, revision, score } from './samples.ts';

const photo = (hash: string) => ({ hash, name: 'справка.jpg', mediaType: 'image/jpeg', size: 1234 });

const ACCEPTED: NonNullable<Revision['decision']> = {
  what: 'accepted',
  reason: null,
  words: null,
  at: at('12:00:00'),
  on: day('2026-11-22'),
  byStaffId: 'office-specialist',
};

onEachDatabase((on) => {
  const run: ReturnType<typeof on>['database']['transaction'] = (work) => on().database.transaction(work);
  const head = (id: string, of = '2026-10'): Omit<Submission, 'revisions'> => ({
    id,
    number: `К-${id}`,
    contractId: 'contract',
    month: month(of),
    status: 'sent',
  });
  const withContract = (): Promise<void> =>
    run(async (stores) => {
      await addOffice(stores);
      await stores.cases.add(contract());
    });

  const said: [string, MonthAnswers][] = [
    ['nothing answered', answers()],
    ['no income, which is not silence', answers({ income: 'none', household: 'none' })],
    ['given to the office', answers({ income: 'given-to-office', household: 'given-to-office' })],
    ['an empty list of sums', answers({ income: { items: [] } })],
    [
      'sums, a fact in words, proofs with and without a file',
      answers({
        fact: { state: 'yes', words: 'Работаю в школе № 3' },
        income: {
          items: [
            { kind: 'wage', amount: roubles('9999999999.99') },
            { kind: 'wage', amount: roubles('0.01') },
            { kind: 'benefit', amount: roubles('0.00') },
          ],
        },
        household: { amount: roubles('0.00') },
        proofs: [
          { item: 'income', kind: 'certificate', file: photo('a'.repeat(64)) },
          { item: 'fact', kind: 'words', file: null },
        ],
      }),
    ],
  ];
  test.each(said)('what was said comes back: %s', async (_name, given) => {
    await withContract();
    const first = revision(1, { answers: given, decision: null });
    await run(({ submissions }) => submissions.add(head('s'), first));
    expect(await run(({ submissions }) => submissions.find('s'))).toEqual({ ...head('s'), revisions: [first] });
    expect((await run(({ submissions }) => submissions.ofMonth('contract', month('2026-10'))))?.id).toBe('s');
    expect(await run(({ submissions }) => submissions.ofMonth('contract', month('2026-09')))).toBeNull();
  });

  test('a correction is a new revision; the first stays with its decision', async () => {
    await withContract();
    await run(({ submissions }) => submissions.add(head('s'), revision(1)));
    const returned = { ...ACCEPTED, what: 'returned', reason: 'wrong-month', words: 'Пришлите за октябрь' } as const;
    expect(await run(({ submissions }) => submissions.decide('s', 1, returned))).toBe(true);
    expect((await run(({ submissions }) => submissions.find('s')))?.status).toBe('returned');
    await run(({ submissions }) => submissions.addRevision('s', revision(2, { submittedAt: at('13:00:00') })));
    expect(await run(({ submissions }) => submissions.find('s'))).toEqual({
      ...head('s'),
      revisions: [revision(1, { decision: returned }), revision(2, { submittedAt: at('13:00:00') })],
    });
  });

  describe('a decision', () => {
    test('is made once', async () => {
      await withContract();
      await run(({ submissions }) => submissions.add(head('s'), revision(1)));
      const decide = (): Promise<boolean> => run(({ submissions }) => submissions.decide('s', 1, ACCEPTED));
      expect((await Promise.all([decide(), decide(), decide()])).filter(Boolean)).toHaveLength(1);
    });

    test('is refused where another revision has come', async () => {
      await withContract();
      await run(({ submissions }) => submissions.add(head('s'), revision(1)));
      await run(({ submissions }) => submissions.addRevision('s', revision(2)));
      expect(await run(({ submissions }) => submissions.decide('s', 1, ACCEPTED))).toBe(false);
      expect(await run(({ submissions }) => submissions.decide('s', 2, ACCEPTED))).toBe(true);
    });
  });

  test('the queue: worst recommendation first, then oldest; what is decided leaves it', async () => {
    await withContract();
    const sent = (id: string, of: string, advice: 'accept' | 'review' | 'return', time: string) =>
      run(({ submissions }) =>
        submissions.add(head(id, of), revision(1, { score: score(advice), submittedAt: at(time) })),
      );
    await sent('good', '2026-06', 'accept', '01:00:00');
    await sent('look-late', '2026-07', 'review', '03:00:00');
    await sent('look', '2026-08', 'review', '02:00:00');
    await sent('bad', '2026-09', 'return', '04:00:00');
    const queue = async (skip: number, take: number): Promise<[string[], number]> => {
      const page = await run(({ submissions }) => submissions.waiting('office', skip, take));
      return [page.lines.map((line) => line.id), page.total];
    };
    expect(await queue(0, 10)).toEqual([['bad', 'look', 'look-late', 'good'], 4]);
    expect(await queue(1, 2)).toEqual([['look', 'look-late'], 4]);
    await run(({ submissions }) => submissions.decide('bad', 1, ACCEPTED));
    expect(await queue(0, 10)).toEqual([['look', 'look-late', 'good'], 3]);
    // A better revision moves back.
    await run(({ submissions }) =>
      submissions.addRevision('look', revision(2, { score: score('accept'), submittedAt: at('05:00:00') })),
    );
    expect(await queue(0, 10)).toEqual([['look-late', 'good', 'look'], 3]);
    expect(await run(({ submissions }) => submissions.ofContract('contract'))).toHaveLength(4);
  });

  test('the same file in another month of the contract is found', async () => {
    await withContract();
    const hash = 'b'.repeat(64);
    const proofs = [{ item: 'fact', kind: 'copy', file: photo(hash) }] as const;
    await run(({ submissions }) =>
      submissions.add(head('s', '2026-09'), revision(1, { answers: answers({ proofs }), submittedAt: NOW })),
    );
    const used = (contractId: string, of: string, hashes: string[]): Promise<boolean> =>
      run(({ submissions }) => submissions.fileUsedBefore(contractId, month(of), hashes));
    expect(await used('contract', '2026-10', ['c'.repeat(64), hash])).toBe(true);
    expect(await used('contract', '2026-09', [hash])).toBe(false);
    expect(await used('another', '2026-10', [hash])).toBe(false);
    expect(await used('contract', '2026-10', [])).toBe(false);
  });

  test('one submission per contract and month', async () => {
    await withContract();
    await run(({ submissions }) => submissions.add(head('s'), revision(1)));
    await expect(run(({ submissions }) => submissions.add(head('t'), revision(1)))).rejects.toThrow();
  });
});
