/** Whose page is talking: a random secret in a cookie that scripts cannot read. Only its hash ever leaves this file. */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { NewId } from '../../casework/ports.ts';

/** Browsers keep a cookie 400 days at most; every visit of the page starts the count anew. */
const KEEP_SECONDS = 400 * 24 * 3600;
const SECRET = /^[A-Za-z0-9_-]{32,64}$/;

/** The two things the channel does with sessions. */
export interface Sessions {
  /** The chat this request belongs to (SHA-256 of the secret, hex), or null where the browser brought no cookie. */
  externalId(request: FastifyRequest): string | null;
  /** Gives the browser a secret where it has none, and keeps the one it has for longer. Stores nothing on our side. */
  keep(request: FastifyRequest, reply: FastifyReply): void;
  /** Takes the secret back: the next visit is a new chat. */
  forget(reply: FastifyReply): void;
}

/** `secure`: the page is served over https; the name then binds the cookie to this host alone. */
export function createSessions(newId: Pick<NewId, 'token'>, secure: boolean): Sessions {
  const name = secure ? '__Host-opora' : 'opora';
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  const secretOf = (request: FastifyRequest): string | null => {
    const value = request.cookies[name];
    return value !== undefined && SECRET.test(value) ? value : null;
  };
  return {
    externalId(request) {
      const secret = secretOf(request);
      return secret === null ? null : createHash('sha256').update(secret).digest('hex');
    },
    keep(request, reply) {
      reply.setCookie(name, secretOf(request) ?? newId.token(), { ...options, maxAge: KEEP_SECONDS });
    },
    forget(reply) {
      reply.clearCookie(name, options);
    },
  };
}
