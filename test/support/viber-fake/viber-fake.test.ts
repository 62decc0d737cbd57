/** The fake itself, checked by a client somebody else wrote (messaging-api-viber) and by what it must refuse. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ViberClient } from 'messaging-api-viber';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startViberFake, type ViberFake } from './viber-fake.ts';

const WAIT = { timeout: 5000, interval: 5 };
/** Any digits of the token beyond the 53 bits of a double. */
const LONG = /"message_token":\d{19}\b/;

let fake: ViberFake | null = null;
const closing: (() => Promise<void>)[] = [];
const open = async () => {
  fake = await startViberFake();
  return fake;
};
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await fake?.stop();
  fake = null;
});

/** A bot of twenty lines: answers `conversation_started` with what it is given, remembers the rest. */
async function listen(welcome = '', status = 200) {
  const heard: { readonly body: string; readonly signature: string }[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => void parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      heard.push({ body, signature: String(request.headers['x-viber-content-signature']) });
      response.writeHead(status).end(body.includes('conversation_started') ? welcome : '');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, server };
}

const clientOf = ({ origin, token }: ViberFake) =>
  new ViberClient({ accessToken: token, sender: { name: 'Opora' }, origin });

describe('with messaging-api-viber as the bot', () => {
  test('a talk with texts, buttons, a link and goodbye goes both ways', async () => {
    const opened = await open();
    const { heard, url } = await listen();
    const client = clientOf(opened);
    await client.setWebhook(url, {
      eventTypes: ['delivered', 'seen', 'unsubscribed', 'conversation_started'] as never,
    });
    expect(heard[0]?.body).toContain('"event":"webhook"');
    expect(await client.getAccountInfo()).toMatchObject({ uri: 'opora-test', webhook: url });

    const olga = opened.person();
    const sent = await client.sendText(olga.id, 'Да или нет?', {
      keyboard: {
        type: 'keyboard',
        defaultHeight: false,
        buttons: [{ columns: 6, rows: 1, actionType: 'reply', actionBody: 'yes', text: '<b>Да</b>', silent: true }],
      },
    });
    // The client loses its last digits: that is why ours reads it as a text.
    expect(sent).toMatchObject({ status: 0 });
    expect(olga.seen()).toHaveLength(1);
    olga.press('Да');
    olga.look();
    await client.sendURL(olga.id, 'https://example.org/opora');
    olga.unsubscribe();
    await vi.waitFor(() => expect(heard.at(-1)?.body).toContain('unsubscribed'), WAIT);

    expect(heard.map(({ body }) => (JSON.parse(body) as { event: string }).event)).toEqual([
      'webhook',
      'delivered',
      'message',
      'seen',
      'delivered',
      'unsubscribed',
    ]);
    expect(heard.find(({ body }) => body.includes('"message"'))?.body).toContain('"text":"yes"');
    for (const { body, signature } of heard) {
      expect(body).toMatch(LONG);
      expect(signature).toBe(opened.callbacks.sign(body));
    }
    expect(await client.getUserDetails(olga.id)).toMatchObject({ id: olga.id, language: 'ru' });
  });

  test('files are fetched from the address in the message', async () => {
    const opened = await open();
    const media = createServer((_request, response) => void response.writeHead(200, { 'Content-Length': 4 }).end('пя'));
    await new Promise<void>((resolve) => {
      media.listen(0, '127.0.0.1', resolve);
    });
    closing.push(
      () =>
        new Promise((resolve) => {
          media.closeAllConnections();
          media.close(() => resolve());
        }),
    );
    const { url } = await listen();
    const client = clientOf(opened);
    await client.setWebhook(url);
    const olga = opened.person();
    const from = `http://127.0.0.1:${(media.address() as AddressInfo).port}`;
    await client.sendFile(olga.id, { media: `${from}/a`, size: 4, fileName: 'Лист.txt' });
    await client.sendPicture(olga.id, { media: `${from}/a.jpg`, text: 'лист' });
    const [file, picture] = olga.seen();
    expect(await file?.file).toEqual({ name: 'Лист.txt', bytes: new Uint8Array(Buffer.from('пя')) });
    expect(picture?.text).toBe('лист');
    expect((await picture?.file)?.bytes).toHaveLength(4);
  });

  test.each([
    { name: 'a wrong token', says: 'invalidAuthToken', act: (one: ViberFake) => clientOf({ ...one, token: 'x' }) },
    { name: 'a message before the webhook is set', says: 'webhookNotSet', act: clientOf },
  ])('$name is refused in the words of the platform', async ({ says, act }) => {
    const opened = await open();
    const olga = opened.person();
    await expect(act(opened).sendText(olga.id, 'x')).rejects.toThrow(says);
  });
});

