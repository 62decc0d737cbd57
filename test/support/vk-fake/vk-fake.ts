/**
 * A VK API server on this machine: real HTTP, the server's own rules and codes, a Callback API, and people to talk with. Every call is
 * checked against the vendor schema and against limits written by hand; whatever breaks them is a violation, and `stop` throws if
 * there was any. Knows nothing of the channel it tests.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyOf, type Params, readParams, readUpload, type VkCall } from './call.ts';
import { createEventSender, type EventSender, post } from './events.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { GROUPS_BY_HAND, playGroups } from './groups.ts';
import { brokenLimit } from './limits.ts';
import { acceptUpload, BY_HAND, METHODS, type Outcome } from './methods.ts';
import { createPerson, type VkPerson } from './person.ts';
import { faultsOfNames, loadSpec } from './spec.ts';
import { createWorld, type World } from './world.ts';

export interface VkFake {
  /** Without `/method`. */
  readonly apiRoot: string;
  readonly world: World;
  readonly events: EventSender;
  readonly faults: Faults;
  /** Every call in order of arrival, those of another token left out. */
  readonly calls: readonly VkCall[];
  readonly violations: string[];
  /** False where this machine has no vendor schema. */
  readonly checkedBySpec: boolean;
  /** Somebody who has written to the community just now; `stranger`: who never did. */
  person(options?: { stranger?: boolean }): VkPerson;
  /** Registers a callback server as an operator does by hand in the settings, all events on. */
  register(url: string, secret: string): void;
  /** Posts anything to an address, as a forger would; what came back. */
  forge(url: string, body: unknown): Promise<{ readonly status: number; readonly body: string }>;
  stop(): Promise<void>;
}

export interface VkFakeOptions {
  /** Shortens the waits between tries; 1 is the real pace. Default 0.002. */
  readonly pace?: number;
  /** Milliseconds since 1970; the 24-hour rule goes by it. Default: the wall clock. */
  readonly now?: () => number;
  /** Whether the request for a confirmation carries the secret; default false. */
  readonly confirmWithSecret?: boolean;
}

const CALLS_A_SECOND = 20;
const EVENT_VERSION = '5.199';

