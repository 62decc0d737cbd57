/**
 * Keeps our address known to the platform: names it, looks now and then whether it is still there, and names it again. A bot has one webhook:
 * whoever sets another takes all messages away, and nothing but this look would tell.
 */
import { pause } from '../../delivery/deadline.ts';
import { askAccount } from './account.ts';
import { type ConnectDeps, connectWebhook, isOurs } from './connect-webhook.ts';

/** What listening needs of the rest of the channel. */
export interface ListeningDeps extends ConnectDeps {
  /** Seconds between two looks. */
  readonly lookEvery: number;
}

/** Keeps the address known until `stop`. */
export interface Listening {
  /** Begins; comes back at once. */
  begin(): void;
  /** The platform says that it has lost the address: named again now, without waiting for the next look. */
  lost(): void;
  /** Whether it is known there, as far as we have heard. */
  isKnown(): boolean;
  /** Waits until nothing is under way; after `stop` that is at once. */
  settled(): Promise<void>;
}

/** Nothing is known before `begin`. */
export function createListening(deps: ListeningDeps): Listening {
  const { stop } = deps;
  let isKnown = false;
  let watching = new AbortController();
  let running: Promise<void> | null = null;
  stop.addEventListener('abort', () => watching.abort(), { once: true });
  const run = async () => {
    while (!stop.aborted) {
      isKnown = await connectWebhook(deps);
      if (stop.aborted) return;
      watching = new AbortController();
      await watch(deps, watching.signal);
      isKnown = false;
    }
  };
  return {
    begin: () => {
      running ??= run();
    },
    lost: () => watching.abort(),
    isKnown: () => isKnown && !stop.aborted,
    settled: async () => {
      await running;
    },
  };
}

/** Looks until the address is gone or `ended`. A look that fails says nothing about the address. */
async function watch({ api, publicUrl, troubles, lookEvery }: ListeningDeps, ended: AbortSignal): Promise<void> {
  for (;;) {
    await pause(lookEvery, ended);
    if (ended.aborted) return;
    const answer = await askAccount(api);
    if (answer.kind === 'failed') {
      troubles.failed(answer.failure, 'get_account_info');
      continue;
    }
    troubles.worked();
    const { webhook } = answer.value;
    if (webhook !== null && isOurs(webhook, publicUrl)) continue;
    troubles.begin('webhook-lost');
    return;
  }
}
