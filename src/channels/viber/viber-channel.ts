/** Viber as a channel: wires reading, sending, files and the webhook together; each lives in its own file. */
import type { FastifyInstance } from 'fastify';
import type { Files } from '../../casework/ports.ts';
import type { ChannelTrouble, Messenger } from '../../delivery/channel.ts';
import { askAccount, linkOf } from './account.ts';
import { connectWebhook } from './connect-webhook.ts';
import { createFetchFile } from './fetch-file.ts';
import { createFileLinks } from './file-links.ts';
import { connectAndFind, findState } from './findings.ts';
import { createMediaAddresses } from './media-address.ts';
import { createSend } from './send.ts';
import { FILES_PATH, hangFiles } from './serve-files.ts';
import { createTakeEvent, type TakeEventDeps } from './take-event.ts';
import { VIBER_CAN } from './translate-out.ts';
import { createTroubles } from './troubles.ts';
import { createViberApi, type Failure } from './viber-api.ts';
import { hangWebhook } from './webhook.ts';

/** What the channel needs; the token is told to nobody. Several processes may run: all they share is the token and the files. */
export interface ViberDeps extends TakeEventDeps {
  /** Default https://chatapi.viber.com; another where that is out of reach, or the fake. */
  readonly apiRoot?: string;
  /** Our own outside address: https, with a certificate of a known authority. */
  readonly publicUrl: string;
  /** Bytes of the files we send, by the hash of their content. */
  readonly files: Pick<Files, 'read'>;
  /** The channel as a whole needs a person, or needs one no more; told once each. */
  readonly trouble: (what: ChannelTrouble, begins: boolean) => void;
  /** Seconds of the first and of the longest wait after a failure. */
  readonly backoff?: { readonly first: number; readonly longest: number };
}

/** Viber, open or opening. */
export interface ViberChannel extends Messenger {
  /** Hangs the webhook and the files we send on the server; the server must listen soon after `start`. */
  routes(app: FastifyInstance): void;
}

const DEFAULT_ROOT = 'https://chatapi.viber.com';

/** Speaks to nobody before `start`. */
export function createViberChannel(deps: ViberDeps): ViberChannel {
  const { token, log, files, now, senderName, backoff = { first: 1, longest: 60 } } = deps;
  const apiRoot = (deps.apiRoot ?? DEFAULT_ROOT).replace(/\/+$/, '');
  const publicUrl = deps.publicUrl.replace(/\/+$/, '');
  const closing = new AbortController();
  const stop = closing.signal;
  const api = createViberApi(token, apiRoot, stop);
  const troubles = createTroubles(deps);
  const addresses = createMediaAddresses(token, apiRoot);
  const links = createFileLinks(token);
  const take = createTakeEvent(deps, addresses);
  let isSet = false;
  let connecting: Promise<void> | null = null;
  let uri: string | null = null;

  const listen = (): Promise<void> => {
    connecting ??= connectWebhook({ api, publicUrl, stop, troubles, backoff }).then((known) => {
      connecting = null;
      isSet = known && !stop.aborted;
    });
    return connecting;
  };
  const tell = (failure: Failure) => {
    troubles.failed(failure, 'send_message');
    if (!troubles.has('webhook-lost') || stop.aborted) return;
    isSet = false;
    void listen();
  };
  return {
    kind: 'viber',
    can: VIBER_CAN,
    send: createSend({
      api,
      senderName,
      files,
      linkTo: (file) => `${publicUrl}${FILES_PATH}${links.sign(file, Date.parse(now()))}`,
      tell,
      worked: troubles.worked,
    }),
    fetchFile: createFetchFile(addresses, stop),
    ready: () => isSet && !troubles.has('token-refused'),
    routes(app) {
      hangWebhook(app, token, take, log);
      hangFiles(app, { links, files, now });
    },
    async start() {
      void listen();
    },
    async link(start) {
      if (uri === null) {
        const answer = await askAccount(api);
        if (answer.kind === 'done') ({ uri } = answer.value);
      }
      return uri === null ? null : linkOf(uri, start);
    },
    check: () => findState(api, publicUrl),
    connect: () => connectAndFind(api, publicUrl),
    async close() {
      isSet = false;
      closing.abort();
      await connecting;
    },
  };
}
