/**
 * Viber on this machine: real HTTP, the platform's own rules and status codes, and people to talk with. Every call is checked against shapes
 * written by hand; whatever breaks them is a violation, and `stop` throws if there was any. Knows nothing of the channel it tests.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { type CallbackSender, createCallbackSender } from './callbacks.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { createPerson, type ViberPerson } from './person.ts';
import { CALLS, type FakeMessage, readMessage, rowsOf } from './shapes.ts';
import { createWorld, type ShownMessage, type Talk, type World } from './world.ts';

export interface ViberCall {
  readonly method: string;
  readonly body: { readonly [name: string]: unknown };
}

export interface ViberFake {
  /** For `apiRoot`, and the `origin` of the independent client. */
  readonly origin: string;
  readonly token: string;
  readonly uri: string;
  readonly world: World;
  readonly callbacks: CallbackSender;
  readonly faults: Faults;
  /** Every call in order of arrival. */
  readonly calls: readonly ViberCall[];
  readonly violations: string[];
  /** Somebody who is subscribed already; `stranger`: who never opened the bot. */
  person(options?: { language?: string; stranger?: boolean }): ViberPerson;
  stop(): Promise<void>;
}

export interface ViberFakeOptions {
  /** Shortens all waiting; 1 is the real pace. Default 0.005. */
  readonly pace?: number;
}

type Outcome = { readonly status: number; readonly fields?: string };

const HOUR_MS = 3_600_000;
const MOST_TO_THE_SILENT = 100;

const STATUS_MESSAGES: { readonly [status: number]: string } = {
  0: 'ok',
  1: 'invalidUrl',
  2: 'invalidAuthToken',
  3: 'badData',
  4: 'missingData',
  5: 'receiverNotRegistered',
  6: 'receiverNotSubscribed',
  10: 'webhookNotSet',
  12: 'tooManyRequests',
};

