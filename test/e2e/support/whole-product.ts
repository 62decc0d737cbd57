/** The product with every channel open at once, over real HTTP, on a turned clock. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { pino } from 'pino';
import { expect, vi } from 'vitest';
import { addOffice } from '../../../src/casework/office/add-office.ts';
import { runCommand } from '../../../src/casework/run-command.ts';
import { actorOf } from '../../../src/casework/talk/actor-of.ts';
import { createTurnedClock, minutesAfter, type TurnedClock } from '../../../src/cli/turned-clock.ts';
import { readConfig } from '../../../src/config.ts';
import type { Command, CommandResult } from '../../../src/dialogs/command.ts';
import { lawFor, REGIONS } from '../../../src/law/index.ts';
import { type Opora, startOpora } from '../../../src/main.ts';
import { openTestDatabase } from '../../support/database.ts';
import { draft, expectKind } from '../../support/staffed-office.ts';
import { plain, tokenOf } from '../../support/test-office.ts';
import {
  maxPlatform,
  type Platform,
  type Somebody,
  telegramPlatform,
  viberPlatform,
  vkPlatform,
  webPlatform,
} from './platform.ts';

/** A busy machine may be slow; a wrong answer would stay wrong. */
const PATIENCE = { timeout: 20_000, interval: 25 };
/** Noon in Bryansk, after the contract of the tests has ended: a month with fact and income is open. */
const START = '2026-10-05T09:00:00.000Z';

export interface WholeProduct {
  readonly opora: Opora;
  readonly clock: TurnedClock;
  readonly publicUrl: string;
  readonly platforms: readonly Platform[];
  /** Every line of the log. */
  readonly log: readonly string[];
  turn(minutes: number): void;
  /** A use case as the person of an address. */
  command(externalId: string, wish: Command): Promise<CommandResult>;
  /** An office of its own with the tokens of a specialist and of a recipient who has a month to answer. */
  office(name: string): Promise<{ readonly staff: string; readonly recipient: () => Promise<string> }>;
  /** Waits until the last thing this person sees fits, working on what came in meanwhile. */
  sees(person: Somebody, words: string): Promise<void>;
  close(): Promise<void>;
}

export async function openWholeProduct(environment: Readonly<Record<string, string>> = {}): Promise<WholeProduct> {
  const clock = createTurnedClock(START);
  const platforms = await Promise.all([
    webPlatform(),
    maxPlatform(),
    vkPlatform(() => Date.parse(clock.now())),
    telegramPlatform(),
    viberPlatform(),
  ]);
  const dataDir = await mkdtemp(join(tmpdir(), 'opora-e2e-'));
  // The platforms are told our address before anybody listens there: a free port is asked for first.
  const probe = Fastify();
  const publicUrl = await probe.listen({ host: '127.0.0.1', port: 0 });
  await probe.close();
  const read = readConfig({
    DATA_DIR: dataDir,
    PORT: new URL(publicUrl).port,
    PUBLIC_URL: publicUrl,
    ...Object.assign({}, ...platforms.map((platform) => platform.environment)),
    ...environment,
  });
  if (!read.ok) throw new Error(`the test environment is wrong: ${JSON.stringify(read.wrong)}`);
  const log: string[] = [];
  const { database } = await openTestDatabase();
  const laws = Object.fromEntries(
    REGIONS.flatMap((region) => {
      const law = lawFor(region);
      return law ? [[region, law] as const] : [];
    }),
  );
  const opora = await startOpora(read.config, {
    laws,
    database,
    clock,
    log: pino({ level: 'trace' }, { write: (line: string) => void log.push(line) }),
    schedule: false,
  });
  for (const platform of platforms) platform.ready?.(publicUrl);
  await vi.waitFor(async () => {
    const { channels } = (await (await fetch(`${publicUrl}/readyz`)).json()) as { channels: Record<string, boolean> };
    expect(channels).toEqual({ web: true, max: true, vk: true, telegram: true, viber: true });
  }, PATIENCE);
  const command: WholeProduct['command'] = (externalId, wish) =>
    opora.deps.database.transaction(async (stores) => {
      const { actor } = await actorOf(opora.deps, stores, { channel: 'web', externalId });
      return runCommand({ deps: opora.deps, stores, actor }, wish);
    });
  const sees: WholeProduct['sees'] = (person, words) =>
    vi.waitFor(async () => {
      await opora.settle();
      const last = (await person.seen()).slice(-2).map(({ text }) => plain(text));
      expect(last.join('\n')).toContain(words);
    }, PATIENCE);
  return {
    opora,
    clock,
    publicUrl,
    platforms,
    log,
    command,
    sees,
    turn: (minutes) => clock.turnTo(minutesAfter(clock.now(), minutes)),
    async office(name) {
      const { handout } = await addOffice(opora.deps, {
        region: 'bryansk',
        municipality: null,
        name: `Отдел ${name}`,
        address: null,
        phone: '+7 483 200-00-00',
        hours: null,
        headName: 'Начальникова Нина',
        headPosition: 'начальник отдела',
        language: 'ru',
        isDemo: false,
      });
      const head = `head-${name}`;
      await command(head, { kind: 'join-staff', token: tokenOf(handout.url) });
      const role = { role: 'specialist', name: 'Сидорова Ольга', position: 'специалист' } as const;
      const invited = expectKind(await command(head, { kind: 'invite-staff', ...role }), 'handout');
      return {
        staff: tokenOf(invited.handout.url),
        async recipient() {
          const registered = expectKind(
            await command(head, { kind: 'register-contract', draft: draft({ number: `${name}/2026` }) }),
            'contract-registered',
          );
          const wish = { kind: 'make-recipient-link', contractId: registered.contractId } as const;
          return tokenOf(expectKind(await command(head, wish), 'handout').handout.url);
        },
      };
    },
    async close() {
      await opora.close();
      for (const platform of platforms) await platform.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
