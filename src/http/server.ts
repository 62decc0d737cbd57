/** The one HTTP server. Channels hang their routes on what it returns; it adds limits, headers, health and silence about people. */
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { addHealthRoutes, type Readiness } from './health-routes.ts';
import { errorFields, type HttpLog } from './log.ts';
import type { Metrics } from './metrics.ts';
import { addSecurityHeaders } from './security-headers.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Good answers of this route are not written down one by one: health, and what a page loads. */
    quiet?: boolean;
  }
}

/** What the server is made with. */
export interface HttpServerOptions {
  /** The outside address (`PUBLIC_URL`); https turns on secure cookies and headers. */
  readonly publicUrl: string;
  readonly log: HttpLog;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  /** Whose `X-Forwarded-For` is believed: addresses or `loopback`. Default `loopback`: a proxy on the same machine. */
  readonly trustProxy?: string;
  /** Requests a minute of one network address, all routes that set no limit of their own. Default 1200: whole villages share one. */
  readonly requestsAMinute?: number;
}

const BODY_LIMIT = 256 * 1024;
// A photo of 20 MB over a slow mobile network takes minutes.
const REQUEST_TIMEOUT_MS = 600_000;

/** Makes the server; it does not listen yet. Closing it ends open streams at once. */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    trustProxy: options.trustProxy ?? 'loopback',
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // A stream that stays open would otherwise keep `close` waiting for ever.
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 128 },
  });
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply, options.log));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ problem: 'not-found' }));
  writeDown(app, options);
  await addSecurityHeaders(app, new URL(options.publicUrl).protocol === 'https:');
  await app.register(rateLimit, { max: options.requestsAMinute ?? 1200, timeWindow: 60_000 });
  await app.register(cookie);
  addHealthRoutes(app, options.readiness, options.metrics);
  return app;
}

/** One line and one measurement per answer, by the pattern of the route: an address may carry a token. */
function writeDown(app: FastifyInstance, options: HttpServerOptions): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const seconds = reply.elapsedTime / 1000;
    if (!isStream(reply)) options.metrics.httpAnswered(request.method, route, reply.statusCode, seconds);
    if (request.routeOptions.config.quiet === true && reply.statusCode < 400) return;
    const ms = Math.round(reply.elapsedTime);
    options.log.info({ request: request.id, method: request.method, route, status: reply.statusCode, ms }, 'answered');
  });
}

function isStream(reply: FastifyReply): boolean {
  return String(reply.raw.getHeader('content-type') ?? '').startsWith('text/event-stream');
}

/** A refusal by its code; anything unforeseen is written down and answered without its details. */
async function answerError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
  log: HttpLog,
): Promise<void> {
  const status = error.statusCode ?? 500;
  if (status < 500) return reply.code(status).send({ problem: PROBLEMS[status] ?? 'bad-request' });
  log.error({ request: request.id, route: request.routeOptions.url ?? 'unknown', ...errorFields(error) }, 'failed');
  return reply.code(status).send({ problem: 'unexpected', request: request.id });
}

const PROBLEMS: { readonly [status: number]: string } = {
  404: 'not-found',
  413: 'too-large',
  415: 'wrong-type',
  429: 'too-many',
};
