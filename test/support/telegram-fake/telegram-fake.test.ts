/** The fake itself, checked by a client somebody else wrote (grammY's own polling) and by what it must refuse. */
import { Api, Bot, GrammyError, InputFile } from 'grammy';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startTelegramFake, type TelegramFake } from './telegram-fake.ts';

let fake: TelegramFake | null = null;
const open = async () => {
  fake = await startTelegramFake();
  return fake;
};
afterEach(async () => {
  await fake?.stop();
  fake = null;
});

describe('with grammY as the bot', () => {
  test('a talk with texts, buttons, files and a block goes both ways', async () => {
    const opened = await open();
    const { apiRoot, token, world } = opened;
    const bot = new Bot(token, { client: { apiRoot } });
    const heard: string[] = [];
    bot.command('start', async (ctx) => {
      heard.push(`start ${ctx.match}`);
      await ctx.reply('Здравствуйте', { reply_markup: { inline_keyboard: [[{ text: 'Да', callback_data: 'yes' }]] } });
    });
    bot.on('callback_query:data', async (ctx) => {
      heard.push(`press ${ctx.callbackQuery.data}`);
      await ctx.answerCallbackQuery();
      await ctx.editMessageText('Принято');
      await ctx.replyWithDocument(new InputFile(Buffer.from('пять'), 'Лист.txt'), { caption: 'лист' });
    });
    bot.on('message:photo', async (ctx) => {
      const file = await ctx.getFile();
      const bytes = await (await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`)).text();
      heard.push(`photo ${bytes}`);
    });
    bot.on('my_chat_member', (ctx) => void heard.push(`member ${ctx.myChatMember.new_chat_member.status}`));
    const failed: unknown[] = [];
    bot.catch((error) => void failed.push(error));
    const running = bot.start({ allowed_updates: ['message', 'callback_query', 'my_chat_member'] });

    const olga = opened.person();
    olga.start('abc_-9');
    await vi.waitFor(() => expect(olga.seen()).toHaveLength(1));
    olga.press('Да');
    await vi.waitFor(() => expect(olga.seen()).toHaveLength(2));
    olga.sendPhoto({ bytes: Buffer.from('снимок') });
    await vi.waitFor(() => expect(heard).toContain('photo снимок'));
    olga.block();
    await vi.waitFor(() => expect(heard).toContain('member kicked'));
    await bot.stop();
    await running;

    expect(heard).toEqual(['start abc_-9', 'press yes', 'photo снимок', 'member kicked']);
    expect(olga.seen().map((shown) => shown.text)).toEqual(['Принято', 'лист']);
    expect(olga.seen()[1]?.files[0]).toMatchObject({ name: 'Лист.txt', bytes: Buffer.from('пять') });
    expect([...world.presses.values()].map((press) => press.answered)).toEqual([1]);
    expect(failed).toEqual([]);
  });

  test('a second poller ends the first', async () => {
    const { apiRoot, token } = await open();
    const api = new Api(token, { apiRoot });
    const first = api.getUpdates({ timeout: 50 }).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await api.getUpdates({ timeout: 0 });
    expect(await first).toMatchObject({ error_code: 409 });
  });

  test('polling beside a webhook is a conflict', async () => {
    const { apiRoot, token } = await open();
    const api = new Api(token, { apiRoot });
    await api.setWebhook('https://opora.example/telegram/webhook');
    await expect(api.getUpdates()).rejects.toMatchObject({ error_code: 409 });
    await api.deleteWebhook();
    expect(await api.getUpdates()).toEqual([]);
  });
});

describe('refuses, with the words of the server', () => {
  const cases = [
    { name: 'a stranger', chat: 'stranger', code: 403, says: "can't initiate" },
    { name: 'nobody', chat: 'nobody', code: 400, says: 'chat not found' },
  ] as const;
  test.each(cases)('$name', async ({ chat, code, says }) => {
    const opened = await open();
    const { apiRoot, token } = opened;
    const id = chat === 'stranger' ? opened.person({ stranger: true }).id : 1;
    const error = await new Api(token, { apiRoot }).sendMessage(id, 'x').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(GrammyError);
    expect(error).toMatchObject({ error_code: code, description: expect.stringContaining(says) });
  });

  test('a wrong token', async () => {
    const { apiRoot } = await open();
    await expect(new Api('1:wrong', { apiRoot }).getMe()).rejects.toMatchObject({ error_code: 401 });
  });
});

describe('counts as violations', () => {
  const payload = 'я'.repeat(33);
  const keyboard = (count: number) => ({
    inline_keyboard: [Array.from({ length: count }, (_, at) => ({ text: `${at}`, callback_data: `${at}` }))],
  });
  const cases = [
    { name: 'a text over 4096', body: { text: 'x'.repeat(4097) } },
    { name: 'an empty text', body: { text: ' ' } },
    {
      name: 'a payload over 64 bytes',
      body: { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: payload }]] } },
    },
    { name: 'nine buttons in a row', body: { text: 'x', reply_markup: keyboard(9) } },
    {
      name: 'a link to this machine',
      body: { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'x', url: 'http://localhost:3000' }]] } },
    },
    { name: 'an unknown field', body: { text: 'x', txet: 'y' }, bySpec: true },
    { name: 'a number instead of a flag', body: { text: 'x', disable_notification: 1 }, bySpec: true },
    { name: 'a button without a label', body: { text: 'x', reply_markup: { inline_keyboard: [[{}]] } } },
  ];
  test.each(cases)('$name', async ({ body, bySpec }) => {
    const opened = await open();
    const { apiRoot, token, violations, checkedBySpec } = opened;
    await fetch(`${apiRoot}/bot${token}/sendMessage`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ chat_id: opened.person().id, ...body }),
    });
    if (checkedBySpec || bySpec !== true) expect(violations).not.toEqual([]);
    violations.length = 0;
  });

  test('a method that does not exist', async () => {
    const { apiRoot, token, violations } = await open();
    expect((await fetch(`${apiRoot}/bot${token}/sendMesage`)).status).toBe(404);
    expect(violations).not.toEqual([]);
    violations.length = 0;
  });
});
