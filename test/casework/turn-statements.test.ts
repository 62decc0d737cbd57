/** What one turn says to the database: a bound that a careless read breaks. */
import { beforeAll, afterAll, expect, test } from 'vitest';
import { countedPGlite, noStatements } from '../../bench/chat/statements.ts';
import { receiveMessage } from '../../src/casework/talk/receive-message.ts';
import { overPGlite } from '../../src/db/client.ts';
import { openTestPGlite } from '../support/database.ts';
import { joinedContract, staffedOffice } from '../support/staffed-office.ts';
import { openTestOffice, type TestOffice } from '../support/test-office.ts';

const counts = noStatements();
let office: TestOffice;

beforeAll(async () => {
  const { pglite } = await openTestPGlite();
  const database = overPGlite(countedPGlite(pglite, counts));
  office = await openTestOffice('2026-10-05T09:00:00.000Z', { opened: { database, close: () => database.close() } });
  await staffedOffice(office);
  await joinedContract(office);
});
afterAll(() => office.close());

/** Statements of the transaction that answers, its BEGIN and COMMIT with them; keeping, leasing and sending are not in it. */
async function statementsOf(who: string, payload: string): Promise<number> {
  const { deps, database, clock } = office;
  const now = clock.now();
  const item = await database.transaction(async ({ inbox }) => {
    const input = { kind: 'press', payload } as const;
    await inbox.receive({ channel: 'web', eventKey: `${who} ${payload}`, externalId: who, input, at: now });
    return inbox.lease('test', now, now);
  });
  if (!item) throw new Error('the message did not come in');
  Object.assign(counts, noStatements());
  await receiveMessage(deps)(item);
  const { begin, commit, read, write, other } = counts;
  expect([begin, commit]).toEqual([1, 1]);
  return begin + commit + read + write + other;
}

test.each([
  ['a recipient', 'citizen', 24],
  ['a specialist', 'specialist', 22],
  ['a head', 'head', 22],
  ['somebody without a contract', 'somebody', 16],
])('%s who presses the menu costs at most so many statements', async (_who, externalId, most) => {
  // The first message of a person makes them.
  await statementsOf(externalId, 'g.settings');
  const cost = await statementsOf(externalId, 'g.menu');
  expect(cost).toBeGreaterThan(8);
  expect(cost).toBeLessThanOrEqual(most);
});
