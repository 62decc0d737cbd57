/**
 * One alarm for each incident of a channel, however many messages meet it: when it begins and when it is over. The incident is kept in
 * the settings, so that a start in the middle of it tells nothing anew, and every process of the product knows of it.
 */
import type { Clock, Database, Instant, Stores } from '../casework/ports.ts';
import type { ChannelKind } from '../dialogs/codes.ts';
import type { AlarmCause } from '../dialogs/notice/channel-alarm.ts';
import type { ChannelTrouble, SendResult } from './channel.ts';
import { tellAdministrators } from './tell-administrators.ts';

/** What health is given. */
export interface ChannelHealthDeps {
  readonly database: Pick<Database, 'transaction'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Names this process beside the incident it sees. */
  readonly processName: string;
  readonly log: { error(facts: object, message: string): void; info(facts: object, message: string): void };
  /** The channels that are open, and whether each can take and send. */
  readonly channels: ReadonlyMap<ChannelKind, { ready(): boolean }>;
  /** For `/metrics`: 1 while the channel is in trouble. */
  readonly show: (channel: ChannelKind, inTrouble: boolean) => void;
}

/** How the channels are. */
export interface ChannelHealth {
  /** What became of one try to send. */
  readonly heard: (channel: ChannelKind, result: SendResult) => void;
  /** The channel itself found something; told at both ends. */
  readonly trouble: (channel: ChannelKind, what: ChannelTrouble, begins: boolean) => void;
  /** Whether this process sees the channel in trouble now. */
  readonly troubled: (channel: ChannelKind) => boolean;
  /** To be called with every tick: ends incidents that an earlier life of the product left open. */
  readonly look: () => Promise<void>;
  /** Returns when every alarm is in the outbox. */
  idle(): Promise<void>;
}

/** So many tries in a row that came to nothing, within so many seconds, are an incident. */
const MANY = 20;
const MANY_SECONDS = 600;
/** How often a process says that it still sees an incident, and after what silence another may end it. */
const SEEN_SECONDS = 60;
const STALE_SECONDS = 300;

/** The last incident of a channel as it is kept. `number` makes the keys of its messages. */
interface Incident {
  readonly number: number;
  readonly open: boolean;
  readonly by: string;
  readonly seenAt: Instant;
}

/** From nothing known; nothing is asked of the database before the first incident or `look`. */
export function createChannelHealth(deps: ChannelHealthDeps): ChannelHealth {
  const { clock, log } = deps;
  const causes = new Map<ChannelKind, Set<AlarmCause>>();
  const failures = new Map<ChannelKind, { count: number; since: Instant }>();
  let lastLook: Instant | null = null;
  let work: Promise<void> = Promise.resolve();
  const then = (next: () => Promise<void>) => {
    work = work.then(next).catch((error: unknown) => {
      log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'an alarm could not be kept');
    });
    return work;
  };
  const change = (channel: ChannelKind, cause: AlarmCause, begins: boolean) => {
    const now = causes.get(channel) ?? new Set();
    causes.set(channel, now);
    const before = now.size;
    if (begins) now.add(cause);
    else now.delete(cause);
    if (before === 0 && now.size > 0) {
      log.error({ channel, cause }, 'a channel is in trouble: run "opora channels check"');
      deps.show(channel, true);
      void then(() => begin(deps, channel, cause));
    } else if (before > 0 && now.size === 0) {
      log.info({ channel }, 'a channel works again');
      deps.show(channel, false);
      void then(() => end(deps, channel, () => true));
    }
  };
  return {
    trouble: change,
    heard(channel, result) {
      if (result.kind !== 'later' && result.kind !== 'unknown') {
        failures.delete(channel);
        change(channel, 'many-failures', false);
        return;
      }
      const now = clock.now();
      const run = failures.get(channel);
      const fresh = run === undefined || secondsBetween(run.since, now) > MANY_SECONDS;
      const { count, since } = fresh ? { count: 1, since: now } : { count: run.count + 1, since: run.since };
      failures.set(channel, { count, since });
      if (count >= MANY) change(channel, 'many-failures', true);
    },
    troubled: (channel) => (causes.get(channel)?.size ?? 0) > 0,
    look() {
      const now = clock.now();
      if (lastLook !== null && secondsBetween(lastLook, now) < SEEN_SECONDS) return work;
      lastLook = now;
      return then(async () => {
        for (const [channel, open] of deps.channels) {
          if ((causes.get(channel)?.size ?? 0) > 0) await seeAgain(deps, channel);
          else if (open.ready()) await end(deps, channel, ({ seenAt }) => secondsBetween(seenAt, now) > STALE_SECONDS);
        }
      });
    },
    idle: () => work,
  };
}

function begin(deps: ChannelHealthDeps, channel: ChannelKind, cause: AlarmCause): Promise<void> {
  return deps.database.transaction(async (stores) => {
    const last = await read(stores, channel);
    const number = (last?.number ?? 0) + (last?.open === true ? 0 : 1);
    await write(deps, stores, channel, { number, open: true });
    if (last?.open !== true)
      await tellAdministrators(stores, `alarm:${channel}:${number}`, { channel, cause }, deps.clock.now());
  });
}

function end(deps: ChannelHealthDeps, channel: ChannelKind, may: (incident: Incident) => boolean): Promise<void> {
  return deps.database.transaction(async (stores) => {
    const last = await read(stores, channel);
    if (last?.open !== true || !may(last)) return;
    await write(deps, stores, channel, { number: last.number, open: false });
    const key = `alarm-over:${channel}:${last.number}`;
    await tellAdministrators(stores, key, { channel, cause: null }, deps.clock.now());
  });
}

function seeAgain(deps: ChannelHealthDeps, channel: ChannelKind): Promise<void> {
  return deps.database.transaction(async (stores) => {
    const last = await read(stores, channel);
    if (last?.open === true) await write(deps, stores, channel, last);
  });
}

const keyOf = (channel: ChannelKind) => `channel-incident:${channel}`;

async function read(stores: Stores, channel: ChannelKind): Promise<Incident | null> {
  const kept = await stores.settings.read(keyOf(channel));
  return kept === null ? null : (JSON.parse(kept) as Incident);
}

function write(
  { processName: by, clock }: ChannelHealthDeps,
  stores: Stores,
  channel: ChannelKind,
  { number, open }: Pick<Incident, 'number' | 'open'>,
): Promise<void> {
  const incident: Incident = { number, open, by, seenAt: clock.now() };
  return stores.settings.write(keyOf(channel), JSON.stringify(incident));
}

function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
