/**
 * A Bot API server on this machine: real HTTP, the server's own rules and words, and people to talk with. Every call is
 * checked against the Bot API description and against limits written by hand; whatever breaks them is a violation, and
 * `stop` throws if there was any. Knows nothing of the channel it tests.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BotCall, readCall } from './call.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { brokenLimit } from './limits.ts';
import { METHODS, type Outcome } from './methods.ts';
import { createPerson, type TelegramPerson } from './person.ts';
import { faultsOfCall, faultsOfValue, loadSpec } from './spec.ts';
import { createSubscription } from './subscription.ts';
import { createUpdateList, type UpdateList } from './updates.ts';
import { createWebhookSender, type WebhookSender } from './webhook.ts';
import { createWorld, type World } from './world.ts';

export interface TelegramFake {
  readonly apiRoot: string;
  readonly token: string;
  readonly world: World;
  readonly updates: UpdateList;
  readonly webhook: WebhookSender;
  readonly faults: Faults;
  /** Every call in order of arrival. */
  readonly calls: readonly BotCall[];
  readonly violations: string[];
  /** False where this machine has no Bot API description. */
  readonly checkedBySpec: boolean;
  /** Somebody who has talked with the bot already; `stranger`: who never did. */
  person(options?: { languageCode?: string; stranger?: boolean }): TelegramPerson;
  /** Posts anything to the webhook, as a forger would; the status of the answer. */
  forge(body: string, secret: string | null): Promise<number>;
  stop(): Promise<void>;
}

export interface TelegramFakeOptions {
  /** Shortens all waiting; 1 is the real pace. Default 0.01. */
  readonly pace?: number;
}

export async function startTelegramFake({ pace = 0.01 }: TelegramFakeOptions = {}): Promise<TelegramFake> {
  const token = `4839574812:AAF${'kqzTEST'.repeat(4)}_${'x'.repeat(3)}`;
  const world = createWorld(token);
  const spec = loadSpec();
  const violations: string[] = [];
  const calls: BotCall[] = [];
  const faults = createFaults();
  const closed = new AbortController();
  const subscription = createSubscription(pace);
  const updates = createUpdateList(500_001, subscription.allowed);
  const sender = createWebhookSender(updates, subscription.hook, pace);
  const checked = spec === null ? updates : checkedUpdates(updates);

  function checkedUpdates(list: UpdateList): UpdateList {
    return {
      ...list,
      add: (make, kind, chat) =>
        list.add(
          (id) => {
            const update = make(id);
            if (spec !== null) own(faultsOfValue(spec, ['Update'], update, 'Update'));
            return update;
          },
          kind,
          chat,
        ),
    };
  }
  /** A fault in what the fake itself says is a bug of the fake. */
  function own(found: readonly string[]): void {
    if (found.length > 0) throw new Error(`the Telegram fake says what Telegram never would: ${found.join('; ')}`);
  }

  async function play(call: BotCall): Promise<Outcome> {
    calls.push(call);
    if (spec !== null) violations.push(...faultsOfCall(spec, call.method, call.params, new Set(call.uploads.keys())));
    const broken = brokenLimit(
      call.method,
      call.params,
      new Map([...call.uploads].map(([field, upload]) => [field, upload.bytes])),
    );
    if (broken !== null) {
      violations.push(`${call.method}: ${broken.description}`);
      return broken;
    }
    const heard = subscription.play(call, updates, sender, closed.signal);
    if (heard !== null) return heard;
    const method = METHODS[call.method];
    if (method === undefined) {
      violations.push(`${call.method}: the fake does not play it`);
      return { code: 404, description: 'Not Found' };
    }
    const outcome = method(world, call);
    const returns = spec?.methods[call.method]?.returns;
    if (spec !== null && returns !== undefined && 'result' in outcome)
      own(faultsOfValue(spec, returns, outcome.result, call.method));
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
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(address.pathname);
    if (file !== null) return answerFile(response, file[1] ?? '', decodeURIComponent(file[2] ?? ''));
    const [, given, method] = /^\/bot([^/]+)\/(\w+)$/.exec(address.pathname) ?? [];
    if (given !== token || method === undefined)
      return write(response, given === undefined ? { code: 404, description: 'Not Found' } : UNAUTHORIZED);
    const call = await readCall(method, request, address.searchParams);
    const fault = faults.take(method);
    if (fault !== null && (await meet(fault, response, call))) return;
    write(response, await play(call));
  }

  /** True where the fault has answered. */
  async function meet(fault: Fault, response: ServerResponse, call: BotCall): Promise<boolean> {
    switch (fault.kind) {
      case 'answer':
        calls.push(call);
        write(response, fault, fault.retryAfter);
        return true;
      case 'accept-then-answer':
        await play(call);
        write(response, fault);
        return true;
      case 'reset':
        if (fault.when === 'after') await play(call);
        response.destroy();
        return true;
      case 'not-json':
        response.writeHead(fault.code, { 'Content-Type': 'text/html' }).end('<html>Bad Gateway</html>');
        return true;
      case 'stall':
        await pause(fault.milliseconds, closed.signal);
        return false;
    }
  }

  function answerFile(response: ServerResponse, given: string, path: string): void {
    const kept = [...world.files.values()].find((one) => one.path === path);
    const fault = faults.take('download');
    if (given !== token) return write(response, UNAUTHORIZED);
    if (fault?.kind === 'reset') return void response.destroy();
    if (fault?.kind === 'answer') return write(response, fault);
    if (kept === undefined || kept.bytes === null) return write(response, { code: 404, description: 'Not Found' });
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(kept.bytes);
  }

  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  let people = 0;
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    world,
    updates,
    webhook: sender,
    faults,
    calls,
    violations,
    checkedBySpec: spec !== null,
    person({ languageCode = 'ru', stranger = false } = {}) {
      people += 1;
      const id = 700_000_000 + people;
      const user = { id, is_bot: false, first_name: `Человек ${people}`, language_code: languageCode };
      world.chats.set(id, { user, standing: stranger ? 'never-started' : 'open', shown: [] });
      const chat = world.chats.get(id);
      if (chat === undefined) throw new Error('unreachable');
      return createPerson(world, chat, checked);
    },
    async forge(body, secret) {
      const url = subscription.hook()?.url;
      if (url === undefined) throw new Error('no webhook is set');
      const headers: { [name: string]: string } = { 'Content-Type': 'application/json' };
      if (secret !== null) headers['X-Telegram-Bot-Api-Secret-Token'] = secret;
      return (await fetch(url, { method: 'POST', headers, body })).status;
    },
    async stop() {
      closed.abort();
      sender.stop();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      if (violations.length > 0) throw new Error(`calls Telegram would not take:\n${violations.join('\n')}`);
    },
  };
}

const UNAUTHORIZED = { code: 401, description: 'Unauthorized' };

function write(response: ServerResponse, outcome: Outcome, retryAfter?: number): void {
  const body =
    'result' in outcome
      ? { ok: true, result: outcome.result }
      : {
          ok: false,
          error_code: outcome.code,
          description: retryAfter === undefined ? outcome.description : `Too Many Requests: retry after ${retryAfter}`,
          ...(retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } }),
        };
  response.writeHead('result' in outcome ? 200 : outcome.code, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
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
