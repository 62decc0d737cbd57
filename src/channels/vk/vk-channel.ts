/** A VK community as a channel: wires the callback, sending, files and setting up together; each lives in its own file. */
import { setMaxListeners } from 'node:events';
import type { FastifyInstance } from 'fastify';
import type { ChannelTrouble, Messenger } from '../../delivery/channel.ts';
import type { ChannelLog } from '../../delivery/channel-log.ts';
import { CALLBACK_PATH, hangCallback, isCallbackSecret } from './callback.ts';
import { checkSetUp } from './check.ts';
import { createConfirmation } from './confirmation.ts';
import { connectSetUp } from './connect.ts';
import { createFetchFile } from './fetch-file.ts';
import { createHealth } from './health.ts';
import { createLink } from './link.ts';
import { createSend, type VkIntent } from './send.ts';
import { createEventTaker, type TakeEventDeps } from './take-event.ts';
import { VK_CAN } from './translate-out.ts';
import { createVkApi } from './vk-api.ts';
import { findOurselves, watch } from './watch.ts';

/** What the channel needs; the token and the secret are told to nobody. */
export interface VkDeps extends TakeEventDeps {
  /** Of the community, with the rights messages, photos, docs and manage. */
  readonly token: string;
  /** The community's number, without a minus. */
  readonly groupId: number;
  /** Default https://api.vk.ru; another where that is out of reach, or the fake. */
  readonly apiRoot?: string;
  /** Stands in every event: 1 to 50 of A-Z a-z 0-9 _. */
  readonly callbackSecret: string;
  /** What the address answers when VK asks whether it is ours; null: the platform is asked for it. */
  readonly confirmation: string | null;
  /** Our own outside address, https in production. */
  readonly publicUrl: string;
  readonly log: ChannelLog;
  /** Seconds of the first and of the longest wait after a failure. */
  readonly backoff?: { readonly first: number; readonly longest: number };
  /** Seconds between two looks at the callback address; default 600. */
  readonly watchEvery?: number;
  /** For people who have been silent for a day, where the platform allowed one; default null: another channel is taken. */
  readonly intent?: VkIntent | null;
  /** Told once when a trouble begins and once when it is over. */
  readonly trouble: (what: ChannelTrouble, begins: boolean) => void;
}

/** VK, open or opening. */
export interface VkChannel extends Messenger {
  /** Hangs the callback address on the server. */
  routes(app: FastifyInstance): void;
}

const DEFAULT_ROOT = 'https://api.vk.ru';

/** Throws where the secret could never be taken by the platform; speaks to nobody before `start`. */
export function createVkChannel(deps: VkDeps): VkChannel {
  const { token, groupId, log, callbackSecret: secret, confirmation } = deps;
  const { backoff = { first: 1, longest: 60 }, watchEvery: every = 600, intent = null } = deps;
  if (!isCallbackSecret(secret))
    throw new Error('VK_CALLBACK_SECRET must be 1 to 50 characters of A-Z a-z 0-9 _ ; set it in .env');
  const apiRoot = (deps.apiRoot ?? DEFAULT_ROOT).replace(/\/+$/, '');
  const url = `${deps.publicUrl.replace(/\/+$/, '')}${CALLBACK_PATH}`;
  const closing = new AbortController();
  const stop = closing.signal;
  // Every call under way listens for the end.
  setMaxListeners(0, stop);
  const health = createHealth(deps);
  const api = createVkApi(token, apiRoot, stop, health.heard);
  const taker = createEventTaker(api, deps);
  const setUp = { api, groupId, secret, url, confirmation };
  const confirmationNow = createConfirmation(api, groupId, confirmation);
  let open = false;
  let listening: Promise<unknown> = Promise.resolve();

  const listen = async () => {
    const watched = { api, groupId, url, stop, log, health, backoff, every };
    open = (await findOurselves(watched)) && !stop.aborted;
    if (open) await watch(watched);
  };
  return {
    kind: 'vk',
    can: VK_CAN,
    send: createSend(api, intent),
    fetchFile: createFetchFile(api, { apiRoot, stop }),
    ready: () => open && !health.has('token-refused'),
    routes(app) {
      hangCallback(app, { groupId, secret, taker, log, confirmation: confirmationNow });
    },
    async start() {
      listening = listen();
    },
    link: createLink(api),
    check: () => checkSetUp(setUp),
    connect: () => connectSetUp({ ...setUp, stop, backoff }),
    async close() {
      open = false;
      closing.abort();
      await listening;
      await taker.settled();
    },
  };
}
