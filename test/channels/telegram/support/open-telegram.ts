/** The channel with the fake behind it: one way to open both in every test, by polling or by webhook. */
import Fastify from 'fastify';
import { vi } from 'vitest';
import {
  createTelegramChannel,
  type TelegramChannel,
  type TelegramDeps,
} from '../../../../src/channels/telegram/telegram-channel.ts';
import { startTelegramFake, type TelegramFake } from '../../../support/telegram-fake/telegram-fake.ts';
import { type MemoryInbox, memoryInbox } from '../../support/memory-inbox.ts';

export const SECRET = 'a-Secret_of-the-webhook-0123456789';

export interface OpenTelegram {
  readonly fake: TelegramFake;
  readonly channel: TelegramChannel;
  readonly inbox: MemoryInbox;
  /** Addresses that opened or closed, in order. */
  readonly addresses: readonly string[];
  /** Troubles as they began and ended, in order. */
  readonly troubles: readonly string[];
  /** Every line of the log, as JSON. */
  readonly logged: readonly string[];
  readonly port: number | null;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly by: 'polling' | 'webhook';
  readonly fake?: TelegramFake;
  readonly inbox?: MemoryInbox;
  readonly deps?: Partial<TelegramDeps>;
  /** False: `start` is left to the test. */
  readonly start?: boolean;
}

export async function openTelegram({ by, deps = {}, start = true, ...given }: OpenOptions): Promise<OpenTelegram> {
  const fake = given.fake ?? (await startTelegramFake());
  const inbox = given.inbox ?? memoryInbox();
  const addresses: string[] = [];
  const logged: string[] = [];
  const troubles: string[] = [];
  const write = (level: string) => (facts: object, message: string) =>
    void logged.push(JSON.stringify({ level, ...facts, message }));
  const app = by === 'webhook' ? Fastify({ forceCloseConnections: true }) : null;
  let port: number | null = null;
  let publicUrl = 'http://localhost:3000';
  const channelDeps = (): TelegramDeps => ({
    token: fake.token,
    apiRoot: fake.apiRoot,
    webhookSecret: by === 'webhook' ? SECRET : null,
    publicUrl,
    receive: inbox.receive,
    addressChanged: async (externalId, status) => void addresses.push(`${externalId} ${status}`),
    now: () => new Date().toISOString(),
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    commandTexts: (language) => {
      const menu = language === 'ru' ? 'Меню' : 'Menu';
      return {
        citizen: [{ command: 'menu', description: menu }],
        specialist: [{ command: 'work', description: `${menu}: 1` }],
        head: [{ command: 'office', description: `${menu}: 2` }],
      };
    },
    trouble: (what, begins) => void troubles.push(`${what} ${begins ? 'begins' : 'is over'}`),
    backoff: { first: 0.01, longest: 0.05 },
    ...deps,
  });
  // Routes hang before the server listens, and the channel must know its port: a free one is asked for first.
  let channel: TelegramChannel;
  if (app === null) channel = await createTelegramChannel(channelDeps());
  else {
    const probe = Fastify();
    port = Number(new URL(await probe.listen({ host: '127.0.0.1', port: 0 })).port);
    await probe.close();
    publicUrl = `http://127.0.0.1:${port}`;
    channel = await createTelegramChannel(channelDeps());
    channel.routes(app);
    await app.listen({ host: '127.0.0.1', port });
  }
  if (start) {
    await channel.start();
    await vi.waitFor(() => {
      if (!channel.ready()) throw new Error(`not ready: ${logged.join('\n')}`);
    });
  }
  return {
    fake,
    channel,
    inbox,
    addresses,
    troubles,
    logged,
    port,
    async close() {
      await channel.close();
      await app?.close();
      if (given.fake === undefined) await fake.stop();
    },
  };
}
