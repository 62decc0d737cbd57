/** What Telegram says of itself to the operator, and which troubles it raises. */
import { afterEach, expect, it, vi } from 'vitest';
import { callSays } from '../../../src/channels/telegram/failures.ts';
import { createPlatformTroubles } from '../../../src/delivery/platform-troubles.ts';
import { type OpenTelegram, openTelegram } from './support/open-telegram.ts';

let opened: OpenTelegram;
afterEach(() => opened.close());

const codes = (findings: readonly { code: string; ok: boolean }[]) => findings.map(({ code, ok }) => [code, ok]);

it('by polling all is well once the commands are set; a webhook of somebody else is in the way', async () => {
  opened = await openTelegram({ by: 'polling' });
  expect(codes(await opened.channel.connect())).toEqual([
    ['token-works', true],
    ['telegram-polling', true],
    ['telegram-commands-set', true],
  ]);
});

it('a look changes nothing', async () => {
  opened = await openTelegram({ by: 'webhook', start: false });
  const found = codes(await opened.channel.check());
  expect(found).toContainEqual(['telegram-webhook-missing', false]);
  expect(found).toContainEqual(['telegram-commands-missing', false]);
  expect(opened.fake.calls.map(({ method }) => method)).toEqual(['getMe', 'getWebhookInfo', 'getMyCommands']);
});

it('connecting names our address, and the look after it finds it; http is named as unfit', async () => {
  opened = await openTelegram({ by: 'webhook', start: false });
  expect(codes(await opened.channel.connect())).toEqual([
    ['token-works', true],
    ['telegram-address-unfit', false],
    ['telegram-webhook-set', true],
    ['telegram-commands-set', true],
  ]);
});

it('a refused token is one trouble, however many calls notice it', async () => {
  opened = await openTelegram({ by: 'polling', deps: { token: '1:wrong' }, start: false });
  await opened.channel.start();
  await vi.waitFor(() => expect(opened.troubles).toEqual(['token-refused begins']));
  expect(codes(await opened.channel.check())).toEqual([['token-refused', false]]);
  expect(opened.troubles).toEqual(['token-refused begins']);
  expect(await opened.channel.link(null)).toBeNull();
});

it('silence of five minutes is a trouble, one answer ends it', async () => {
  opened = await openTelegram({ by: 'polling', start: false });
  const told: string[] = [];
  let minute = 0;
  const troubles = createPlatformTroubles(
    (what, begins) => void told.push(`${what} ${begins}`),
    () => `2026-11-22T06:${String(minute).padStart(2, '0')}:00.000Z`,
  );
  const silence = { kind: 'failed', failure: { kind: 'no-answer' } } as const;
  for (minute = 0; minute < 5; minute += 1) troubles.heard(callSays(silence));
  expect(told).toEqual([]);
  troubles.heard(callSays(silence));
  troubles.heard(callSays(silence));
  expect(told).toEqual(['out-of-reach true']);
  troubles.heard(callSays({ kind: 'done', value: null }));
  expect(told).toEqual(['out-of-reach true', 'out-of-reach false']);
});
