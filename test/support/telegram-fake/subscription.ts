/** How the bot hears of updates: long polling or a webhook, one excluding the other, with the server's own words. */
import type { Update } from 'grammy/types';
import type { BotCall } from './call.ts';
import type { Outcome } from './methods.ts';
import type { UpdateList } from './updates.ts';
import type { Hook, WebhookSender } from './webhook.ts';

export interface Subscription {
  readonly allowed: () => readonly string[];
  readonly hook: () => Hook | null;
  /** Plays getUpdates, setWebhook, deleteWebhook, getWebhookInfo; null for any other method. */
  play(call: BotCall, updates: UpdateList, sender: WebhookSender, closed: AbortSignal): Promise<Outcome> | null;
}

export function createSubscription(pace: number): Subscription {
  let allowed: readonly string[] = [];
  let hook: Hook | null = null;
  let poller: AbortController | null = null;

  const setAllowed = (value: unknown) => {
    if (Array.isArray(value)) allowed = value as readonly string[];
  };
  const poll = async ({ params }: BotCall, updates: UpdateList, closed: AbortSignal): Promise<Outcome> => {
    if (hook !== null)
      return conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    poller?.abort();
    const mine = new AbortController();
    poller = mine;
    setAllowed(params['allowed_updates']);
    const offset = Number(params['offset'] ?? 0);
    updates.confirmBelow(offset);
    const until = Date.now() + Math.min(Number(params['timeout'] ?? 0), 50) * 1000 * Math.max(pace, 0.02);
    const ended = AbortSignal.any([mine.signal, closed]);
    for (;;) {
      if (mine.signal.aborted)
        return conflict('terminated by other getUpdates request; make sure that only one bot instance is running');
      const batch = take(updates, offset, Number(params['limit'] ?? 100));
      const left = until - Date.now();
      if (batch.length > 0 || left <= 0 || closed.aborted) {
        if (poller === mine) poller = null;
        return { result: batch };
      }
      await updates.arrival(Math.min(left, 20), ended);
    }
  };
  return {
    allowed: () => allowed,
    hook: () => hook,
    play(call, updates, sender, closed) {
      switch (call.method) {
        case 'getUpdates':
          return poll(call, updates, closed);
        case 'setWebhook': {
          const { url = '' } = call.params as { url?: string };
          if (!isHookAddress(url))
            return Promise.resolve({
              code: 400,
              description: 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
            });
          setAllowed(call.params['allowed_updates']);
          const secret = call.params['secret_token'];
          hook = url === '' ? null : { url, secret: typeof secret === 'string' ? secret : null };
          if (call.params['drop_pending_updates'] === true) updates.clear();
          sender.pump();
          return Promise.resolve({ result: true });
        }
        case 'deleteWebhook':
          hook = null;
          if (call.params['drop_pending_updates'] === true) updates.clear();
          return Promise.resolve({ result: true });
        case 'getWebhookInfo':
          return Promise.resolve({
            result: {
              url: hook?.url ?? '',
              has_custom_certificate: false,
              pending_update_count: updates.all().length,
              allowed_updates: allowed,
            },
          });
        default:
          return null;
      }
    },
  };
}

function take(updates: UpdateList, offset: number, limit: number): Update[] {
  const batch: Update[] = [];
  for (const item of updates.all()) {
    // In the order of their numbers: a later one is never shown before an earlier one that is still on its way.
    if (item.notBefore > Date.now()) break;
    if (item.update.update_id < offset) continue;
    for (; item.times > 0 && batch.length < limit; item.times -= 1) batch.push(item.update);
    item.times = 1;
  }
  return batch.slice(0, limit);
}

/** HTTPS as on the real server; plain HTTP to this machine only, because tests have no certificate. */
function isHookAddress(url: string): boolean {
  return url === '' || url.startsWith('https://') || /^http:\/\/(127\.0\.0\.1|localhost):/.test(url);
}

function conflict(words: string): Outcome {
  return { code: 409, description: `Conflict: ${words}` };
}
