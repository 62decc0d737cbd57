/**
 * Delivers updates to the bot's webhook as the real server does (tdlib/telegram-bot-api, WebhookActor): one in flight in each
 * queue, queues beside each other, 2xx is done, anything else is tried again, at once and then after doubling delays.
 */
import type { UpdateList, WaitingUpdate } from './updates.ts';

export interface Hook {
  readonly url: string;
  readonly secret: string | null;
}

export interface WebhookSender {
  /** Looks for work; called after every change. */
  pump(): void;
  /** Keeps updates of one kind back until `release`: another queue then comes first. */
  hold(kind: WaitingUpdate['kind']): void;
  release(): void;
  /** Statuses of all deliveries so far, in order; 0 where there was no answer. */
  readonly statuses: readonly number[];
  stop(): void;
}

/** `hook` is asked at each delivery; `pace` shortens the delays (1 is the real second). */
export function createWebhookSender(updates: UpdateList, hook: () => Hook | null, pace: number): WebhookSender {
  const busy = new Set<string>();
  const held = new Set<WaitingUpdate['kind']>();
  const failures = new Map<WaitingUpdate, number>();
  const statuses: number[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;

  const later = (milliseconds: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, milliseconds);
    timers.add(timer);
  };

  const deliver = async (item: WaitingUpdate, to: Hook) => {
    const { status, retryAfter } = await post(to, item.update);
    statuses.push(status);
    if (status >= 200 && status < 300) {
      item.times -= 1;
      if (item.times === 0) updates.drop(item);
      busy.delete(item.queue);
      return pump();
    }
    const failed = (failures.get(item) ?? 0) + 1;
    failures.set(item, failed);
    const seconds = retryAfter ?? (failed === 1 ? 0 : Math.min(2 ** (failed - 2), 60));
    later(seconds * 1000 * pace, () => {
      busy.delete(item.queue);
      pump();
    });
  };

  const pump = () => {
    const to = hook();
    if (stopped || to === null) return;
    for (const item of updates.all()) {
      if (busy.has(item.queue) || held.has(item.kind)) continue;
      busy.add(item.queue);
      later(Math.max(0, item.notBefore - Date.now()), () => void deliver(item, to));
    }
  };
  updates.onArrival(pump);
  return {
    pump,
    hold: (kind) => void held.add(kind),
    release: () => {
      held.clear();
      pump();
    },
    statuses,
    stop: () => {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

async function post(to: Hook, update: object): Promise<{ status: number; retryAfter: number | null }> {
  const secret: { [name: string]: string } = to.secret === null ? {} : { 'X-Telegram-Bot-Api-Secret-Token': to.secret };
  try {
    const response = await fetch(to.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...secret },
      body: JSON.stringify(update),
    });
    await response.arrayBuffer();
    const wait = response.headers.get('retry-after');
    return { status: response.status, retryAfter: wait === null ? null : Number(wait) };
  } catch {
    return { status: 0, retryAfter: null };
  }
}
