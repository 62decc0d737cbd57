/**
 * Calls of the MAX Bot API over plain `fetch`, with a deadline, at the allowed pace, as values: what the platform answered, or that it did
 * not. The token goes in the header `Authorization`, without "Bearer"; errors of `fetch` stay inside, because they may quote addresses.
 */
import { pause, withDeadline } from '../../delivery/deadline.ts';
import { createPace } from './pace.ts';
import { asRecord, asText, readJson } from './read-json.ts';

/** Why a call came to nothing. */
export type Failure =
  /** The platform answered with an error. `code` is its word for it, empty where there was none; `words` must be redacted before they go anywhere. */
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly code: string;
      readonly words: string;
      readonly retryAfter: number | null;
    }
  /** Time-out, broken connection, or a page that is no answer of the API: it may have been done all the same. `certificate`: Node does not trust who answered. */
  | { readonly kind: 'no-answer'; readonly certificate: boolean }
  /** We are closing. */
  | { readonly kind: 'stopped' };

/** What a call gave; whole numbers of `value` are texts (`read-json.ts`). */
export type Answer =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** One call. */
export interface MaxCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** From the root, each part encoded: `/messages`. */
  readonly path: string;
  readonly query?: { readonly [name: string]: string };
  readonly body?: object;
  /** Deadline of the whole call; default 10. */
  readonly seconds?: number;
}

/** The Bot API without exceptions. */
export interface MaxApi {
  /** Never throws for what the platform or the network does. */
  call(call: MaxCall): Promise<Answer>;
}

/** What the calls need. */
export interface MaxApiDeps {
  readonly token: string;
  /** Without a slash at its end. */
  readonly apiRoot: string;
  readonly stop: AbortSignal;
  /** Hears of each call what came of it. */
  readonly heard: (answer: Answer) => void;
}

const CALL_SECONDS = 10;

/** What Node says of a certificate it cannot trace to a root it knows. */
const UNTRUSTED: readonly string[] = [
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
];

/** The API of one bot; all its calls share one pace. */
export function createMaxApi({ token, apiRoot, stop, heard }: MaxApiDeps): MaxApi {
  const pace = createPace();
  const perform = async ({ method, path, query = {}, body, seconds = CALL_SECONDS }: MaxCall): Promise<Answer> => {
    await pause(pace(performance.now()) / 1000, stop);
    const address = new URL(`${apiRoot}${path}`);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { Authorization: token, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
    try {
      return await withDeadline(seconds, stop, async (signal) => {
        // A redirect would carry the token to another host.
        const response = await fetch(address, { method, headers, signal, redirect: 'error', ...json });
        return answerOf(response.status, response.headers.get('retry-after'), readJson(await response.text()));
      });
    } catch (error) {
      const failure: Failure = stop.aborted
        ? { kind: 'stopped' }
        : { kind: 'no-answer', certificate: isUntrusted(error) };
      return { kind: 'failed', failure };
    }
  };
  return {
    async call(call) {
      const answer = await perform(call);
      heard(answer);
      return answer;
    },
  };
}

function answerOf(status: number, wait: string | null, value: unknown): Answer {
  const said = asRecord(value);
  if (status === 200 && said !== null && said['success'] !== false) return { kind: 'done', value };
  // A page of some proxy under a good status.
  if (status === 200 && said === null) return { kind: 'failed', failure: { kind: 'no-answer', certificate: false } };
  const retryAfter = wait !== null && /^\d{1,6}$/.test(wait) ? Number(wait) : null;
  const [code, words] = [asText(said?.['code']) ?? '', asText(said?.['message']) ?? ''];
  return { kind: 'failed', failure: { kind: 'answered', status, code, words, retryAfter } };
}

function isUntrusted(error: unknown): boolean {
  const cause = error instanceof Error ? asRecord(error.cause) : null;
  return UNTRUSTED.includes(asText(cause?.['code']) ?? '');
}
