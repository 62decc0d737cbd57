/** Viber as a channel: wires reading, sending, files and the webhook together; each lives in its own file. */
import type { FastifyInstance } from 'fastify';
import type { Files } from '../../casework/ports.ts';
import type { ChannelTrouble, Messenger, OutgoingFile } from '../../delivery/channel.ts';
import { createLink } from './account.ts';
import { createFetchFile } from './fetch-file.ts';
import { createFileLinks } from './file-links.ts';
import { connectAndFind, findState } from './findings.ts';
import { createListening } from './listening.ts';
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
  /** Seconds between two looks whether the platform still knows our address; ten minutes where it is not said. */
  readonly lookEvery?: number;
}

/** Viber, open or opening. */
export interface ViberChannel extends Messenger {
  /** Hangs the webhook and the files we send on the server; the server must listen soon after `start`. */
  routes(app: FastifyInstance): void;
}

const DEFAULT_ROOT = 'https://chatapi.viber.com';

/** Speaks to nobody before `start`. */
export function createViberChannel(deps: ViberDeps): ViberChannel {
  const { token, log, files, now, senderName, backoff = { first: 1, longest: 60 }, lookEvery = 600 } = deps;
  const apiRoot = (deps.apiRoot ?? DEFAULT_ROOT).replace(/\/+$/, '');
  const publicUrl = deps.publicUrl.replace(/\/+$/, '');
  const closing = new AbortController();
  const stop = closing.signal;
  const api = createViberApi(token, apiRoot, stop);
  const troubles = createTroubles(deps);
  const addresses = createMediaAddresses(token, apiRoot);
  const links = createFileLinks(token);
  const take = createTakeEvent(deps, addresses);
  const listening = createListening({ api, publicUrl, stop, troubles, backoff, lookEvery });
  const tell = (failure: Failure) => {
    troubles.failed(failure, 'send_message');
    if (troubles.has('webhook-lost')) listening.lost();
  };
  const linkTo = (file: OutgoingFile) => `${publicUrl}${FILES_PATH}${links.sign(file, Date.parse(now()))}`;
  return {
    kind: 'viber',
    can: VIBER_CAN,
    send: createSend({ api, senderName, files, linkTo, tell, worked: () => troubles.worked() }),
    fetchFile: createFetchFile(addresses, stop),
    ready: () => listening.isKnown() && !troubles.has('token-refused'),
    routes(app) {
      hangWebhook(app, token, take, log);
      hangFiles(app, { links, files, now });
    },
    async start() {
      listening.begin();
    },
    link: createLink(api),
    check: () => findState(api, publicUrl),
    connect: () => connectAndFind(api, publicUrl),
    async close() {
      closing.abort();
      await listening.settled();
    },
  };
}
