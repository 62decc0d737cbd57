/** Starts everything and owns shutdown: the only file that knows everybody. The command line gives it its config and its clock. */
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { FastifyInstance } from 'fastify';
import { pino, type Logger } from 'pino';
import type { Deps } from './casework/deps.ts';
import { refreshMessage } from './casework/notice/refresh-message.ts';
import type { Clock, Received } from './casework/ports.ts';
import { createJobWorker, type JobWorker } from './casework/evaluation/job-worker.ts';
import { createInboxWorker, type InboxWorker } from './casework/talk/inbox-worker.ts';
import { timeZoneOf } from './casework/talk/zone.ts';
import type { Config } from './config.ts';
import { openDatabase, type OpenDatabase } from './db/client.ts';
import { openFiles } from './db/file-store.ts';
import { systemNewId } from './db/new-id.ts';
import { systemClock } from './db/system-clock.ts';
import type { Channel } from './delivery/channel.ts';
import { createChannelHealth, type ChannelHealth } from './delivery/channel-health.ts';
import { createChannelLinks } from './delivery/channel-links.ts';
import { type OneAtATime, oneAtATime } from './delivery/one-at-a-time.ts';
import { createSender } from './delivery/send-due.ts';
import type { ChannelKind } from './dialogs/codes.ts';
import { createDocumentWriter } from './documents/document-writer.ts';
import type { Law } from './engine/law.ts';
import { ENGINE_VERSION } from './engine/version.ts';
import { errorFields } from './http/log.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { createHttpServer } from './http/server.ts';
import { planReminders } from './reminders/plan-reminders.ts';
import { startSchedule } from './reminders/schedule.ts';
import { createPolicyLinks, openChannels, type RoutedMessenger } from './open-channels.ts';
import { loadLocales } from './texts/locales.ts';
import { createTexts } from './texts/render.ts';

/** What a start may do otherwise than the environment says: a turned clock and a quiet log in tests and the demo. */
export interface StartOptions {
  readonly laws: { readonly [region: string]: Law };
  readonly clock?: Clock;
  readonly log?: Logger;
  /** False: no ticks; the caller turns the clock and calls `tick`. */
  readonly schedule?: boolean;
  /** A database that is open already; it is closed with the product. */
  readonly database?: OpenDatabase;
}

/** The running product. */
export interface Opora {
  readonly deps: Deps;
  readonly log: Logger;
  /** The address the server listens on. */
  readonly address: string;
  readonly worker: InboxWorker;
  /** Keeps a message as a channel does, and wakes the worker. */
  receive(received: Received): Promise<boolean>;
  /** One tick: plans reminders, works on what waits, sends what is due. Returns when nothing is under way. */
  tick(): Promise<void>;
  /** Returns when nothing is under way: what came in is answered, and the answers are sent. */
  settle(): Promise<void>;
  /** Finishes what is under way and closes everything; safe to call twice. */
  close(): Promise<void>;
}

const PROCESS_NAME = `${hostname()}:${process.pid}`;
/** One connection inside the process; on a server several people are answered at once. */
const AT_ONCE = { embedded: 1, server: 4 } as const;

/** Opens the database (applying migrations), the channels that have tokens and the web chat, and starts the reminders. */
export async function startOpora(config: Config, options: StartOptions): Promise<Opora> {
  const log = options.log ?? pino({ level: config.logLevel }, pino.destination(2));
  const { databaseUrl, dataDir } = config;
  const database = options.database ?? (await openDatabase({ databaseUrl, dataDir, log }));
  await database.migrate();
  const core = coreOf(config, options, database, log);
  const { deps, channels, messengers, health, policy } = core;
  const send = senderOf(core);
  const worker = workerOf(core, send);
  const jobs = jobsOf(core);
  const receive = async (received: Received) => {
    const fresh = await database.transaction((stores) => stores.inbox.receive(received));
    worker.wake();
    return fresh;
  };
  const app = await serverOf(core);
  await openChannels(app, config, deps, {
    ...core,
    receive,
    links: policy.links,
    trouble: health.trouble,
    showTrouble: (channel, inTrouble) => core.metrics.channelTrouble(channel, inTrouble),
  });
  const address = await app.listen({ host: config.host, port: config.port });
  // Some platforms call back at once when they are told our address.
  for (const messenger of messengers.values()) await messenger.start();
  const plan = oneAtATime(() => planReminders(deps));
  const settle = async () => {
    await worker.idle();
    await send.idle();
    await health.idle();
  };
  const look = async () => {
    await Promise.all([health.look(), config.channelPolicy === 'open' ? null : policy.look()]);
  };
  const tick = async () => {
    await look();
    await plan();
    worker.wake();
    await worker.idle();
    jobs.wake();
    await jobs.idle();
    await send();
  };
  const stopTicks = options.schedule === false ? async () => {} : startTicks(core, plan, look, [worker, jobs], send);
  worker.wake();
  void look().catch((error: unknown) => log.error(errorFields(error), 'the channels could not be looked at'));
  const close = once(async () => {
    await stopTicks();
    await app.close();
    for (const channel of channels.values()) await channel.close();
    await worker.idle();
    await jobs.stop();
    await send.idle();
    await health.idle();
    await database.close();
  });
  return { deps, log, address, worker, receive, tick, settle, close };
}

