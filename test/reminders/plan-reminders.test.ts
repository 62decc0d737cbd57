import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { month } from '../../src/engine/day.ts';
import { planReminders } from '../../src/reminders/plan-reminders.ts';
import { command, joinedContract, staffedOffice } from '../support/staffed-office.ts';
import { openTestOffice, type Phone, plain, type TestOffice } from '../support/test-office.ts';

let office: TestOffice;
let citizen: Phone;
let specialist: Phone;
let contractId: string;

/** Ticks at the given hours of the office's day (UTC+3) from `from` to `to`; the program does so each minute. */
async function live(from: string, to: string, hours: readonly number[] = [9]): Promise<void> {
  for (let at = Date.parse(`${from}T00:00:00+03:00`); at <= Date.parse(`${to}T00:00:00+03:00`); at += 86_400_000) {
    for (const hour of hours) {
      office.clock.turnTo(new Date(at + hour * 3_600_000).toISOString());
      await office.tick();
    }
  }
}
/** Day and local time of each message to a phone whose text says something. */
function received(phone: Phone, words: string): string[] {
  return phone.seen
    .filter((message) => plain(message.text).includes(words))
    .map((message) => new Date(Date.parse(message.at) + 3 * 3_600_000).toISOString().slice(0, 16));
}
const sendFact = (of: string) =>
  command(office, 'citizen', {
    kind: 'submit-month',
    contractId,
    month: month(of),
    asked: ['fact'],
    answers: { fact: { state: 'yes', words: null }, income: null, household: null, proofs: [] },
  });

beforeEach(async () => {
  // The contract ends on 31 August 2026; nothing of the year before is asked in September but record 1.
  office = await openTestOffice('2026-08-20T09:00:00.000Z');
  await staffedOffice(office);
  [citizen, specialist] = [office.phone('citizen'), office.phone('specialist')];
  contractId = await joinedContract(office, { startsOn: '2026-08-01' as never, endsOn: '2026-08-31' as never });
});
afterEach(async () => {
  expect(office.errors).toEqual([]);
  await office.close();
});

describe('a recipient is reminded on the days of the law and no others', () => {
  it('of the fact of September: when asked, halfway, two working days before, on the day', async () => {
    await live('2026-08-31', '2026-09-30');
    // Record 1 is due on 30 September; five working days before is the 23rd, two before that the 21st. August's own month is asked beside it.
    expect(received(citizen, 'сентябрь 2026')).toEqual([
      '2026-09-01T09:00',
      '2026-09-12T09:00',
      '2026-09-21T09:00',
      '2026-09-23T09:00',
    ]);
  });

  it('never after the answer', async () => {
    await live('2026-08-31', '2026-09-02', [0, 9, 21]);
    await sendFact('2026-09');
    await live('2026-09-11', '2026-09-23');
    expect(received(citizen, 'сентябрь 2026')).toEqual(['2026-09-01T09:00']);
  });

  it('never an answer that came between planning and sending', async () => {
    // Planned at midnight for nine; answered at eight.
    office.clock.turnTo('2026-08-31T21:01:00.000Z');
    await office.tick();
    office.clock.turnTo('2026-09-01T05:00:00.000Z');
    await sendFact('2026-09');
    office.clock.turnTo('2026-09-01T06:00:00.000Z');
    await office.tick();
    expect(received(citizen, 'сентябрь 2026')).toEqual([]);
  });

  it('not while paused by the specialist, and once on the day after', async () => {
    await command(office, 'specialist', {
      kind: 'pause-reminders',
      contractId,
      until: '2026-09-15' as never,
      words: 'в больнице',
    });
    await live('2026-08-31', '2026-09-18');
    expect(received(citizen, 'сентябрь 2026')).toEqual(['2026-09-16T09:00']);
  });

  it('not when the person has stopped reminders, and at once when they want them again', async () => {
    await command(office, 'citizen', { kind: 'stop-reminders' });
    await live('2026-08-31', '2026-09-10');
    expect(citizen.seen).toEqual([]);
    await command(office, 'citizen', { kind: 'resume-reminders' });
    await live('2026-09-11', '2026-09-11', [10]);
    expect(received(citizen, 'сентябрь 2026')).toEqual(['2026-09-11T10:00']);
  });

  it('several asks go in one message', async () => {
    await live('2026-09-01', '2026-09-01');
    expect(citizen.seen).toHaveLength(1);
    const text = plain(citizen.last().text);
    expect(text).toContain('август 2026: подтверждение и доход');
    expect(text).toContain('сентябрь 2026: подтверждение');
  });
});

describe('a tick loses nothing and doubles nothing', () => {
  it('a second tick inserts nothing', async () => {
    office.clock.turnTo('2026-09-01T06:00:00.000Z');
    const first = await planReminders(office.deps);
    const second = await planReminders(office.deps);
    expect(first.messages).toBeGreaterThan(0);
    expect(second.messages).toBe(0);
    const queued = await office.database.transaction((stores) => stores.outbox.queued());
    await planReminders(office.deps);
    expect(await office.database.transaction((stores) => stores.outbox.queued())).toBe(queued);
  });

  it('two planners at once insert what one does', async () => {
    office.clock.turnTo('2026-09-01T06:00:00.000Z');
    await Promise.all([planReminders(office.deps), planReminders(office.deps)]);
    await office.tick();
    expect(received(citizen, 'сентябрь 2026')).toHaveLength(1);
    expect(received(specialist, 'Мониторинг 1 из 12')).toHaveLength(1);
  });

  it('three days without a tick lose nothing and double nothing', async () => {
    await live('2026-08-31', '2026-08-31');
    // Nothing runs on 1, 2 and 3 September.
    await live('2026-09-04', '2026-09-30');
    expect(received(citizen, 'сентябрь 2026')).toEqual([
      '2026-09-04T09:00',
      '2026-09-12T09:00',
      '2026-09-21T09:00',
      '2026-09-23T09:00',
    ]);
  });

  it('a missed last day is said kindly on the next one', async () => {
    await live('2026-08-31', '2026-09-21');
    await live('2026-09-25', '2026-09-26');
    expect(received(citizen, 'День, к которому мы просили ответить, прошёл')).toContain('2026-09-25T09:00');
  });
});

describe('specialists are nudged on the days of the duty', () => {
  it('of the conclusion: the opening caught up, a week before, three days before, on the day; overdue to the head too', async () => {
    await live('2026-08-21', '2026-09-02');
    expect(received(specialist, 'Заключение')).toEqual([
      '2026-08-21T09:00',
      '2026-08-24T09:00',
      '2026-08-28T09:00',
      '2026-08-31T09:00',
      '2026-09-01T09:00',
    ]);
    expect(received(office.phone('head'), 'Заключение')).toEqual(['2026-09-01T09:00']);
  });

  it('not of what is done', async () => {
    const duty = (await office.database.transaction((stores) => stores.duties.ofContract(contractId))).find(
      ({ kind }) => kind === 'conclusion',
    );
    await command(office, 'specialist', { kind: 'mark-duty-done', dutyId: duty?.dutyId ?? '', words: null });
    await live('2026-08-21', '2026-09-02');
    expect(received(specialist, 'Заключение')).toEqual([]);
  });

  it('the digest comes once at nine on working days', async () => {
    await live('2026-08-21', '2026-08-24', [8, 9, 10, 12]);
    // The 22nd and 23rd are a Saturday and a Sunday.
    expect(received(specialist, 'Доброе утро')).toEqual(['2026-08-21T09:00', '2026-08-24T09:00']);
  });
});
