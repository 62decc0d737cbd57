/** MAX as a channel: wires reading, sending, files and the subscription together; each lives in its own file. */
import { setMaxListeners } from 'node:events';
import type { FastifyInstance } from 'fastify';
import type { Messenger } from '../../delivery/channel.ts';
import type { ChannelLog } from '../../delivery/channel-log.ts';
import { createPlatformTroubles, type TellTrouble } from '../../delivery/platform-troubles.ts';
import { createLink } from './bot-link.ts';
import { type CheckDeps, check, connect } from './check.ts';
import { type CommandTexts, describeCommands } from './commands.ts';
import { createTellFailure } from './failure-log.ts';
import { callSays } from './failures.ts';
import { createFetchFile } from './fetch-file.ts';
import { createFileAddresses } from './file-addresses.ts';
import { createMaxApi } from './max-api.ts';
import { poll } from './polling.ts';
import { createSend } from './send.ts';
import { keepSubscribed } from './subscription.ts';
import { createUpdateTaker, type TakeUpdateDeps } from './take-update.ts';
import { MAX_CAN } from './translate-out.ts';
import { hangWebhook, isWebhookSecret, webhookAddress } from './webhook.ts';

/** What the channel needs; the token and the secret are told to nobody. */
export interface MaxDeps extends TakeUpdateDeps {
  readonly token: string;
  /** Default https://platform-api2.max.ru; another for the fake. */
  readonly apiRoot?: string;
  /** With a secret updates come by webhook and several processes may run; without one by long polling, for development only. */
  readonly webhookSecret: string | null;
  /** Our own outside address: https on port 443 where a webhook is wanted. */
  readonly publicUrl: string;
  readonly log: ChannelLog;
  readonly commandTexts: CommandTexts;
  /** Told once when a trouble with the whole channel begins (`true`) and once when it is over. */
  readonly trouble: TellTrouble;
  /** Seconds of the first and of the longest wait after a failure. */
  readonly backoff?: { readonly first: number; readonly longest: number };
  /** Seconds between two looks at our subscription; default ten minutes. */
  readonly watchEvery?: number;
}

/** MAX, open or opening. */
export interface MaxChannel extends Messenger {
  readonly kind: 'max';
  /** Hangs the webhook on the server; does nothing where long polling is used. */
  routes(app: FastifyInstance): void;
}

const DEFAULT_ROOT = 'https://platform-api2.max.ru';
const WATCH_EVERY = 600;

/** Throws where the secret could never be taken by the platform; speaks to nobody before `start`. */
export function createMaxChannel(deps: MaxDeps): MaxChannel {
  const { token, log, webhookSecret: secret, publicUrl, commandTexts, watchEvery: every = WATCH_EVERY } = deps;
  const { backoff = { first: 1, longest: 60 } } = deps;
  if (secret !== null && !isWebhookSecret(secret))
    throw new Error('MAX_WEBHOOK_SECRET must be 5 to 256 characters of A-Z a-z 0-9 _ - ; set it in .env');
  const apiRoot = (deps.apiRoot ?? DEFAULT_ROOT).replace(/\/+$/, '');
  const plain = apiRoot.startsWith('http:');
  const closing = new AbortController();
  const stop = closing.signal;
  // Every call under way listens to it; the default warns of ten.
  setMaxListeners(0, stop);
  const troubles = createPlatformTroubles(deps.trouble, deps.now);
  const api = createMaxApi({ token, apiRoot, stop, heard: (answer) => troubles.heard(callSays(answer)) });
  const tell = createTellFailure(log, secret === null ? [token] : [token, secret]);
  const addresses = createFileAddresses();
  const taker = createUpdateTaker(api, deps, { token, addresses });
  const url = webhookAddress(publicUrl);
  const looking: CheckDeps = { api, url, secret, publicUrl, commandTexts, tell };
  let open = false;
  let running: Promise<unknown> = Promise.resolve();

  const listening = (now: boolean) => void (open = now);
  const common = { api, stop, log, tell, backoff, listening };
  const listen = async () => {
    if (secret !== null) return keepSubscribed({ ...common, troubles, url, secret, every });
    log.warn({}, 'max: no MAX_WEBHOOK_SECRET, so updates are polled: for development only, the platform slows it down');
    return poll({ ...common, taker });
  };
  return {
    kind: 'max',
    can: MAX_CAN,
    send: createSend({ api, plain, stop, tell, backoff }),
    fetchFile: createFetchFile({ api, addresses, plain, stop }),
    ready: () => open && !troubles.has('token-refused'),
    routes(app) {
      if (secret !== null) hangWebhook(app, secret, taker, log);
    },
    async start() {
      running = Promise.all([listen(), describeCommands(api, commandTexts, tell)]);
    },
    link: createLink(api, tell),
    check: () => check(looking),
    connect: () => connect(looking),
    async close() {
      open = false;
      closing.abort();
      await running;
      await taker.settled();
    },
  };
}
