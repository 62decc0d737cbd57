/** What the platform's errors mean for a message, in one table (reference/channels.md 4.1 and 4.3; answers of the real API quoted by those who met them). */
import type { SendResult } from '../../delivery/channel.ts';
import type { CallSays } from '../../delivery/platform-troubles.ts';
import type { Answer, Failure } from './max-api.ts';

type Answered = Extract<Failure, { kind: 'answered' }>;

interface Meaning {
  /** Null: any. */
  readonly status: number | null;
  /** The platform's code, or null: any, but one there must be, else a proxy speaks and not MAX. */
  readonly code: string | null;
  /** Part of its words; absent: any. */
  readonly says?: string;
  readonly means: (failure: Answered) => SendResult;
}

/** Seconds to wait where the platform asks to wait; it documents no `Retry-After`, but one that comes is kept. */
const UNTOLD_WAIT = 5;
/** Seconds between tries while the token is refused: a person must mend it, and nothing may be lost meanwhile. */
const TOKEN_WAIT = 300;
/** Seconds until a file that is still being worked on is tried again, after the quick tries of `send.ts`. */
const NOT_READY_WAIT = 15;

/** First line that fits. Not here: 401 always means the token, 5xx is `unknown`, any other 4xx is refused. */
const MEANINGS: readonly Meaning[] = [
  // "Invalid access_token": wrong, revoked, or of a bot that moderation has closed. Seen with 401 and with 403.
  { status: null, code: 'verify.token', means: () => tokenRefused() },
  // More than 30 calls a second. One limit for the bot.
  {
    status: 429,
    code: null,
    means: ({ retryAfter }) => ({
      kind: 'later',
      afterSeconds: retryAfter ?? UNTOLD_WAIT,
      scope: 'bot',
      why: 'max-flood-limit',
    }),
  },
  // An uploaded file is not processed yet (`errors.process.attachment.file.not.processed`): only this message waits.
  {
    status: null,
    code: 'attachment.not.ready',
    means: () => ({ kind: 'later', afterSeconds: NOT_READY_WAIT, scope: 'address', why: 'max-attachment-not-ready' }),
  },
  // `error.dialog.suspended`: the person stopped the bot or deleted the dialog; `bot_started` or a message opens it again.
  { status: 403, code: 'chat.denied', says: 'suspended', means: () => unreachable('max-stopped') },
  // No access to the dialog for another reason: the person never began it, or their account is closed; the answer does not tell which.
  { status: 403, code: null, means: () => unreachable('max-no-access') },
  // `chat.not.found` and the like: no such person for this bot.
  { status: 404, code: null, means: () => unreachable('max-not-found') },
];

/** The result of a sending that failed. `why` is a code: nothing of the message is in it. */
export function resultOf(failure: Failure): SendResult {
  if (failure.kind === 'no-answer') return { kind: 'unknown', why: 'max-no-answer' };
  // Closing: whether the last call arrived is not known.
  if (failure.kind === 'stopped') return { kind: 'unknown', why: 'max-closing' };
  if (isTokenRefused(failure)) return tokenRefused();
  const meaning = MEANINGS.find((one) => fits(one, failure));
  if (meaning !== undefined) return meaning.means(failure);
  const { status, code } = failure;
  // Where MAX would name a code and none is named, somebody between us answered, and nothing is known of the message.
  const unsaid = code === '' && (status === 403 || status === 404);
  return status >= 500 || unsaid
    ? { kind: 'unknown', why: `max-${status}` }
    : { kind: 'refused', why: status === 413 ? 'max-file-too-large' : `max-${status}` };
}

/** True where no call can succeed until a person mends the token. */
export function isTokenRefused(failure: Failure): boolean {
  return failure.kind === 'answered' && (failure.status === 401 || failure.code === 'verify.token');
}

/** What a call says of the platform as a whole; null where we stopped it ourselves. A server in trouble is as good as none. */
export function callSays(answer: Answer): CallSays | null {
  if (answer.kind === 'done') return 'taken';
  const { failure } = answer;
  if (failure.kind === 'stopped') return null;
  if (isTokenRefused(failure)) return 'token-refused';
  return failure.kind === 'answered' && failure.status < 500 ? 'answered' : 'silent';
}

/** True where the file was taken and only needs time. */
export function isNotReady(failure: Failure): boolean {
  return failure.kind === 'answered' && failure.code === 'attachment.not.ready';
}

/** The platform's own words fit for a log: without secrets, without anything it quotes back, and short. */
export function redact(words: string, secrets: readonly string[]): string {
  return secrets
    .reduce((text, secret) => text.replaceAll(secret, '…'), words)
    .replace(/'[^']*'|"[^"]*"|https?:\/\/\S+|\d{5,}/g, '…')
    .slice(0, 160);
}

function fits({ status, code, says }: Meaning, failure: Answered): boolean {
  if (status !== null && status !== failure.status) return false;
  // 429 is a limit whoever answers it.
  if (code === null ? failure.code === '' && status !== 429 : code !== failure.code) return false;
  return says === undefined || failure.words.toLowerCase().includes(says);
}

function unreachable(why: string): SendResult {
  return { kind: 'unreachable', status: 'blocked', why };
}

function tokenRefused(): SendResult {
  return { kind: 'later', afterSeconds: TOKEN_WAIT, scope: 'bot', why: 'max-token-refused' };
}
