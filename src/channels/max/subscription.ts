/**
 * Our address at the platform, and the watchdog over it: after eight hours without a good answer the platform drops the subscription and
 * says nothing, so it is looked at again and again and renewed.
 */

import type { ChannelLog } from '../../delivery/channel-log.ts';
import { pause } from '../../delivery/deadline.ts';
import type { PlatformTroubles } from '../../delivery/platform-troubles.ts';
import type { TellFailure } from './failure-log.ts';
import { isTokenRefused } from './failures.ts';
import type { Failure, MaxApi } from './max-api.ts';
import { asList, asRecord, asText } from './read-json.ts';
import { WANTED_UPDATES } from './update-shape.ts';

/** What keeping the subscription needs of the rest of the channel. */
export interface SubscriptionDeps {
  readonly api: MaxApi;
  /** Our address, as the platform is told it. */
  readonly url: string;
  readonly secret: string;
  readonly stop: AbortSignal;
  readonly log: ChannelLog;
  readonly tell: TellFailure;
  readonly troubles: PlatformTroubles;
  /** Whether updates come in now. */
  readonly listening: (open: boolean) => void;
  /** First and longest wait after a failure, in seconds; doubles in between. */
  readonly backoff: { readonly first: number; readonly longest: number };
  /** Seconds between two looks. */
  readonly every: number;
}

/** A subscription the platform holds. */
export interface Subscription {
  readonly url: string;
  readonly types: readonly string[];
}

/** What the platform holds for the bot, or why it is not known. */
export type Subscriptions =
  | { readonly kind: 'known'; readonly list: readonly Subscription[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** All subscriptions of the bot. */
export async function readSubscriptions(api: MaxApi): Promise<Subscriptions> {
  const answer = await api.call({ method: 'GET', path: '/subscriptions' });
  if (answer.kind === 'failed') return answer;
  const list = asList(asRecord(answer.value)?.['subscriptions']).map((one) => {
    const types = asList(asRecord(one)?.['update_types']).map(String);
    return { url: asText(asRecord(one)?.['url']) ?? '', types };
  });
  return { kind: 'known', list };
}

/** Whether everything we want comes to `url`. */
export function isWhole(subscriptions: readonly Subscription[], url: string): boolean {
  const own = subscriptions.find((one) => one.url === url);
  return own !== undefined && WANTED_UPDATES.every((type) => own.types.includes(type));
}

/** Tells the platform our address, secret and wishes; null where it took them. Safe to repeat: it renews what is there. */
export async function subscribe(api: MaxApi, url: string, secret: string): Promise<Failure | null> {
  const body = { url, update_types: WANTED_UPDATES, secret };
  const answer = await api.call({ method: 'POST', path: '/subscriptions', body });
  return answer.kind === 'failed' ? answer.failure : null;
}

/** True where the platform looked at our address and would not have it. */
export function isRefusal(failure: Failure): boolean {
  return failure.kind === 'answered' && failure.status < 429 && !isTokenRefused(failure);
}

/** Subscribes and stays subscribed until `stop`. Never rejects. The first time it asks at once, because a secret may have changed. */
export async function keepSubscribed(deps: SubscriptionDeps): Promise<void> {
  const { stop, backoff, every } = deps;
  let failures = 0;
  for (let known = false; !stop.aborted; ) {
    const outcome: Outcome = known ? await look(deps) : await renew(deps, 'first');
    if (outcome === 'unanswered') {
      failures += 1;
      await pause(Math.min(backoff.first * 2 ** (failures - 1), backoff.longest), stop);
      continue;
    }
    failures = 0;
    known = outcome === 'whole';
    await pause(every, stop);
  }
  deps.listening(false);
}

/** `needs-a-person`: asking again at once makes no sense. */
type Outcome = 'whole' | 'unanswered' | 'needs-a-person';

/** Whether the platform still knows us; where not, it is told again. */
async function look(deps: SubscriptionDeps): Promise<Outcome> {
  const found = await readSubscriptions(deps.api);
  if (found.kind === 'failed') {
    deps.tell(found.failure, 'GET /subscriptions');
    // What is not known is not lost: the next look decides, and comes sooner.
    return isTokenRefused(found.failure) ? 'needs-a-person' : 'unanswered';
  }
  if (isWhole(found.list, deps.url)) {
    deps.listening(true);
    return 'whole';
  }
  deps.log.warn({}, 'max: the platform has dropped our webhook; it is being set again');
  deps.listening(false);
  return renew(deps, 'again');
}

async function renew(
  { api, url, secret, log, tell, troubles, listening, stop }: SubscriptionDeps,
  when: 'first' | 'again',
): Promise<Outcome> {
  const failure = await subscribe(api, url, secret);
  if (failure === null) {
    troubles.end('webhook-lost');
    troubles.end('webhook-refused');
    listening(!stop.aborted);
    return 'whole';
  }
  tell(failure, 'POST /subscriptions');
  if (isTokenRefused(failure)) return 'needs-a-person';
  if (!isRefusal(failure)) {
    // Lost and found again by itself needs nobody.
    if (when === 'again') troubles.begin('webhook-lost');
    return 'unanswered';
  }
  if (!troubles.has('webhook-refused'))
    log.error(
      {},
      'max: the webhook address is refused; PUBLIC_URL must be an https address that the internet reaches on port 443, with a certificate of a known authority or of Mintsifry and its whole chain. MAX is closed until then',
    );
  troubles.begin('webhook-refused');
  return 'needs-a-person';
}
