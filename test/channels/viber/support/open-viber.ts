/** The channel with the fake behind it: one way to open both in every test. */
import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import { vi } from 'vitest';
import { createViberChannel, type ViberChannel, type ViberDeps } from '../../../../src/channels/viber/viber-channel.ts';
import type { OutgoingFile } from '../../../../src/delivery/channel.ts';
import { startViberFake, type ViberFake } from '../../../support/viber-fake/viber-fake.ts';
import { type MemoryInbox, memoryInbox } from '../../support/memory-inbox.ts';

export interface OpenViber {
  readonly fake: ViberFake;
  readonly channel: ViberChannel;
  readonly inbox: MemoryInbox;
  /** Addresses that opened or closed, in order. */
  readonly addresses: readonly string[];
  /** Troubles as they began (`+`) and ended (`-`). */
  readonly troubles: readonly string[];
  readonly receipts: readonly string[];
  /** Every line of the log, as JSON. */
  readonly logged: readonly string[];
  readonly publicUrl: string;
  readonly hook: string;
  /** A file that can be sent: its bytes lie where links lead. */
  readonly file: (name: string, mediaType?: string, content?: Uint8Array) => OutgoingFile;
  readonly keep: (hash: string, bytes: Uint8Array) => void;
  readonly lose: (hash: string) => void;
  /** Turns the clock of the channel. */
  readonly pass: (seconds: number) => void;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly fake?: ViberFake;
  readonly inbox?: MemoryInbox;
  readonly deps?: Partial<ViberDeps>;
  /** False: `start` is left to the test. */
  readonly start?: boolean;
}

export async function openViber({ deps = {}, start = true, ...given }: OpenOptions = {}): Promise<OpenViber> {
  const fake = given.fake ?? (await startViberFake());
  const inbox = given.inbox ?? memoryInbox();
  const addresses: string[] = [];
  const troubles: string[] = [];
  const receipts: string[] = [];
  const logged: string[] = [];
  const kept = new Map<string, Uint8Array>();
  let now = Date.parse('2026-11-22T06:00:00.000Z');
  const write = (level: string) => (facts: object, message: string) =>
    void logged.push(JSON.stringify({ level, ...facts, message }));
  const app = Fastify({ forceCloseConnections: true });
  // Routes hang before the server listens, and the channel must know its port: a free one is asked for first.
  const probe = Fastify();
  const publicUrl = await probe.listen({ host: '127.0.0.1', port: 0 });
  await probe.close();
  const channel = createViberChannel({
    token: fake.token,
    apiRoot: fake.origin,
    publicUrl,
    senderName: 'Opora',
    welcome: (language) => ({
      text: language === 'ru' ? 'Здравствуйте!' : 'Hello!',
      begin: language === 'ru' ? 'Начать' : 'Begin',
      links: [],
    }),
    files: { read: async (hash) => kept.get(hash) ?? null },
    receive: inbox.receive,
    addressChanged: async (externalId, status) => void addresses.push(`${externalId} ${status}`),
    now: () => new Date(now).toISOString(),
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    trouble: (what, begins) => void troubles.push(`${begins ? '+' : '-'}${what}`),
    countReceipt: (what) => void receipts.push(what),
    backoff: { first: 0.01, longest: 0.05 },
    ...deps,
  });
  channel.routes(app);
  await app.listen({ host: '127.0.0.1', port: Number(new URL(publicUrl).port) });
  if (start) {
    await channel.start();
    await vi.waitFor(
      () => {
        if (!channel.ready()) throw new Error(`not ready: ${logged.join('\n')}`);
      },
      { interval: 2 },
    );
  }
  const keep = (hash: string, bytes: Uint8Array) => void kept.set(hash, bytes);
  return {
    fake,
    channel,
    inbox,
    addresses,
    troubles,
    receipts,
    logged,
    publicUrl,
    hook: `${publicUrl}/viber/webhook`,
    file(name, mediaType = 'application/pdf', bytes = Buffer.from(name)) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      keep(hash, bytes);
      return { hash, name, mediaType, size: bytes.length, bytes: async () => bytes };
    },
    keep,
    lose: (hash) => void kept.delete(hash),
    pass: (seconds) => {
      now += seconds * 1000;
    },
    async close() {
      await channel.close();
      await app.close();
      if (given.fake === undefined) await fake.stop();
    },
  };
}
