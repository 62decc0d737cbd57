/** Our address at the platform: set, watched over, looked at by the operator. */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { MAX_FINDINGS } from '../../../src/channels/max/check.ts';
import { startMaxFake } from '../../support/max-fake/max-fake.ts';
import { type OpenMax, openMax, SECRET } from './support/open-max.ts';
import { UNTRUSTED } from './support/untrusted-certificate.ts';

const WAIT = { timeout: 5000, interval: 5 };

const opened: OpenMax[] = [];
const open = async (options: Partial<Parameters<typeof openMax>[0]> = {}) => {
  const one = await openMax({ by: 'webhook', ...options });
  opened.push(one);
  return one;
};
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

const TYPES = ['message_created', 'message_edited', 'message_callback', 'bot_started', 'bot_stopped', 'dialog_removed'];
const posts = ({ fake }: OpenMax) =>
  fake.calls.filter(({ method, path }) => `${method} ${path}` === 'POST /subscriptions').map(({ body }) => body);

describe('the webhook is set', () => {
  test('the platform is told our address, secret and wishes, however often it has to be asked', async () => {
    const fake = await startMaxFake();
    fake.faults.next('POST /subscriptions', { kind: 'reset', when: 'before' });
    fake.faults.next('POST /subscriptions', { kind: 'answer', status: 503 });
    const one = await openMax({ by: 'webhook', fake });
    expect(posts(one)).toContainEqual({ url: `${one.publicUrl}/max/webhook`, update_types: TYPES, secret: SECRET });
    expect(one.troubles).toEqual([]);
    await one.close();
    await fake.stop();
  });

  test.each([
    { name: 'without TLS', publicUrl: 'http://opora.example' },
    { name: 'on another port', publicUrl: 'https://opora.example:8443' },
  ])('an address $name is refused, told to the operator once and tried again', async ({ publicUrl }) => {
    const one = await open({ start: false, deps: { publicUrl, watchEvery: 0.02 } });
    await one.channel.start();
    await vi.waitFor(() => expect(posts(one).length).toBeGreaterThan(2), WAIT);
    expect(one.logged.filter((line) => line.includes('PUBLIC_URL'))).toHaveLength(1);
    expect(one.troubles).toEqual(['webhook-refused begins']);
    expect(one.channel.ready()).toBe(false);
  });

  test('a refused token is told once and the rest of the product is not held', async () => {
    const one = await open({ start: false, deps: { token: 'revoked', watchEvery: 0.02 } });
    await one.channel.start();
    await vi.waitFor(() => expect(one.troubles).toEqual(['token-refused begins']), WAIT);
    expect(one.logged.filter((line) => line.includes('MAX_BOT_TOKEN'))).toHaveLength(1);
    expect(one.channel.ready()).toBe(false);
  });
});

describe('the watchdog', () => {
  test('finds out that the platform has dropped us, sets the webhook again, and nobody is alarmed', async () => {
    const one = await open({ deps: { watchEvery: 0.02 } });
    one.fake.subscriptions.drop();
    await vi.waitFor(() => expect(one.fake.subscriptions.hooks()).toHaveLength(1), WAIT);
    expect(one.fake.subscriptions.hooks()[0]).toMatchObject({ secret: SECRET, types: TYPES });
    one.fake.person().sendText('снова слышно');
    await vi.waitFor(() => expect(one.inbox.rows()).toHaveLength(1), WAIT);
    expect(one.troubles).toEqual([]);
    expect(one.channel.ready()).toBe(true);
  });

  test('renews a subscription that lacks a kind of update', async () => {
    const one = await open({ deps: { watchEvery: 0.02 } });
    one.fake.subscriptions.add({ url: `${one.publicUrl}/max/webhook`, secret: SECRET, types: ['message_created'] });
    await vi.waitFor(() => expect(one.fake.subscriptions.hooks()[0]?.types).toEqual(TYPES), WAIT);
  });

  test('alarms once where it cannot, and once that it could', async () => {
    const one = await open({ deps: { watchEvery: 0.02 } });
    one.fake.faults.next('POST /subscriptions', { kind: 'answer', status: 503 }, 3);
    one.fake.subscriptions.drop();
    await vi.waitFor(() => expect(one.troubles).toEqual(['webhook-lost begins', 'webhook-lost is over']), WAIT);
    expect(one.fake.subscriptions.hooks()).toHaveLength(1);
    expect(one.channel.ready()).toBe(true);
  });

  test('leaves a subscription alone that it cannot see', async () => {
    const one = await open({ deps: { watchEvery: 0.02 } });
    one.fake.faults.next('GET /subscriptions', { kind: 'answer', status: 503 }, 2);
    const looks = () =>
      one.fake.calls.filter(({ method, path }) => `${method} ${path}` === 'GET /subscriptions').length;
    await vi.waitFor(() => expect(looks()).toBeGreaterThan(1), WAIT);
    expect(posts(one)).toHaveLength(1);
    expect(one.channel.ready()).toBe(true);
  });
});

