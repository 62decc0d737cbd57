/** Counters of the running program in Prometheus text. Labels come from closed lists: no address, no person, no path with an id. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is asked when somebody reads `/metrics`. */
export interface MetricSources {
  /** Version of the engine in use: `package.json`. */
  readonly engineVersion: string;
  /** Messages that came in and are not answered yet. */
  inboxOpen(): Promise<number>;
  /** Messages that wait to go out. */
  outboxQueued(): Promise<number>;
}

/** What is counted, and the page that shows it. */
export interface Metrics {
  /** One answered request: the route's pattern (never its address), the status, and how long it took. */
  httpAnswered(method: string, route: string, status: number, seconds: number): void;
  /** One try to send: the channel and the kind of `SendResult`. */
  messageSent(channel: string, result: string): void;
  /** Whether a channel as a whole is in trouble now. */
  channelTrouble(channel: string, inTrouble: boolean): void;
  /** The page for Prometheus; a source that fails is left at its last value. */
  page(): Promise<{ readonly type: string; readonly text: string }>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A set of counters of its own, from zero. */
export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const http = new Histogram({
    name: 'opora_http_seconds',
    help: 'Time to answer a request',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const sent = new Counter({
    name: 'opora_messages_total',
    help: 'Tries to send a message by channel and what became of them',
    labelNames: ['channel', 'result'],
    registers,
  });
  const trouble = new Gauge({
    name: 'opora_channel_trouble',
    help: '1 while a channel as a whole is in trouble',
    labelNames: ['channel'],
    registers,
  });
  const inbox = new Gauge({ name: 'opora_inbox_open', help: 'Messages in that are not answered yet', registers });
  const outbox = new Gauge({ name: 'opora_outbox_queued', help: 'Messages that wait to go out', registers });
  new Gauge({
    name: 'opora_engine_info',
    help: 'Version of the engine',
    labelNames: ['version'],
    registers,
  }).set({ version: sources.engineVersion }, 1);
  new Gauge({
    name: 'opora_memory_bytes',
    help: 'Resident memory',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  return {
    httpAnswered: (method, route, status, seconds) => http.observe({ method, route, status }, seconds),
    channelTrouble: (channel, inTrouble) => trouble.set({ channel }, inTrouble ? 1 : 0),
    messageSent: (channel, result) => sent.inc({ channel, result }),
    async page() {
      await Promise.allSettled([
        sources.inboxOpen().then((count) => inbox.set(count)),
        sources.outboxQueued().then((count) => outbox.set(count)),
      ]);
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
