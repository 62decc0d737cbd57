/** A contract driven through its evaluation by commands: people who answer each month, a specialist who prepares, a head who signs. */
import type { Command, CommandResult, ContractDraft, MonthAnswers } from '../../src/dialogs/command.ts';
import type { DutyCard } from '../../src/dialogs/evaluation-card.ts';
import type { PaperCard, PaperLine } from '../../src/dialogs/paper-card.ts';
import type { DutyLine } from '../../src/dialogs/view.ts';
import { addMonths, type Day, day, type Month, month, monthOf } from '../../src/engine/day.ts';
import type { Track } from '../../src/engine/law.ts';
import { roubles } from '../../src/engine/money.ts';
import { command, expectKind, joinedContract, staffedOffice } from './staffed-office.ts';
import { openTestOffice, type TestOffice } from './test-office.ts';

/** The contracts of these tests run from March to the end of August 2026. */
export const ENDS_ON = day('2026-08-31');

/** Month M+n. */
export const after = (months: number): Month => addMonths(monthOf(ENDS_ON), months);

/** An office with a head, a specialist and a joined contract. */
export interface EvaluatedCase {
  readonly office: TestOffice;
  readonly contractId: string;
  run(who: string, wish: Command): Promise<CommandResult>;
  /** The clock shows noon of the day in Bryansk. */
  turnTo(on: Day): void;
  duty(id: string): Promise<DutyLine>;
  open<Kind extends DutyCard['kind']>(id: string, kind: Kind): Promise<Extract<DutyCard, { kind: Kind }>>;
  /** The recipient sends the month and the specialist accepts it. */
  tellMonth(of: Month, answers: MonthAnswers): Promise<void>;
  /** The specialist submits the paper of the result, the head approves it. */
  sign(prepared: CommandResult): Promise<PaperCard>;
  papers(): Promise<readonly PaperLine[]>;
  news(who: string): Promise<string[]>;
}

/** Opens it on a day with a contract of the track. */
export async function evaluatedCase(
  track: Track,
  change: Partial<ContractDraft> = {},
  on = day('2026-08-03'),
): Promise<EvaluatedCase> {
  const office = await openTestOffice(noon(on));
  await staffedOffice(office);
  const contractId = await joinedContract(office, { track, ...change });
  return driven(office, contractId);
}

/** The same over an office and a contract that are there. */
export function driven(office: TestOffice, contractId: string, citizen = 'citizen'): EvaluatedCase {
  const run = (who: string, wish: Command) => command(office, who, wish);
  const duty = async (id: string) => {
    const { card } = expectKind(await run('specialist', { kind: 'open-contract', contractId }), 'contract');
    const found = card.duties.find((each) => each.id === id && each.key.endsWith(`@${card.endsOn}`));
    if (!found) throw new Error(`no duty ${id}: ${card.duties.map((each) => each.key).join(', ')}`);
    return found;
  };
  return {
    office,
    contractId,
    run,
    duty,
    turnTo: (to) => office.clock.turnTo(noon(to)),
    open: async (id, kind) => {
      const { dutyId } = await duty(id);
      const { card } = expectKind(await run('specialist', { kind: 'open-duty', dutyId }), 'duty');
      if (card.kind !== kind) throw new Error(`opened ${card.kind} for ${id}`);
      return card as Extract<DutyCard, { kind: typeof kind }>;
    },
    tellMonth: async (of, answers) => {
      const asked = (['fact', 'income'] as const).filter((item) => answers[item] !== null);
      const wish = { kind: 'submit-month', contractId, month: of, asked, answers } as const;
      expectKind(await run(citizen, wish), 'month-submitted');
      const queue = expectKind(await run('specialist', { kind: 'list-queue', page: 0 }), 'queue');
      for (const { submissionId, revision } of queue.lines)
        expectKind(await run('specialist', { kind: 'accept-submission', submissionId, revision }), 'submission');
    },
    sign: async (prepared) => {
      const { paperId } = expectKind(prepared, 'paper').card;
      expectKind(await run('specialist', { kind: 'submit-paper', paperId }), 'paper');
      return expectKind(await run('head', { kind: 'approve-paper', paperId }), 'paper').card;
    },
    papers: async () => expectKind(await run('specialist', { kind: 'open-case', contractId }), 'case').card.papers,
    news: async (who) => {
      await office.tick();
      return office.phone(who).news();
    },
  };
}

/** Wages or income from business of a month, with the fact where it is asked; of hardship the fact is how life goes. */
export function monthOfTrack(track: Track, amount: string, withFact = true): MonthAnswers {
  const hardship = track === 'hardship';
  const kind =
    track === 'business' ? 'self-employed' : track === 'household-farm' ? 'farm' : hardship ? 'other' : 'wage';
  return {
    fact: withFact ? { state: hardship ? 'better' : 'yes', words: null } : null,
    income: { items: [{ kind, amount: roubles(amount) }] },
    household: 'none',
    proofs: [
      ...(withFact
        ? [{ item: 'fact', kind: track === 'job-search' ? 'copy' : 'certificate', file: null } as const]
        : []),
      { item: 'income', kind: 'certificate', file: null },
    ],
  };
}

/** Only the fact. */
export function factOnly(track: Track): MonthAnswers {
  const { fact, proofs } = monthOfTrack(track, '0.00');
  return { fact, income: null, household: null, proofs: proofs.filter(({ item }) => item === 'fact') };
}

export { day, month };

function noon(on: Day): string {
  return `${on}T09:00:00.000Z`;
}