describe('check and connect', () => {
  const codes = (found: readonly { code: string; ok: boolean }[]) =>
    found.map(({ code, ok }) => `${ok ? '+' : '-'} ${code}`);
  const office = { publicUrl: 'https://opora.example' };

  test('check says what is missing and changes nothing; connect does it, and may be repeated', async () => {
    const one = await open({ start: false, deps: office });
    expect(codes(await one.channel.check())).toEqual([
      '+ token-works',
      '- max-webhook-missing',
      '- max-commands-missing',
    ]);
    expect(one.fake.calls.every(({ method }) => method === 'GET')).toBe(true);
    const whole = ['+ token-works', '+ max-webhook-set', '+ max-commands-set'];
    for (let times = 0; times < 2; times += 1) expect(codes(await one.channel.connect())).toEqual(whole);
    expect(codes(await one.channel.check())).toEqual(whole);
    expect(one.fake.world.commands).toEqual([{ name: 'menu', description: 'Меню' }]);
  });

  test('another address that hears the bot is told, and connect takes it away', async () => {
    const one = await open({ start: false, deps: office });
    one.fake.subscriptions.add({ url: 'https://old.example/max', secret: null, types: [] });
    const found = await one.channel.check();
    expect(found).toContainEqual({ code: 'max-other-webhooks', ok: false, facts: { count: 1 } });
    expect(await one.channel.connect()).toContainEqual({
      code: 'max-other-webhooks-removed',
      ok: true,
      facts: { count: 1 },
    });
    expect(one.fake.subscriptions.hooks().map(({ url }) => url)).toEqual(['https://opora.example/max/webhook']);
  });

  test('an incomplete subscription is told', async () => {
    const one = await open({ start: false, deps: office });
    one.fake.subscriptions.add({ url: 'https://opora.example/max/webhook', secret: null, types: ['bot_started'] });
    expect(codes(await one.channel.check())).toContain('- max-webhook-incomplete');
  });

  test.each(['http://opora.example', 'https://opora.example:8443', 'https://localhost', 'opora'])(
    'an address the platform cannot call is told: %s',
    async (publicUrl) => {
      const one = await open({ start: false, deps: { publicUrl } });
      expect(codes(await one.channel.check())).toContain('- max-address-unfit');
    },
  );

  test('an address the platform refuses is told by connect', async () => {
    const one = await open({ start: false, deps: { publicUrl: 'http://opora.example' } });
    expect(codes(await one.channel.connect())).toContain('- max-webhook-refused');
  });

  test('polling is told to be for development, and a webhook in its way', async () => {
    const one = await open({ by: 'polling', start: false });
    one.fake.subscriptions.add({ url: 'https://office.example/max', secret: null, types: [] });
    expect(codes(await one.channel.connect())).toEqual([
      '+ token-works',
      '- max-polling-only',
      '- max-webhook-in-the-way',
      '+ max-commands-set',
    ]);
    expect(one.fake.subscriptions.hooks()).toHaveLength(1);
  });

  test('a wrong token, and a platform that is silent', async () => {
    const wrong = await open({ start: false, deps: { ...office, token: 'wrong' } });
    expect(codes(await wrong.channel.check())).toEqual(['- token-refused']);
    const silent = await open({ start: false, deps: { ...office, apiRoot: 'http://127.0.0.1:9' } });
    expect(codes(await silent.channel.check())).toEqual(['- out-of-reach']);
  });

  test('a certificate Node does not know is told with what to do, in the check and once in the log', async () => {
    const server = createServer(UNTRUSTED, (_request, response) => response.end('{}'));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const apiRoot = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const one = await open({ start: false, deps: { ...office, apiRoot } });
    expect(codes(await one.channel.check())).toEqual(['- max-certificate-unknown']);
    for (let times = 0; times < 2; times += 1) await one.channel.connect();
    expect(one.logged.filter((line) => line.includes('NODE_EXTRA_CA_CERTS'))).toHaveLength(1);
    server.close();
  });

  test('a finding names no secret, and every code is on the list', async () => {
    const one = await open({ start: false, deps: office });
    const found = [...(await one.channel.check()), ...(await one.channel.connect())];
    expect(found.every(({ code }) => (MAX_FINDINGS as readonly string[]).includes(code))).toBe(true);
    expect(JSON.stringify(found)).not.toContain(SECRET);
    expect(JSON.stringify(found)).not.toContain(one.fake.token);
  });
});

describe('the link', () => {
  test('opens the talk with a token, and the bot’s name is asked once', async () => {
    const { fake, channel } = await open();
    expect([await channel.link('aZ0_-'), await channel.link(null)]).toEqual([
      'https://max.ru/id3200000000_bot?start=aZ0_-',
      'https://max.ru/id3200000000_bot',
    ]);
    expect(fake.calls.filter(({ path }) => path === '/me')).toHaveLength(1);
  });

  test('is not known while the platform does not say who we are, and is afterwards', async () => {
    const { fake, channel } = await open();
    fake.faults.next('GET /me', { kind: 'answer', status: 503 });
    expect(await channel.link('x')).toBeNull();
    expect(await channel.link('x')).not.toBeNull();
  });
});
