/** What the operator is told: setting up in one command, looking at everything, one word per trouble at both ends. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type OpenOptions, type OpenVk, openVk, SECRET } from './support/open-vk.ts';

const WAIT = { timeout: 5000, interval: 5 };

let one: OpenVk | null = null;
const open = async (options?: OpenOptions) => {
  one = await openVk(options);
  return one;
};
afterEach(async () => {
  await one?.close();
  one = null;
});
const codes = (findings: readonly { readonly code: string; readonly ok: boolean }[]) =>
  findings.map(({ code, ok }) => `${ok ? 'ok' : 'mend'} ${code}`);
const serverOf = ({ fake }: OpenVk) => {
  const [server] = fake.world.servers.values();
  if (server === undefined) throw new Error('no callback server');
  return server;
};

describe('connecting', () => {
  test('registers the address, the secret, the events and the abilities of bots in one go', async () => {
    const opened = await open({ registered: false });
    const { world } = opened.fake;
    Object.assign(world.settings, { messages: false, abilities: false, startButton: false });
    expect(codes(await opened.channel.connect())).toEqual([
      'ok token-works',
      'ok vk-rights-given',
      'ok vk-webhook-works',
    ]);
    expect(world.settings).toEqual({ messages: true, abilities: true, startButton: true });
    expect(serverOf(opened)).toMatchObject({ url: opened.url, secret: SECRET, status: 'ok', version: '5.199' });
    const on = [...serverOf(opened).events].filter(([, value]) => value === 1).map(([name]) => name);
    expect(on.toSorted()).toEqual(['message_allow', 'message_deny', 'message_event', 'message_new']);
    opened.fake.person().sendText('дошло');
    await vi.waitFor(() => expect(opened.inbox.rows()).toHaveLength(1), WAIT);
  });

  test('is safe to repeat, and leaves what is right as it is', async () => {
    const opened = await open({ registered: false });
    await opened.channel.connect();
    await opened.channel.connect();
    expect(opened.fake.world.servers.size).toBe(1);
    expect(opened.fake.calls.filter(({ method }) => method === 'groups.editCallbackServer')).toEqual([]);
  });

  test('mends a changed secret', async () => {
    const opened = await open();
    serverOf(opened).secret = 'old';
    expect(codes(await opened.channel.check())).toContain('mend vk-secret-differs');
    expect(codes(await opened.channel.connect())).toContain('ok vk-webhook-works');
    expect(serverOf(opened).secret).toBe(SECRET);
  });

  test('says that the address was not confirmed', async () => {
    const opened = await open({ registered: false, deps: { confirmation: 'wrong' } });
    expect(codes(await opened.channel.connect())).toEqual([
      'ok token-works',
      'ok vk-rights-given',
      'mend vk-confirmation-differs',
      'mend vk-webhook-unconfirmed',
    ]);
  });

  test('says that there are too many servers', async () => {
    const opened = await open({ registered: false });
    for (let count = 0; count < 10; count += 1) opened.fake.register(`https://other.example/${count}`, 'x');
    expect(codes(await opened.channel.connect())).toContain('mend vk-too-many-servers');
  });

  test('goes on where the abilities of bots cannot be switched on, and says so', async () => {
    const opened = await open({ registered: false });
    opened.fake.faults.next('groups.setSettings', { kind: 'error', code: 15 });
    expect(codes(await opened.channel.connect())).toEqual([
      'mend vk-call-failed',
      'ok token-works',
      'ok vk-rights-given',
      'ok vk-webhook-works',
    ]);
  });
});

describe('looking', () => {
  test('changes nothing and finds nothing to mend where all is right', async () => {
    const opened = await open();
    expect(codes(await opened.channel.check())).toEqual([
      'ok token-works',
      'ok vk-rights-given',
      'ok vk-webhook-works',
    ]);
    expect(opened.fake.calls.filter(({ method }) => /\.(set|add|edit|delete)/.test(method))).toEqual([]);
  });

  test('names what is missing', async () => {
    const opened = await open();
    opened.fake.world.rights.splice(0, opened.fake.world.rights.length, 'messages', 'manage');
    serverOf(opened).events.set('message_event', 0);
    serverOf(opened).version = '5.131';
    const findings = await opened.channel.check();
    expect(findings).toContainEqual({ code: 'vk-rights-missing', ok: false, facts: { rights: 'photos, docs' } });
    expect(findings).toContainEqual({
      code: 'vk-events-missing',
      ok: false,
      facts: { events: 'message_event, version' },
    });
    expect(JSON.stringify(findings)).not.toContain(SECRET);
  });

  test.each([
    { name: 'a refused token', fault: { kind: 'error', code: 5 }, code: 'mend token-refused' },
    { name: 'a platform out of reach', fault: { kind: 'reset', when: 'before' }, code: 'mend out-of-reach' },
    {
      name: 'another community',
      fault: { kind: 'value', value: { groups: [{ id: 5, screen_name: 'other' }] } },
      code: 'mend vk-other-community',
    },
  ] as const)('stops at $name', async ({ fault, code }) => {
    const opened = await open();
    opened.fake.faults.next('groups.getById', fault);
    expect(codes(await opened.channel.check())).toEqual([code]);
  });

  test('names the call that failed for want of a right', async () => {
    const opened = await open();
    opened.fake.world.rights.splice(0, opened.fake.world.rights.length, 'messages', 'photos', 'docs');
    expect(await opened.channel.check()).toContainEqual({
      code: 'vk-call-failed',
      ok: false,
      facts: { method: 'groups.getCallbackServers', why: 'vk-right-missing' },
    });
  });
});

describe('links', () => {
  test('lead to the community by its short name, with the token to the letter', async () => {
    const { channel, fake } = await open();
    expect(await channel.link('aZ09_-')).toBe('https://vk.me/opora_test?ref=aZ09_-');
    expect(await channel.link(null)).toBe('https://vk.me/opora_test');
    // At the start and for the first link.
    expect(fake.calls.filter(({ method }) => method === 'groups.getById')).toHaveLength(2);
  });

  test('are none while the platform does not say who we are', async () => {
    const { channel, fake } = await open();
    fake.faults.next('groups.getById', { kind: 'not-json' });
    expect(await channel.link('abc')).toBeNull();
    expect(await channel.link('abc')).not.toBeNull();
  });
});

describe('troubles are told once when they begin and once when they are over', () => {
  const message = (id: string, to: number) =>
    ({ id, externalId: String(to), text: 'x', buttons: [], files: [], at: '2026-11-22T06:00:00.000Z' }) as const;

  /** The first look at the callback server is over: its answer would be news of the platform as well. */
  const openAndLook = async () => {
    const opened = await open();
    const looked = () => opened.fake.calls.some(({ method }) => method === 'groups.getCallbackServers');
    await vi.waitFor(() => expect(looked()).toBe(true), WAIT);
    await opened.channel.check();
    return opened;
  };

  test('a token refused in the middle of the day', async () => {
    const { fake, channel, troubles, logged } = await openAndLook();
    const olga = fake.person();
    fake.faults.next('messages.send', { kind: 'error', code: 5 }, 2);
    for (const id of ['a', 'b'])
      expect(await channel.send(message(id, olga.id))).toMatchObject({ kind: 'later', scope: 'bot' });
    expect(channel.ready()).toBe(false);
    await channel.send(message('a', olga.id));
    expect(troubles).toEqual(['token-refused begins', 'token-refused is over']);
    expect(logged.filter((line) => line.includes('VK_GROUP_TOKEN'))).toHaveLength(1);
    expect(channel.ready()).toBe(true);
  });

  test('a right that is missing, once for each method', async () => {
    const { fake, channel, logged } = await openAndLook();
    fake.world.rights.splice(0, fake.world.rights.length, 'messages');
    for (let times = 0; times < 3; times += 1) await channel.check();
    const said = logged.filter((line) => line.includes('lacks a right'));
    expect(said.map((line) => line.match(/groups\.\w+/)?.[0] ?? '').toSorted()).toEqual([
      'groups.getCallbackConfirmationCode',
      'groups.getCallbackServers',
    ]);
  });

  test.each([
    { name: 'that breaks off every call', fault: { kind: 'reset', when: 'before' } },
    { name: 'behind a server that fails', fault: { kind: 'status', status: 502 } },
  ] as const)('a platform $name for five minutes, not for a moment', async ({ fault }) => {
    const { fake, channel, troubles, pass } = await openAndLook();
    const olga = fake.person();
    fake.faults.next('messages.send', fault, 3);
    await channel.send(message('a', olga.id));
    pass(299_000);
    await channel.send(message('a', olga.id));
    expect(troubles).toEqual([]);
    pass(2000);
    await channel.send(message('a', olga.id));
    expect(troubles).toEqual(['out-of-reach begins']);
    await channel.send(message('a', olga.id));
    expect(troubles).toEqual(['out-of-reach begins', 'out-of-reach is over']);
  });

  test('a callback server that is gone, and one the platform could not confirm', async () => {
    const opened = await open({ deps: { watchEvery: 0.02 } });
    const { fake, troubles } = opened;
    const server = serverOf(opened);
    fake.world.servers.clear();
    await vi.waitFor(() => expect(troubles).toEqual(['webhook-lost begins']), WAIT);
    fake.world.servers.set(server.id, server);
    await vi.waitFor(() => expect(troubles.at(-1)).toBe('webhook-lost is over'), WAIT);
    server.status = 'failed';
    await vi.waitFor(() => expect(troubles.at(-1)).toBe('webhook-refused begins'), WAIT);
    server.status = 'ok';
    await vi.waitFor(() => expect(troubles.at(-1)).toBe('webhook-refused is over'), WAIT);
    expect(opened.logged.filter((line) => line.includes('channels connect vk'))).toHaveLength(1);
  });

  test.each([
    { name: 'a revoked token', deps: { token: 'vk1.revoked' }, says: 'VK_GROUP_TOKEN' },
    { name: 'a token of another community', deps: { groupId: 5 }, says: 'VK_GROUP_ID' },
  ])('$name closes the channel with words that say what to do', async ({ deps, says }) => {
    const { channel, logged } = await open({ start: false, deps });
    await channel.start();
    await vi.waitFor(() => expect(logged.join()).toContain(says), WAIT);
    expect(channel.ready()).toBe(false);
  });

  test('a platform that is down at the start is waited for', async () => {
    const { channel, fake } = await open({ start: false });
    fake.faults.next('groups.getById', { kind: 'status', status: 502 }, 2);
    await channel.start();
    await vi.waitFor(() => expect(channel.ready()).toBe(true), WAIT);
  });
});