describe('keeps the rules of the platform', () => {
  const post = (one: ViberFake, method: string, body: object) =>
    fetch(`${one.origin}/pa/${method}`, {
      method: 'POST',
      headers: { 'X-Viber-Auth-Token': one.token },
      body: JSON.stringify(body),
    }).then(async (response) => (await response.json()) as { status: number });
  const text = (receiver: string, more: object = {}) => ({
    receiver,
    sender: { name: 'Opora' },
    type: 'text',
    text: 'x',
    ...more,
  });
  const ready = async () => {
    const opened = await open();
    const bot = await listen();
    await post(opened, 'set_webhook', { url: bot.url });
    return { opened, bot };
  };

  test.each([
    { name: 'a stranger', act: () => undefined, options: { stranger: true }, status: 6 },
    { name: 'who left', act: (id: string, one: ViberFake) => void (talk(one, id).standing = 'left'), status: 6 },
    { name: 'who is gone', act: (id: string, one: ViberFake) => void (talk(one, id).standing = 'deleted'), status: 5 },
  ])('$name cannot be written to', async ({ act, options, status }) => {
    const { opened } = await ready();
    const olga = opened.person(options);
    act(olga.id, opened);
    expect(await post(opened, 'send_message', text(olga.id))).toMatchObject({ status });
  });

  test('an address that does not answer 200 is no webhook', async () => {
    const opened = await open();
    const bot = await listen('', 500);
    expect(await post(opened, 'set_webhook', { url: bot.url })).toMatchObject({ status: 1 });
    expect(await post(opened, 'set_webhook', { url: 'http://opora.example/viber' })).toMatchObject({ status: 1 });
  });

  test('a hundred messages may go to who is silent, and more once they write', async () => {
    const { opened } = await ready();
    opened.world.events = [];
    const olga = opened.person();
    for (let count = 0; count < 100; count += 1)
      expect(await post(opened, 'send_message', text(olga.id))).toMatchObject({ status: 0 });
    expect(await post(opened, 'send_message', text(olga.id))).toMatchObject({ status: 12 });
    olga.sendText('я здесь');
    expect(await post(opened, 'send_message', text(olga.id))).toMatchObject({ status: 0 });
  });

  test('who opens the bot for the first time sees the welcome and is not subscribed by it', async () => {
    const opened = await open();
    const words = { sender: { name: 'Opora' }, type: 'text', text: 'Здравствуйте', tracking_data: 'back' };
    const bot = await listen(JSON.stringify(words));
    await post(opened, 'set_webhook', { url: bot.url });
    const olga = opened.person({ stranger: true });
    olga.open('abc');
    await vi.waitFor(() => expect(olga.seen()).toHaveLength(1), WAIT);
    expect(await post(opened, 'send_message', text(olga.id))).toMatchObject({ status: 6 });
    olga.sendText('привет');
    await vi.waitFor(() => expect(bot.heard.at(-1)?.body).toContain('"tracking_data":"back"'), WAIT);
    expect(await post(opened, 'send_message', text(olga.id))).toMatchObject({ status: 0 });
  });

  test('what was not answered with 200 comes again; what is delayed is overtaken; what is held comes reversed', async () => {
    const { opened, bot } = await ready();
    opened.world.events = [];
    const olga = opened.person();
    let failures = 2;
    bot.server.prependListener('request', (_request, response) => {
      failures -= 1;
      if (failures >= 0)
        response.writeHead = ((_status: number) =>
          response.constructor.prototype.writeHead.call(response, 500)) as never;
    });
    olga.sendText('раз');
    await vi.waitFor(() => expect(opened.callbacks.statuses).toEqual([500, 500, 200]), WAIT);
    const said = () => bot.heard.slice(1).map(({ body }) => /"text":"(.+?)"/.exec(body)?.[1]);
    opened.callbacks.delayNext(50);
    olga.sendText('два');
    olga.sendText('три');
    await vi.waitFor(() => expect(said().slice(-2)).toEqual(['три', 'два']), WAIT);
    opened.callbacks.holdReversed();
    olga.sendText('четыре');
    olga.sendText('пять');
    opened.callbacks.release();
    await vi.waitFor(() => expect(said().slice(-2)).toEqual(['пять', 'четыре']), WAIT);
  });

  const button = (more: object = {}) => ({ ActionBody: 'x', Text: 'x', ...more });
  const keyboard = (...buttons: object[]) => ({ keyboard: { Type: 'keyboard', Buttons: buttons } });
  test.each([
    { name: 'a text over 7000', body: { text: 'x'.repeat(7001) } },
    { name: 'more than 30 KB', body: { text: '€'.repeat(7000), tracking_data: '€'.repeat(4000) } },
    { name: 'an empty text', body: { text: '' } },
    { name: 'no sender', body: { sender: undefined } },
    { name: 'a name of 29 characters', body: { sender: { name: 'x'.repeat(29) } } },
    { name: 'thirteen rows', body: keyboard(...Array.from({ length: 13 }, () => button())) },
    { name: 'seven columns', body: keyboard(button({ Columns: 7 })) },
    { name: 'a button without a body', body: keyboard(button({ ActionBody: '' })) },
    { name: 'a link to nowhere', body: keyboard(button({ ActionType: 'open-url' })) },
    { name: 'an unknown field', body: { txet: 'x' } },
    { name: 'an unknown field of a button', body: keyboard(button({ text: 'x' })) },
    { name: 'a picture whose address ends otherwise', body: { type: 'picture', media: 'https://a.example/x' } },
    {
      name: 'a file without a size',
      body: { type: 'file', text: undefined, media: 'https://a.example/x', file_name: 'a.pdf' },
    },
  ])('$name is a violation', async ({ body }) => {
    const { opened } = await ready();
    const olga = opened.person();
    expect(await post(opened, 'send_message', text(olga.id, body))).toMatchObject({ status: 3 });
    expect(opened.violations).toHaveLength(1);
    opened.violations.length = 0;
  });

  test('a method that does not exist is a violation', async () => {
    const { opened } = await ready();
    await post(opened, 'send_mesage', {});
    expect(opened.violations).not.toEqual([]);
    opened.violations.length = 0;
  });
});

function talk(one: ViberFake, id: string) {
  const found = one.world.talks.get(id);
  if (found === undefined) throw new Error('nobody');
  return found;
}
