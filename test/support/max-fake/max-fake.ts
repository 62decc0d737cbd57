/**
 * A MAX Bot API server on this machine: real HTTP, the server's own rules and words, and people to talk with. Every call is checked
 * against the vendor's description and against limits written by hand; whatever breaks them is a violation, and `stop` throws if
 * there was any. Knows nothing of the channel it tests.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readCall } from '../telegram-fake/call.ts';
import { createEventList, type EventList } from './events.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { brokenLimit } from './limits.ts';
import { type MaxCall, METHODS, type Outcome } from './methods.ts';
import { createPerson, type MaxPerson } from './person.ts';
import { loadMaxSchema } from './schema.ts';
import { createSubscriptions, type Subscriptions, Written } from './subscriptions.ts';
import { createWebhookSender, post, type WebhookSender } from './webhook.ts';
import { asNumbers, writeWide } from './wide-json.ts';
import { addDialog, createWorld, type World } from './world.ts';

export interface MaxFake {
  readonly apiRoot: string;
  readonly token: string;
  readonly world: World;
  readonly events: EventList;
  readonly webhook: WebhookSender;
  readonly subscriptions: Subscriptions;
  readonly faults: Faults;
  /** Every call in order of arrival. */
  readonly calls: readonly MaxCall[];
  readonly violations: string[];
  /** False where this machine has no description of the API. */
  readonly checkedBySchema: boolean;
  /** Somebody who has talked with the bot already; `stranger`: who never did; `narrow`: with numbers that fit a double. */
  person(options?: { stranger?: boolean; narrow?: boolean }): MaxPerson;
  /** Posts anything to the first webhook, as a forger would; the status of the answer. */
  forge(body: string | Uint8Array, secret: string | null): Promise<number>;
  stop(): Promise<void>;
}

export interface MaxFakeOptions {
  /** Shortens all waiting; 1 is the real pace. Default one in ten thousand: a minute is 6 ms. */
  readonly pace?: number;
}

const CALLS_A_SECOND = 30;

