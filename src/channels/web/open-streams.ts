/**
 * Pages that are open right now. Whatever appends to a transcript nudges the chat; every stream then reads what it has not
 * sent yet from the store, so there is one way in, whichever process wrote.
 */
import type { ServerResponse } from 'node:http';
import type { WebMessage } from '../../casework/ports.ts';
import type { HttpLog } from '../../http/log.ts';
import { errorFields } from '../../http/log.ts';
import type { Transcript } from './transcript.ts';

const TAKE = 200;
const BEAT_EVERY_MS = 20_000;
const STREAMS_PER_CHAT = 8;
const STREAMS_IN_ALL = 5000;
const MOST_UNSENT_BYTES = 1024 * 1024;

interface Stream {
  readonly externalId: string;
  readonly response: ServerResponse;
  /** The last number sent. The store appends to one chat one at a time, so a smaller one never comes later. */
  last: number;
  busy: boolean;
  again: boolean;
}

/** All open streams of this process. */
export interface OpenStreams {
  /** Takes over a response whose head is written; false where too many are open. Sends what came after `seq` at once. */
  open(externalId: string, response: ServerResponse, seq: number): boolean;
  /** Something was appended to this chat. */
  nudge(externalId: string): void;
  /** Ends every stream of this chat. */
  end(externalId: string): void;
  count(): number;
  close(): void;
}

/** Streams that read from the transcript, nudged or every `pollEveryMs` milliseconds (0: only nudged). Timers end with `close`. */
export function createOpenStreams(transcript: Transcript, log: HttpLog, pollEveryMs: number): OpenStreams {
  const streams = new Set<Stream>();
  const ofChat = (externalId: string): Stream[] => [...streams].filter((stream) => stream.externalId === externalId);
  const end = (stream: Stream): void => {
    streams.delete(stream);
    stream.response.destroy();
  };
  const pump = async (stream: Stream): Promise<void> => {
    if (stream.busy) {
      stream.again = true;
      return;
    }
    stream.busy = true;
    try {
      do {
        stream.again = false;
        await sendNew(stream, transcript);
      } while (stream.again && streams.has(stream));
    } catch (error) {
      // The page comes back by itself and asks for what came after the last it has.
      log.error({ ...errorFields(error) }, 'stream ended');
      end(stream);
    } finally {
      stream.busy = false;
    }
  };
  const everyone = (): void => {
    for (const stream of streams) void pump(stream);
  };
  const beat = setInterval(() => {
    for (const stream of streams) if (!write(stream, 'event: beat\ndata: \n\n')) end(stream);
  }, BEAT_EVERY_MS).unref();
  const poll = pollEveryMs > 0 ? setInterval(everyone, pollEveryMs).unref() : undefined;
  return {
    open(externalId, response, seq) {
      if (streams.size >= STREAMS_IN_ALL) return false;
      const oldest = ofChat(externalId);
      if (oldest.length >= STREAMS_PER_CHAT && oldest[0] !== undefined) end(oldest[0]);
      const stream: Stream = { externalId, response, last: seq, busy: false, again: false };
      streams.add(stream);
      response.on('close', () => streams.delete(stream));
      response.write('retry: 2000\n\n');
      void pump(stream);
      return true;
    },
    nudge(externalId) {
      for (const stream of ofChat(externalId)) void pump(stream);
    },
    end(externalId) {
      for (const stream of ofChat(externalId)) end(stream);
    },
    count: () => streams.size,
    close() {
      clearInterval(beat);
      clearInterval(poll);
      for (const stream of streams) end(stream);
    },
  };
}

/** Sends what the stream has not sent yet, oldest first. */
async function sendNew(stream: Stream, transcript: Transcript): Promise<void> {
  for (const message of await transcript.after(stream.externalId, stream.last, TAKE)) {
    if (!write(stream, asEvent(message))) throw new Error('the reader is too slow');
    stream.last = message.seq;
  }
}

function asEvent(message: WebMessage): string {
  return `id: ${message.seq}\nevent: message\ndata: ${JSON.stringify(message)}\n\n`;
}

/** False where the reader has left or does not keep up. */
function write(stream: Stream, text: string): boolean {
  if (stream.response.destroyed || stream.response.writableLength > MOST_UNSENT_BYTES) return false;
  stream.response.write(text);
  return true;
}
