/**
 * Calls of the Bot API with a deadline, as values: what the platform answered, or that it did not answer. grammY's own errors
 * stay inside: they carry the whole payload (what was said to whom) and, from the network, the address with the token.
 */
import { Api, GrammyError, type RawApi } from 'grammy';
import { withDeadline } from '../../delivery/deadline.ts';

/** Why a call came to nothing. */
export type Failure =
  /** The platform answered with an error. `description` is its own words: `redact` them before they go anywhere. */
  | {
      readonly kind: 'answered';
      readonly code: number;
      readonly description: string;
      readonly retryAfter: number | null;
    }
  /** Time-out, broken connection, or a page that is no answer of the Bot API. It may have been done all the same. */
  | { readonly kind: 'no-answer' }
  /** We are closing. */
  | { readonly kind: 'stopped' };

/** What a call gave. */
export type Answer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The Bot API with deadlines and without exceptions. */
export interface TelegramApi {
  /** Never throws for what the platform or the network does. `seconds` is the deadline of the whole call. */
  call<T>(seconds: number, work: (raw: RawApi, signal: Signal) => Promise<T>): Promise<Answer<T>>;
}

/** grammY names the signal type of an older package; a signal of Node is one. */
type Signal = Parameters<RawApi['getMe']>[0];

/** `apiRoot` without a slash at its end. Every call also ends when `stop` says so; `heard` is told what came of each. */
export function createTelegramApi(
  token: string,
  apiRoot: string,
  stop: AbortSignal,
  heard: (answer: Answer<unknown>) => void,
): TelegramApi {
  const { raw } = new Api(token, { apiRoot });
  const call: TelegramApi['call'] = async (seconds, work) => {
    try {
      return { kind: 'done', value: await withDeadline(seconds, stop, (signal) => work(raw, signal as Signal)) };
    } catch (error) {
      return { kind: 'failed', failure: failureOf(error, stop) };
    }
  };
  return {
    async call(seconds, work) {
      const answer = await call(seconds, work);
      heard(answer);
      return answer;
    },
  };
}

function failureOf(error: unknown, stop: AbortSignal): Failure {
  if (stop.aborted) return { kind: 'stopped' };
  if (!(error instanceof GrammyError)) return { kind: 'no-answer' };
  const { error_code: code, description, parameters } = error;
  return { kind: 'answered', code, description, retryAfter: parameters.retry_after ?? null };
}
