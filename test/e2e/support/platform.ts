/** One platform with its people, as the end-to-end tests use every one of them: what differs between them ends here. */
import { createHmac, randomUUID } from 'node:crypto';
import type { ChannelKind } from '../../../src/dialogs/codes.ts';
import { fileForm, openPage, type PageClient } from '../../channels/web/support/page-client.ts';
import { type MaxFake, startMaxFake } from '../../support/max-fake/max-fake.ts';
import { startTelegramFake } from '../../support/telegram-fake/telegram-fake.ts';
import { labelOf } from '../../support/viber-fake/person.ts';
import { startViberFake } from '../../support/viber-fake/viber-fake.ts';
import { startVkFake } from '../../support/vk-fake/vk-fake.ts';

/** A message as the person sees it; labels in reading order. */
export interface Shown {
  readonly text: string;
  readonly labels: readonly string[];
}

export interface Somebody {
  readonly externalId: string;
  start(token: string): Promise<void>;
  say(text: string): Promise<void>;
  /** The whole label. */
  press(label: string): Promise<void>;
  photo(bytes: Uint8Array): Promise<void>;
  /** What Opora sent, oldest first. */
  seen(): Promise<readonly Shown[]>;
}

export interface Platform {
  readonly kind: ChannelKind;
  /** Settings that open the channel. */
  readonly environment: Readonly<Record<string, string>>;
  /** Texts that must never be in a log. */
  readonly secrets: readonly string[];
  /** To be called when the product listens: some platforms are told our address by hand. */
  ready?(publicUrl: string): void;
  somebody(publicUrl: string): Promise<Somebody>;
  /** The next sendings are answered "too many" or with a server error; null where the platform is ours and cannot fail so. */
  readonly fail: ((how: '429' | '502', times: number) => void) | null;
  /** The same message with a wrong secret or signature, and with none; the statuses. */
  forge(publicUrl: string): Promise<readonly number[]>;
  /** Everything the platform was asked, as JSON: addresses, queries, bodies that are no words to a person. */
  readonly asked: () => readonly string[];
  stop(): Promise<void>;
}

const SECRET = 'endToEnd_secret_0123456789';

