/** Telegram as a channel: wires reading, sending, files and menus together; each lives in its own file. */
import type { FastifyInstance } from 'fastify';
import type { Messenger } from '../../delivery/channel.ts';
import type { ChannelLog } from '../../delivery/channel-log.ts';
import { createPlatformTroubles, type TellTrouble } from '../../delivery/platform-troubles.ts';
import type { Language } from '../../texts/text.ts';
import { type CheckDeps, check, connect } from './check.ts';
import { type CommandTexts, describeMenu, describeMenus, type MenuRole } from './command-menu.ts';
import { createTellFailure } from './failure-log.ts';
import { callSays } from './failures.ts';
import { createFetchFile } from './fetch-file.ts';
import { poll } from './polling.ts';
import { createSend } from './send.ts';
import { createUpdateTaker, type TakeUpdateDeps } from './take-update.ts';
import { createTelegramApi } from './telegram-api.ts';
import { TELEGRAM_CAN } from './translate-out.ts';
import { connectWebhook, hangWebhook, isWebhookSecret, webhookAddress } from './webhook.ts';

/** What the channel needs; the token and the secret are told to nobody. */
export interface TelegramDeps extends TakeUpdateDeps {
  readonly token: string;
  /** Default https://api.telegram.org; another where that is out of reach, or the fake. */
  readonly apiRoot?: string;
  /** With a secret updates come by webhook and several processes may run; without one by long polling, in one process. */
  readonly webhookSecret: string | null;
  /** Our own outside address, https where a webhook is wanted. */
  readonly publicUrl: string;
  readonly log: ChannelLog;
  readonly commandTexts: CommandTexts;
  /** Told once when a trouble with the whole channel begins (`true`) and once when it is over. */
  readonly trouble: TellTrouble;
  /** Seconds of the first and of the longest wait after a failure. */
  readonly backoff?: { readonly first: number; readonly longest: number };
}

/** Telegram, open or opening. */
export interface TelegramChannel extends Messenger {
  /** Hangs the webhook on the server; does nothing where long polling is used. */
  routes(app: FastifyInstance): void;
  /** Gives one person the menu of their role; false where the platform did not take it. */
  describeMenuFor(externalId: string, role: MenuRole, language: Language): Promise<boolean>;
}

const DEFAULT_ROOT = 'https://api.telegram.org';
const CALL_SECONDS = 10;

/** Throws where the secret could never be taken by the platform; speaks to nobody before `start`. */
export async function createTelegramChannel(deps: TelegramDeps): Promise<TelegramChannel> {
  const { token, log, webhookSecret: secret, backoff = { first: 1, longest: 60 } } = deps;
  if (secret !== null && !isWebhookSecret(secret))
    throw new Error('TELEGRAM_WEBHOOK_SECRET must be 1 to 256 characters of A-Z a-z 0-9 _ - ; set it in .env');
  const apiRoot = (deps.apiRoot ?? DEFAULT_ROOT).replace(/\/+$/, '');
  const closing = new AbortController();
  const stop = closing.signal;
  const troubles = createPlatformTroubles(deps.trouble, deps.now);
  const api = createTelegramApi(token, apiRoot, stop, (answer) => troubles.heard(callSays(answer)));
  const taker = createUpdateTaker(api, deps);
  let open = false;
  let listening: Promise<unknown> = Promise.resolve();
  let name: string | null = null;

  const tell = createTellFailure(log, token, () => void (open = false));
  const url = webhookAddress(deps.publicUrl);
  const looking: CheckDeps = { api, url, secret, publicUrl: deps.publicUrl, commandTexts: deps.commandTexts, tell };
  const listen = async () => {
    const common = { api, stop, log, tell, backoff };
    if (secret === null) return poll({ ...common, taker, listening: (now) => void (open = now) });
    open = (await connectWebhook({ ...common, troubles, url, secret })) && !stop.aborted;
  };
  return {
    kind: 'telegram',
    can: TELEGRAM_CAN,
    send: createSend(api, tell),
    fetchFile: createFetchFile(api, { apiRoot, token, stop }),
    ready: () => open,
    routes(app) {
      if (secret !== null) hangWebhook(app, secret, taker, log);
    },
    async start() {
      listening = Promise.all([listen(), describeMenus(api, deps.commandTexts, tell)]);
    },
    async describeMenuFor(externalId, role, language) {
      return describeMenu(api, deps.commandTexts, { externalId, role, language }, tell);
    },
    async link(start) {
      if (name === null) {
        const answer = await api.call(CALL_SECONDS, (raw, signal) => raw.getMe(signal));
        if (answer.kind === 'done') name = answer.value.username;
      }
      return name === null ? null : `https://t.me/${name}${start === null ? '' : `?start=${start}`}`;
    },
    check: () => check(looking),
    connect: () => connect(looking),
    async close() {
      open = false;
      closing.abort();
      await listening;
      await taker.settled();
    },
  };
}
