/** The web chat as a channel: routes for the page, and sending by appending to the transcript. */
import type { FastifyInstance } from 'fastify';
import type { Files } from '../../casework/ports.ts';
import type { Capabilities, Channel, OutgoingFile, OutgoingMessage, SendResult } from '../../delivery/channel.ts';
import type { FileRef } from '../../dialogs/file-ref.ts';
import { errorFields } from '../../http/log.ts';
import type { WebChannelDeps } from './deps.ts';
import { addWayRoutes } from './way-routes.ts';
import { addEventRoutes } from './event-routes.ts';
import { addFileRoutes, FILE_LIMIT } from './file-routes.ts';
import { createGuard } from './guard.ts';
import { createOpenStreams, type OpenStreams } from './open-streams.ts';
import { loadPageAssets } from './page-assets.ts';
import { addPageRoutes } from './page-routes.ts';
import { addSessionRoutes } from './session-routes.ts';
import { createSessions } from './session.ts';
import { createTakeIn } from './take-in.ts';
import { type Transcript, transcriptOf } from './transcript.ts';

/** Our own page: the limits are what reads well on a phone. */
export const WEB_CAN: Capabilities = {
  textLimit: 4000,
  buttonsPerRow: 5,
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
    can: WEB_CAN,
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
      addSessionRoutes(app, guard, sessions, transcript, streams, deps);
      addWayRoutes(app, guard, deps.links);
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
    const files = await Promise.all(message.files.map((file) => shownFile(file, deps.files)));
    const { seq } = await transcript.append(message.externalId, `out.${message.id}`, {
      from: 'opora',
      text: message.text,
      buttons: message.buttons,
      files,
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

/** The file as the page will ask for it: kept first where it is not kept yet, which may give it another hash. */
async function shownFile(file: OutgoingFile, files: Files): Promise<FileRef> {
  const { hash, name, mediaType, size } = file;
  if ((await files.read(hash)) !== null) return { hash, name, mediaType, size };
  const kept = await files.keep(await file.bytes(), name);
  if ('refused' in kept) throw new Error(`a file of ours cannot be kept: ${kept.refused}`);
  return { ...kept, name };
}
