/** What the platform's errors mean for a message, in one table (VK API 5.199, errors of `messages.send`; reference/channels.md 5). */
import type { SendResult } from '../../delivery/channel.ts';
import type { Failure } from './vk-api.ts';

/** Seconds between tries while only a person can mend it: nothing may be lost meanwhile. */
const OPERATOR_WAIT = 300;

/** Codes not here: refused, the platform understood and said no. */
const MEANINGS: ReadonlyMap<number, SendResult> = new Map([
  // Unknown error, internal error, time-out inside: it may have been done. `random_id` makes the next try safe.
  [1, unknown('vk-1')],
  [10, unknown('vk-10')],
  [36, unknown('vk-36')],
  // An upload that failed on the platform's side, or a file it could not save: the next try uploads anew.
  [22, unknown('vk-upload-failed')],
  [105, unknown('vk-upload-failed')],
  // The token is wrong, revoked or expired; kept until a person mends it.
  [5, later('bot', OPERATOR_WAIT, 'vk-token-refused')],
  [28, later('bot', OPERATOR_WAIT, 'vk-token-refused')],
  [1117, later('bot', OPERATOR_WAIT, 'vk-token-refused')],
  // The token lacks a right (15), or is no community token at all (27); the settings forbid our address (42).
  [15, later('bot', OPERATOR_WAIT, 'vk-right-missing')],
  [27, later('bot', OPERATOR_WAIT, 'vk-right-missing')],
  [42, later('bot', OPERATOR_WAIT, 'vk-right-missing')],
  // More than 20 requests in this second, whoever they were for.
  [6, later('bot', 1, 'vk-too-many-requests')],
  // Too many of the same kind in a row, to one person.
  [9, later('address', 60, 'vk-flood-control')],
  // A captcha: nobody here can read it; the platform forgets it after a while.
  [14, later('bot', OPERATOR_WAIT, 'vk-captcha')],
  // The day's limit of a method.
  [29, later('bot', 3600, 'vk-daily-limit')],
  // The abilities of bots are switched off in the settings of the community: no keyboard is taken.
  [912, later('bot', OPERATOR_WAIT, 'vk-bot-abilities-off')],
  // The page is deleted or banned by the platform.
  [18, unreachable('dead', 'vk-user-deleted')],
  // On the community's own black list.
  [900, unreachable('blocked', 'vk-user-banned-here')],
  // The person forbade messages of the community, or never wrote to it; only they can open it again.
  [901, unreachable('blocked', 'vk-not-allowed')],
  // Their privacy settings.
  [902, unreachable('blocked', 'vk-privacy')],
  // No such chat for this community, or no such person.
  [917, unreachable('blocked', 'vk-no-access')],
  [932, unreachable('blocked', 'vk-no-access')],
  [936, unreachable('blocked', 'vk-no-access')],
  // The page is put to sleep by its owner; it may wake.
  [3610, unreachable('blocked', 'vk-user-asleep')],
  [911, refused('vk-keyboard')],
  [914, refused('vk-too-long')],
  // A day has passed since the person's last message (950), and the intent is not ours to use (943) or used up (944).
  [943, windowClosed('vk-intent-not-allowed')],
  [944, windowClosed('vk-intent-used-up')],
  [950, windowClosed('vk-day-of-silence')],
]);

/** The result of a sending that failed. `why` is a code: nothing of the message is in it. */
export function resultOf(failure: Failure): SendResult {
  switch (failure.kind) {
    case 'no-answer':
      return unknown('vk-no-answer');
    // Closing: whether the last call arrived is not known.
    case 'stopped':
      return unknown('vk-closing');
    case 'status':
      if (failure.status === 429) return later('bot', failure.retryAfter ?? 1, 'vk-too-many-requests');
      if (failure.status === 413) return refused('vk-file-too-large');
      // The API itself says no with status 200: any other status is a server in front of it and says nothing of the message.
      return unknown(`vk-${failure.status}`);
    case 'answered':
      return MEANINGS.get(failure.code) ?? refused(`vk-${failure.code}`);
  }
}

/** True where no call can succeed until a person mends the token. */
export function isTokenRefused(failure: Failure): boolean {
  return failure.kind === 'answered' && [5, 28, 1117].includes(failure.code);
}

/** The platform's own words fit for a log: without the token, without anything it quotes back, and short. */
export function redact(description: string, token: string): string {
  return description
    .replaceAll(token, '…')
    .replace(/'[^']*'|"[^"]*"|https?:\/\/\S+|\d{5,}/g, '…')
    .slice(0, 160);
}

function later(scope: 'bot' | 'address', afterSeconds: number, why: string): SendResult {
  return { kind: 'later', afterSeconds, scope, why };
}

function unreachable(status: 'blocked' | 'dead', why: string): SendResult {
  return { kind: 'unreachable', status, why };
}

function refused(why: string): SendResult {
  return { kind: 'refused', why };
}

function unknown(why: string): SendResult {
  return { kind: 'unknown', why };
}

function windowClosed(why: string): SendResult {
  return { kind: 'window-closed', why };
}
