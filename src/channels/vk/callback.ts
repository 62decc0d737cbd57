/**
 * The Callback API: the secret stands in the body, so the body is read first and believed only when its secret is ours. An event is stored,
 * then answered `ok`. What could not be stored is answered with 503, and VK brings it again.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ChannelLog } from '../../delivery/channel-log.ts';
import { readEvent } from './event-shape.ts';
import type { EventTaker } from './take-event.ts';

/** Where VK brings events to, under our outside address. */
export const CALLBACK_PATH = '/vk/callback';

/** A message of 9000 characters with ten attachments in all their sizes is about 200 KB. */
const BODY_LIMIT = 1024 * 1024;
const RETRY_SECONDS = 5;

/** What the route needs of the rest of the channel. */
export interface CallbackDeps {
  readonly groupId: number;
  readonly secret: string;
  /** The string that shows this server to be ours; null where it is not known now. */
  readonly confirmation: () => Promise<string | null>;
  readonly taker: EventTaker;
  readonly log: ChannelLog;
}

/** 1–50 of `A-Z a-z 0-9 _` (the field of the community's settings). */
export function isCallbackSecret(secret: string): boolean {
  return /^[A-Za-z0-9_]{1,50}$/.test(secret);
}

/** Hangs the route on the server, with its own reading of bodies. */
export function hangCallback(app: FastifyInstance, { groupId, secret, confirmation, taker, log }: CallbackDeps): void {
  let turnedAway = 0;
  const turnAway = (why: string, remedy: string) => {
    turnedAway += 1;
    // The 1st, 10th, 100th …: somebody who tries all day must not fill the log.
    if (/^10*$/.test(String(turnedAway))) log.warn({ turnedAway, why }, remedy);
  };
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The whole body before its text: a letter may be cut between two packets.
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => {
      done(null, fieldsOf(body.toString('utf8')));
    });
    scope.post<{ Body: Fields | null }>(CALLBACK_PATH, {
      bodyLimit: BODY_LIMIT,
      // The whole platform comes from a few addresses; strangers are turned away before anything is kept.
      config: { rateLimit: false },
      handler: async (request, reply) => {
        const body: Fields = request.body ?? {};
        const ours = body['group_id'] === groupId;
        // The platform may ask before it has learned the secret; the string shows nothing but that this server knows it.
        if (ours && body['type'] === 'confirmation' && body['secret'] === undefined) return confirm();
        if (!isSame(body['secret'], secret)) {
          turnAway('secret', 'vk: requests to the callback address without the right secret were turned away');
          return reply.code(401).send();
        }
        if (!ours) {
          turnAway(
            'group',
            'vk: events of another community were turned away; VK_GROUP_ID must be the one they come from',
          );
          return reply.code(401).send();
        }
        return body['type'] === 'confirmation' ? confirm() : take();

        async function confirm() {
          const code = await confirmation();
          if (code !== null) return reply.code(200).type('text/plain').send(code);
          log.error(
            {},
            'vk: the address could not be confirmed; put the string of the community settings into VK_CONFIRMATION',
          );
          return reply.code(503).send();
        }
        async function take() {
          const event = readEvent(body);
          if (event === null) return reply.code(400).send();
          try {
            await taker.take(event);
          } catch (error) {
            // Its words may quote what the person wrote.
            log.error(
              { type: event.type, error: error instanceof Error ? error.name : 'unknown' },
              'vk: an event could not be stored; the platform will bring it again',
            );
            return reply.code(503).header('Retry-After', RETRY_SECONDS).send();
          }
          return reply.code(200).type('text/plain').send('ok');
        }
      },
    });
  });
}

interface Fields {
  readonly [name: string]: unknown;
}

function fieldsOf(json: string): Fields | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Compared by digest: takes the same time wherever they differ, and lengths tell nothing. */
function isSame(given: unknown, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(wanted));
}
