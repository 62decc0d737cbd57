/** Takes items from the inbox of the database given until there are none, and says the key of each. */
import { openDatabase } from '../../../src/db/client.ts';

const log = { info: () => undefined, warn: () => undefined };
const database = await openDatabase({ databaseUrl: process.argv[2] ?? '', dataDir: 'unused', log });
const NOW = '2026-11-22T06:00:00.000Z';
for (let tries = 0; tries < 1000; tries += 1) {
  const item = await database.transaction(({ inbox }) =>
    inbox.lease(process.argv[3] ?? '', NOW, '2026-11-22T07:00:00.000Z'),
  );
  if (item) {
    console.log(item.eventKey);
    await database.transaction(({ inbox }) => inbox.done(item.id, NOW));
  } else if ((await database.transaction(({ inbox }) => inbox.open())) === 0) break;
}
await database.close();
