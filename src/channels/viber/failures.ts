/** What the platform's status codes mean, in one table (reference/channels.md 3.1; names as the documents have them). */
import type { ChannelTrouble, SendResult } from '../../delivery/channel.ts';
import type { Failure } from './viber-api.ts';

interface Meaning {
  readonly status: number;
  readonly name: string;
  readonly means: SendResult;
  /** Present where the bot as a whole is in trouble and a person must mend it. */
  readonly trouble?: ChannelTrouble;
}

/** Seconds between tries while a person must mend the bot; nothing may be lost meanwhile. */
const MEND_WAIT = 300;
/** Seconds until the webhook, which we set again at once, should be there. */
const WEBHOOK_WAIT = 30;
/** Seconds after "too many": the limit ends when the person writes, and an hour after the first of the hundred; the answer does not say when. */
const SILENT_PERSON_WAIT = 600;
/** Seconds where HTTP 429 does not say how long. */
const UNTOLD_WAIT = 10;

const MEANINGS: readonly Meaning[] = [
  // An address the platform cannot use: of a webhook (`connect-webhook.ts` looks at it itself), or of a picture.
  { status: 1, name: 'invalidUrl', means: refused('viber-invalid-url') },
  // Wrong or revoked: kept until a person mends it.
  { status: 2, name: 'invalidAuthToken', means: held('viber-token-refused'), trouble: 'token-refused' },
  // The platform will never take this message as it is.
  { status: 3, name: 'badData', means: refused('viber-bad-data') },
  { status: 4, name: 'missingData', means: refused('viber-missing-data') },
  // The account is gone from Viber. Should it ever write again, the address opens by that.
  { status: 5, name: 'receiverNotRegistered', means: unreachable('dead', 'viber-not-registered') },
  // Left the bot, or never wrote to it: only they can begin.
  { status: 6, name: 'receiverNotSubscribed', means: unreachable('blocked', 'viber-not-subscribed') },
  // The bot itself is shut, unknown or suspended: the contract with Viber has to be looked at.
  { status: 7, name: 'publicAccountBlocked', means: held('viber-bot-blocked'), trouble: 'token-refused' },
  { status: 8, name: 'publicAccountNotFound', means: held('viber-bot-not-found'), trouble: 'token-refused' },
  { status: 9, name: 'publicAccountSuspended', means: held('viber-bot-suspended'), trouble: 'token-refused' },
  // The platform forgot our address, or another program took it away: set again at once.
  {
    status: 10,
    name: 'webhookNotSet',
    means: later(WEBHOOK_WAIT, 'bot', 'viber-webhook-lost'),
    trouble: 'webhook-lost',
  },
  // Their device or application cannot talk with bots; if they ever write, it can.
  { status: 11, name: 'receiverNoSuitableDevice', means: unreachable('blocked', 'viber-no-suitable-device') },
  // 100 messages within an hour to a person who does not answer (3.4). It is about this person, not about the bot.
  { status: 12, name: 'tooManyRequests', means: later(SILENT_PERSON_WAIT, 'address', 'viber-silent-person-limit') },
  // Their application is too old for the message; `send.ts` has tried without a keyboard by then.
  { status: 13, name: 'apiVersionNotSupported', means: refused('viber-old-application') },
  { status: 14, name: 'incompatibleWithVersion', means: refused('viber-old-application') },
  { status: 15, name: 'publicAccountNotAuthorized', means: held('viber-bot-not-authorized'), trouble: 'token-refused' },
  // Inline replies, public chats and broadcasts, which we do not use.
  { status: 16, name: 'inchatReplyMessageNotAllowed', means: refused('viber-not-allowed') },
  { status: 17, name: 'publicAccountIsNotInline', means: refused('viber-not-allowed') },
  { status: 18, name: 'noPublicChat', means: refused('viber-not-allowed') },
  { status: 19, name: 'cannotSendBroadcast', means: refused('viber-not-allowed') },
  { status: 20, name: 'broadcastNotAllowed', means: refused('viber-not-allowed') },
];

/** The result of a sending that failed. `why` is a code: nothing of the message is in it. */
export function resultOf(failure: Failure): SendResult {
  switch (failure.kind) {
    case 'status':
      return meaningOf(failure.status)?.means ?? refused(`viber-${failure.status}`);
    case 'http':
      if (failure.code === 429) return later(failure.retryAfter ?? UNTOLD_WAIT, 'bot', 'viber-flood-limit');
      // Refusals of the API itself are HTTP 200: any other code is of a server in trouble, and says nothing of the message.
      return { kind: 'unknown', why: `viber-http-${failure.code}` };
    case 'no-answer':
      return { kind: 'unknown', why: 'viber-no-answer' };
    case 'stopped':
      // Closing: whether the last call arrived is not known.
      return { kind: 'unknown', why: 'viber-closing' };
  }
}

/** What the failure says about the bot as a whole, or null. */
export function troubleOf(failure: Failure): ChannelTrouble | null {
  return (failure.kind === 'status' && meaningOf(failure.status)?.trouble) || null;
}

/** True where the receiver's application is too old for what was sent. */
export function isOldApplication(failure: Failure): boolean {
  return failure.kind === 'status' && (failure.status === 13 || failure.status === 14);
}

/** The name of a status in the documents, for the log. */
export function statusName(status: number): string {
  return meaningOf(status)?.name ?? 'unknown';
}

/** The platform's own words fit for a log: without the token, without addresses, ids and anything it quotes back, and short. */
export function redact(words: string, token: string): string {
  return words
    .replaceAll(token, '…')
    .replace(/'[^']*'|"[^"]*"|https?:\/\/\S+|[A-Za-z0-9+/]{8,}=+|[A-Za-z0-9+/_-]{16,}|\d{5,}/g, '…')
    .slice(0, 160);
}

function meaningOf(status: number): Meaning | undefined {
  return MEANINGS.find((one) => one.status === status);
}

function unreachable(status: 'blocked' | 'dead', why: string): SendResult {
  return { kind: 'unreachable', status, why };
}

function refused(why: string): SendResult {
  return { kind: 'refused', why };
}

function held(why: string): SendResult {
  return later(MEND_WAIT, 'bot', why);
}

function later(afterSeconds: number, scope: 'bot' | 'address', why: string): SendResult {
  return { kind: 'later', afterSeconds, scope, why };
}
