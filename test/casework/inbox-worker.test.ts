/** A message that comes in while the worker is just going to rest is not left for the next tick. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInboxWorker } from '../../src/casework/talk/inbox-worker.ts';
import { openTestOffice, type TestOffice } from '../support/test-office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice('2026-08-03T09:00:00.000Z');
});
afterEach(() => office.close());

const comesIn = (eventKey: string) =>
  office.database.transaction((stores) =>
    stores.inbox.receive({
      channel: 'web',
      eventKey,
      externalId: 'somebody',
      input: { kind: 'text', text: 'Здравствуйте' },
      at: office.clock.now(),
    }),
  );
/** Goes on after the promises that are ready now, `count` times over. */
async function breaths(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await Promise.resolve();
}

describe('the worker is woken while its loop', () => {
  // 0: the loop has not been told yet that there is nothing; from then on it ends step by step.
  it.each([0, 1, 2, 3])('is %i breaths past its last look, and the message is answered', async (late) => {
    const answered: string[] = [];
    const wakes: Promise<void>[] = [];
    const worker = createInboxWorker({
      ...office.deps,
      database: {
        ...office.database,
        transaction: async (work) => {
          const result = await office.database.transaction(work);
          // Only the look into the inbox answers null, and only when there is nothing.
          if (result !== null || wakes.length > 0) return result;
          await comesIn('second');
          wakes.push(breaths(late).then(() => worker.wake()));
          return result;
        },
      },
      processName: 'test',
      atOnce: 1,
      onAnswered: ({ eventKey }) => answered.push(eventKey),
      onError: (_item, error) => {
        throw error;
      },
    });
    await comesIn('first');
    worker.wake();
    await worker.idle();
    await Promise.all(wakes);
    await worker.idle();
    expect(answered).toEqual(['first', 'second']);
  });
});