async function post(url: string, body: string, headers: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** The web chat: no fake, the page itself. */
export async function webPlatform(): Promise<Platform> {
  return {
    kind: 'web',
    environment: {},
    secrets: [],
    fail: null,
    asked: () => [],
    async forge(publicUrl) {
      const page = await openPage(publicUrl);
      const body = JSON.stringify({ kind: 'text', text: 'forged', eventKey: randomUUID() });
      return [
        // No session at all, and a session that is used from a page of somebody else.
        await post(`${publicUrl}/chat/event`, body, { 'x-opora-chat': '1', origin: publicUrl }),
        await post(`${publicUrl}/chat/event`, body, {
          'x-opora-chat': '1',
          origin: 'https://elsewhere.example',
          cookie: page.cookie,
        }),
      ];
    },
    async somebody(publicUrl) {
      const page: PageClient = await openPage(publicUrl);
      const event = async (fields: object) => {
        const { status } = await page.event({ ...fields });
        if (status !== 200) throw new Error(`the web chat answered ${status}`);
      };
      return {
        externalId: page.externalId,
        start: (token) => event({ kind: 'start', token }),
        say: (text) => event({ kind: 'text', text }),
        async press(label) {
          const buttons = (await page.history()).toReversed().flatMap((message) => message.buttons.flat());
          const press = buttons.find((button) => button.label === label)?.press;
          await event({ kind: 'press', payload: press, label });
        },
        photo: async (bytes) => void (await page.upload(fileForm([{ name: 'photo.png', bytes }]))),
        seen: async () =>
          (await page.history())
            .filter(({ from }) => from === 'opora')
            .map(({ text, buttons }) => ({ text, labels: buttons.flat().map(({ label }) => label) })),
      };
    },
    stop: async () => {},
  };
}

export async function telegramPlatform(): Promise<Platform> {
  const fake = await startTelegramFake();
  return {
    kind: 'telegram',
    environment: {
      TELEGRAM_BOT_TOKEN: fake.token,
      TELEGRAM_API_ROOT: fake.apiRoot,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
    },
    secrets: [fake.token],
    fail: (how, times) =>
      fake.faults.next(
        'send*',
        how === '429'
          ? { kind: 'answer', code: 429, description: 'Too Many Requests: retry after 30', retryAfter: 30 }
          : { kind: 'not-json', code: 502 },
        times,
      ),
    asked: () => fake.calls.map(({ method }) => method),
    forge: async () => {
      const body = JSON.stringify({ update_id: 1, message: { text: 'forged' } });
      return [await fake.forge(body, 'wrong'), await fake.forge(body, null)];
    },
    async somebody() {
      const person = fake.person({ languageCode: 'ru' });
      return {
        externalId: String(person.id),
        start: async (token) => person.start(token),
        say: async (text) => person.sendText(text),
        press: async (label) => void person.press(label),
        photo: async (bytes) => person.sendPhoto({ bytes }),
        seen: async () =>
          person.seen().map(({ text, buttons }) => ({ text, labels: buttons.flat().map((button) => button.text) })),
      };
    },
    stop: () => fake.stop(),
  };
}

export async function maxPlatform(): Promise<Platform & { readonly fake: MaxFake }> {
  const fake = await startMaxFake();
  return {
    fake,
    kind: 'max',
    environment: { MAX_BOT_TOKEN: fake.token, MAX_API_ROOT: fake.apiRoot, MAX_WEBHOOK_SECRET: SECRET },
    secrets: [fake.token],
    fail: (how, times) =>
      fake.faults.next(
        'POST /messages',
        how === '429'
          ? { kind: 'answer', status: 429, code: 'too.many.requests', retryAfter: 30 }
          : { kind: 'answer', status: 502 },
        times,
      ),
    asked: () => fake.calls.map(({ method, path, query }) => JSON.stringify({ method, path, query })),
    forge: async () => {
      const body = JSON.stringify({ update_type: 'message_created', timestamp: 1 });
      return [await fake.forge(body, 'wrong'), await fake.forge(body, null)];
    },
    async somebody() {
      const person = fake.person();
      return {
        externalId: person.id,
        start: async (token) => person.start(token),
        say: async (text) => person.sendText(text),
        press: async (label) => void person.press(label),
        photo: async (bytes) => person.sendPictures([bytes]),
        seen: async () =>
          person.seen().map(({ text, buttons }) => ({ text, labels: buttons.flat().map((button) => button.text) })),
      };
    },
    stop: () => fake.stop(),
  };
}

export async function viberPlatform(): Promise<Platform> {
  const fake = await startViberFake();
  return {
    kind: 'viber',
    environment: { VIBER_AUTH_TOKEN: fake.token, VIBER_API_ROOT: fake.origin },
    secrets: [fake.token],
    fail: (how, times) =>
      fake.faults.next(
        'send_message',
        how === '429' ? { kind: 'http', code: 429, retryAfter: 30 } : { kind: 'http', code: 502 },
        times,
      ),
    asked: () => fake.calls.map(({ method }) => method),
    forge: async (publicUrl) => {
      const url = `${publicUrl}/viber/webhook`;
      const body = JSON.stringify({ event: 'message', message_token: 1, message: { type: 'text', text: 'forged' } });
      const wrong = createHmac('sha256', 'another token').update(body).digest('hex');
      return [await post(url, body, { 'x-viber-content-signature': wrong }), await post(url, body)];
    },
    async somebody() {
      const person = fake.person({ language: 'ru' });
      return {
        externalId: person.id,
        async start(token) {
          person.open(token);
        },
        say: async (text) => person.sendText(text),
        press: async (label) => void person.press(label),
        photo: async (bytes) => person.sendPicture({ bytes }),
        seen: async () => person.seen().map(({ text, rows }) => ({ text, labels: rows.flat().map(labelOf) })),
      };
    },
    stop: () => fake.stop(),
  };
}

/** `now` in milliseconds: the platform's rule of a day goes by the clock of the test. */
export async function vkPlatform(now: () => number): Promise<Platform> {
  const fake = await startVkFake({ now });
  return {
    kind: 'vk',
    environment: {
      VK_GROUP_TOKEN: fake.world.token,
      VK_GROUP_ID: String(fake.world.groupId),
      VK_API_ROOT: fake.apiRoot,
      VK_CALLBACK_SECRET: SECRET,
      VK_CONFIRMATION: fake.world.confirmation,
    },
    secrets: [fake.world.token],
    ready: (publicUrl) => fake.register(`${publicUrl}/vk/callback`, SECRET),
    fail: (how, times) =>
      fake.faults.next(
        'messages.send',
        how === '429' ? { kind: 'status', status: 429, retryAfter: 30 } : { kind: 'status', status: 502 },
        times,
      ),
    asked: () => fake.calls.map(({ method }) => method),
    forge: async (publicUrl) => {
      const event = { type: 'message_new', group_id: fake.world.groupId, event_id: 'forged', object: {} };
      const url = `${publicUrl}/vk/callback`;
      return [(await fake.forge(url, { ...event, secret: 'wrong' })).status, (await fake.forge(url, event)).status];
    },
    async somebody() {
      const person = fake.person();
      return {
        externalId: String(person.id),
        start: async (token) => person.start(token),
        say: async (text) => person.sendText(text),
        press: async (label) => void person.press(label),
        photo: async (bytes) => person.sendFiles([{ as: 'doc', name: 'photo.png', bytes }]),
        seen: async () =>
          person.seen().map(({ text, buttons }) => ({ text, labels: buttons.flat().map(({ label }) => label) })),
      };
    },
    stop: () => fake.stop(),
  };
}
