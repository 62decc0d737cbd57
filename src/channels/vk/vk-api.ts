/**
 * Calls of the VK API with a deadline and a pace, as values: what the platform answered, or that it did not answer. The token
 * goes in the body and nowhere else, so that no address holds it.
 */
import { withDeadline } from '../../delivery/deadline.ts';
import { createPace } from './pace.ts';
import { isVkAddress } from './vk-hosts.ts';

/** The version of the API whose fields this channel reads; callback events are asked for in the same one. */
export const VK_VERSION = '5.199';

/** Why a call came to nothing. */
export type Failure =
  /** An error of the API (it comes with status 200). `description` is the platform's own words: `redact` them before they go anywhere. */
  | { readonly kind: 'answered'; readonly code: number; readonly description: string }
  /** A status other than 2xx, from a server in front of the API. `retryAfter` in seconds. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter: number | null }
  /** Time-out, broken connection, or a page that is no answer of the API. It may have been done all the same. */
  | { readonly kind: 'no-answer' }
  /** We are closing. */
  | { readonly kind: 'stopped' };

/** What a call gave. */
export type Answer =
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Parameters of a method; flags are 1 and 0. */
export interface VkParams {
  readonly [name: string]: string | number;
}

/** The VK API with deadlines and without exceptions. */
export interface VkApi {
  call(method: string, params: VkParams): Promise<Answer>;
  /** Posts a form to an upload server the platform has named; the token stays here. */
  upload(address: string, form: FormData): Promise<Answer>;
}

/** How calls go: told after each call of a method, and after an upload that failed (`upload`). Null: it was done. */
export type HearOfCall = (method: string, failure: Failure | null) => void;

/** Requests a second of a community token (channels.md, section 5). */
const CALLS_A_SECOND = 20;
const CALL_SECONDS = 10;
/** A file of 50 MB on a slow line needs longer than words do. */
const UPLOAD_SECONDS = 60;

/** `apiRoot` without a slash at its end. Every call also ends when `stop` says so. */
export function createVkApi(token: string, apiRoot: string, stop: AbortSignal, heard: HearOfCall): VkApi {
  const turn = createPace(CALLS_A_SECOND);
  const post = async (
    address: string,
    body: URLSearchParams | FormData,
    seconds: number,
  ): Promise<Response | Failure> => {
    try {
      return await withDeadline(seconds, stop, async (signal) => {
        // A redirect would carry the body, and the token in it, to another host.
        const response = await fetch(address, { method: 'POST', body, signal, redirect: 'error' });
        const text = await response.text();
        return new Response(text, { status: response.status, headers: response.headers });
      });
    } catch {
      // The error is dropped because its words may hold the address and what was sent.
      return stop.aborted ? { kind: 'stopped' } : { kind: 'no-answer' };
    }
  };
  return {
    async call(method, params) {
      await turn(stop);
      const body = new URLSearchParams({ ...asTexts(params), access_token: token, v: VK_VERSION });
      const response = await post(`${apiRoot}/method/${method}`, body, CALL_SECONDS);
      const answer = response instanceof Response ? await readAnswer(response) : failed(response);
      heard(method, answer.kind === 'failed' ? answer.failure : null);
      return answer;
    },
    async upload(address, form) {
      if (!isVkAddress(address, apiRoot)) return failed({ kind: 'no-answer' });
      const response = await post(address, form, UPLOAD_SECONDS);
      const answer = response instanceof Response ? await readUpload(response) : failed(response);
      if (answer.kind === 'failed') heard('upload', answer.failure);
      return answer;
    },
  };
}

async function readAnswer(response: Response): Promise<Answer> {
  if (!response.ok) return failed(statusOf(response));
  const body = await jsonOf(response);
  if (body !== null && 'response' in body) return { kind: 'done', value: body['response'] };
  const error = body?.['error'];
  if (typeof error !== 'object' || error === null || !('error_code' in error)) return failed({ kind: 'no-answer' });
  const description = 'error_msg' in error && typeof error.error_msg === 'string' ? error.error_msg : '';
  return failed({ kind: 'answered', code: Number(error.error_code), description });
}

async function readUpload(response: Response): Promise<Answer> {
  if (!response.ok) return failed(statusOf(response));
  const value = await jsonOf(response);
  return value === null ? failed({ kind: 'no-answer' }) : { kind: 'done', value };
}

/** The object in the body; null where it is none: a page of some proxy. */
async function jsonOf(response: Response): Promise<{ readonly [name: string]: unknown } | null> {
  try {
    const value: unknown = await response.json();
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function statusOf(response: Response): Failure {
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  return { kind: 'status', status: response.status, retryAfter: Number.isFinite(wait) ? wait : null };
}

function failed(failure: Failure): Answer {
  return { kind: 'failed', failure };
}

function asTexts(params: VkParams): { [name: string]: string } {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}
