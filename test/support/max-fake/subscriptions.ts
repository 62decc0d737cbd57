/** How the bot hears of events: webhooks or long polling, one excluding the other. */
import type { EventList } from './events.ts';
import type { MaxCall, Outcome } from './methods.ts';
import type { Hook } from './webhook.ts';

export interface Subscriptions {
  readonly hooks: () => readonly Hook[];
  readonly wanted: (type: string) => boolean;
  /** What the server does after eight hours of failures: forgets every address and says nothing. */
  drop(): void;
  /** Adds an address without being asked: another program with the same token. */
  add(hook: Hook): void;
  /** Plays the methods of /subscriptions and /updates; null for any other. */
  play(call: MaxCall, events: EventList, closed: AbortSignal): Promise<Outcome> | null;
}

/** JSON that is already written: events keep their wide numbers. */
export class Written {
  readonly json: string;
  constructor(json: string) {
    this.json = json;
  }
}

export function createSubscriptions(pace: number, changed: () => void): Subscriptions {
  let hooks: readonly (Hook & { readonly time: number })[] = [];
  let polled: readonly string[] = [];
  const add = (hook: Hook) => {
    hooks = [...hooks.filter(({ url }) => url !== hook.url), { ...hook, time: Date.now() }];
    changed();
  };
  const poll = async ({ query }: MaxCall, events: EventList, closed: AbortSignal): Promise<Outcome> => {
    if (hooks.length > 0) return { status: 405, code: 'method.not.allowed', message: 'Webhook is active' };
    polled = query.get('types')?.split(',') ?? [];
    const marker = Number(query.get('marker') ?? 0);
    for (const event of events.all().filter(({ number }) => number <= marker)) events.drop(event);
    const until = Date.now() + Number(query.get('timeout') ?? 30) * 1000 * pace;
    for (;;) {
      const ready = events.all().slice(0, Number(query.get('limit') ?? 100));
      const late = ready.findIndex(({ notBefore }) => notBefore > Date.now());
      const batch = late === -1 ? ready : ready.slice(0, late);
      if (batch.length > 0 || Date.now() >= until || closed.aborted) {
        const list = batch.flatMap((event) => Array.from({ length: event.times }, () => event.json));
        return { result: new Written(`{"updates":[${list.join(',')}],"marker":${batch.at(-1)?.number ?? marker}}`) };
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return {
    hooks: () => hooks,
    wanted(type) {
      const types = hooks.length > 0 ? hooks.flatMap((hook) => hook.types) : polled;
      return types.length === 0 || types.includes(type);
    },
    drop: () => {
      hooks = [];
    },
    add,
    play(call, events, closed) {
      switch (`${call.method} ${call.path}`) {
        case 'GET /updates':
          return poll(call, events, closed);
        case 'GET /subscriptions': {
          const subscriptions = hooks.map(({ url, types, time }) => ({ url, time, update_types: types }));
          return Promise.resolve({ result: { subscriptions } });
        }
        case 'POST /subscriptions': {
          const {
            url,
            secret,
            update_types: types,
          } = call.body as { url: string; secret?: string; update_types?: string[] };
          if (!url.startsWith('https://') && !isHere(url))
            return Promise.resolve({
              status: 400,
              code: 'proto.payload',
              message: `Invalid url '${url}': https is required`,
            });
          if (!isHere(url) && new URL(url).port !== '')
            return Promise.resolve({ result: { success: false, message: `Port is not allowed in ${url}` } });
          add({ url, secret: secret ?? null, types: types ?? [] });
          return Promise.resolve({ result: { success: true } });
        }
        case 'DELETE /subscriptions':
          hooks = hooks.filter(({ url }) => url !== call.query.get('url'));
          return Promise.resolve({ result: { success: true } });
        default:
          return null;
      }
    },
  };
}

/** Plain HTTP and a port to this machine only, because tests have no certificate. */
function isHere(url: string): boolean {
  return /^http:\/\/(127\.0\.0\.1|localhost):/.test(url);
}
