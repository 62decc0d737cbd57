import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Config, explainWrong, readConfig } from '../src/config.ts';

const VK = { VK_GROUP_TOKEN: 'vk1.a.token', VK_GROUP_ID: '123', VK_CALLBACK_SECRET: 'secret' };
const EXAMPLE = parseEnv(readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8'));

function read(environment: Record<string, string>): Config {
  const outcome = readConfig(environment);
  if (!outcome.ok) throw new Error(explainWrong(outcome.wrong));
  return outcome.config;
}
function wrong(environment: Record<string, string>): readonly string[] {
  const outcome = readConfig(environment);
  return outcome.ok ? [] : outcome.wrong.map(({ name }) => name);
}

describe('the environment', () => {
  it('empty opens the web chat only', () => {
    expect(read({})).toMatchObject({ telegram: null, max: null, viber: null, vk: null, channelPolicy: 'open' });
  });

  it('.env.example as it stands is fine', () => {
    const { TEST_DATABASE_URL: _server, ...example } = EXAMPLE;
    expect(wrong(example as Record<string, string>)).toEqual([]);
  });

  it('.env.example names every variable that is read, and no other', () => {
    const names = Object.keys(EXAMPLE).filter((name) => name !== 'TEST_DATABASE_URL');
    const spoilt = Object.fromEntries(names.map((name) => [name, '\u0000']));
    // DATA_DIR takes any text.
    expect([...new Set(wrong(spoilt))].toSorted()).toEqual(names.filter((name) => name !== 'DATA_DIR').toSorted());
  });

  it('reads each messenger', () => {
    expect(
      read({ MAX_BOT_TOKEN: 'max-token', MAX_WEBHOOK_SECRET: 'five5', MAX_API_ROOT: 'http://127.0.0.1:1/' }).max,
    ).toEqual({ token: 'max-token', webhookSecret: 'five5', apiRoot: 'http://127.0.0.1:1' });
    expect(read({ VIBER_AUTH_TOKEN: 'viber-token' }).viber).toEqual({ token: 'viber-token' });
    expect(read({ ...VK, VK_CONFIRMATION: 'abc', VK_INTENT: 'confirmed_notification' }).vk).toEqual({
      token: 'vk1.a.token',
      groupId: '123',
      callbackSecret: 'secret',
      confirmation: 'abc',
      intent: 'confirmed_notification',
    });
    expect(read(VK).vk).toMatchObject({ confirmation: null, intent: null });
  });

  it.each([
    ['a community without its number', { ...VK, VK_GROUP_ID: '' }, ['VK_GROUP_ID']],
    ['a community with its token only', { VK_GROUP_TOKEN: VK.VK_GROUP_TOKEN }, ['VK_GROUP_ID', 'VK_CALLBACK_SECRET']],
    ['a number without a token', { VK_GROUP_ID: '123' }, ['VK_GROUP_TOKEN']],
    ['a secret without a token', { MAX_WEBHOOK_SECRET: 'secret' }, ['MAX_BOT_TOKEN']],
    ['a secret MAX would refuse', { MAX_BOT_TOKEN: 'max-token', MAX_WEBHOOK_SECRET: 'four' }, ['MAX_WEBHOOK_SECRET']],
    ['a token copied with a space', { VIBER_AUTH_TOKEN: 'viber token' }, ['VIBER_AUTH_TOKEN']],
    ['a kind of message VK does not know', { ...VK, VK_INTENT: 'advertising' }, ['VK_INTENT']],
    ['a secret VK would refuse', { ...VK, VK_CALLBACK_SECRET: 'with-hyphen' }, ['VK_CALLBACK_SECRET']],
    ['a policy that is none', { CHANNEL_POLICY: 'closed' }, ['CHANNEL_POLICY']],
    ['everything at once', { ...VK, VK_GROUP_ID: '-5', PORT: 'x' }, ['PORT', 'VK_GROUP_ID']],
  ])('%s is named', (_name, environment, names) => expect(wrong(environment)).toEqual(names));

  it('an error says what to set and never the value', () => {
    const outcome = readConfig({ VK_GROUP_TOKEN: 'top-secret-token', VIBER_AUTH_TOKEN: 'another secret' });
    const words = outcome.ok ? '' : explainWrong(outcome.wrong);
    expect(words).toContain('VK_GROUP_ID must be set too, because VK_GROUP_TOKEN is set');
    expect(words).not.toContain('top-secret-token');
    expect(words).not.toContain('another secret');
  });
});
