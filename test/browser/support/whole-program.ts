/** The whole product in this process: real server, real embedded database, a clock that is turned by hand. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { addOffice } from '../../../src/casework/office/add-office.ts';
import { createTurnedClock, type TurnedClock } from '../../../src/cli/turned-clock.ts';
import { readConfig } from '../../../src/config.ts';
import { lawFor, REGIONS } from '../../../src/law/index.ts';
import { type Opora, startOpora } from '../../../src/main.ts';
import { openTestDatabase } from '../../support/database.ts';

export interface WholeProgram {
  readonly opora: Opora;
  readonly clock: TurnedClock;
  readonly address: string;
  /** Lines of the log. */
  readonly lines: readonly string[];
  /** Opens a Bryansk office; the address of its head's first link. */
  openOffice(headName: string): Promise<string>;
  close(): Promise<void>;
}

export async function startWholeProgram(startsAt: string): Promise<WholeProgram> {
  const dataDir = await mkdtemp(join(tmpdir(), 'opora-browser-'));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const read = readConfig({ DATA_DIR: dataDir, PORT: String(port), PUBLIC_URL: address });
  if (!read.ok) throw new Error('the test environment is wrong');
  const { database } = await openTestDatabase();
  const clock = createTurnedClock(startsAt);
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const laws = Object.fromEntries(REGIONS.map((region) => [region, lawFor(region)])) as Parameters<
    typeof startOpora
  >[1]['laws'];
  const opora = await startOpora(read.config, { laws, clock, log, database, schedule: false });
  return {
    opora,
    clock,
    address,
    lines,
    async openOffice(headName) {
      const { handout } = await addOffice(opora.deps, {
        region: 'bryansk',
        municipality: null,
        name: 'Отдел социальной защиты, Бежицкий район',
        address: 'Брянск, улица Примерная, 1',
        phone: '+7 4832 00-00-00',
        hours: null,
        headName,
        headPosition: 'Начальник отдела',
        language: 'ru',
        isDemo: false,
      });
      return handout.url;
    },
    async close() {
      await opora.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
