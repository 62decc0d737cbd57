/** Opens the data folder given and writes rows one after another, saying each number once it is kept. Killed from outside. */
import { writeSync } from 'node:fs';
import { openDatabase } from '../../../src/db/client.ts';

const log = { info: () => undefined, warn: () => undefined };
const database = await openDatabase({ databaseUrl: null, dataDir: process.argv[2] ?? '', log });
await database.migrate();
const first = Number(process.argv[3]);
for (let number = first; number < first + 100_000; number += 1) {
  await database.transaction(async ({ settings, audit }) => {
    await settings.write(`row-${number}`, String(number));
    await audit.add({
      at: new Date().toISOString(),
      actor: { kind: 'system', id: null },
      action: 'written',
      subject: { kind: 'row', id: String(number) },
      facts: {},
    });
  });
  // Written through at once: what is said must be true even if the next instruction never comes.
  writeSync(1, `${number}\n`);
}
