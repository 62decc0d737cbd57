/** What the person says and presses, and what was said so far. */
import type { FastifyInstance } from 'fastify';
import { readChatEvent } from './chat-event.ts';
import type { Guard } from './guard.ts';
import type { OpenStreams } from './open-streams.ts';
import type { TakeIn } from './take-in.ts';
import type { Transcript } from './transcript.ts';

const EVENT_BYTES = 32 * 1024;
const HISTORY_TAKE = 300;

export function addEventRoutes(
  app: FastifyInstance,
  guard: Guard,
  takeIn: TakeIn,
  transcript: Transcript,
  streams: OpenStreams,
): void {
  app.post('/chat/event', { bodyLimit: EVENT_BYTES, config: guard.perMinute(120) }, async (request, reply) => {
    const externalId = await guard.doer(request, reply);
    if (externalId === null) return reply;
    const event = readChatEvent(request.body);
    if (event === null) return reply.code(400).send({ problem: 'bad-event' });
    const { eventKey, input, shown } = event;
    const message = await takeIn({
      externalId,
      eventKey,
      input,
      shown: shown === null ? null : { text: shown, files: [] },
    });
    return { messages: message === null ? [] : [message] };
  });

  app.get('/chat/history', { config: guard.perMinute(120) }, async (request, reply) => {
    const externalId = await guard.reader(request, reply);
    if (externalId === null) return reply;
    return { messages: await transcript.after(externalId, seqOf(request.query), HISTORY_TAKE) };
  });

  app.get('/chat/stream', { config: guard.perMinute(60) }, async (request, reply) => {
    const externalId = await guard.reader(request, reply);
    if (externalId === null) return reply;
    const last = request.headers['last-event-id'];
    const seq = typeof last === 'string' && last !== '' ? seqOf({ after: last }) : seqOf(request.query);
    reply.hijack();
    const { raw } = reply;
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
    raw.setHeader('content-type', 'text/event-stream; charset=utf-8');
    raw.setHeader('cache-control', 'no-store');
    // A proxy that gathers answers before passing them on would hold the talk back.
    raw.setHeader('x-accel-buffering', 'no');
    raw.writeHead(200);
    if (!streams.open(externalId, raw, seq)) raw.end();
    return reply;
  });
}

/** The number after which messages are wanted; 0 for anything that is not one. */
function seqOf(query: unknown): number {
  const after = typeof query === 'object' && query !== null && 'after' in query ? query.after : undefined;
  return typeof after === 'string' && /^\d{1,15}$/.test(after) ? Number(after) : 0;
}