/** What the parts are put together from. */
interface Core {
  readonly config: Config;
  readonly deps: Deps;
  readonly database: OpenDatabase;
  readonly channels: Map<ChannelKind, Channel>;
  /** Those of them that are foreign platforms. */
  readonly messengers: Map<ChannelKind, RoutedMessenger>;
  readonly health: ChannelHealth;
  readonly policy: ReturnType<typeof createPolicyLinks>;
  readonly locales: ReturnType<typeof loadLocales>;
  readonly texts: ReturnType<typeof createTexts>;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** What a channel does after a message of its own was dealt with. */
  readonly after: Map<ChannelKind, (externalId: string) => Promise<void>>;
}

/** Everything that is put together before a channel opens. */
function coreOf(config: Config, options: StartOptions, database: OpenDatabase, log: Logger): Core {
  const locales = loadLocales();
  const texts = createTexts(locales, (language, key) => log.error({ language, key }, 'a text is missing'));
  const channels = new Map<ChannelKind, Channel>();
  const messengers: Core['messengers'] = new Map();
  const deps = assemble(config, options, database, { channels, messengers }, texts);
  const metrics = metricsOf(database);
  const health = createChannelHealth({
    database,
    clock: deps.clock,
    processName: PROCESS_NAME,
    log,
    channels,
    show: (channel, inTrouble) => metrics.channelTrouble(channel, inTrouble),
  });
  const policy = createPolicyLinks(config.publicUrl, () => messengers.get('max'));
  const after: Core['after'] = new Map();
  return { config, deps, database, channels, messengers, locales, texts, metrics, log, health, policy, after };
}

function senderOf({ config, deps, channels, texts, metrics, log, health, policy }: Core): OneAtATime<number> {
  const sender = createSender({
    ...deps,
    channels,
    render: (language, text) => texts.render(language, text),
    refresh: refreshMessage(deps),
    policy: config.channelPolicy,
    links: policy.links,
    troubled: health.troubled,
    heard: health.heard,
    timeZoneOf: (stores, person) => timeZoneOf(deps, stores, person),
    processName: PROCESS_NAME,
    log,
    count: (channel, result) => metrics.messageSent(channel, result),
  });
  return oneAtATime(() => sender.sendDue());
}

function workerOf({ deps, database, log, after }: Core, send: OneAtATime<number>): InboxWorker {
  return createInboxWorker({
    ...deps,
    processName: PROCESS_NAME,
    atOnce: AT_ONCE[database.kind],
    onAnswered: (item) => {
      const failed = (error: unknown) => log.error(errorFields(error), 'sending failed');
      void send().catch(failed);
      void after.get(item.channel)?.(item.externalId).catch(failed);
    },
    onError: (item, error) =>
      log.error({ item: item.id, attempts: item.attempts, ...errorFields(error) }, 'a message could not be dealt with'),
  });
}

/** What it tells goes out with the next tick. */
function jobsOf({ deps, log }: Core): JobWorker {
  const onError = (job: string, error: unknown) => log.error({ job, ...errorFields(error) }, 'a job failed');
  return createJobWorker({ ...deps, processName: PROCESS_NAME, onNews: () => {}, onError });
}

function serverOf({ config, database, channels, metrics, log, health }: Core): Promise<FastifyInstance> {
  return createHttpServer({
    publicUrl: config.publicUrl,
    log,
    metrics,
    readiness: {
      database: () => database.ping(),
      channels: () =>
        [...channels.values()].map((channel) => ({
          kind: channel.kind,
          ready: channel.ready() && !health.troubled(channel.kind),
        })),
    },
  });
}

function assemble(
  config: Config,
  { laws, clock = systemClock }: StartOptions,
  database: OpenDatabase,
  { channels, messengers }: Pick<Core, 'channels' | 'messengers'>,
  texts: ReturnType<typeof createTexts>,
): Deps {
  return {
    database,
    clock,
    newId: systemNewId,
    files: openFiles(config.dataDir),
    remoteFiles: { fetch: async (kind, ref) => (await channels.get(kind)?.fetchFile(ref)) ?? { kind: 'gone' } },
    documents: createDocumentWriter(texts),
    laws,
    defaultRegion: config.region,
    publicUrl: config.publicUrl,
    channelLinks: createChannelLinks({ policy: config.channelPolicy, publicUrl: config.publicUrl, messengers }),
    choosesByNumber: (channel) => channels.get(channel)?.can.buttonsInAll === 0,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  };
}

function metricsOf(database: OpenDatabase): Metrics {
  return createMetrics({
    engineVersion: ENGINE_VERSION,
    inboxOpen: () => database.transaction((stores) => stores.inbox.open()),
    outboxQueued: () => database.transaction((stores) => stores.outbox.queued()),
  });
}

function startTicks(
  { log, database }: Core,
  plan: () => Promise<unknown>,
  look: () => Promise<unknown>,
  workers: readonly (InboxWorker | JobWorker)[],
  send: () => Promise<unknown>,
): () => Promise<void> {
  return startSchedule(
    [
      // Night in all three regions.
      { name: 'tidy', when: '0 30 20 * * *', run: () => database.tidy() },
      { name: 'plan', when: '0 * * * * *', run: async () => void (await Promise.all([plan(), look()])) },
      {
        name: 'deliver',
        when: '*/5 * * * * *',
        run: async () => {
          for (const worker of workers) worker.wake();
          await send();
        },
      },
    ],
    (name, error) => log.error({ tick: name, ...errorFields(error) }, 'a tick failed; the next one tries again'),
  );
}

function once(run: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | null = null;
  return () => (closing ??= run());
}
