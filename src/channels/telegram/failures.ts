/** What the platform's errors mean for a message, in one table (reference/channels.md 1.7, from tdlib/telegram-bot-api). */
import type { SendResult } from '../../delivery/channel.ts';
import type { CallSays } from '../../delivery/platform-troubles.ts';
import type { Answer, Failure } from './telegram-api.ts';

interface Meaning {
  readonly code: number;
  /** Words in the description, lower case; empty: any. */
  readonly says: string;
  readonly means: (failure: Extract<Failure, { kind: 'answered' }>) => SendResult;
}

/** Seconds to wait where the platform asks to wait and does not say how long. */
const UNTOLD_WAIT = 5;
/** Seconds between tries while the token is refused: a person must mend it, and nothing may be lost meanwhile. */
const TOKEN_WAIT = 300;

/** First line that fits. Codes not here: 5xx is `unknown`, any other 4xx is refused. */
const MEANINGS: readonly Meaning[] = [
  // Any method at any time, also while the platform restarts. One limit is per chat and one per bot, and the answer does
  // not say which: the whole bot waits.
  {
    code: 429,
    says: '',
    means: ({ retryAfter }) => ({
      kind: 'later',
      afterSeconds: retryAfter ?? UNTOLD_WAIT,
      scope: 'bot',
      why: 'telegram-flood-limit',
    }),
  },
  // USER_DEACTIVATED: the account is deleted for good.
  { code: 403, says: 'user is deactivated', means: () => unreachable('dead', 'telegram-deactivated') },
  // USER_IS_BLOCKED; any message or `my_chat_member` of the person opens the address again.
  { code: 403, says: 'blocked by the user', means: () => unreachable('blocked', 'telegram-blocked') },
  // The person never started the bot, or the chat was deleted: only they can begin.
  { code: 403, says: '', means: () => unreachable('blocked', 'telegram-not-started') },
  // A wrong id, or one this bot has never seen.
  { code: 400, says: 'chat not found', means: () => unreachable('blocked', 'telegram-chat-not-found') },
  { code: 400, says: 'peer_id_invalid', means: () => unreachable('blocked', 'telegram-chat-not-found') },
  // A photo the platform cannot shrink; `send.ts` tries it once more as a document.
  { code: 400, says: 'photo_invalid_dimensions', means: () => refused('telegram-not-a-photo') },
  { code: 400, says: 'image_process_failed', means: () => refused('telegram-not-a-photo') },
  { code: 400, says: 'too long', means: () => refused('telegram-too-long') },
  { code: 400, says: 'is empty', means: () => refused('telegram-empty') },
  { code: 400, says: 'too big', means: () => refused('telegram-file-too-large') },
  { code: 400, says: 'button', means: () => refused('telegram-button') },
  { code: 413, says: '', means: () => refused('telegram-file-too-large') },
  // The token is wrong or revoked; 404 where it has not even the shape of one. Kept until a person mends it.
  { code: 401, says: '', means: () => tokenRefused() },
  { code: 404, says: '', means: () => tokenRefused() },
];

/** The result of a sending that failed. `why` is a code: nothing of the message is in it. */
export function resultOf(failure: Failure): SendResult {
  if (failure.kind === 'no-answer') return { kind: 'unknown', why: 'telegram-no-answer' };
  // Closing: whether the last call arrived is not known.
  if (failure.kind === 'stopped') return { kind: 'unknown', why: 'telegram-closing' };
  const words = failure.description.toLowerCase();
  const meaning = MEANINGS.find((one) => one.code === failure.code && words.includes(one.says));
  if (meaning !== undefined) return meaning.means(failure);
  return failure.code >= 500
    ? { kind: 'unknown', why: `telegram-${failure.code}` }
    : refused(`telegram-${failure.code}`);
}

/** True where no call can succeed until a person mends the token. */
export function isTokenRefused(failure: Failure): boolean {
  return failure.kind === 'answered' && (failure.code === 401 || failure.code === 404);
}

/** What a call says of the platform as a whole; null where we stopped it ourselves. A server in trouble is as good as none. */
export function callSays(answer: Answer<unknown>): CallSays | null {
  if (answer.kind === 'done') return 'taken';
  const { failure } = answer;
  if (failure.kind === 'stopped') return null;
  if (isTokenRefused(failure)) return 'token-refused';
  return failure.kind === 'answered' && failure.code < 500 ? 'answered' : 'silent';
}

/** The platform's own words fit for a log: without the token, without anything it quotes back, and short. */
export function redact(description: string, token: string): string {
  return description
    .replaceAll(token, '…')
    .replace(/'[^']*'|"[^"]*"|https?:\/\/\S+|\d{5,}/g, '…')
    .slice(0, 160);
}

function unreachable(status: 'blocked' | 'dead', why: string): SendResult {
  return { kind: 'unreachable', status, why };
}

function refused(why: string): SendResult {
  return { kind: 'refused', why };
}

function tokenRefused(): SendResult {
  return { kind: 'later', afterSeconds: TOKEN_WAIT, scope: 'bot', why: 'telegram-token-refused' };
}