export async function startViberFake({ pace = 0.005 }: ViberFakeOptions = {}): Promise<ViberFake> {
  const token = '445da6az1s345z78-dazcczb2542zv51a-e0vc5fva17480im9';
  const uri = 'opora-test';
  const world = createWorld();
  const calls: ViberCall[] = [];
  const violations: string[] = [];
  const faults = createFaults();
  const closed = new AbortController();
  const callbacks = createCallbackSender(token, () => world.webhook, pace);
  let origin = '';

  const show = (talk: Talk, message: FakeMessage, sent: string): void => {
    talk.trackingData = message.tracking_data ?? null;
    const shown: ShownMessage = {
      token: sent,
      type: message.type,
      text: 'text' in message ? message.text : '',
      rows: rowsOf(message.keyboard?.Buttons ?? []),
      file: 'media' in message && message.type !== 'url' ? fetchMedia(message, violations) : Promise.resolve(null),
    };
    talk.shown.push(shown);
  };

  const methods: { readonly [method: string]: (raw: string) => Promise<Outcome> | Outcome } = {
    async set_webhook(raw) {
      const wish = checked('set_webhook', CALLS.set_webhook, raw);
      if (wish === null) return { status: 3 };
      if (wish.url === '') {
        world.webhook = '';
        return { status: 0, fields: '"event_types":[]' };
      }
      if (!isHookAddress(wish.url)) return { status: 1 };
      const answer = await callbacks.post(wish.url, { event: 'webhook', token: world.nextToken() });
      if (answer.status !== 200) return { status: 1 };
      world.webhook = wish.url;
      world.events = wish.event_types ?? null;
      return { status: 0, fields: `"event_types":${JSON.stringify(wish.event_types ?? [])}` };
    },
    send_message(raw) {
      if (world.webhook === '') return { status: 10 };
      const read = readMessage(raw, true);
      if ('wrong' in read) {
        violations.push(`send_message: ${read.wrong}`);
        return { status: 3 };
      }
      const talk = world.talks.get(read.receiver);
      if (talk === undefined || talk.standing === 'deleted') return { status: 5 };
      if (talk.standing !== 'subscribed') return { status: 6 };
      const now = Date.now();
      talk.sinceTheyWrote = talk.sinceTheyWrote.filter((at) => now - at < HOUR_MS);
      if (talk.sinceTheyWrote.length >= MOST_TO_THE_SILENT) return { status: 12 };
      talk.sinceTheyWrote.push(now);
      const sent = world.nextToken();
      show(talk, read.message, sent);
      if (world.events?.includes('delivered') ?? true)
        callbacks.send({ event: 'delivered', token: sent, user_id: talk.id }, talk.id);
      return { status: 0, fields: `"message_token":${sent},"chat_hostname":"SN-CHAT-05_","billing_status":1` };
    },
    get_account_info(raw) {
      if (checked('get_account_info', CALLS.get_account_info, raw) === null) return { status: 3 };
      const info = { id: 'pa:1', name: 'Opora', uri, webhook: world.webhook, subscribers_count: world.talks.size };
      const events = world.events === null ? {} : { event_types: world.events };
      return { status: 0, fields: JSON.stringify({ ...info, ...events }).slice(1, -1) };
    },
    get_user_details(raw) {
      const asked = checked('get_user_details', CALLS.get_user_details, raw);
      const talk = asked === null ? undefined : world.talks.get(asked.id);
      if (talk === undefined) return { status: 5 };
      const user = { id: talk.id, name: 'Subscriber', language: talk.language, api_version: 10 };
      return { status: 0, fields: `"message_token":${world.nextToken()},"user":${JSON.stringify(user)}` };
    },
    get_online(raw) {
      const asked = checked('get_online', CALLS.get_online, raw);
      if (asked === null) return { status: 3 };
      const users = asked.ids.map((id) => ({ id, online_status: 0, online_status_message: 'online' }));
      return { status: 0, fields: `"users":${JSON.stringify(users)}` };
    },
  };

  function checked<T>(method: string, shape: z.ZodType<T>, raw: string): T | null {
    const read = shape.safeParse(JSON.parse(raw));
    if (read.success) return read.data;
    violations.push(`${method}: ${z.prettifyError(read.error)}`);
    return null;
  }

  async function play(method: string, raw: string): Promise<Outcome> {
    const act = methods[method];
    if (act !== undefined) return act(raw);
    violations.push(`${method}: the fake does not play it`);
    return { status: 3 };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://fake').pathname.replaceAll('//', '/');
    if (path.startsWith('/media/')) return answerMedia(path, response);
    const method = /^\/pa\/(\w+)$/.exec(path)?.[1];
    const raw = await bodyOf(request);
    if (method === undefined || request.method !== 'POST') {
      violations.push(`${request.method} ${path}: no such place`);
      return void response.writeHead(404).end();
    }
    if (request.headers['x-viber-auth-token'] !== token) return write(response, { status: 2 });
    calls.push({ method, body: readJson(raw) });
    const fault = faults.take(method);
    if (fault === null || !(await meet(fault, response, () => play(method, raw))))
      write(response, await play(method, raw));
  }

  function answerMedia(path: string, response: ServerResponse): void {
    const kept = world.media.get(path);
    const fault = faults.take('media');
    if (fault?.kind === 'reset') return void response.destroy();
    if (fault?.kind === 'redirect') return void response.writeHead(302, { Location: fault.to }).end();
    if (fault?.kind === 'http') return void response.writeHead(fault.code).end();
    if (kept === undefined) return void response.writeHead(404).end();
    // A signed address that is over is refused as one without a signature.
    if (kept.expired) return void response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(kept.bytes);
  }

  /** True where the fault has answered. */
  async function meet(fault: Fault, response: ServerResponse, act: () => Promise<Outcome>): Promise<boolean> {
    switch (fault.kind) {
      case 'status':
        write(response, { status: fault.status }, fault.says);
        return true;
      case 'http': {
        if (fault.after === true) await act();
        const wait = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
        response.writeHead(fault.code, wait).end();
        return true;
      }
      case 'reset':
        if (fault.when === 'after') await act();
        response.destroy();
        return true;
      case 'not-json':
        response.writeHead(fault.code, { 'Content-Type': 'text/html' }).end('<html>Bad Gateway</html>');
        return true;
      case 'stall':
        await pause(fault.milliseconds, closed.signal);
        return false;
      case 'redirect':
        response.writeHead(302, { Location: fault.to }).end();
        return true;
    }
  }

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      violations.push(`the fake broke: ${String(error)}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  /** The welcome is allowed to those who are not subscribed, once for each opening. */
  const welcome = (talk: Talk, body: string): void => {
    if (body === '') return;
    const read = readMessage(body, false);
    if ('wrong' in read) violations.push(`welcome: ${read.wrong}`);
    else show(talk, read.message, world.nextToken());
  };
  return {
    origin,
    token,
    uri,
    world,
    callbacks,
    faults,
    calls,
    violations,
    person({ language = 'ru', stranger = false } = {}) {
      const talk = world.talk(language, stranger ? 'stranger' : 'subscribed');
      return createPerson({ world, callbacks, origin: () => origin, welcome }, talk);
    },
    async stop() {
      closed.abort();
      callbacks.stop();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      if (violations.length > 0) throw new Error(`calls Viber would not take:\n${violations.join('\n')}`);
    },
  };
}

/** As the platform and the application do: asks how large it is, then fetches it. */
async function fetchMedia(
  message: Extract<FakeMessage, { type: 'picture' | 'file' }>,
  violations: string[],
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  const head = await fetch(message.media, { method: 'HEAD' }).catch(() => null);
  const got = await fetch(message.media).catch(() => null);
  const bytes = got?.ok === true ? new Uint8Array(await got.arrayBuffer()) : null;
  if (bytes === null || head?.headers.get('content-length') !== String(bytes.length)) {
    violations.push(`${message.type}: its address gives nothing`);
    return null;
  }
  if (message.type === 'picture' && bytes.length > 1024 * 1024) violations.push('picture: over 1 MB');
  if (message.type === 'file' && bytes.length !== message.size) violations.push('file: another size than told');
  return { name: message.type === 'file' ? message.file_name : '', bytes };
}

/** HTTPS as on the real platform; plain HTTP to this machine only, because tests have no certificate. */
function isHookAddress(url: string): boolean {
  return url.startsWith('https://') || /^http:\/\/(127\.0\.0\.1|localhost):/.test(url);
}

function write(response: ServerResponse, { status, fields }: Outcome, says?: string): void {
  const message = JSON.stringify(says ?? STATUS_MESSAGES[status] ?? 'error');
  const rest = fields === undefined || fields === '' ? '' : `,${fields}`;
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(`{"status":${status},"status_message":${message}${rest}}`);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function readJson(raw: string): ViberCall['body'] {
  return JSON.parse(raw) as ViberCall['body'];
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
