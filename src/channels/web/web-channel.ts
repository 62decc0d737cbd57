/** The web chat as a channel: routes for the page, and sending by appending to the transcript. */
import type { FastifyInstance } from 'fastify';
import type { Capabilities, Channel, OutgoingMessage, SendResult } from '../../delivery/channel.ts';
import { errorFields } from '../../http/log.ts';
import type { WebChannelDeps } from './deps.ts';
import { addEventRoutes } from './event-routes.ts';
import { addFileRoutes, FILE_LIMIT } from './file-routes.ts';
import { createGuard } from './guard.ts';
import { createOpenStreams, type OpenStreams } from './open-streams.ts';
import { loadPageAssets } from './page-assets.ts';
import { addPageRoutes } from './page-routes.ts';
import { createSessions } from './session.ts';
import { createTakeIn } from './take-in.ts';
import { type Transcript, transcriptOf } from './transcript.ts';

/** Our own page: the limits are what reads well on a phone. */
const CAN: Capabilities = {
  textLimit: 4000,
  buttonsPerRow: 4,
  buttonsInAll: 60,
  labelLimit: 80,
  fileLimit: FILE_LIMIT,
};
const POLL_EVERY_MS = 3000;

/** A channel that also hangs its routes on the server: `await app.register(web.routes)`. */
export interface WebChannel extends Channel {
  readonly routes: (app: FastifyInstance) => Promise<void>;
}

/** Opens the web chat. An address is the SHA-256 of a session secret; messages are exactly once, by the id of the outbox. */
export function createWebChannel(deps: WebChannelDeps): WebChannel {
  const transcript = transcriptOf(deps.database);
  const streams = createOpenStreams(transcript, deps.log, deps.pollEveryMs ?? POLL_EVERY_MS);
  const takeIn = createTakeIn(deps, transcript, streams);
  const sessions = createSessions(deps.newId, deps.secureCookies);
  const guard = createGuard(sessions, deps.publicUrl);
  const assets = loadPageAssets(deps.words);
  let open = true;
  return {
    kind: 'web',
    can: CAN,
    ready: () => open,
    send: (message) => send(message, deps, transcript, streams),
    // Every file of the web chat is kept as it comes in: none stays behind to be fetched.
    fetchFile: async () => ({ kind: 'gone' }),
    async close() {
      open = false;
      streams.close();
    },
    async routes(app) {
      addPageRoutes(app, assets, sessions);
      addEventRoutes(app, guard, takeIn, transcript, streams);
      await app.register((scope) => addFileRoutes(scope, guard, takeIn, transcript, deps.files));
    },
  };
}

async function send(
  message: OutgoingMessage,
  deps: WebChannelDeps,
  transcript: Transcript,
  streams: OpenStreams,
): Promise<SendResult> {
  try {
    for (const file of message.files)
      if ((await deps.files.read(file.hash)) === null) await deps.files.keep(await file.bytes(), file.name);
    const { seq } = await transcript.append(message.externalId, `out.${message.id}`, {
      from: 'opora',
      text: message.text,
      buttons: message.buttons,
      files: message.files.map(({ hash, name, mediaType, size }) => ({ hash, name, mediaType, size })),
      at: message.at,
    });
    streams.nudge(message.externalId);
    return { kind: 'sent', messageId: String(seq) };
  } catch (error) {
    // Appending once more under the same key changes nothing: trying again is safe.
    deps.log.error({ ...errorFields(error) }, 'not kept');
    return { kind: 'unknown', why: 'store' };
  }
}