export async function startMaxFake({ pace = 0.0001 }: MaxFakeOptions = {}): Promise<MaxFake> {
  const token = `f9LHodD0cOL${'kqzTEST'.repeat(4)}_-x`;
  let root = '';
  const world = createWorld(token, () => root);
  const schema = loadMaxSchema();
  const violations: string[] = [];
  const calls: MaxCall[] = [];
  const times: number[] = [];
  const faults = createFaults();
  const closed = new AbortController();
  const subscriptions = createSubscriptions(Math.max(pace, 0.005), () => sender.pump());
  const events = createEventList(subscriptions.wanted);
  const sender = createWebhookSender(events, subscriptions.hooks, pace);

  /** A fault in what the fake itself says is a bug of the fake. */
  function own(found: readonly string[]): void {
    if (found.length > 0) throw new Error(`the MAX fake says what MAX never would: ${found.join('; ')}`);
  }
  const emit = (type: string, person: string, fields: object) => {
    const event = { update_type: type, ...fields };
    if (schema !== null) own(schema.faultsOf('Update', asNumbers(event)));
    events.add({ type, person, json: writeWide(event) });
  };

  async function play(call: MaxCall): Promise<Outcome> {
    calls.push(call);
    const now = performance.now();
    times.push(now);
    if (times.filter((one) => one > now - 1000).length > CALLS_A_SECOND) {
      violations.push(`more than ${CALLS_A_SECOND} calls in a second`);
      return { status: 429, code: 'too.many.requests', message: 'Too many requests' };
    }
    const name = `${call.method} ${call.path}`;
    const wrong = schema === null ? [] : schema.faultsOfCall(call.method, call.path, call.query, call.body);
    const broken = name === 'POST /messages' ? brokenLimit(call.body as object) : null;
    if (broken !== null) wrong.push(`${name}: ${broken}`);
    violations.push(...wrong);
    if (wrong[0] !== undefined && METHODS[name] !== undefined)
      return { status: 400, code: 'proto.payload', message: wrong[0] };
    const heard = subscriptions.play(call, events, closed.signal);
    const outcome = heard === null ? METHODS[name]?.(world, call, root) : await heard;
    if (outcome === undefined) {
      violations.push(`${name}: the fake does not play it`);
      return { status: 404, code: 'not.found', message: 'Path is not recognized' };
    }
    if (schema !== null && 'result' in outcome && !(outcome.result instanceof Written))
      own(schema.faultsOfAnswer(call.method, call.path, asNumbers(outcome.result)));
    return outcome;
  }

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      violations.push(`the fake broke: ${String(error)}`);
      response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', 'http://fake');
    if (address.pathname === '/upload.do') return takeUpload(request, response, address);
    if (address.pathname.startsWith('/getfile/')) return giveFile(request, response, address.pathname);
    const call = await readMaxCall(request, address);
    if (request.headers.authorization !== token) return write(response, UNAUTHORIZED);
    await met(
      `${call.method} ${call.path}`,
      response,
      async () => write(response, await play(call)),
      () => play(call),
    );
  }

  /** Does `work`, or lets a planned misfortune answer. */
  async function met(
    name: string,
    response: ServerResponse,
    work: () => Promise<void>,
    done: () => Promise<unknown>,
  ): Promise<void> {
    const fault = faults.take(name);
    if (fault === null) return work();
    switch (fault.kind) {
      case 'answer':
        return write(response, errorOf(fault), fault.retryAfter);
      case 'accept-then-answer':
        await done();
        return write(response, { status: fault.status, code: 'internal.error', message: 'Internal error' });
      case 'reset':
        if (fault.when === 'after') await done();
        return void response.destroy();
      case 'not-json':
        return void response.writeHead(fault.status, { 'Content-Type': 'text/html' }).end('<html>Bad Gateway</html>');
      case 'stall':
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, fault.milliseconds);
          closed.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()));
        });
        return work();
    }
  }

  async function takeUpload(request: IncomingMessage, response: ServerResponse, address: URL): Promise<void> {
    if (request.headers.authorization !== undefined) violations.push('upload: the token went to the host of uploads');
    const id = address.searchParams.get('id') ?? '';
    const [place, { uploads }] = [world.places.get(id), await readCall('upload', request, address.searchParams)];
    const file = uploads.get('data');
    const take = async (): Promise<Outcome> => {
      if (place === undefined || file === undefined) return { status: 400, code: 'upload.error', message: 'No file' };
      world.places.delete(id);
      const uploaded = `tok.${id}`;
      world.uploads.set(uploaded, { type: place.type, name: file.name, bytes: file.bytes });
      return place.type === 'image'
        ? { result: { photos: { [`p${id}==`]: { token: uploaded } } } }
        : { result: { fileId: BigInt(id), token: uploaded } };
    };
    await met('upload', response, async () => write(response, await take()), take);
  }

  async function giveFile(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (request.headers.authorization !== undefined) violations.push('download: the token went to the host of files');
    const bytes = world.files.get(path);
    const work = async () => {
      if (bytes === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(bytes);
    };
    await met('download', response, work, async () => undefined);
  }

  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiRoot: root,
    token,
    world,
    events,
    webhook: sender,
    subscriptions,
    faults,
    calls,
    violations,
    checkedBySchema: schema !== null,
    person: ({ stranger = false, narrow = false } = {}) =>
      createPerson(world, addDialog(world, { stranger, narrow }), emit),
    forge(body, secret) {
      const url = subscriptions.hooks()[0]?.url;
      if (url === undefined) throw new Error('no webhook is set');
      return post(url, secret, body, false);
    },
    async stop() {
      closed.abort();
      sender.stop();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      if (violations.length > 0) throw new Error(`calls MAX would not take:\n${violations.join('\n')}`);
    },
  };
}

const UNAUTHORIZED: Outcome = { status: 401, code: 'verify.token', message: 'Invalid access_token' };

function errorOf({
  status,
  code = 'internal.error',
  words = 'Internal error',
}: Extract<Fault, { kind: 'answer' }>): Outcome {
  return { status, code, message: words };
}

async function readMaxCall(request: IncomingMessage, address: URL): Promise<MaxCall> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const json = Buffer.concat(parts).toString('utf8');
  const message = /^\/messages\/([^/]+)$/.exec(address.pathname)?.[1];
  return {
    method: request.method ?? 'GET',
    path: message === undefined ? address.pathname : '/messages/{messageId}',
    part: decodeURIComponent(message ?? ''),
    query: address.searchParams,
    body: json === '' ? undefined : (JSON.parse(json) as unknown),
  };
}

function write(response: ServerResponse, outcome: Outcome, retryAfter?: number): void {
  const status = 'result' in outcome ? 200 : outcome.status;
  const wait = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
  response.writeHead(status, { 'Content-Type': 'application/json;charset=utf-8', ...wait });
  const { result } = 'result' in outcome ? outcome : { result: { code: outcome.code, message: outcome.message } };
  response.end(result instanceof Written ? result.json : writeWide(result));
}
