/**
 * Delivers events to the bot's webhooks as the real server says it does: 200 and nothing else is done; anything else is tried again up
 * to ten times after growing delays. The order is promised nowhere, so a failed event does not hold back the ones after it.
 */
import { request } from 'node:http';
import type { EventList, WaitingEvent } from './events.ts';

export interface Hook {
  readonly url: string;
  readonly secret: string | null;
  readonly types: readonly string[];
}

export interface WebhookSender {
  /** Looks for work; called after every change. */
  pump(): void;
  /** Keeps events of one type back until `release`: others overtake them. */
  hold(type: string): void;
  release(): void;
  /** Bodies go out in pieces, cut inside a character wherever there is one of several bytes. */
  splitBodies(): void;
  /** Statuses of all deliveries so far, in order; 0 where there was no answer. */
  readonly statuses: readonly number[];
  stop(): void;
}

const TRIES = 11;
const FIRST_DELAY_MS = 60_000;

/** `hooks` is asked at each delivery; `pace` shortens the delays (1 is the real second). */
export function createWebhookSender(events: EventList, hooks: () => readonly Hook[], pace: number): WebhookSender {
  const busy = new Set<string>();
  const retried = new Map<WaitingEvent, number>();
  const held = new Set<string>();
  const statuses: number[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let split = false;
  let stopped = false;

  const later = (milliseconds: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, milliseconds);
    timers.add(timer);
  };
  const deliver = async (event: WaitingEvent, to: readonly Hook[]) => {
    const answers = await Promise.all(to.map((hook) => post(hook.url, hook.secret, event.json, split)));
    statuses.push(...answers);
    if (answers.every((status) => status === 200)) {
      retried.delete(event);
      event.times -= 1;
      if (event.times === 0) events.drop(event);
      return;
    }
    const failed = (retried.get(event) ?? 0) + 1;
    retried.set(event, failed);
    if (failed >= TRIES) return events.drop(event);
    later(FIRST_DELAY_MS * 2.5 ** (failed - 1) * pace, () => void deliver(event, hooks()).then(pump));
  };
  const pump = () => {
    const to = hooks();
    if (stopped || to.length === 0) return;
    for (const event of events.all()) {
      if (busy.has(event.person) || held.has(event.type) || retried.has(event)) continue;
      busy.add(event.person);
      const send = () =>
        void deliver(event, to).finally(() => {
          busy.delete(event.person);
          pump();
        });
      const wait = event.notBefore - Date.now();
      if (wait <= 0) send();
      else later(wait, send);
    }
  };
  events.onArrival(pump);
  return {
    pump,
    hold: (type) => void held.add(type),
    release: () => {
      held.clear();
      pump();
    },
    splitBodies: () => {
      split = true;
    },
    statuses,
    stop: () => {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** Posts as the platform does; 0 where there was no answer. */
export function post(url: string, secret: string | null, body: string | Uint8Array, split: boolean): Promise<number> {
  return new Promise((resolve) => {
    const bytes = Buffer.from(body);
    const headers: { [name: string]: string } = {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': String(bytes.length),
    };
    if (secret !== null) headers['X-Max-Bot-Api-Secret'] = secret;
    const sending = request(url, { method: 'POST', headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sending.setNoDelay(true);
    sending.on('error', () => resolve(0));
    const inside = split ? bytes.findIndex((byte) => byte >= 0xc0) + 1 : 0;
    if (inside === 0) return void sending.end(bytes);
    sending.write(bytes.subarray(0, inside));
    // The first piece must be on its way before the second is written, or they travel as one.
    setTimeout(() => sending.end(bytes.subarray(inside)), 10);
  });
}
