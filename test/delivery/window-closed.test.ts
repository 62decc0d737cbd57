/** A person who has been silent too long for one platform is written to on another, and comes back to the first by a word. */
import type { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/casework/ports.ts';
import { createTurnedClock, type TurnedClock } from '../../src/cli/turned-clock.ts';
import type { Channel, SendResult } from '../../src/delivery/channel.ts';
import { createSender } from '../../src/delivery/send-due.ts';
import type { ChannelKind } from '../../src/dialogs/codes.ts';
import { memoryFiles } from '../channels/support/memory-files.ts';
import { openTestPGlite } from '../support/database.ts';

const NOON = '2026-11-23T09:00:00.000Z';
const CLOSED: SendResult = { kind: 'window-closed', why: 'vk-day-of-silence' };
const SENT: SendResult = { kind: 'sent', messageId: '1' };

let pglite: PGlite;
let database: Database;
let clock: TurnedClock;
let close: () => Promise<void>;
/** Sendings that were tried, in order. */
let tried: ChannelKind[] = [];
/** What each channel answers. */
let answers: { [kind in ChannelKind]?: SendResult } = {};
let personId = '';

beforeEach(async () => {
  const opened = await openTestPGlite();
  ({ pglite, database } = opened);
  close = () => opened.database.close();
  clock = createTurnedClock(NOON);
  tried = [];
  ({ id: personId } = (await database.transaction(({ people }) => people.meet('vk', '500', NOON))).person);
});
afterEach(() => close());

/** A second address of the same person, used before the first. */
async function alsoOn(channel: ChannelKind): Promise<void> {
  const other = await database.transaction(({ people }) => people.meet(channel, '1', '2026-11-01T09:00:00.000Z'));
  await pglite.query('update addresses set person_id = $1 where id = $2', [personId, other.address.id]);
}

async function remind(): Promise<void> {
  const reply = { texts: [{ key: 'x:remind' }], content: 'personal' as const };
  const draft = {
    uniqueKey: 'k',
    personId,
    addressId: null,
    kind: 'reminder' as const,
    reply,
    notBefore: NOON,
    about: [],
  };
  await database.transaction(({ outbox }) => outbox.put([draft], NOON));
}

function channelOf(kind: ChannelKind): Channel {
  return {
    kind,
    can: { textLimit: 4000, buttonsPerRow: 5, buttonsInAll: 10, labelLimit: 40, fileLimit: 1 },
    send: async () => {
      tried.push(kind);
      return answers[kind] ?? SENT;
    },
    fetchFile: async () => ({ kind: 'gone' }),
    ready: () => true,
    close: async () => {},
  };
}

async function sendDue(): Promise<void> {
  const channels = (['vk', 'web', 'max'] as const).map((kind): [ChannelKind, Channel] => [kind, channelOf(kind)]);
  const sender = createSender({
    database,
    clock,
    files: memoryFiles(),
    channels: new Map(channels),
    render: (_language, { key }) => key,
    refresh: async (_stores, item) => item.reply,
    policy: 'open',
    links: () => ({ webChat: 'http://localhost:3000', max: null }),
    troubled: () => false,
    heard: () => {},
    timeZoneOf: async () => 'Europe/Moscow',
    processName: 'test',
    log: { warn: () => {} },
    count: () => {},
  });
  await sender.sendDue();
}
const statuses = async () =>
  (await pglite.query<{ status: string }>('select status from outbox')).rows.map((row) => row.status);
const active = async () =>
  (await database.transaction(({ people }) => people.addresses(personId))).map(({ channel }) => channel);

test('the next address is taken at once, and the first stays open: nobody has left', async () => {
  await alsoOn('web');
  await remind();
  answers = { vk: CLOSED };
  await sendDue();
  expect(tried).toEqual(['vk', 'web']);
  expect(await statuses()).toEqual(['sent']);
  expect((await active()).toSorted()).toEqual(['vk', 'web']);
});

test('with every window closed it waits, and goes out once the person has spoken', async () => {
  await alsoOn('max');
  await remind();
  answers = { vk: CLOSED, max: CLOSED };
  await sendDue();
  expect(tried).toEqual(['vk', 'max']);
  expect(await statuses()).toEqual(['queued']);
  answers = {};
  clock.turnTo('2026-11-23T09:05:00.000Z');
  await sendDue();
  expect(tried).toEqual(['vk', 'max', 'vk']);
  expect(await statuses()).toEqual(['sent']);
});
