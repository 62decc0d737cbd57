/** The product over Telegram: real HTTP to a fake Bot API, a real embedded database, every word through inbox and outbox. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { lawFor, REGIONS } from '../../src/law/index.ts';
import { type Opora, startOpora } from '../../src/main.ts';
import { openTestDatabase } from '../support/database.ts';
import type { TelegramPerson } from '../support/telegram-fake/person.ts';
import { startTelegramFake, type TelegramFake } from '../support/telegram-fake/telegram-fake.ts';

/** A busy machine may be slow; a wrong answer would stay wrong. */
const PATIENCE = { timeout: 20_000, interval: 50 };

let fake: TelegramFake;
let opora: Opora;
let dataDir: string;
const lines: string[] = [];

beforeEach(async () => {
  fake = await startTelegramFake();
  dataDir = await mkdtemp(join(tmpdir(), 'opora-e2e-'));
  const read = readConfig({
    DATA_DIR: dataDir,
    PORT: '0',
    PUBLIC_URL: 'https://opora.example',
    TELEGRAM_BOT_TOKEN: fake.token,
    TELEGRAM_API_ROOT: fake.apiRoot,
  });
  if (!read.ok) throw new Error('the test environment is wrong');
  const { database } = await openTestDatabase();
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const laws = Object.fromEntries(REGIONS.flatMap((region) => [[region, lawFor(region)]])) as Parameters<
    typeof startOpora
  >[1]['laws'];
  opora = await startOpora(read.config, { laws, database, log, schedule: false });
});
afterEach(async () => {
  await opora.close();
  await fake.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const texts = (person: TelegramPerson) => person.seen().map((message) => message.text);
const lastOf = (person: TelegramPerson) => person.seen().at(-1);
async function sees(person: TelegramPerson, words: string): Promise<void> {
  await vi.waitFor(async () => {
    await opora.tick();
    expect(lastOf(person)?.text ?? '').toContain(words);
  }, PATIENCE);
}

const history = () => opora.deps.database.transaction((stores) => stores.outbox.history({ personId: null, take: 5 }));
const addressesOf = (personId: string) =>
  opora.deps.database.transaction((stores) => stores.people.addresses(personId));
async function notify(personId: string, uniqueKey: string): Promise<void> {
  const at = opora.deps.clock.now();
  const reply = { texts: [{ key: 'core:welcome-back' }], content: 'public' as const };
  const draft = { uniqueKey, personId, addressId: null, kind: 'answer' as const, reply, notBefore: at, about: [] };
  await opora.deps.database.transaction((stores) => stores.outbox.put([draft], at));
  await opora.tick();
}

describe('a round trip over Telegram', () => {
  it('from /start to the first question of the pre-check and its answer', async () => {
    const anna = fake.person({ languageCode: 'ru' });
    anna.start(null);
    await sees(anna, 'На каком языке');
    anna.press('Русский');
    await sees(anna, 'Социальный контракт');
    anna.sendText('/check');
    await sees(anna, 'Шаг 1');
    expect(fake.violations).toEqual([]);
  });

  it('an update delivered twice is answered once', async () => {
    const anna = fake.person();
    anna.start(null);
    await sees(anna, 'На каком языке');
    const before = anna.seen().length;
    fake.updates.duplicateNext(1);
    anna.press('Русский');
    await sees(anna, 'Социальный контракт');
    anna.sendText('/help');
    await vi.waitFor(async () => {
      await opora.tick();
      expect(anna.seen().length).toBeGreaterThanOrEqual(before + 2);
    }, PATIENCE);
    expect(texts(anna).slice(before)).toEqual([...new Set(texts(anna).slice(before))]);
  });

  it('after a 429 the answer comes when the platform allows it, once', async () => {
    const anna = fake.person();
    fake.faults.next('sendMessage', {
      kind: 'answer',
      code: 429,
      description: 'Too Many Requests: retry after 1',
      retryAfter: 1,
    });
    anna.start(null);
    await sees(anna, 'На каком языке');
    expect(texts(anna).filter((text) => text.includes('На каком языке'))).toHaveLength(1);
    expect(fake.calls.filter((call) => call.method === 'sendMessage')).toHaveLength(2);
  });

  it('a person who blocked the bot is not written to until they come back', async () => {
    const anna = fake.person();
    anna.start(null);
    await sees(anna, 'На каком языке');
    const [asked] = await history();
    anna.block();
    await vi.waitFor(async () => expect(await addressesOf(asked?.personId ?? '')).toEqual([]), PATIENCE);
    const calls = fake.calls.length;
    await notify(asked?.personId ?? '', 'while-blocked');
    expect((await history())[0]).toMatchObject({ uniqueKey: 'while-blocked', status: 'failed' });
    expect(fake.calls.slice(calls).filter((call) => call.method === 'sendMessage')).toEqual([]);
    anna.unblock();
    anna.sendText('/help');
    await vi.waitFor(async () => {
      await opora.tick();
      expect(anna.seen().length).toBeGreaterThan(1);
    }, PATIENCE);
  });

  it('neither the token nor a word of the person is in the log', async () => {
    const anna = fake.person();
    anna.sendText('моя тайна 12345');
    await vi.waitFor(async () => {
      await opora.tick();
      expect(anna.seen().length).toBeGreaterThan(0);
    }, PATIENCE);
    const log = lines.join('\n');
    expect(log).not.toContain(fake.token);
    expect(log).not.toContain('тайна');
  });
});
