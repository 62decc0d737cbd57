/**
 * Delivers callbacks to the bot's webhook: signed over the bytes, one at a time for each person, tried again until HTTP 200. Bodies are sent in
 * pieces that break in the middle of a letter, as networks do.
 */
import { createHmac } from 'node:crypto';
import { request } from 'node:http';

export interface Callback {
  readonly event: string;
  /** Written as a bare number, whole: all its digits count. */
  readonly token: string;
  readonly [field: string]: unknown;
}

export interface CallbackSender {
  /** Waits its turn behind the person's earlier ones; `answer` hears the body of the good answer. */
  send(callback: Callback, person: string, answer?: (body: string) => void): void;
  /** Posts once, signed; HTTP status and body, 0 where there was no answer. */
  post(url: string, callback: Callback): Promise<{ readonly status: number; readonly body: string }>;
  /** Posts anything as it is, as a forger would; `signature` null: without the header. */
  forge(url: string, body: string | Uint8Array, signature: string | null): Promise<number>;
  sign(body: string | Uint8Array): string;
  /** The next `times` callbacks come twice. */
  duplicateNext(times: number): void;
  /** The next callback waits so long; others of the same person overtake it. */
  delayNext(milliseconds: number): void;
  /** Keeps all back until `release`, which sends them in reverse order. */
  holdReversed(): void;
  release(): void;
  /** Statuses of all deliveries so far, in order. */
  readonly statuses: readonly number[];
  /** Resolves when nothing waits to be delivered. */
  idle(): Promise<void>;
  stop(): void;
}

/** Tries before a callback is given up: "several times for an hour". */
const TRIES = 12;

/** `hook` is asked at each delivery; `pace` shortens the delays (1 is the real second). */
export function createCallbackSender(token: string, hook: () => string, pace: number): CallbackSender {
  const queues = new Map<string, Promise<void>>();
  const statuses: number[] = [];
  const timers = new Map<NodeJS.Timeout, () => void>();
  const held: (() => void)[] = [];
  let holding = false;
  let duplicates = 0;
  let delay = 0;
  let stopped = false;

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, milliseconds);
      timers.set(timer, resolve);
    });
  const sign = (body: string | Uint8Array) => createHmac('sha256', token).update(body).digest('hex');
  const post = (url: string, callback: Callback) => {
    const body = Buffer.from(bodyOf(callback));
    return postInPieces(url, body, sign(body));
  };
  const deliver = async (callback: Callback, answer?: (body: string) => void) => {
    for (let tries = 0; tries < TRIES && !stopped && hook() !== ''; tries += 1) {
      const { status, body } = await post(hook(), callback);
      statuses.push(status);
      if (status === 200) return answer?.(body);
      await pause(Math.min(2 ** tries, 300) * 1000 * pace);
    }
  };
  const enqueue = (person: string, work: () => Promise<void>) => {
    const before = queues.get(person) ?? Promise.resolve();
    queues.set(person, before.then(work));
  };
  return {
    sign,
    post,
    send(callback, person, answer) {
      const times = duplicates > 0 ? 2 : 1;
      duplicates = Math.max(0, duplicates - 1);
      const wait = delay;
      delay = 0;
      const go = () => {
        for (let time = 0; time < times; time += 1) {
          // A delayed one leaves its place in the queue.
          if (wait === 0) enqueue(person, () => deliver(callback, answer));
          else enqueue(`${person} late`, () => pause(wait).then(() => deliver(callback, answer)));
        }
      };
      if (holding) held.push(go);
      else go();
    },
    forge: async (url, body, signature) => (await postInPieces(url, Buffer.from(body), signature)).status,
    duplicateNext: (times) => {
      duplicates = times;
    },
    delayNext: (milliseconds) => {
      delay = milliseconds;
    },
    holdReversed: () => {
      holding = true;
    },
    release() {
      holding = false;
      for (const go of held.splice(0).toReversed()) go();
    },
    statuses,
    async idle() {
      await Promise.all(queues.values());
    },
    stop() {
      stopped = true;
      for (const [timer, resolve] of timers) {
        clearTimeout(timer);
        resolve();
      }
    },
  };
}

/** JSON with the token as a bare number of 64 bits, which `JSON.stringify` cannot write. */
export function bodyOf({ token, event, ...fields }: Callback): string {
  const { message, ...rest } = fields as { message?: unknown };
  const head = `{"event":${JSON.stringify(event)},"timestamp":${Date.now()},"message_token":${token}`;
  const tail = JSON.stringify({ ...rest, ...(message === undefined ? {} : { message }) }).slice(1);
  return tail === '}' ? `${head}}` : `${head},${tail}`;
}

function postInPieces(
  url: string,
  body: Buffer,
  signature: string | null,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve) => {
    const headers: { [name: string]: string } = { 'Content-Type': 'application/json' };
    if (signature !== null) headers['X-Viber-Content-Signature'] = signature;
    const sending = request(
      url,
      { method: 'POST', headers: { ...headers, 'Content-Length': body.length } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => void parts.push(part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString() }));
        answer.on('error', () => resolve({ status: 0, body: '' }));
      },
    );
    sending.on('error', () => resolve({ status: 0, body: '' }));
    sending.setNoDelay(true);
    const pieces = splitInLetters(body);
    const next = () => {
      const piece = pieces.shift();
      if (piece === undefined) sending.end();
      else sending.write(piece, () => setImmediate(next));
    };
    next();
  });
}

/** Three pieces, broken after the first byte of a letter of several bytes wherever there is one. */
function splitInLetters(body: Buffer): Buffer[] {
  const first = body.findIndex((byte) => byte >= 0xc0);
  const last = body.findLastIndex((byte) => byte >= 0xc0);
  if (first === -1) return [body];
  return [body.subarray(0, first + 1), body.subarray(first + 1, last + 1), body.subarray(last + 1)].filter(
    (piece) => piece.length > 0,
  );
}
