/** The fake itself, checked by a client somebody else wrote (vk-io) and by what it must refuse. */
import { Agent, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { APIError, Keyboard, VK } from 'vk-io';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DAY } from './world.ts';
import { startVkFake, type VkFake, type VkFakeOptions } from './vk-fake.ts';

const SECRET = 'secret_of_vk_io';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const WAIT = { timeout: 5000, interval: 5 };

let fake: VkFake | null = null;
let bot: Server | null = null;
const open = async (options?: VkFakeOptions) => {
  fake = await startVkFake(options);
  return fake;
};
const clientOf = ({ apiRoot, world }: VkFake) =>
  new VK({
    token: world.token,
    apiBaseUrl: `${apiRoot}/method`,
    apiVersion: '5.199',
    apiLimit: 20,
    apiRetryLimit: 0,
    agent: new Agent() as never,
    pollingGroupId: world.groupId,
    webhookSecret: SECRET,
    webhookConfirmation: world.confirmation,
  });
/** vk-io as the bot behind the callback address; the address. */
const listen = async (client: VK) => {
  bot = createServer((request, response) => void client.updates.getWebhookCallback()(request, response, () => {}));
  await new Promise<void>((resolve) => bot?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(bot.address() as AddressInfo).port}/`;
};
afterEach(async () => {
  bot?.closeAllConnections();
  bot?.close();
  bot = null;
  await fake?.stop();
  fake = null;
});

describe('with vk-io as the bot', () => {
  test('a talk with texts, buttons, presses and files goes both ways', async () => {
    const opened = await open({ confirmWithSecret: true });
    const vk = clientOf(opened);
    const heard: string[] = [];
    vk.updates.on('message_new', async (context) => {
      heard.push(
        `${context.text} ref=${context.referralValue ?? '-'} ${JSON.stringify(context.messagePayload ?? null)}`,
      );
      if (!context.hasAttachments()) {
        const keyboard = Keyboard.builder()
          .inline()
          .callbackButton({ label: 'Да', payload: { p: 'yes' } });
        await context.send('Здравствуйте & <привет>', { keyboard });
        return;
      }
      const [photo] = context.getAttachments('photo');
      const bytes = await (await fetch(photo?.largeSizeUrl ?? '')).arrayBuffer();
      heard.push(`photo ${Buffer.from(bytes).equals(PNG)}`);
    });
    vk.updates.on('message_event', async (context) => {
      heard.push(`press ${JSON.stringify(context.eventPayload)}`);
      await context.answer({ type: 'show_snackbar', text: 'Принято' });
      const doc = await vk.upload.messageDocument({
        peer_id: context.peerId,
        title: 'Лист.txt',
        source: { value: Buffer.from('пять'), filename: 'list.txt' },
      });
      const picture = await vk.upload.messagePhoto({
        peer_id: context.peerId,
        source: { value: PNG, filename: 'a.png' },
      });
      await vk.api.messages.send({
        peer_id: context.peerId,
        random_id: 7,
        message: 'лист',
        attachment: `${doc.toString()},${picture.toString()}`,
      });
    });
    vk.updates.on('message_deny', (context) => void heard.push(context.isSubscribed ? 'allow' : 'deny'));
    const url = await listen(vk);
    const { server_id: id } = await vk.api.groups.addCallbackServer({
      group_id: opened.world.groupId,
      url,
      title: 'vk-io',
      secret_key: SECRET,
    });
    await vi.waitFor(() => expect(opened.world.servers.get(id)?.status).toBe('ok'), WAIT);
    const events = { message_new: 1, message_event: 1, message_deny: 1 };
    await vk.api.groups.setCallbackSettings({
      group_id: opened.world.groupId,
      server_id: id,
      api_version: '5.199',
      ...events,
    });

    const olga = opened.person();
    olga.start('abc_-9');
    await vi.waitFor(() => expect(olga.seen()).toHaveLength(1), WAIT);
    olga.press('Да');
    await vi.waitFor(() => expect(olga.seen()).toHaveLength(2), WAIT);
    olga.sendFiles([{ as: 'photo', name: 'a.png', bytes: PNG }], '"за июль" & <май>');
    await vi.waitFor(() => expect(heard).toContain('photo true'), WAIT);
    olga.deny();
    await vi.waitFor(() => expect(heard).toContain('deny'), WAIT);

    expect(heard).toEqual([
      'Начать ref=abc_-9 {"command":"start"}',
      'press {"p":"yes"}',
      '"за июль" & <май> ref=- null',
      'photo true',
      'deny',
    ]);
    expect(olga.seen().map(({ text, files }) => [text, ...files.map(({ name }) => name)])).toEqual([
      ['Здравствуйте & <привет>'],
      ['лист', 'Лист.txt', 'a.png'],
    ]);
    expect(olga.seen()[1]?.files.map(({ bytes }) => bytes)).toEqual([Buffer.from('пять'), PNG]);
    expect([...opened.world.presses.values()].map((press) => press.answered)).toEqual([1]);
  });

  test('a wrong secret is turned away by vk-io as well, and the event comes again', async () => {
    const opened = await open();
    const vk = clientOf(opened);
    const heard: string[] = [];
    vk.updates.on('message_new', (context) => void heard.push(context.text ?? ''));
    const url = await listen(vk);
    opened.register(url, 'wrong');
    opened.person().sendText('дошло');
    await vi.waitFor(() => expect(opened.events.deliveries.length).toBeGreaterThan(1), WAIT);
    expect(heard).toEqual([]);
    const [server] = opened.world.servers.values();
    if (server === undefined) throw new Error('no server');
    server.secret = SECRET;
    await vi.waitFor(() => expect(heard).toEqual(['дошло']), WAIT);
  });
});

describe('plays the rules of the platform', () => {
  test('the same random_id shows a message once', async () => {
    const opened = await open();
    const { api } = clientOf(opened);
    const olga = opened.person();
    const once = { peer_id: olga.id, random_id: 77, message: 'раз' };
    expect(await api.messages.send(once)).toBe(await api.messages.send(once));
    await api.messages.send({ ...once, random_id: 78 });
    expect(olga.seen().map(({ text }) => text)).toEqual(['раз', 'раз']);
  });

  test('a day after the last word nothing goes without an intent that was allowed', async () => {
    let now = Date.parse('2026-08-03T06:00:00Z');
    const opened = await open({ now: () => now });
    const { api } = clientOf(opened);
    const olga = opened.person();
    let randomId = 0;
    const send = (more: object = {}) => {
      randomId += 1;
      return api.messages.send({ peer_id: olga.id, random_id: randomId, message: 'пора', ...more }).catch(codeOf);
    };
    now += DAY;
    expect(await send()).not.toBe(950);
    now += 1;
    expect(await send()).toBe(950);
    expect(await send({ intent: 'confirmed_notification' })).toBe(943);
    opened.world.intents.add('confirmed_notification');
    expect(await send({ intent: 'confirmed_notification' })).toBeGreaterThan(1000);
    olga.sendText('я здесь');
    expect(await send()).toBeGreaterThan(1000);
  });

  test('more than twenty calls in a second are too many', async () => {
    const opened = await open();
    const call = () =>
      fetch(`${opened.apiRoot}/method/groups.getById?v=5.199&access_token=${opened.world.token}`).then(
        (response) => response.json() as Promise<{ error?: { error_code: number } }>,
      );
    const answers = await Promise.all(Array.from({ length: 21 }, call));
    expect(answers.filter(({ error }) => error?.error_code === 6)).toHaveLength(1);
  });

  test.each([
    { name: 'a stranger', who: 'stranger', code: 901 },
    { name: 'somebody who forbade it', who: 'deny', code: 901 },
    { name: 'somebody on the black list', who: 'banHere', code: 900 },
    { name: 'a deleted account', who: 'deleteAccount', code: 18 },
  ] as const)('$name cannot be written to', async ({ who, code }) => {
    const opened = await open();
    const person = opened.person({ stranger: who === 'stranger' });
    if (who !== 'stranger') person[who]();
    const sending = clientOf(opened).api.messages.send({ peer_id: person.id, random_id: 1, message: 'x' });
    expect(await sending.catch(codeOf)).toBe(code);
  });

  test('a wrong token, a missing version and a missing right are told apart', async () => {
    const opened = await open();
    const vk = clientOf(opened);
    opened.world.rights.splice(0);
    expect(await vk.api.messages.send({ peer_id: 1, random_id: 1, message: 'x' }).catch(codeOf)).toBe(15);
    const wrong = new VK({ token: 'x', apiBaseUrl: `${opened.apiRoot}/method`, agent: new Agent() as never });
    expect(await wrong.api.groups.getById({}).catch(codeOf)).toBe(5);
    const answer = await fetch(`${opened.apiRoot}/method/groups.getById?access_token=${opened.world.token}`);
    expect(await answer.json()).toMatchObject({ error: { error_code: 8 } });
  });

  test('events come in pieces, late, twice and out of order when asked to', async () => {
    const opened = await open();
    const vk = clientOf(opened);
    const heard: string[] = [];
    vk.updates.on('message_new', (context) => void heard.push(context.text ?? ''));
    opened.register(await listen(vk), SECRET);
    const olga = opened.person();
    opened.events.splitNext(1);
    olga.sendText('ё');
    await vi.waitFor(() => expect(heard).toEqual(['ё']), WAIT);
    opened.events.duplicateNext(1);
    olga.sendText('дважды');
    await vi.waitFor(() => expect(heard).toEqual(['ё', 'дважды', 'дважды']), WAIT);
    opened.events.delayNext(30);
    olga.sendText('раньше');
    olga.sendText('позже');
    await vi.waitFor(() => expect(heard.slice(3)).toEqual(['позже', 'раньше']), WAIT);
  });
});

describe('counts as violations', () => {
  const rows = (count: number, inRow: number) =>
    JSON.stringify({
      inline: true,
      buttons: Array.from({ length: count }, () =>
        Array.from({ length: inRow }, () => ({ action: { type: 'callback', label: 'x', payload: '{}' } })),
      ),
    });
  const one = (action: object) => JSON.stringify({ inline: true, buttons: [[{ action }]] });
  const cases = [
    { name: 'a text over 4096', params: { message: 'x'.repeat(4097) } },
    { name: 'nothing to show', params: { message: ' ' } },
    { name: 'no random_id', params: { message: 'x', random_id: '0' } },
    { name: 'a random_id in letters', params: { message: 'x', random_id: 'first' } },
    { name: 'seven rows', params: { message: 'x', keyboard: rows(7, 1) } },
    { name: 'six in a row', params: { message: 'x', keyboard: rows(1, 6) } },
    { name: 'eleven buttons', params: { message: 'x', keyboard: rows(4, 3) } },
    { name: 'a keyboard that is no JSON', params: { message: 'x', keyboard: '{' } },
    { name: 'a label over 40', params: { message: 'x', keyboard: one({ type: 'text', label: 'я'.repeat(41) }) } },
    {
      name: 'a payload over 255',
      params: {
        message: 'x',
        keyboard: one({ type: 'callback', label: 'x', payload: JSON.stringify('y'.repeat(254)) }),
      },
    },
    {
      name: 'a link to this machine',
      params: { message: 'x', keyboard: one({ type: 'open_link', label: 'x', link: 'http://localhost:3000' }) },
    },
    { name: 'an unknown parameter', params: { message: 'x', mesage: 'y' }, bySpec: true },
    { name: 'a word instead of a flag', params: { message: 'x', dont_parse_links: 'yes' }, bySpec: true },
    { name: 'an intent nobody knows', params: { message: 'x', intent: 'please' }, bySpec: true },
  ];
  test.each(cases)('$name', async ({ params, bySpec }) => {
    const opened = await open();
    const { apiRoot, violations, checkedBySpec, world } = opened;
    const body = {
      peer_id: String(opened.person().id),
      random_id: '5',
      access_token: world.token,
      v: '5.199',
      ...params,
    };
    await fetch(`${apiRoot}/method/messages.send`, { method: 'POST', body: new URLSearchParams(body) });
    if (checkedBySpec || bySpec !== true) expect(violations).not.toEqual([]);
    violations.length = 0;
  });

  test.each(['messages.sned', 'messages.addChatUser', 'friends.get'])('the method %s', async (method) => {
    const { apiRoot, violations, world } = await open();
    await fetch(`${apiRoot}/method/${method}?v=5.199&access_token=${world.token}`);
    expect(violations).not.toEqual([]);
    violations.length = 0;
  });
});

function codeOf(error: unknown): unknown {
  return error instanceof APIError ? Number(error.code) : error;
}
