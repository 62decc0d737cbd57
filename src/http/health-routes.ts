/** For those who watch the program: is it up, is it ready, how is it doing. */
import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';

/** What readiness asks. */
export interface Readiness {
  /** Throws when the database does not answer. */
  database(): Promise<void>;
  /** Each open channel, and whether it can take and send. */
  channels(): readonly { readonly kind: string; readonly ready: boolean }[];
}

const PATIENCE_MS = 2000;

/** Hangs up `/healthz`, `/readyz` and `/metrics`; none of them is limited, and none says anything about a person. */
export function addHealthRoutes(app: FastifyInstance, readiness: Readiness, metrics: Metrics): void {
  const unlimited = { config: { rateLimit: false as const, quiet: true } };
  app.get('/healthz', unlimited, async () => ({ up: true }));
  app.get('/readyz', unlimited, async (_request, reply) => {
    const database = await answers(() => readiness.database());
    const channels = Object.fromEntries(readiness.channels().map(({ kind, ready }) => [kind, ready]));
    const ready = database && Object.values(channels).every(Boolean);
    return reply.code(ready ? 200 : 503).send({ ready, database, channels });
  });
  app.get('/metrics', unlimited, async (_request, reply) => {
    const { type, text } = await metrics.page();
    return reply.type(type).send(text);
  });
}

async function answers(ping: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false);
  });
  try {
    return await Promise.race([ping().then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
