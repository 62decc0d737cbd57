/** The channel with the fake behind it: one way to open both in every test. */
import Fastify from 'fastify';
import { vi } from 'vitest';
import { createVkChannel, type VkChannel, type VkDeps } from '../../../../src/channels/vk/vk-channel.ts';
import { startVkFake, type VkFake, type VkFakeOptions } from '../../../support/vk-fake/vk-fake.ts';
import { type MemoryInbox, memoryInbox } from '../../support/memory-inbox.ts';

export const SECRET = 'aSecret_of_the_callback_0123456789';

const READY = { timeout: 5000, interval: 2 };

export interface OpenVk {
  readonly fake: VkFake;
  readonly channel: VkChannel;
  readonly inbox: MemoryInbox;
  /** Addresses that opened or closed, in order. */
  readonly addresses: readonly string[];
  /** Troubles as they were told: `token-refused begins`. */
  readonly troubles: readonly string[];
  /** Every line of the log, as JSON. */
  readonly logged: readonly string[];
  /** The whole callback address. */
  readonly url: string;
  /** Moves the one clock of channel and fake. */
  readonly pass: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly fake?: VkFakeOptions;
  readonly inbox?: MemoryInbox;
  readonly deps?: Partial<VkDeps>;
  /** False: `start` is left to the test. */
  readonly start?: boolean;
  /** False: the callback server is not registered beforehand. */
  readonly registered?: boolean;
}

export async function openVk(options: OpenOptions = {}): Promise<OpenVk> {
  const { deps = {}, start = true, registered = true, inbox = memoryInbox() } = options;
  let passed = 0;
  const now = () => Date.now() + passed;
  const fake = await startVkFake({ now, ...options.fake });
  const addresses: string[] = [];
  const troubles: string[] = [];
  const logged: string[] = [];
  const write = (level: string) => (facts: object, message: string) =>
    void logged.push(JSON.stringify({ level, ...facts, message }));
  const app = Fastify({ forceCloseConnections: true });
  // Routes hang before the server listens, and the channel must know its port: a free one is asked for first.
  const probe = Fastify();
  const publicUrl = await probe.listen({ host: '127.0.0.1', port: 0 });
  await probe.close();
  const channel = createVkChannel({
    token: fake.world.token,
    groupId: fake.world.groupId,
    apiRoot: fake.apiRoot,
    callbackSecret: SECRET,
    confirmation: fake.world.confirmation,
    publicUrl,
    receive: inbox.receive,
    addressChanged: async (externalId, status) => void addresses.push(`${externalId} ${status}`),
    now: () => new Date(now()).toISOString(),
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    backoff: { first: 0.01, longest: 0.05 },
    trouble: (what, begins) => void troubles.push(`${what} ${begins ? 'begins' : 'is over'}`),
    ...deps,
  });
  channel.routes(app);
  await app.listen({ host: '127.0.0.1', port: Number(new URL(publicUrl).port) });
  const url = `${publicUrl}/vk/callback`;
  if (registered) fake.register(url, SECRET);
  if (start) {
    await channel.start();
    await vi.waitFor(() => {
      if (!channel.ready()) throw new Error(`not ready: ${logged.join('\n')}`);
    }, READY);
  }
  return {
    fake,
    channel,
    inbox,
    addresses,
    troubles,
    logged,
    url,
    pass: (milliseconds) => void (passed += milliseconds),
    async close() {
      await channel.close();
      await app.close();
      await fake.stop();
    },
  };
}
