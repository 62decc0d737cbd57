/** An office with people in it, for tests of what happens between them: made through use cases, not through dialogs. */
import type { ChannelKind } from '../../src/dialogs/codes.ts';
import type { Command, CommandResult, ContractDraft } from '../../src/dialogs/command.ts';
import { runCommand } from '../../src/casework/run-command.ts';
import { actorOf } from '../../src/casework/talk/actor-of.ts';
import { day } from '../../src/engine/day.ts';
import { roubles } from '../../src/engine/money.ts';
import { openOffice, type TestOffice, tokenOf } from './test-office.ts';

/** Runs one command as the person behind a phone. */
export async function command(
  office: TestOffice,
  externalId: string,
  wish: Command,
  channel: ChannelKind = 'web',
): Promise<CommandResult> {
  return office.database.transaction(async (stores) => {
    const { actor } = await actorOf(office.deps, stores, { channel, externalId });
    return runCommand({ deps: office.deps, stores, actor }, wish);
  });
}

/** The result as the kind it must be. */
export function expectKind<Kind extends CommandResult['kind']>(
  result: CommandResult,
  kind: Kind,
): Extract<CommandResult, { kind: Kind }> {
  if (result.kind !== kind) throw new Error(`expected ${kind}, got ${JSON.stringify(result)}`);
  return result as Extract<CommandResult, { kind: Kind }>;
}

/** A draft with what a test does not care about. */
export function draft(change: Partial<ContractDraft> = {}): ContractDraft {
  return {
    number: '17/2026',
    recipientName: 'Примерова Анна Сергеевна',
    track: 'job-search',
    municipality: null,
    startsOn: day('2026-03-01'),
    endsOn: day('2026-08-31'),
    household: [
      { relation: 'applicant', birthDate: day('1990-05-01'), ageBand: null, fullTimeStudent: false },
      { relation: 'child', birthDate: day('2016-05-01'), ageBand: null, fullTimeStudent: false },
    ],
    perCapitaIncomeBefore: roubles('9000.00'),
    averageMonthlyIncomeBefore: roubles('18000.00'),
    measures: [{ name: 'Встать на учёт в центре занятости', dueOn: null }],
    ...change,
  };
}

/** Head `head` and specialist `specialist` are in; the office is Bryansk's unless said otherwise. */
export async function staffedOffice(
  office: TestOffice,
  region = 'bryansk',
  municipality: string | null = null,
): Promise<{ officeId: string }> {
  const { officeId, headToken } = await openOffice(office, region, municipality);
  await command(office, 'head', { kind: 'join-staff', token: headToken });
  const invited = await command(office, 'head', {
    kind: 'invite-staff',
    role: 'specialist',
    name: 'Сидорова Ольга',
    position: 'специалист',
  });
  await command(office, 'specialist', {
    kind: 'join-staff',
    token: tokenOf(expectKind(invited, 'handout').handout.url),
  });
  return { officeId };
}

/** A contract registered by `specialist` and joined by `citizen`. */
export async function joinedContract(
  office: TestOffice,
  change: Partial<ContractDraft> = {},
  citizen = 'citizen',
): Promise<string> {
  const registered = expectKind(
    await command(office, 'specialist', { kind: 'register-contract', draft: draft(change) }),
    'contract-registered',
  );
  const { contractId } = registered;
  const link = expectKind(await command(office, 'specialist', { kind: 'make-recipient-link', contractId }), 'handout');
  const joined = expectKind(
    await command(office, citizen, { kind: 'join-contract', token: tokenOf(link.handout.url), consentVersion: '1' }),
    'link',
  );
  if (!joined.joined) throw new Error('the citizen could not join');
  return contractId;
}
