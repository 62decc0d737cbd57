/**
 * The webhook: the secret header is checked before a byte of the body is read, the update is stored, then 200. What could not be
 * stored is answered with 500, and Telegram brings it again for a day (a press for 150 seconds).
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ChannelLog } from '../../delivery/channel-log.ts';
import { pause } from '../../delivery/deadline.ts';
import type { PlatformTroubles } from '../../delivery/platform-troubles.ts';
import type { TellFailure } from './failure-log.ts';
import { isTokenRefused } from './failures.ts';
import type { UpdateTaker } from './take-update.ts';
import type { TelegramApi } from './telegram-api.ts';
import { readUpdate, WANTED_UPDATES } from './update-shape.ts';

const WEBHOOK_PATH = '/telegram/webhook';

/** The whole address the platform is told. */
export function webhookAddress(publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/, '')}${WEBHOOK_PATH}`;
}

/** A message of 4096 characters, quoted and escaped, is about 100 KB. */
const BODY_LIMIT = 1024 * 1024;
const CALL_SECONDS = 10;

/** 1–256 of `A-Z a-z 0-9 _ -` (setWebhook). */
export function isWebhookSecret(secret: string): boolean {
  return /^[A-Za-z0-9_-]{1,256}$/.test(secret);
}

/** Hangs the route on the server, with its own reading of bodies. */
export function hangWebhook(app: FastifyInstance, secret: string, taker: UpdateTaker, log: ChannelLog): void {
  let turnedAway = 0;
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: BODY_LIMIT },
      (_request, body, done) => {
        try {
          done(null, JSON.parse(String(body)));
        } catch {
          done(null, null);
        }
      },
    );
    scope.post(WEBHOOK_PATH, {
      bodyLimit: BODY_LIMIT,
      // The whole platform comes from a few addresses; strangers are turned away before anything is read.
      config: { rateLimit: false },
      onRequest: async (request, reply) => {
        const given = request.headers['x-telegram-bot-api-secret-token'];
        if (!isSame(typeof given === 'string' ? given : '', secret)) {
          turnedAway += 1;
          // The 1st, 10th, 100th …: somebody who tries all day must not fill the log.
          if (/^10*$/.test(String(turnedAway)))
            log.warn({ turnedAway }, 'telegram: requests to the webhook without the right secret were turned away');
          return reply.code(401).send();
        }
      },
      handler: async (request, reply) => {
        const update = readUpdate(request.body);
        if (update === null) return reply.code(400).send();
        try {
          await taker.take(update);
        } catch (error) {
          // Its words may quote what the person wrote.
          log.error(
            { update: update.update_id, error: error instanceof Error ? error.name : 'unknown' },
            'telegram: an update could not be stored; the platform will bring it again',
          );
          return reply.code(500).send();
        }
        return reply.code(200).send();
      },
    });
  });
}

/** What setting the webhook needs of the rest of the channel. */
export interface ConnectDeps {
  readonly api: TelegramApi;
  /** The whole address. */
  readonly url: string;
  readonly secret: string;
  readonly stop: AbortSignal;
  readonly log: ChannelLog;
  readonly tell: TellFailure;
  readonly troubles: Pick<PlatformTroubles, 'begin' | 'end'>;
  readonly backoff: { readonly first: number; readonly longest: number };
}

/** Names our address to the platform, as often as it takes; true when it is known there, false when only a person can help. */
export async function connectWebhook({
  api,
  url,
  secret,
  stop,
  log,
  tell,
  troubles,
  backoff,
}: ConnectDeps): Promise<boolean> {
  for (let failures = 0; !stop.aborted; failures += 1) {
    const answer = await api.call(CALL_SECONDS, (raw, signal) =>
      raw.setWebhook({ url, secret_token: secret, allowed_updates: WANTED_UPDATES }, signal),
    );
    if (answer.kind === 'done') {
      troubles.end('webhook-refused');
      return true;
    }
    const { failure } = answer;
    if (failure.kind === 'stopped') return false;
    tell(failure, 'setWebhook');
    if (isTokenRefused(failure)) return false;
    if (failure.kind === 'answered' && failure.code === 400) {
      troubles.begin('webhook-refused');
      log.error(
        {},
        'telegram: the webhook address is refused; PUBLIC_URL must be an https address the internet reaches on port 443, 80, 88 or 8443. Telegram is closed until then',
      );
      return false;
    }
    const asked = failure.kind === 'answered' ? failure.retryAfter : null;
    await pause(asked ?? Math.min(backoff.first * 2 ** failures, backoff.longest), stop);
  }
  return false;
}

/** Compared by digest: takes the same time wherever they differ, and lengths tell nothing. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
