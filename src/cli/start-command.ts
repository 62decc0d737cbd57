/** `opora start`: checks the settings, opens the database, makes the demo office where all is empty, opens the channels, waits for a signal. */
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import type { Config } from '../config.ts';
import { openDatabase, type OpenDatabase } from '../db/client.ts';
import { type Opora, startOpora } from '../main.ts';
import type { CliCommand } from './command.ts';
import { makeDemoLinks } from './demo/demo-links.ts';
import { makeDemoOffices, readDemoState, writeDemoMark } from './demo/seed.ts';
import { type Ready, readSettings, sayWhy } from './operator.ts';
import { printLine } from './output.ts';
import { printFaults } from './print-faults.ts';
import { startScreen } from './start-screen.ts';

const EMPTY = '--empty';

/** Runs until SIGINT or SIGTERM, then exit status 0; 2 for wrong settings, 1 where the data or the port is taken. */
export const startCommand: CliCommand = async (args) => {
  const unknown = args.filter((arg) => arg !== EMPTY);
  if (unknown.length > 0) {
    const remedy = 'use --empty, or no option; everything else is set in .env';
    return printFaults('opora start', [{ path: 'arguments', problem: unknown.join(' '), remedy }]);
  }
  const ready = await readSettings('opora start');
  if (!ready) return 2;
  const signal = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  try {
    const opora = await open(ready, args.includes(EMPTY));
    await signal;
    await opora.close();
    return 0;
  } catch (error) {
    return sayWhy('start', error);
  }
};

/** The data first: a second process on the same folder is told whose it is, not that the port is taken. */
async function open({ config: settings, laws }: Ready, empty: boolean): Promise<Opora> {
  const { databaseUrl, dataDir, logLevel } = settings;
  const log = pino({ level: logLevel }, pino.destination(2));
  let database = await openDatabase({ databaseUrl, dataDir, log });
  try {
    const config = await withPort(settings);
    await database.migrate();
    if ((await readDemoState(database)).mark === 'begun') database = await openAfresh(settings, log, database);
    await fillEmpty({ config, laws }, empty, database);
    const opora = await startOpora(config, { laws, log, database }).catch((error: unknown) => {
      throw portTaken(error, config) ?? error;
    });
    const links = await makeDemoLinks(opora);
    await printLine(startScreen(config, links, process.env['CHANNEL_POLICY'] ?? ''));
    return opora;
  } catch (error) {
    // What went wrong first is what the operator must read.
    await database.close().catch(() => undefined);
    throw error;
  }
}

/** Where no office is yet: the demo, unless the operator wants none, now or at an earlier start. */
async function fillEmpty(ready: Ready, empty: boolean, database: OpenDatabase): Promise<void> {
  const { mark, offices } = await readDemoState(database);
  if (offices > 0) return;
  if (empty) await writeDemoMark(database, 'declined');
  else if (mark === null) await makeDemo(ready, database);
}

async function makeDemo({ config, laws }: Ready, database: OpenDatabase): Promise<void> {
  await printLine('Nothing is here yet: making a demo office, this takes a little while …', process.stderr);
  const began = performance.now();
  await makeDemoOffices(config, laws, database);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  await printLine(`The demo office was made in ${seconds} s.`, process.stderr);
}

/** A start died while it made the demo: nobody was let in yet, so nothing is lost by beginning anew. */
async function openAfresh(
  { databaseUrl, dataDir }: Config,
  log: Logger,
  halfMade: OpenDatabase,
): Promise<OpenDatabase> {
  if (halfMade.kind === 'server')
    throw new Error('an earlier start died while it made the demo office: empty the database and start again');
  await halfMade.close();
  await rm(join(dataDir, 'database'), { recursive: true });
  const database = await openDatabase({ databaseUrl, dataDir, log });
  await database.migrate();
  return database;
}

/** Says at once that the port cannot be opened, before anything is made. `PORT=0`: a free one is chosen, because links are made from it. */
async function withPort(config: Config): Promise<Config> {
  const server = createServer().listen(config.port, config.host);
  await once(server, 'listening').catch((error: unknown) => {
    throw portTaken(error, config) ?? error;
  });
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port was found');
  const { port } = address;
  return { ...config, port, publicUrl: config.publicUrl.replace(/:0$/, `:${port}`) };
}

function portTaken(error: unknown, { host, port }: Config): Error | null {
  if (!(error instanceof Error && 'code' in error)) return null;
  if (error.code === 'EADDRINUSE')
    return new Error(`port ${port} of ${host} is in use by another program: stop it, or set another PORT`);
  if (error.code === 'EACCES') return new Error(`this user may not open port ${port}: set PORT to 1024 or more`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Error(`this machine has no address ${host}: set HOST to one it has, such as 127.0.0.1 or 0.0.0.0`);
  return null;
}
