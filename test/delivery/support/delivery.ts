/** Delivery with a real outbox and channels that only remember: what each answers is set by the test. */
import { refreshMessage } from '../../../src/casework/notice/refresh-message.ts';
import type { OutboxDraft, OutboxItem, Stores } from '../../../src/casework/ports.ts';
import { createTurnedClock, minutesAfter, type TurnedClock } from '../../../src/cli/turned-clock.ts';
import type { OpenDatabase } from '../../../src/db/client.ts';
import type { Channel, OutgoingMessage, SendResult } from '../../../src/delivery/channel.ts';
import { type ChannelHealth, createChannelHealth } from '../../../src/delivery/channel-health.ts';
import type { ChannelPolicy } from '../../../src/delivery/channel-policy.ts';
import { createSender } from '../../../src/delivery/send-due.ts';
import type { ChannelKind } from '../../../src/dialogs/codes.ts';
import { lawFor } from '../../../src/law/index.ts';
import { contract, addOffice, draft } from '../../db/samples.ts';
import { openTestPGlite } from '../../support/database.ts';
import { TEXTS } from '../../support/texts.ts';

/** A channel of the test. */
export interface MemoryChannel {
  readonly sent: OutgoingMessage[];
  /** What every sending answers; `sent` where null. */
  answer: SendResult | null;
  ready: boolean;
}

export interface Delivery {
  readonly database: OpenDatabase;
  readonly clock: TurnedClock;
  readonly channels: { readonly [kind in 'web' | 'telegram' | 'max' | 'vk']: MemoryChannel };
  readonly health: ChannelHealth;
  /** Lines of the log of errors. */
  readonly errors: string[];
  readonly shown: Map<ChannelKind, boolean>;
  /** Another life of the product over the same database. */
  restart(): ChannelHealth;
  run<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** A person with addresses on these channels, the first one used last. Answers their id and the ids of the addresses. */
  person(name: string, ...channels: ChannelKind[]): Promise<{ id: string; addresses: string[] }>;
  put(personId: string, key: string, change?: Partial<OutboxDraft>): Promise<void>;
  /** Sends until nothing is due, with alarms. */
  send(): Promise<void>;
  turn(minutes: number): void;
  history(): Promise<readonly OutboxItem[]>;
}

/** Ten in the morning in Bryansk: nobody's quiet hours. */
const START = '2026-11-23T07:00:00.000Z';
export const LINKS = { webChat: 'https://opora.example', max: 'https://max.ru/opora' };

/** Opening a database is the slow part: the tests of a file share one and begin with empty tables. */
let opened: ReturnType<typeof openTestPGlite> | null = null;

/** To be called once when the file is done. */
export async function closeDelivery(): Promise<void> {
  await (await opened)?.database.close();
}

export async function openDelivery(policy: ChannelPolicy = 'open'): Promise<Delivery> {
  const { database, pglite } = await (opened ??= openTestPGlite());
  await pglite.exec('TRUNCATE people, offices, settings CASCADE');
  const clock = createTurnedClock(START);
  const memory = (): MemoryChannel => ({ sent: [], answer: null, ready: true });
  const channels = { web: memory(), telegram: memory(), max: memory(), vk: memory() };
  const open = new Map<ChannelKind, Channel>(
    (Object.keys(channels) as (keyof typeof channels)[]).map((kind) => [kind, channelOver(kind, channels[kind])]),
  );
  const errors: string[] = [];
  const shown = new Map<ChannelKind, boolean>();
  let lives = 0;
  const live = () =>
    createChannelHealth({
      database,
      clock,
      processName: `life-${(lives += 1)}`,
      log: { error: (facts, message) => void errors.push(JSON.stringify({ ...facts, message })), info: () => {} },
      channels: open,
      show: (channel, inTrouble) => void shown.set(channel, inTrouble),
    });
  let health = live();
  const law = lawFor('bryansk');
  if (!law) throw new Error('no law');
  const deps = { clock, laws: { bryansk: law }, defaultRegion: 'bryansk' };
  const sender = createSender({
    database,
    clock,
    channels: open,
    files: { keep: fail, read: async () => null, keepMade: fail },
    render: (language, text) => TEXTS.render(language, text),
    refresh: refreshMessage(deps),
    policy,
    links: () => LINKS,
    troubled: (channel) => health.troubled(channel),
    heard: (channel, result) => health.heard(channel, result),
    timeZoneOf: async () => 'Europe/Moscow',
    processName: 'test',
    log: { warn: () => {} },
    count: () => {},
  });
  const run: Delivery['run'] = (work) => database.transaction(work);
  const send = async () => {
    await sender.sendDue();
    await health.look();
    await health.idle();
    await sender.sendDue();
  };
  return {
    database,
    clock,
    channels,
    get health() {
      return health;
    },
    errors,
    shown,
    restart: () => (health = live()),
    run,
    async person(name, ...kinds) {
      let id = '';
      const addresses: string[] = [];
      for (const [index, kind] of kinds.toReversed().entries()) {
        const at = minutesAfter(START, -60 + index);
        const met = await run((stores) => stores.people.meet(kind, `${name}-${kind}`, at));
        id = id === '' ? met.person.id : id;
        addresses.unshift(met.address.id);
        if (met.person.id !== id) {
          // As linking a second channel leaves it.
          await pglite.query('UPDATE addresses SET person_id = $1 WHERE id = $2', [id, met.address.id]);
        }
      }
      return { id, addresses };
    },
    put: (personId, key, change = {}) =>
      run(
        async ({ outbox }) =>
          void (await outbox.put([draft(key, personId, { notBefore: clock.now(), ...change })], clock.now())),
      ),
    send,
    turn: (minutes) => clock.turnTo(minutesAfter(clock.now(), minutes)),
    history: () => run(({ outbox }) => outbox.history({ personId: null, take: 200 })),
  };
}

/** An office with its head, its specialist, and a contract of the recipient. */
export async function officeWith(delivery: Delivery, personId: string): Promise<{ specialist: string; head: string }> {
  const specialist = await delivery.person('specialist', 'web');
  const head = await delivery.person('head', 'max', 'web');
  await delivery.run(async (stores) => {
    await addOffice(stores);
    await stores.offices.changeStaff('office-specialist', { personId: specialist.id });
    await stores.offices.changeStaff('office-head', { personId: head.id });
    await stores.cases.add(contract({ personId }));
  });
  return { specialist: specialist.id, head: head.id };
}

function channelOver(kind: ChannelKind, memory: MemoryChannel): Channel {
  return {
    kind,
    can: { textLimit: 4000, buttonsPerRow: 5, buttonsInAll: 60, labelLimit: 64, fileLimit: 1 },
    ready: () => memory.ready,
    send: async (message) => {
      if (memory.answer) return memory.answer;
      memory.sent.push(message);
      return { kind: 'sent', messageId: message.id };
    },
    fetchFile: async () => ({ kind: 'gone' }),
    close: async () => {},
  };
}

async function fail(): Promise<never> {
  throw new Error('no file is kept in this test');
}
