/**
 * Long polling: for machines without an address of their own. An update is confirmed to the platform only by the next call, after
 * it was stored; a process that dies in between gets it again, and the inbox drops what it has.
 */

import type { ChannelLog } from '../../delivery/channel-log.ts';
import { pause } from '../../delivery/deadline.ts';
import type { TellFailure } from './failure-log.ts';
import { isTokenRefused } from './failures.ts';
import type { UpdateTaker } from './take-update.ts';
import type { Answer, Failure, TelegramApi } from './telegram-api.ts';
import { readUpdate, WANTED_UPDATES } from './update-shape.ts';

/** What polling needs of the rest of the channel. */
export interface PollingDeps {
  readonly api: TelegramApi;
  readonly taker: UpdateTaker;
  readonly stop: AbortSignal;
  readonly log: ChannelLog;
  readonly tell: TellFailure;
  /** Whether updates come in now. */
  readonly listening: (open: boolean) => void;
  /** First and longest wait after a failure, in seconds; doubles in between. */
  readonly backoff: { readonly first: number; readonly longest: number };
}

const CALL_SECONDS = 10;
/** What the platform is asked to wait, and our own deadline a little behind it. */
const WAIT_SECONDS = 40;
const POLL_SECONDS = 50;

/** Runs until `stop`, or until only a person can mend it. Never rejects. */
export async function poll(deps: PollingDeps): Promise<void> {
  const { api, stop, listening, backoff } = deps;
  let offset = 0;
  let hookGone = false;
  let failures = 0;
  while (!stop.aborted) {
    const answer: Answer<unknown> = hookGone
      ? await api.call(POLL_SECONDS, (raw, signal) =>
          raw.getUpdates({ offset, timeout: WAIT_SECONDS, allowed_updates: WANTED_UPDATES }, signal),
        )
      : // The platform does not poll beside a webhook; what it holds stays.
        await api.call(CALL_SECONDS, (raw, signal) => raw.deleteWebhook({}, signal));
    if (answer.kind === 'failed') {
      if (answer.failure.kind === 'stopped') break;
      listening(false);
      if (isFinal(deps, answer.failure)) return;
      failures += 1;
      await pause(waitAfter(answer.failure, failures, backoff), stop);
      continue;
    }
    listening(true);
    if (!hookGone) {
      hookGone = true;
      continue;
    }
    const taken = await takeAll(deps, answer.value, offset);
    offset = taken.offset;
    failures = taken.whole ? 0 : failures + 1;
    if (!taken.whole) await pause(doubled(failures, backoff), stop);
  }
  listening(false);
}

/** Takes a batch one by one, in order. `offset` names the first update that is not stored. */
async function takeAll(
  { taker, log, stop }: PollingDeps,
  batch: unknown,
  from: number,
): Promise<{ readonly offset: number; readonly whole: boolean }> {
  let offset = from;
  for (const value of Array.isArray(batch) ? (batch as readonly unknown[]) : []) {
    if (stop.aborted) return { offset, whole: true };
    const id = (value as { update_id?: unknown } | null)?.update_id;
    if (typeof id !== 'number') continue;
    const update = readUpdate(value);
    if (update === null) log.warn({ update: id }, 'telegram: an update of an unknown shape was passed over');
    else {
      try {
        await taker.take(update);
      } catch (error) {
        // Its words may quote what the person wrote.
        log.error(
          { update: id, error: error instanceof Error ? error.name : 'unknown' },
          'telegram: an update could not be stored and will be asked for again',
        );
        return { offset, whole: false };
      }
    }
    offset = id + 1;
  }
  return { offset, whole: true };
}

/** True where going on makes no sense, said with what to do. */
function isFinal({ log, tell }: PollingDeps, failure: Failure): boolean {
  if (failure.kind === 'answered' && failure.code === 409) {
    log.error(
      {},
      'telegram: another process reads the updates of this bot; stop it, or set TELEGRAM_WEBHOOK_SECRET so that several may run. This process has stopped reading',
    );
    return true;
  }
  tell(failure, 'getUpdates');
  return isTokenRefused(failure);
}

function waitAfter(failure: Failure, failures: number, backoff: PollingDeps['backoff']): number {
  return failure.kind === 'answered' && failure.retryAfter !== null ? failure.retryAfter : doubled(failures, backoff);
}

function doubled(failures: number, { first, longest }: PollingDeps['backoff']): number {
  return Math.min(first * 2 ** (failures - 1), longest);
}
