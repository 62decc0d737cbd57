/**
 * The webhook: the signature is checked over the bytes as they came, before they are read as anything; the event is stored, then 200. What
 * could not be stored is answered with 500, and Viber brings it again for an hour.
 */
import type { FastifyInstance } from 'fastify';
import type { ChannelLog } from '../../delivery/channel-log.ts';
import { readEvent } from './event-shape.ts';
import { isSigned } from './signature.ts';
import type { TakeEvent } from './take-event.ts';

/** Where Viber calls back. */
export const WEBHOOK_PATH = '/viber/webhook';
/** 7000 characters, escaped, are about 42 KB. */
const BODY_LIMIT = 256 * 1024;

/** Hangs the route on the server, with its own reading of bodies. */
export function hangWebhook(app: FastifyInstance, token: string, take: TakeEvent, log: ChannelLog): void {
  let turnedAway = 0;
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // Whatever it says it is: bytes, so that an unsigned body is refused for that and for nothing else.
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) =>
      done(null, body),
    );
    scope.post(WEBHOOK_PATH, {
      bodyLimit: BODY_LIMIT,
      // The whole platform comes from a few addresses.
      config: { rateLimit: false },
      handler: async (request, reply) => {
        const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
        if (!isSigned(body, request.headers['x-viber-content-signature'], token)) {
          turnedAway += 1;
          // The 1st, 10th, 100th …: somebody who tries all day must not fill the log.
          if (/^10*$/.test(String(turnedAway)))
            log.warn({ turnedAway }, 'viber: requests to the webhook without the right signature were turned away');
          return reply.code(401).send();
        }
        const event = readEvent(body);
        if (event === null) {
          log.warn({}, 'viber: a signed callback of an unknown shape was refused');
          return reply.code(400).send();
        }
        try {
          const answer = await take(event);
          return answer === null ? reply.code(200).send() : reply.code(200).type('application/json').send(answer);
        } catch (error) {
          // Its words may quote what the person wrote.
          log.error(
            { event: event.event, error: error instanceof Error ? error.name : 'unknown' },
            'viber: a callback could not be stored; the platform will bring it again',
          );
          return reply.code(500).send();
        }
      },
    });
  });
}
