/** The fake itself, checked by a client somebody else wrote (the vendor's npm package) and by what it must refuse. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bot, MaxError } from '@maxhub/max-bot-api';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type MaxFake, startMaxFake } from './max-fake.ts';

let fake: MaxFake | null = null;
const open = async () => {
  fake = await startMaxFake();
  return fake;
};
afterEach(async () => {
  await fake?.stop();
  fake = null;
});

/** The vendor's bot, which knows nothing of this project. */
const botOf = ({ apiRoot, token }: MaxFake) => new Bot(token, { clientOptions: { baseUrl: apiRoot } });

/** Answers as a bot would: greets, takes presses, remembers what it heard. */
function talkative(bot: Bot, heard: string[]): void {
  bot.on('bot_started', async (ctx) => {
    heard.push(`start ${ctx.update.payload ?? ''}`);
    await ctx.api.sendMessageToUser(ctx.update.user.user_id, 'Здравствуйте', {
      attachments: [
        { type: 'inline_keyboard', payload: { buttons: [[{ type: 'callback', text: 'Да', payload: 'yes' }]] } },
      ],
    });
  });
  bot.on('message_callback', async (ctx) => {
    heard.push(`press ${ctx.callback.payload}`);
    await ctx.answerOnCallback({});
    const file = await ctx.api.uploadFile({ source: Buffer.from('пять') });
    await ctx.api.sendMessageToUser(ctx.callback.user.user_id, 'лист', { attachments: [file.toJson()] });
  });
  bot.on('message_created', (ctx) => void heard.push(`text ${ctx.message.body.text}`));
  bot.on('bot_stopped', () => void heard.push('stopped'));
}

describe('with the vendor’s own client as the bot', () => {
  test('a talk with texts, buttons, files and a farewell goes both ways by polling', async () => {
    const opened = await open();
    const bot = botOf(opened);
    const heard: string[] = [];
    talkative(bot, heard);
    const running = bot.start();
    const olga = opened.person({ narrow: true });
    olga.start('abc_-9');
    await vi.waitFor(() => expect(olga.seen()).toHaveLength(1));
    olga.press('Да');
    await vi.waitFor(() => expect(olga.seen()).toHaveLength(2));
    olga.sendText('Привет');
    olga.stop();
    await vi.waitFor(() => expect(heard).toHaveLength(4));
    bot.stopPolling();
    await running;
    expect(heard).toEqual(['start abc_-9', 'press yes', 'text Привет', 'stopped']);
    expect(olga.seen().map(({ text }) => text)).toEqual(['Здравствуйте', 'лист']);
    expect(olga.seen()[1]?.files[0]?.bytes).toEqual(Buffer.from('пять'));
    expect([...opened.world.presses.values()].map(({ answered }) => answered)).toEqual([1]);
  });

  test('its webhook takes what the fake delivers, secret and all', async () => {
    const opened = await open();
    const bot = botOf(opened);
    const heard: string[] = [];
    bot.on('message_created', (ctx) => void heard.push(`${ctx.message.body.text}`));
    const secret = 'its-own-secret';
    const server = createServer(bot.webhookCallback({ domain: 'example.org', path: '/hook', secret }));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    await bot.api.subscribe(url, secret, ['message_created']);
    expect(await bot.api.getSubscriptions()).toMatchObject([{ url, updateTypes: ['message_created'] }]);
    opened.person({ narrow: true }).sendText('дошло');
    await vi.waitFor(() => expect(heard).toEqual(['дошло']));
    expect(await opened.forge('{}', 'another')).toBe(404);
    server.close();
  });

  test('commands, pictures, an upload that is not ready and errors read as they should', async () => {
    const opened = await open();
    const { api } = botOf(opened);
    const olga = opened.person({ narrow: true });
    await api.setMyCommands([{ name: 'menu', description: 'Меню' }]);
    expect(await api.getMyInfo()).toMatchObject({ is_bot: true, commands: [{ name: 'menu' }] });
    opened.world.notReady = 1;
    const image = await api.uploadImage({ source: Buffer.from('точки') });
    await api.sendMessageToUser(Number(olga.id), 'картинка', { attachments: [image.toJson()] });
    expect(olga.seen()[0]?.files[0]).toMatchObject({ as: 'image', bytes: Buffer.from('точки') });
    olga.stop();
    const error = await api.sendMessageToUser(Number(olga.id), 'x').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(MaxError);
    expect(error).toMatchObject({ status: 403, code: 'chat.denied' });
  });
});

