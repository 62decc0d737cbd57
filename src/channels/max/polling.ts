/**
 * Long polling: for development only, the platform says so and slows it down. An update is confirmed to the platform only by the next call,
 * after it was stored; the inbox drops what comes again. A bot with a webhook is left alone: taking its webhook away from a
 * developer's machine would silence a working office.
 */

import type { ChannelLog } from '../../delivery/channel-log.ts';
import { pause } from '../../delivery/deadline.ts';
import type { TellFailure } from './failure-log.ts';
import { isTokenRefused } from './failures.ts';
import type { Answer, MaxApi } from './max-api.ts';
import { asList, asRecord, asText } from './read-json.ts';
import { readSubscriptions } from './subscription.ts';
import type { UpdateTaker } from './take-update.ts';
import { readUpdate, WANTED_UPDATES } from './update-shape.ts';

/** What polling needs of the rest of the channel. */
export interface PollingDeps {
  readonly api: MaxApi;
  readonly taker: UpdateTaker;
  readonly stop: AbortSignal;
  readonly log: ChannelLog;
  readonly tell: TellFailure;
  /** Whether updates come in now. */
  readonly listening: (open: boolean) => void;
  /** First and longest wait after a failure, in seconds; doubles in between. Half of the first lies between two polls. */
  readonly backoff: { readonly first: number; readonly longest: number };
}

/** What the platform is asked to wait, and our own deadline a little behind it. */
const WAIT_SECONDS = 30;
const POLL_SECONDS = 40;

type Step = Answer | { readonly kind: 'over' };

/** Runs until `stop`, or until only a person can mend it. Never rejects. */
export async function poll(deps: PollingDeps): Promise<void> {
  const { api, stop, listening, backoff, tell } = deps;
  let marker: string | null = null;
  let free = false;
  for (let failures = 0; !stop.aborted; ) {
    const answer: Step = free ? await getUpdates(api, marker) : await isFree(deps);
    if (answer.kind === 'over') return listening(false);
    if (answer.kind === 'failed') {
      if (answer.failure.kind === 'stopped') break;
      tell(answer.failure, 'GET /updates');
      listening(false);
      if (isTokenRefused(answer.failure)) return;
      failures += 1;
    } else {
      listening(true);
      free = true;
      const whole = await takeAll(deps, asRecord(answer.value)?.['updates']);
      if (whole) marker = asText(asRecord(answer.value)?.['marker']) ?? marker;
      failures = whole ? 0 : failures + 1;
    }
    const asked = answer.kind === 'failed' && answer.failure.kind === 'answered' ? answer.failure.retryAfter : null;
    const doubled = failures === 0 ? backoff.first / 2 : Math.min(backoff.first * 2 ** (failures - 1), backoff.longest);
    await pause(asked ?? doubled, stop);
  }
  listening(false);
}

async function getUpdates(api: MaxApi, marker: string | null): Promise<Step> {
  const query = { limit: '100', timeout: String(WAIT_SECONDS), types: WANTED_UPDATES.join(',') };
  return api.call({
    method: 'GET',
    path: '/updates',
    query: marker === null ? query : { ...query, marker },
    seconds: POLL_SECONDS,
  });
}

/** Nobody hears this bot by webhook: `over`, said with what to do, where somebody does. */
async function isFree({ api, log }: PollingDeps): Promise<Step> {
  const found = await readSubscriptions(api);
  if (found.kind === 'failed') return found;
  if (found.list.length === 0) return { kind: 'done', value: null };
  log.error(
    { webhooks: found.list.length },
    'max: this bot has a webhook, so its updates cannot be polled; set MAX_WEBHOOK_SECRET on the machine that has the webhook, and use another bot for development. Nothing is read here',
  );
  return { kind: 'over' };
}

/** Takes a batch one by one, in order; false where one could not be stored and all must come again. */
async function takeAll({ taker, log, stop }: PollingDeps, batch: unknown): Promise<boolean> {
  for (const value of asList(batch)) {
    if (stop.aborted) return false;
    const update = readUpdate(value);
    if (update === null) {
      log.warn({}, 'max: an update of an unknown shape was passed over');
      continue;
    }
    try {
      await taker.take(update);
    } catch (error) {
      // Its words may quote what the person wrote.
      log.error(
        { error: error instanceof Error ? error.name : 'unknown' },
        'max: an update could not be stored and will be asked for again',
      );
      return false;
    }
  }
  return true;
}
