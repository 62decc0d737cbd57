/** Tells the operator of calls that failed, in codes; a refused token and an unknown certificate once, with what to do. */

import type { ChannelLog } from '../../delivery/channel-log.ts';
import { isTokenRefused, redact } from './failures.ts';
import type { Failure } from './max-api.ts';

/** `doing` is the method and path of the API that failed, without its query. */
export type TellFailure = (failure: Failure, doing: string) => void;

/** `secrets` are never written down, whatever the platform quotes back. */
export function createTellFailure(log: ChannelLog, secrets: readonly string[]): TellFailure {
  const told = new Set<string>();
  const once = (what: string, doing: string, words: string) => {
    if (told.has(what)) return;
    told.add(what);
    log.error({ doing }, words);
  };
  return (failure, doing) => {
    if (failure.kind === 'stopped') return;
    if (isTokenRefused(failure))
      return once(
        'token',
        doing,
        'max: the token is refused; put the one from business.max.ru (the bot’s settings) into MAX_BOT_TOKEN and start again. MAX is closed until then',
      );
    if (failure.kind === 'no-answer' && failure.certificate)
      return once(
        'certificate',
        doing,
        'max: Node does not know who signed the certificate of MAX; name the Russian root certificate in NODE_EXTRA_CA_CERTS and start again (docs/channels/max.md)',
      );
    const says =
      failure.kind === 'answered'
        ? { status: failure.status, code: redact(failure.code, secrets), says: redact(failure.words, secrets) }
        : {};
    log.warn({ doing, failure: failure.kind, ...says }, 'max: a call failed');
  };
}
