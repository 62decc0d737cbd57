/** `opora migrate`: applies migrations and stops. */
import { pino } from 'pino';
import { openDatabase } from '../db/client.ts';
import type { CliCommand } from './command.ts';
import { readSettings, sayWhy } from './operator.ts';
import { printLine } from './output.ts';
import { printFaults } from './print-faults.ts';

/** Says which migrations were applied, or that there was nothing to do. Refused while another process holds the embedded database. */
export const migrateCommand: CliCommand = async (args) => {
  if (args.length > 0) {
    const remedy = 'it takes no options; the database is set by DATABASE_URL or DATA_DIR';
    return printFaults('opora migrate', [{ path: 'arguments', problem: args.join(' '), remedy }]);
  }
  const ready = await readSettings('opora migrate');
  if (!ready) return 2;
  const { databaseUrl, dataDir, logLevel } = ready.config;
  const log = pino({ level: logLevel }, pino.destination(2));
  try {
    const database = await openDatabase({ databaseUrl, dataDir, log });
    try {
      const applied = await database.migrate();
      await printLine(applied.length === 0 ? 'Nothing to migrate.' : `Applied: ${applied.join(', ')}.`);
      return 0;
    } finally {
      await database.close();
    }
  } catch (error) {
    return sayWhy('migrate', error);
  }
};
