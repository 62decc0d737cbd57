/** Work in the background outlives its process: real processes over one data folder. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { demoWords } from '../../src/cli/demo/demo-words.ts';
import { openSeedOffice, type SeedOffice } from '../../src/cli/demo/seed-office.ts';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/db/system-clock.ts';
import { addMonths, firstDay, lastDay, type Month, monthOf } from '../../src/engine/day.ts';
import { roubles } from '../../src/engine/money.ts';
import { lawFor } from '../../src/law/index.ts';
import { type Opora, startOpora } from '../../src/main.ts';
import { freePort, newFolder, PATIENCE_MS, Program } from './support/program.ts';

const folder = newFolder();
let running: Program | null = null;
afterAll(async () => {
  if (running?.child.exitCode === null) await running.stop('SIGKILL');
  folder.remove();
});

/** One more than is done at once would be enough; a few more leave time to die in the middle. */
const RECORDS = 28;
const NOT_DRAWN = { bytes: Uint8Array.of(1), name: 'draft.docx', mediaType: 'application/octet-stream' };

function open(): Promise<Opora> {
  const read = readConfig({ DATA_DIR: folder.path, PORT: '0', LOG_LEVEL: 'error' });
  const law = lawFor('bryansk');
  if (!read.ok || !law) throw new Error('a wrong setting in a test');
  return startOpora(read.config, { laws: { bryansk: law }, schedule: false });
}

/** Records of this month that wait for the head, and the job that signs them all, not begun. */
async function prepare(opora: Opora, month: Month): Promise<SeedOffice> {
  const { deps } = opora;
  const documents = { ...deps.documents, linkSheet: async () => PICTURE, qrPicture: async () => PICTURE };
  const drafting = { ...deps, documents: { ...documents, paper: async () => NOT_DRAWN } };
  const it = await openSeedOffice(drafting, demoWords(), { name: 'bryansk', region: 'bryansk', municipality: null });
  for (let number = 1; number <= RECORDS; number += 1) {
    const draft = {
      number: `SK-${number}`,
      recipientName: 'Пример Анна Сергеевна',
      track: 'job-search',
      municipality: null,
      startsOn: firstDay(addMonths(month, -3)),
      endsOn: lastDay(addMonths(month, -1)),
      household: [
        { relation: 'applicant', birthDate: firstDay(addMonths(month, -480)), ageBand: null, fullTimeStudent: false },
      ],
      perCapitaIncomeBefore: roubles('9000.00'),
      averageMonthlyIncomeBefore: roubles('9000.00'),
      measures: [{ name: 'Найти работу', dueOn: null }],
    } as const;
    const { contractId } = await it.run('specialist', { kind: 'register-contract', draft }, 'contract-registered');
    const { dutyId } = await it.duty(contractId, 'monitoring', 1);
    const record = {
      fact: 'confirmed',
      conditions: null,
      hardship: null,
      checkedOn: systemClock.today('Europe/Moscow'),
    } as const;
    const by = { confirmedBy: 'papers', paperWords: 'копия трудового договора', registeredAs: null } as const;
    await it.run('specialist', { kind: 'keep-record', dutyId, ...record, ...by }, 'paper');
  }
  await it.run('specialist', { kind: 'submit-records', month }, 'records');
  await it.run('head', { kind: 'approve-records', month }, 'job-started');
  return it;
}

const PICTURE = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64'),
);

function filesKept(): number {
  return readdirSync(join(folder.path, 'files'), { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  ).length;
}

async function startAndWait(until: () => boolean): Promise<Program> {
  const program = new Program(['start'], folder.path, {
    DATA_DIR: folder.path,
    PORT: String(await freePort()),
    LOG_LEVEL: 'warn',
  });
  running = program;
  await program.says('Opora is open at');
  const deadline = Date.now() + PATIENCE_MS;
  while (!until()) {
    if (program.child.exitCode !== null || Date.now() > deadline) throw new Error(`it never came: ${program.stderr}`);
    await pause(10);
  }
  return program;
}

test('kill -9 in the middle of a batch: it goes on at the next start, and no paper is made twice', {
  timeout: PATIENCE_MS,
}, async () => {
  const month = monthOf(systemClock.today('Europe/Moscow'));
  const first = await open();
  const { office } = await prepare(first, month);
  await first.close();
  const before = filesKept();

  const dies = await startAndWait(() => filesKept() >= before + 3);
  await dies.stop('SIGKILL');
  const half = filesKept() - before;
  expect(half).toBeLessThan(RECORDS);

  // Nobody waits until the lease of the dead process runs out.
  const next = await startAndWait(() => filesKept() >= before + RECORDS);
  expect(next.stderr).toContain('took over the data folder from a process that died');
  expect(await next.stop('SIGTERM')).toBe(0);

  const opora = await open();
  await opora.tick();
  const { papers, news, signatures } = await opora.deps.database.transaction(async (stores) => {
    const [head] = (await stores.offices.staffOf(office.id)).filter(({ role }) => role === 'head');
    const signed = await stores.papers.recordsOfMonth(office.id, month, 'approved');
    const events = [];
    for (const { id } of signed) events.push(await stores.audit.ofSubject('paper', id));
    return {
      papers: signed,
      news: await stores.outbox.history({ personId: head?.personId ?? null, take: 100 }),
      signatures: events.map((each) => each.filter(({ action }) => action === 'paper-approved').length),
    };
  });
  await opora.close();
  expect(papers).toHaveLength(RECORDS);
  expect(new Set(papers.map(({ contractId }) => contractId)).size).toBe(RECORDS);
  expect(signatures).toEqual(Array(RECORDS).fill(1));
  const told = news.filter(({ reply }) => reply.texts[0]?.key === 'notices:job.approve-records');
  expect(told.map(({ reply }) => reply.texts[0]?.facts)).toEqual([{ count: RECORDS, left: 0 }]);
});
