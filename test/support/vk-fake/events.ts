/**
 * Delivers events to the callback servers as VK does: JSON with the secret inside, `ok` is done, anything else is tried again with
 * `X-Retry-Counter`, `Retry-After` is honoured. Events of one person go one after another unless a test asks for disorder.
 */
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { CallbackServer, World } from './world.ts';

export type EventType =
  | 'message_new'
  | 'message_event'
  | 'message_allow'
  | 'message_deny'
  | 'message_edit'
  | 'group_join';

export interface Delivery {
  readonly type: string;
  readonly status: number;
  readonly body: string;
}

export interface EventSender {
  emit(userId: number, type: EventType, object: object): void;
  confirm(server: CallbackServer): void;
  /** The next event is delivered so many times more. */
  duplicateNext(times: number): void;
  /** The next event waits so long, and others of the same person pass it. */
  delayNext(milliseconds: number): void;
  /** Keeps events of one type back until `release`: later ones of another type come first. */
  hold(type: EventType): void;
  release(): void;
  /** The next bodies are sent in two packets, cut inside a letter of two bytes. */
  splitNext(times: number): void;
  /** Answers so far, in order; status 0 where there was none. */
  readonly deliveries: readonly Delivery[];
  stop(): void;
}

interface Waiting {
  readonly userId: number;
  readonly type: EventType;
  readonly body: object;
  readonly split: boolean;
  readonly delay: number;
  times: number;
  failures: number;
}

/** `pace` shortens the waits between tries (1 is the real second); `withSecret`: the confirmation carries the secret too. */
export function createEventSender(world: World, pace: number, withSecret: boolean): EventSender {
  const queues = new Map<number, Waiting[]>();
  const busy = new Set<number>();
  const held = new Set<EventType>();
  const kept: Waiting[] = [];
  const deliveries: Delivery[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let [duplicates, delay, splits] = [0, 0, 0];
  let stopped = false;

  const later = (milliseconds: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, milliseconds);
    timers.add(timer);
  };
  const deliver = async (item: Waiting) => {
    const servers = [...world.servers.values()].filter((one) => one.status === 'ok' && one.events.get(item.type) === 1);
    if (servers.length === 0) return true;
    let done = true;
    for (const server of servers) {
      const body = { ...item.body, v: server.version, ...(server.secret === '' ? {} : { secret: server.secret }) };
      const answer = await post(server.url, JSON.stringify(body), item.split, item.failures);
      deliveries.push({ type: item.type, status: answer.status, body: answer.body });
      done &&= answer.status === 200 && answer.body === 'ok';
      item.failures += done ? 0 : 1;
    }
    return done;
  };
  const pump = (userId: number) => {
    const [item] = queues.get(userId) ?? [];
    if (stopped || item === undefined || busy.has(userId)) return;
    busy.add(userId);
    void deliver(item).then((done) => {
      if (done) item.times -= 1;
      if (item.times === 0) queues.get(userId)?.shift();
      // The real waits between tries are not known; they double from a second here.
      later(done ? 0 : Math.min(2 ** item.failures, 60) * 1000 * pace, () => {
        busy.delete(userId);
        pump(userId);
      });
    });
  };
  const enqueue = (item: Waiting) => {
    queues.set(item.userId, [...(queues.get(item.userId) ?? []), item]);
    pump(item.userId);
  };
  return {
    emit(userId, type, object) {
      const body = { group_id: world.groupId, type, event_id: randomUUID().replaceAll('-', ''), object };
      const item: Waiting = { userId, type, body, split: splits > 0, delay, times: 1 + duplicates, failures: 0 };
      splits = Math.max(0, splits - 1);
      [duplicates, delay] = [0, 0];
      if (held.has(type)) kept.push(item);
      else if (item.delay > 0) later(item.delay, () => enqueue(item));
      else enqueue(item);
    },
    confirm(server) {
      const secret = withSecret ? { secret: server.secret } : {};
      const body = JSON.stringify({ type: 'confirmation', group_id: world.groupId, ...secret });
      void post(server.url, body, false, 0).then((answer) => {
        server.status = answer.status === 200 && answer.body === world.confirmation ? 'ok' : 'failed';
      });
    },
    duplicateNext: (times) => void (duplicates = times),
    delayNext: (milliseconds) => void (delay = milliseconds),
    hold: (type) => void held.add(type),
    release() {
      held.clear();
      for (const item of kept.splice(0)) enqueue(item);
    },
    splitNext: (times) => void (splits = times),
    deliveries,
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** Plain `node:http`, because `fetch` does not let one say where a packet ends. */
export function post(
  url: string,
  body: string,
  split: boolean,
  retries: number,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve) => {
    const bytes = Buffer.from(body);
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': bytes.length,
      ...(retries === 0 ? {} : { 'X-Retry-Counter': String(retries) }),
    };
    const sending = request(url, { method: 'POST', headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }));
    });
    sending.on('error', () => resolve({ status: 0, body: '' }));
    const inside = bytes.findIndex((byte) => byte >= 0xc0) + 1;
    if (!split || inside === 0) return void sending.end(bytes);
    sending.write(bytes.subarray(0, inside), () => setTimeout(() => sending.end(bytes.subarray(inside)), 10));
  });
}
