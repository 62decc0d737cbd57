/**
 * Calls of the Viber REST API with a deadline, as values: what the platform answered, or that it did not answer. Errors of `fetch` stay
 * inside: their words may hold what was sent.
 */
import { withDeadline } from '../../delivery/deadline.ts';
import { parseLongNumbers } from './long-numbers.ts';

/** Why a call came to nothing. */
export type Failure =
  /** The platform refused: HTTP 200 and a `status` that is not 0. `says` is its own words: `redact` them before they go anywhere. */
  | { readonly kind: 'status'; readonly status: number; readonly says: string }
  /** An HTTP error: of the platform in trouble, or of something on the way to it. `retryAfter` in seconds. */
  | { readonly kind: 'http'; readonly code: number; readonly retryAfter: number | null }
  /** Time-out, broken connection, or a page that is no answer of the API. It may have been done all the same. */
  | { readonly kind: 'no-answer' }
  /** We are closing. */
  | { readonly kind: 'stopped' };

/** What the platform answered; long numbers are texts. */
export interface Answered {
  readonly [name: string]: unknown;
}

/** What a call gave. */
export type Answer<T = Answered> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Methods of the API that we use. */
export type ViberMethod = 'set_webhook' | 'send_message' | 'get_account_info';

/** The API with deadlines and without exceptions. */
export interface ViberApi {
  /** Never throws for what the platform or the network does. `body` is JSON already; `seconds` is the deadline of the whole call. */
  call(method: ViberMethod, body: string, seconds: number): Promise<Answer>;
}

/** `apiRoot` without a slash at its end. Every call also ends when `stop` says so. */
export function createViberApi(token: string, apiRoot: string, stop: AbortSignal): ViberApi {
  return {
    async call(method, body, seconds) {
      try {
        return await withDeadline(seconds, stop, async (signal) => {
          const response = await fetch(`${apiRoot}/pa/${method}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'X-Viber-Auth-Token': token },
            body,
            signal,
            // A redirect would carry the token to another host.
            redirect: 'error',
          });
          return answerOf(response, await response.text());
        });
      } catch {
        return failed(stop.aborted ? { kind: 'stopped' } : { kind: 'no-answer' });
      }
    },
  };
}

function answerOf(response: Response, body: string): Answer {
  const value = parsed(body);
  const status = value?.['status'];
  if (value !== null && typeof status === 'number' && status !== 0) {
    const says = value['status_message'];
    return failed({ kind: 'status', status, says: typeof says === 'string' ? says : '' });
  }
  if (!response.ok) {
    const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
    const retryAfter = Number.isFinite(wait) && wait >= 0 ? wait : null;
    return failed({ kind: 'http', code: response.status, retryAfter });
  }
  return value !== null && status === 0 ? { kind: 'done', value } : failed({ kind: 'no-answer' });
}

function parsed(body: string): Answered | null {
  try {
    const value = parseLongNumbers(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Answered) : null;
  } catch {
    return null;
  }
}

function failed(failure: Failure): Answer {
  return { kind: 'failed', failure };
}
