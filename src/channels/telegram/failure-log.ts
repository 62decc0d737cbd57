/** Tells the operator of calls that failed, in codes; a refused token once, with what to do. */

import type { ChannelLog } from '../../delivery/channel-log.ts';
import { isTokenRefused, redact } from './failures.ts';
import type { Failure } from './telegram-api.ts';

/** `doing` is the method of the Bot API that failed. */
export type TellFailure = (failure: Failure, doing: string) => void;

/** `onTokenRefused` is called each time: from then on nothing works until a person mends it. */
export function createTellFailure(log: ChannelLog, token: string, onTokenRefused: () => void): TellFailure {
  let told = false;
  return (failure, doing) => {
    if (failure.kind === 'stopped') return;
    if (!isTokenRefused(failure)) {
      const says = failure.kind === 'answered' ? { code: failure.code, says: redact(failure.description, token) } : {};
      return log.warn({ doing, failure: failure.kind, ...says }, 'telegram: a call failed');
    }
    onTokenRefused();
    if (told) return;
    told = true;
    log.error(
      { doing },
      'telegram: the token is refused; put the one @BotFather gives into TELEGRAM_BOT_TOKEN and start again. Telegram is closed until then',
    );
  };
}
