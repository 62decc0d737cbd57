/** Takes in one deed of the person: first into the transcript, then into the inbox. */
import type { Input } from '../../dialogs/dialog.ts';
import type { FileRef } from '../../dialogs/file-ref.ts';
import type { WebMessage } from '../../casework/ports.ts';
import type { WebChannelDeps } from './deps.ts';
import type { OpenStreams } from './open-streams.ts';
import type { Transcript } from './transcript.ts';

/** One deed ready to be kept. `shown`: how it stands in the transcript; null: not at all. */
export interface Deed {
  readonly externalId: string;
  /** As the page made it; the same deed sent again has the same. */
  readonly eventKey: string;
  readonly input: Input;
  readonly shown: { readonly text: string; readonly files: readonly FileRef[] } | null;
}

/** Keeps a deed; may be called again with the same one. The row of the transcript, or null where nothing is shown. */
export type TakeIn = (deed: Deed) => Promise<WebMessage | null>;

/**
 * The transcript comes first, because an answer may be written the moment the inbox has the deed. Where the second step
 * fails the page is told so, and its next try repeats both: each keeps a key once. Keys are bound to the chat, so that no
 * session can use up the keys of another.
 */
export function createTakeIn(deps: WebChannelDeps, transcript: Transcript, streams: OpenStreams): TakeIn {
  return async ({ externalId, eventKey, input, shown }) => {
    const at = deps.clock.now();
    const key = `${externalId.slice(0, 24)}.${eventKey}`;
    const message =
      shown && (await transcript.append(externalId, `in.${key}`, { from: 'person', buttons: [], at, ...shown }));
    await deps.receive({ channel: 'web', eventKey: key, externalId, input, at });
    if (message !== null) streams.nudge(externalId);
    return message;
  };
}
