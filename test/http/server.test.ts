import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import type { LogFields } from '../../src/http/log.ts';
import { createMetrics, type Metrics } from '../../src/http/metrics.ts';
import { createHttpServer, type HttpServerOptions } from '../../src/http/server.ts';

const TOKEN = 'secret-token-of-a-person';

interface Line {
  readonly level: 'info' | 'error';
  readonly fields: LogFields;
}

let app: FastifyInstance | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

async function server(
  changes: Partial<HttpServerOptions> = {},
): Promise<{ app: FastifyInstance; lines: Line[]; metrics: Metrics }> {
  const lines: Line[] = [];
  const metrics = createMetrics({
    engineVersion: '9.8.7',
    inboxOpen: async () => 3,
    outboxQueued: async () => 4,
  });
  const made = await createHttpServer({
    publicUrl: 'http://localhost:3000',
    log: {
      info: (fields) => lines.push({ level: 'info', fields }),
      error: (fields) => lines.push({ level: 'error', fields }),
    },
    metrics,
    readiness: { database: async () => undefined, channels: () => [{ kind: 'web', ready: true }] },
    ...changes,
  });
  made.get('/fails', async () => {
    throw new Error(`no row for ${TOKEN}`);
  });
  made.post('/takes', async () => ({ taken: true }));
  app = made;
  return { app: made, lines, metrics };
}

describe('headers of every answer', () => {
  test('over plain http nothing sends the browser to https', async () => {
    const { headers } = await (await server()).app.inject('/healthz');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    });
    expect(headers['permissions-policy']).toContain('microphone=()');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('behind https browsers are told to stay there', async () => {
    const { headers } = await (await server({ publicUrl: 'https://opora.example' })).app.inject('/healthz');
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests');
    expect(headers['strict-transport-security']).toContain('max-age=31536000');
  });

  test('answers that are errors carry them too', async () => {
    const { app: made } = await server();
    for (const url of ['/nowhere', '/fails'])
      expect((await made.inject(url)).headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('limits', () => {
  test('a body above the limit is refused by its code', async () => {
    const { app: made } = await server();
    const answer = await made.inject({ method: 'POST', url: '/takes', payload: { words: 'я'.repeat(300_000) } });
    expect([answer.statusCode, answer.json()]).toEqual([413, { problem: 'too-large' }]);
  });

  test('what is not JSON is refused without quoting it', async () => {
    const { app: made } = await server();
    const headers = { 'content-type': 'application/json' };
    const answer = await made.inject({ method: 'POST', url: '/takes', headers, payload: '{"name":Иванова' });
    expect([answer.statusCode, answer.json()]).toEqual([400, { problem: 'bad-request' }]);
  });

  test('too many requests of one address are asked to wait; watching is never limited', async () => {
    const { app: made } = await server({ requestsAMinute: 2 });
    const statuses: number[] = [];
    for (let count = 0; count < 3; count += 1)
      statuses.push((await made.inject({ method: 'POST', url: '/takes', payload: {} })).statusCode);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await made.inject({ method: 'POST', url: '/takes', payload: {} });
    expect(refused.json()).toEqual({ problem: 'too-many' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    for (let count = 0; count < 5; count += 1) expect((await made.inject('/healthz')).statusCode).toBe(200);
  });
});

describe('silence', () => {
  test('an error is answered and written down without its message', async () => {
    const { app: made, lines } = await server();
    const answer = await made.inject(`/fails?start=${TOKEN}`);
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ problem: 'unexpected' });
    expect(answer.body).not.toContain('at ');
    const errors = lines.filter((line) => line.level === 'error');
    expect(errors).toHaveLength(1);
    expect(String(errors[0]?.fields['where'])).toContain('server.test.ts');
    expect(JSON.stringify([answer.body, lines])).not.toContain(TOKEN);
  });

  test('an address is written down by its route, never with its query', async () => {
    const { app: made, lines } = await server();
    await made.inject(`/nowhere/${TOKEN}?start=${TOKEN}`);
    await made.inject({ method: 'POST', url: `/takes?start=${TOKEN}`, payload: {} });
    expect(lines.map((line) => line.fields['route'])).toEqual(['unknown', '/takes']);
    expect(JSON.stringify(lines)).not.toContain(TOKEN);
  });
});

describe('health', () => {
  test('up says nothing about others', async () => {
    const { app: made } = await server({
      readiness: { database: () => Promise.reject(new Error('down')), channels: () => [] },
    });
    expect((await made.inject('/healthz')).statusCode).toBe(200);
  });

  test.each([
    { name: 'all is well', database: async () => undefined, web: true, status: 200 },
    { name: 'the database is down', database: () => Promise.reject(new Error('down')), web: true, status: 503 },
    { name: 'a channel is not ready', database: async () => undefined, web: false, status: 503 },
    { name: 'the database never answers', database: () => new Promise<void>(() => undefined), web: true, status: 503 },
  ])('ready: $name', async ({ database, web, status }) => {
    const readiness = { database, channels: () => [{ kind: 'web', ready: web }] };
    const answer = await (await server({ readiness })).app.inject('/readyz');
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ ready: status === 200, channels: { web } });
    expect(answer.body).not.toContain('down');
  });

  test('metrics count requests by route, messages by result, and what waits', async () => {
    const { app: made, metrics } = await server();
    await made.inject('/nowhere?name=Иванова');
    metrics.messageSent('web', 'sent');
    metrics.messageSent('web', 'sent');
    const { body, headers } = await made.inject('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain('opora_http_seconds_count{method="GET",route="unknown",status="404"} 1');
    expect(body).toContain('opora_messages_total{channel="web",result="sent"} 2');
    expect(body).toContain('opora_inbox_open 3');
    expect(body).toContain('opora_outbox_queued 4');
    expect(body).toContain('opora_engine_info{version="9.8.7"} 1');
  });

  test('metrics are shown even when the database cannot count', async () => {
    const failing = createMetrics({
      engineVersion: '1',
      inboxOpen: () => Promise.reject(new Error('down')),
      outboxQueued: async () => 1,
    });
    const { body } = await (await server({ metrics: failing })).app.inject('/metrics');
    expect(body).toContain('opora_outbox_queued 1');
  });
});