describe('plays the platform', () => {
  test('ids and seq are wider than a double', async () => {
    const opened = await open();
    opened.person().sendText('x');
    const json = opened.events.all()[0]?.json ?? '';
    const [, id = '', seq = ''] = /"user_id":(\d+).*"seq":(\d+)/s.exec(json) ?? [];
    expect([String(Number(id)), String(Number(seq))]).not.toContain(id);
    expect(String(Number(seq))).not.toBe(seq);
  });

  test('a wrong token and a person nobody knows are refused', async () => {
    const opened = await open();
    const ask = (token: string, path: string) =>
      fetch(`${opened.apiRoot}${path}`, {
        method: 'POST',
        headers: { Authorization: token },
        body: JSON.stringify({ text: 'x', attachments: null }),
      });
    expect((await ask('wrong', '/messages?user_id=1')).status).toBe(401);
    expect((await ask(opened.token, '/messages?user_id=1')).status).toBe(404);
    const stranger = opened.person({ stranger: true });
    expect((await ask(opened.token, `/messages?user_id=${stranger.id}`)).status).toBe(403);
  });

  test('polling beside a webhook is not allowed', async () => {
    const opened = await open();
    opened.subscriptions.add({ url: 'https://other.example/max', secret: null, types: [] });
    const answer = await fetch(`${opened.apiRoot}/updates`, { headers: { Authorization: opened.token } });
    expect(answer.status).toBe(405);
  });
});

describe('counts as violations', () => {
  const keyboard = (rows: readonly (readonly object[])[]) => ({
    attachments: [{ type: 'inline_keyboard', payload: { buttons: rows } }],
  });
  const button = (text: string) => ({ type: 'callback', text, payload: 'p' });
  const link = { type: 'link', text: 'x', url: 'https://example.org' };
  const cases: { name: string; body: object; bySchema?: boolean; path?: string }[] = [
    { name: 'a text over 4000', body: { text: 'x'.repeat(4001) } },
    { name: 'nothing at all', body: { text: ' ' } },
    { name: 'eight buttons in a row', body: { text: 'x', ...keyboard([Array(8).fill(button('x'))]) } },
    { name: 'four links in a row', body: { text: 'x', ...keyboard([Array(4).fill(link)]) } },
    { name: 'thirty-one rows', body: { text: 'x', ...keyboard(Array(31).fill([button('x')])) } },
    { name: 'a label over 128', body: { text: 'x', ...keyboard([[button('x'.repeat(129))]]) } },
    { name: 'a link to this machine', body: { text: 'x', ...keyboard([[{ ...link, url: 'http://localhost:3000' }]]) } },
    {
      name: 'a file that is not alone',
      body: {
        text: 'x',
        attachments: [
          { type: 'file', payload: { token: 'a' } },
          { type: 'image', payload: {} },
        ],
      },
    },
    { name: 'an unknown field', body: { text: 'x', txet: 'y' }, bySchema: true },
    {
      name: 'an unknown field of a button',
      body: { text: 'x', ...keyboard([[{ ...button('x'), url: 'y' }]]) },
      bySchema: true,
    },
    {
      name: 'an unknown kind of button',
      body: { text: 'x', ...keyboard([[{ type: 'poll', text: 'x' }]]) },
      bySchema: true,
    },
    { name: 'a button without a payload', body: { text: 'x', ...keyboard([[{ type: 'callback', text: 'x' }]]) } },
    { name: 'a number instead of a text', body: { text: 5 }, bySchema: true },
    { name: 'an unknown format', body: { text: 'x', format: 'bbcode' }, bySchema: true },
    { name: 'an unknown parameter', body: { text: 'x' }, path: '&user=1', bySchema: true },
    { name: 'a parameter of another type', body: { text: 'x' }, path: '&disable_link_preview=yes', bySchema: true },
  ];
  test.each(cases)('$name', async ({ body, bySchema, path = '' }) => {
    const opened = await open();
    const { apiRoot, token, violations, checkedBySchema } = opened;
    await fetch(`${apiRoot}/messages?user_id=${opened.person().id}${path}`, {
      method: 'POST',
      headers: { Authorization: token, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (checkedBySchema || bySchema !== true) expect(violations).not.toEqual([]);
    violations.length = 0;
  });

  test('a path that does not exist', async () => {
    const { apiRoot, token, violations } = await open();
    expect((await fetch(`${apiRoot}/mesages`, { headers: { Authorization: token } })).status).toBe(404);
    expect(violations).not.toEqual([]);
    violations.length = 0;
  });

  test('more than thirty calls in a second', async () => {
    const { apiRoot, token, violations } = await open();
    const ask = () => fetch(`${apiRoot}/me`, { headers: { Authorization: token } });
    const statuses = await Promise.all(Array.from({ length: 31 }, async () => (await ask()).status));
    expect(statuses).toContain(429);
    expect(violations).not.toEqual([]);
    violations.length = 0;
  });
});
