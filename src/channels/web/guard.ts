/** What every request of the page must bring: its session, and for deeds also proof that it is our page. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isFromOurPage } from './same-site.ts';
import type { Sessions } from './session.ts';

/** The checks of one channel, as routes use them. */
export interface Guard {
  /** The chat, or null after the refusal was sent. */
  reader(request: FastifyRequest, reply: FastifyReply): Promise<string | null>;
  /** The same for what changes anything. */
  doer(request: FastifyRequest, reply: FastifyReply): Promise<string | null>;
  /** Rate limit of so many requests a minute of one chat; without a session, of one network address. */
  perMinute(max: number): {
    rateLimit: { max: number; timeWindow: number; keyGenerator: (request: FastifyRequest) => string };
  };
}

/** Checks against these sessions and this outside address. */
export function createGuard(sessions: Sessions, publicUrl: string): Guard {
  const reader: Guard['reader'] = async (request, reply) => {
    const externalId = sessions.externalId(request);
    if (externalId === null) await reply.code(401).send({ problem: 'no-session' });
    return externalId;
  };
  return {
    reader,
    async doer(request, reply) {
      if (isFromOurPage(request, publicUrl)) return reader(request, reply);
      await reply.code(403).send({ problem: 'not-our-page' });
      return null;
    },
    perMinute: (max) => ({
      rateLimit: { max, timeWindow: 60_000, keyGenerator: (request) => sessions.externalId(request) ?? request.ip },
    }),
  };
}