export async function startVkFake(options: VkFakeOptions = {}): Promise<VkFake> {
  const { pace = 0.002, now = () => Date.now(), confirmWithSecret = false } = options;
  const world = createWorld(now);
  const spec = loadSpec();
  const violations: string[] = [];
  const calls: VkCall[] = [];
  const faults = createFaults();
  const events = createEventSender(world, pace, confirmWithSecret);
  const closed = new AbortController();
  const arrivals: number[] = [];

  function play(method: string, params: Params): Outcome {
    violations.push(...faultsOfParams(method, params));
    if (method === 'messages.send') {
      const broken = brokenLimit(params);
      if (broken !== null) {
        violations.push(`${method}: ${broken.says}`);
        return broken;
      }
    }
    const right = RIGHTS.find(([prefix]) => method.startsWith(prefix))?.[1];
    if (right !== undefined && !world.rights.includes(right))
      return { code: 15, says: 'Access denied: no access to call this method' };
    const outcome =
      playGroups(world, method, params, (server) => events.confirm(server)) ?? METHODS[method]?.(world, params);
    if (outcome !== undefined) return outcome;
    violations.push(`${method}: the fake does not play it`);
    return { code: 3, says: 'Unknown method passed' };
  }

  function faultsOfParams(method: string, params: Params): readonly string[] {
    const byHand = BY_HAND[method] ?? GROUPS_BY_HAND[method];
    return byHand === undefined ? (spec?.faultsOf(method, params) ?? []) : faultsOfNames(method, params, byHand);
  }

  /** The limit of a community token: more than 20 calls that arrived within one second. */
  function isTooFast(): boolean {
    const at = performance.now();
    while (arrivals[0] !== undefined && arrivals[0] <= at - 1000) arrivals.shift();
    arrivals.push(at);
    return arrivals.length > CALLS_A_SECOND;
  }

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      violations.push(`the fake broke: ${String(error)}`);
      response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', world.root);
    const body = await bodyOf(request);
    const method = /^\/method\/([\w.]+)$/.exec(address.pathname)?.[1];
    if (method !== undefined) return answerMethod(response, method, readParams(request, body, address.searchParams));
    const upload = /^\/upload\/(photo|doc)$/.exec(address.pathname)?.[1];
    if (upload === 'photo' || upload === 'doc') return answerUpload(request, response, upload, body);
    return answerDownload(response, address);
  }

  async function answerMethod(response: ServerResponse, method: string, all: Params): Promise<void> {
    const { access_token: token, v: version, lang: _lang, ...params } = all;
    const refuse = (code: number, says: string) => writeJson(response, errorOf(code, says, method, params));
    if (version === undefined) return refuse(8, 'Invalid request: v (version) is required');
    if (token !== world.token) return refuse(5, 'User authorization failed: invalid access_token (4).');
    calls.push({ method, params });
    if (isTooFast()) return refuse(6, 'Too many requests per second');
    const fault = faults.take(method);
    if (fault !== null && (await meet(fault, response, method, params))) return;
    const outcome = play(method, params);
    if ('code' in outcome) return refuse(outcome.code, outcome.says);
    writeJson(response, outcome);
  }

  /** True where the fault has answered. */
  async function meet(fault: Fault, response: ServerResponse, method: string, params: Params): Promise<boolean> {
    const accepted = fault.kind.startsWith('accept') || (fault.kind === 'reset' && fault.when === 'after');
    if (accepted) play(method, params);
    switch (fault.kind) {
      case 'error':
      case 'accept-then-error':
        writeJson(response, errorOf(fault.code, fault.says ?? 'a fault was asked for', method, params));
        return true;
      case 'value':
        writeJson(response, { response: fault.value });
        return true;
      case 'stall':
        await pause(fault.milliseconds, closed.signal);
        return false;
      case 'accept-then-status':
      case 'status':
      case 'reset':
      case 'not-json':
        breakDown(fault, response);
        return true;
    }
  }

  async function answerUpload(
    request: IncomingMessage,
    response: ServerResponse,
    as: 'photo' | 'doc',
    body: Buffer,
  ): Promise<void> {
    const fault = faults.take('upload');
    if (fault?.kind === 'value') return writeJson(response, fault.value);
    if (fault !== null) return breakDown(fault, response);
    const file = readUpload(request, body);
    if (file === null || file.field !== (as === 'photo' ? 'photo' : 'file')) {
      violations.push(`upload of a ${as}: no file in the field of the form`);
      return writeJson(response, { error: 'no_file' });
    }
    writeJson(response, acceptUpload(world, as, file.name, file.bytes));
  }

  function answerDownload(response: ServerResponse, address: URL): void {
    const fault = faults.take('download');
    if (fault?.kind === 'value') return void response.writeHead(302, { Location: String(fault.value) }).end();
    if (fault !== null) return breakDown(fault, response);
    const [, stored, name = ''] = /^\/(store\/)?((?:doc|photo)-?\d+_\d+)$/.exec(address.pathname) ?? [];
    const file = world.files.get(name);
    const key = address.searchParams.get(stored === undefined ? 'hash' : 'key');
    if (file === undefined || key !== file.key) return void response.writeHead(404).end();
    if (stored === undefined) return void response.writeHead(302, { Location: `/store/${name}?key=${file.key}` }).end();
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(file.bytes);
  }

  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  world.root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let people = 0;
  return {
    apiRoot: world.root,
    world,
    events,
    faults,
    calls,
    violations,
    checkedBySpec: spec !== null,
    person({ stranger = false } = {}) {
      people += 1;
      const userId = 500_000_000 + people;
      const standing = stranger ? 'never-wrote' : 'open';
      const lastWord = stranger ? 0 : now();
      const conversation = { userId, standing, lastWord, cmid: 0, shown: [], own: new Map(), sent: new Map() } as const;
      world.conversations.set(userId, { ...conversation, shown: [] });
      const mine = world.conversations.get(userId);
      if (mine === undefined) throw new Error('unreachable');
      return createPerson(world, mine, events);
    },
    register(url, secret) {
      const on = ['message_new', 'message_event', 'message_allow', 'message_deny', 'message_edit', 'group_join'];
      const id = world.nextNumber();
      const events = new Map(on.map((name) => [name, 1]));
      world.servers.set(id, { id, url, title: 'by hand', secret, status: 'ok', version: EVENT_VERSION, events });
    },
    forge: (url, body) => post(url, typeof body === 'string' ? body : JSON.stringify(body), false, 0),
    async stop() {
      closed.abort();
      events.stop();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      if (violations.length > 0) throw new Error(`calls VK would not take:\n${violations.join('\n')}`);
    },
  };
}

/** The right of the token each section of methods asks for. */
const RIGHTS: readonly (readonly [prefix: string, right: string])[] = [
  ['messages.', 'messages'],
  ['photos.', 'photos'],
  ['docs.', 'docs'],
  ['groups.getCallback', 'manage'],
  ['groups.addCallback', 'manage'],
  ['groups.editCallback', 'manage'],
  ['groups.setCallback', 'manage'],
  ['groups.setSettings', 'manage'],
];

/** As the real server: what was asked for stands in the error, the words of the message among it. */
function errorOf(code: number, says: string, method: string, params: Params): object {
  const asked = Object.entries({ method, ...params }).map(([key, value]) => ({ key, value }));
  return { error: { error_code: code, error_msg: says, request_params: asked } };
}

function breakDown(fault: Fault, response: ServerResponse): void {
  if (fault.kind === 'not-json') return void response.writeHead(200).end('<html>Bad Gateway</html>');
  if (fault.kind === 'status' || fault.kind === 'accept-then-status') {
    const wait = fault.kind === 'status' && fault.retryAfter !== undefined ? { 'Retry-After': fault.retryAfter } : {};
    return void response.writeHead(fault.status, { 'Content-Type': 'text/html', ...wait }).end('<html></html>');
  }
  response.destroy();
}

function writeJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end, { once: true });
  });
}
