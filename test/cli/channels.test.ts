import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { channelsCommand } from '../../src/cli/channels-command.ts';
import { channelsPage } from '../../src/cli/channels-page.ts';
import { loadLocales } from '../../src/texts/locales.ts';
import { TEXTS } from '../support/texts.ts';
import { startTelegramFake } from '../support/telegram-fake/telegram-fake.ts';

const CHANNELS = join(import.meta.dirname, '../../src/channels');
const SECRET = 'the-webhook-secret';

/** Every code that a channel's look at itself may give, read from its source: kebab-case words with the channel's name, and the shared ones. */
function codes(): string[] {
  const files = readdirSync(CHANNELS, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(check|connect|findings)\.ts$/.test(path),
  );
  const found = files.flatMap((path) => {
    const literals = readFileSync(join(CHANNELS, path), 'utf8').matchAll(/'([a-z]+(?:-[a-z]+)+)'/g);
    return [...literals].map(([, code = '']) => code);
  });
  return [...new Set(found)].filter((code) => /^(token|out-of|public-url|telegram|max|viber|vk)-/.test(code));
}

async function run(environment: Record<string, string>, ...args: string[]): Promise<{ status: number; out: string }> {
  let out = '';
  const write = (text: unknown) => {
    out += String(text);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(write),
    vi.spyOn(process.stderr, 'write').mockImplementation(write),
  ];
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  try {
    return { status: await channelsCommand(args), out };
  } finally {
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}

describe('words', () => {
  it('there are some for every finding a channel can make, in both languages', () => {
    const all = codes();
    expect(all.length).toBeGreaterThan(10);
    const facts = { name: 'n', url: 'u', host: 'h', count: 1, channel: 'max', waiting: 1, status: 's' };
    for (const code of all)
      for (const language of ['ru', 'en'] as const)
        expect(TEXTS.render(language, { key: `channels:finding.${code}`, facts })).not.toBe('');
  });

  it('and none for findings that nobody makes', () => {
    const made = new Set([...codes(), 'web-answers', 'web-no-answer']);
    const { finding } = loadLocales().ru['channels'] as { finding: object };
    expect(Object.keys(finding).filter((code) => !made.has(code))).toEqual([]);
  });
});

describe('opora channels', () => {
  it('says what to set where nothing is configured', async () => {
    const { status, out } = await run({ PUBLIC_URL: 'http://127.0.0.1:9' }, 'check');
    expect(status).toBe(1);
    expect(out).toContain('Nobody answers at http://127.0.0.1:9');
    expect(out).toContain('.env.example');
  });

  it('looks at Telegram, connects it, and tells no secret', async () => {
    const fake = await startTelegramFake();
    try {
      const environment = {
        TELEGRAM_BOT_TOKEN: fake.token,
        TELEGRAM_API_ROOT: fake.apiRoot,
        TELEGRAM_WEBHOOK_SECRET: SECRET,
        PUBLIC_URL: 'https://opora.invalid',
      };
      const before = await run(environment, 'check');
      expect(before).toMatchObject({ status: 1 });
      expect(before.out).toMatch(/MEND {3}Telegram does not know our address/);
      const connected = await run(environment, 'connect', 'telegram', '--language', 'ru');
      expect(connected).toMatchObject({ status: 0 });
      expect(connected.out).toContain('Telegram приносит сообщения по адресу https://opora.invalid/telegram/webhook.');
      expect(connected.out).toContain('Меню команд на месте.');
      for (const { out } of [before, connected]) {
        expect(out).not.toContain(fake.token);
        expect(out).not.toContain(SECRET);
      }
      const refused = await run({ ...environment, TELEGRAM_BOT_TOKEN: '1:wrong' }, 'check');
      expect(refused.out).toContain('The platform refuses the token');
      const away = await run({ ...environment, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' }, 'check');
      expect(away.out).toContain('The platform does not answer');
      // Nothing was started: the look took no update and sent nothing.
      expect(fake.calls.map(({ method }) => method)).not.toContain('getUpdates');
    } finally {
      await fake.stop();
    }
  });

  it.each([
    [['connect', 'max'], 'MAX_BOT_TOKEN'],
    [['connect', 'icq'], 'use: check | connect'],
    [[], 'nothing was asked for'],
    [['check', '--language', 'de'], 'use: check'],
  ])('%j is refused with what to do', async (args, words) => {
    const { status, out } = await run({}, ...args);
    expect(status).toBe(2);
    expect(out).toContain(words);
  });

  it('counts what is to be mended', () => {
    const findings = [
      { code: 'token-works', ok: true, facts: { name: 'opora' } },
      { code: 'max-commands-missing', ok: false, facts: {} },
    ];
    expect(channelsPage([{ channel: 'max', findings }], 'en', TEXTS)).toBe(
      [
        'MAX',
        '  works  The token is taken, the bot is called opora.',
        '  MEND   The menu of commands is not set. Run: opora channels connect max',
        '',
        '1 thing to mend.',
      ].join('\n'),
    );
  });
});
