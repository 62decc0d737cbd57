/** Leaving: the device gives its secret back, and nothing is written to it any more. */
import type { FastifyInstance } from 'fastify';
import type { WebChannelDeps } from './deps.ts';
import type { Guard } from './guard.ts';
import type { OpenStreams } from './open-streams.ts';
import type { Sessions } from './session.ts';
import type { Transcript } from './transcript.ts';

/** The talk stays where it is kept; nobody can open it with this device again. */
export function addSessionRoutes(
  app: FastifyInstance,
  guard: Guard,
  sessions: Sessions,
  transcript: Transcript,
  streams: OpenStreams,
  { addressChanged }: Pick<WebChannelDeps, 'addressChanged'>,
): void {
  app.post('/chat/forget', { config: guard.perMinute(20) }, async (request, reply) => {
    const externalId = await guard.doer(request, reply);
    if (externalId === null) return reply;
    // Who never spoke is nobody yet, and must not become a person by leaving.
    if ((await transcript.after(externalId, 0, 1)).length > 0) await addressChanged(externalId, 'dead');
    streams.end(externalId);
    sessions.forget(reply);
    return {};
  });
}
