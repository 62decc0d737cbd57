/** The channel with the fake behind it: one way to open both in every test, by polling or by webhook. */
import Fastify from 'fastify';
import { vi } from 'vitest';
import { createMaxChannel, type MaxChannel, type MaxDeps } from '../../../../src/channels/max/max-channel.ts';
import { startMaxFake, type MaxFake } from '../../../support/max-fake/max-fake.ts';
import { type MemoryInbox, memoryInbox } from '../../support/memory-inbox.ts';

export const SECRET = 'a-Secret_of-the-webhook-0123456789';

export interface OpenMax {
  readonly fake: MaxFake;
  readonly channel: MaxChannel;
  readonly inbox: MemoryInbox;
  /** Addresses that opened or closed, in order. */
  readonly addresses: readonly string[];
  /** Troubles told, in order: `webhook-lost begins`. */
  readonly troubles: readonly string[];
  /** Every line of the log, as JSON. */
  readonly logged: readonly string[];
  /** Our own address, as `PUBLIC_URL`. */
  readonly publicUrl: string;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly by: 'polling' | 'webhook';
  readonly fake?: MaxFake;
  readonly inbox?: MemoryInbox;
  readonly deps?: Partial<MaxDeps>;
  /** False: `start` is left to the test. */
  readonly start?: boolean;
}

export async function openMax({ by, deps = {}, start = true, ...given }: OpenOptions): Promise<OpenMax> {
  const fake = given.fake ?? (await startMaxFake());
  const inbox = given.inbox ?? memoryInbox();
  const addresses: string[] = [];
  const troubles: string[] = [];
  const logged: string[] = [];
  const write = (level: string) => (facts: object, message: string) =>
    void logged.push(JSON.stringify({ level, ...facts, message }));
  const app = by === 'webhook' ? Fastify({ forceCloseConnections: true }) : null;
  let publicUrl = 'http://localhost:3000';
  if (app !== null) {
    // Routes hang before the server listens, and the channel must know its port: a free one is asked for first.
    const probe = Fastify();
    publicUrl = new URL(await probe.listen({ host: '127.0.0.1', port: 0 })).origin;
    await probe.close();
  }
  const channel = createMaxChannel({
    token: fake.token,
    apiRoot: fake.apiRoot,
    webhookSecret: by === 'webhook' ? SECRET : null,
    publicUrl,
    receive: inbox.receive,
    addressChanged: async (externalId, status) => void addresses.push(`${externalId} ${status}`),
    now: () => new Date().toISOString(),
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    commandTexts: (language) => ({
      citizen: [{ command: 'menu', description: language === 'ru' ? 'Меню' : 'Menu' }],
    }),
    trouble: (what, begins) => void troubles.push(`${what} ${begins ? 'begins' : 'is over'}`),
    backoff: { first: 0.01, longest: 0.05 },
    ...deps,
  });
  if (app !== null) {
    channel.routes(app);
    await app.listen({ host: '127.0.0.1', port: Number(new URL(publicUrl).port) });
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
    publicUrl,
    async close() {
      await channel.close();
      await app?.close();
      if (given.fake === undefined) await fake.stop();
    },
  };
}
