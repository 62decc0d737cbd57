/** Names our address to the platform, as often as it takes. Viber calls back at once and takes the address only if that is answered. */
import { pause } from '../../delivery/deadline.ts';
import { WANTED_EVENTS } from './event-shape.ts';
import { troubleOf } from './failures.ts';
import type { Troubles } from './troubles.ts';
import type { Answer, ViberApi } from './viber-api.ts';
import { WEBHOOK_PATH } from './webhook.ts';

/** What setting the webhook needs of the rest of the channel. */
export interface ConnectDeps {
  readonly api: ViberApi;
  readonly publicUrl: string;
  readonly stop: AbortSignal;
  readonly troubles: Troubles;
  /** First and longest wait after a failure, in seconds; doubles in between. */
  readonly backoff: { readonly first: number; readonly longest: number };
}

/** Longer than a call of ours: the platform's own call to us lies within it. */
const CALL_SECONDS = 30;

/** The address we name. */
export function webhookUrl(publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/, '')}${WEBHOOK_PATH}`;
}

/** Whether a webhook is the one we name; the platform may write an address a little otherwise. */
export function isOurs(webhook: string, publicUrl: string): boolean {
  return URL.canParse(webhook) && new URL(webhook).href === new URL(webhookUrl(publicUrl)).href;
}

/** One try. Names and photographs of people are not asked for: nothing here needs them. */
export function setWebhook(api: ViberApi, publicUrl: string): Promise<Answer> {
  const wish = { url: webhookUrl(publicUrl), event_types: WANTED_EVENTS, send_name: false, send_photo: false };
  return api.call('set_webhook', JSON.stringify(wish), CALL_SECONDS);
}

/** Tries until the address is known, which is true, or `stop`. A refusal is not the end: our own server may not be listening yet. */
export async function connectWebhook({ api, publicUrl, stop, troubles, backoff }: ConnectDeps): Promise<boolean> {
  let refusals = 0;
  for (let failures = 0; !stop.aborted; failures += 1) {
    const answer = await setWebhook(api, publicUrl);
    if (answer.kind === 'done') {
      troubles.worked();
      troubles.end('webhook-refused');
      troubles.end('webhook-lost');
      return true;
    }
    const { failure } = answer;
    if (failure.kind === 'stopped') return false;
    troubles.failed(failure, 'set_webhook');
    if (failure.kind === 'status' && troubleOf(failure) === null) refusals += 1;
    if (refusals > 1) troubles.begin('webhook-refused');
    const asked = failure.kind === 'http' ? failure.retryAfter : null;
    await pause(asked ?? Math.min(backoff.first * 2 ** failures, backoff.longest), stop);
  }
  return false;
}
