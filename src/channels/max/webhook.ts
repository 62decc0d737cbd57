/**
 * The webhook: the secret header is checked before a byte of the body is read, the update is stored, then 200. Anything but 200 is a
 * failure to the platform: it tries up to ten times, after 60 s, 150 s and so on, and takes our address away after eight hours of them.
 * So what we never asked for is 200 too; what could not be stored or read is not, because it must come again.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ChannelLog } from '../../delivery/channel-log.ts';
import { readJson } from './read-json.ts';
import type { UpdateTaker } from './take-update.ts';
import { readUpdate } from './update-shape.ts';

const WEBHOOK_PATH = '/max/webhook';
/** A press brings its message with 4000 characters and up to 210 buttons of 1152 characters: about 300 KB, twice that when escaped. */
const BODY_LIMIT = 1024 * 1024;

/** 5–256 of `A-Z a-z 0-9 _ -` (SubscriptionRequestBody). */
export function isWebhookSecret(secret: string): boolean {
  return /^[A-Za-z0-9_-]{5,256}$/.test(secret);
}

/** The address the platform is told; `publicUrl` with or without a slash at its end. */
export function webhookAddress(publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/, '')}${WEBHOOK_PATH}`;
}

/** Hangs the route on the server, with its own reading of bodies. */
export function hangWebhook(app: FastifyInstance, secret: string, taker: UpdateTaker, log: ChannelLog): void {
  let turnedAway = 0;
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // As bytes, whole, whatever they call themselves: a character may come in two pieces.
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => {
      done(null, readUpdate(readJson(body.toString('utf8'))));
    });
    scope.post<{ Body: ReturnType<typeof readUpdate> | undefined }>(WEBHOOK_PATH, {
      bodyLimit: BODY_LIMIT,
      // The whole platform comes from a few addresses; strangers are turned away before anything is read.
      config: { rateLimit: false },
      onRequest: async (request, reply) => {
        const given = request.headers['x-max-bot-api-secret'];
        if (isSame(typeof given === 'string' ? given : '', secret)) return;
        turnedAway += 1;
        // The 1st, 10th, 100th …: somebody who tries all day must not fill the log.
        if (/^10*$/.test(String(turnedAway)))
          log.warn({ turnedAway }, 'max: requests to the webhook without the right secret were turned away');
        return reply.code(401).send();
      },
      handler: async (request, reply) => {
        const update = request.body ?? null;
        if (update === null) {
          log.warn({}, 'max: an update of an unknown shape was refused; the platform will bring it again');
          return reply.code(400).send();
        }
        try {
          await taker.take(update);
        } catch (error) {
          // Its words may quote what the person wrote.
          log.error(
            { error: error instanceof Error ? error.name : 'unknown' },
            'max: an update could not be stored; the platform will bring it again',
          );
          return reply.code(500).send();
        }
        return reply.code(200).send();
      },
    });
  });
}

/** Compared by digest: takes the same time wherever they differ, and lengths tell nothing. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
