/** The web chat with everything behind it in memory, on a real server of this machine. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Files } from '../../../../src/casework/ports.ts';
import {
  createWebChannel,
  pageWords,
  type WebChannel,
  type WebChannelDeps,
} from '../../../../src/channels/web/index.ts';
import { createMetrics } from '../../../../src/http/metrics.ts';
import { createHttpServer } from '../../../../src/http/server.ts';
import { loadLocales } from '../../../../src/texts/locales.ts';
import { type MemoryInbox, memoryInbox } from '../../support/memory-inbox.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { type MemoryWebChat, memoryWebChat } from './memory-web-chat.ts';

export interface WebProgram {
  readonly app: FastifyInstance;
  readonly web: WebChannel;
  readonly inbox: MemoryInbox;
  readonly chat: MemoryWebChat;
  readonly files: Files;
  readonly lines: string[];
  /** `http://127.0.0.1:PORT`, once listening. */
  readonly address: string;
  close(): Promise<void>;
}

/** What outlives a restart of the program. */
export interface WebState {
  readonly inbox: MemoryInbox;
  readonly chat: MemoryWebChat;
  readonly files: Files;
}

export function freshState(): WebState {
  return { inbox: memoryInbox(), chat: memoryWebChat(), files: memoryFiles() };
}

/** Starts it; with the `state` and `port` of an earlier one it is the same program after a restart. */
export async function startWebProgram(
  options: { state?: WebState; port?: number; deps?: Partial<WebChannelDeps>; publicUrl?: string } = {},
): Promise<WebProgram> {
  const { inbox, chat, files } = options.state ?? freshState();
  const lines: string[] = [];
  const keep = (fields: object, message: string): number => lines.push(JSON.stringify({ ...fields, message }));
  const log = { info: keep, error: keep };
  const publicUrl = options.publicUrl ?? 'http://localhost:3000';
  const web = createWebChannel({
    receive: inbox.receive,
    addressChanged: async () => undefined,
    database: chat.database,
    files,
    words: pageWords(loadLocales()),
    clock: { now: () => new Date().toISOString() },
    newId: { token: () => randomBytes(24).toString('base64url') },
    publicUrl,
    links: { open: () => ['web'], link: async () => null },
    secureCookies: publicUrl.startsWith('https:'),
    log,
    pollEveryMs: 200,
    ...options.deps,
  });
  const app = await createHttpServer({
    publicUrl,
    log,
    metrics: createMetrics({ engineVersion: '0', inboxOpen: async () => 0, outboxQueued: async () => 0 }),
    readiness: { database: async () => undefined, channels: () => [{ kind: 'web', ready: web.ready() }] },
  });
  await app.register(web.routes);
  await app.listen({ port: options.port ?? 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return {
    app,
    web,
    inbox,
    chat,
    files,
    lines,
    address: `http://127.0.0.1:${port}`,
    async close() {
      await web.close();
      await app.close();
    },
  };
}
