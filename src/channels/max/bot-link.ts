/** The address that opens the talk with the bot. A bot's name is made of the owner's tax number and never changes, so it is asked once. */
import type { TellFailure } from './failure-log.ts';
import type { MaxApi } from './max-api.ts';
import { asRecord, asText } from './read-json.ts';

/** `link(token)`: with a start token of at most 64 of `A-Z a-z 0-9 _ -` (MAX takes 128), or without; null while the platform does not say who we are. */
export function createLink(api: MaxApi, tell: TellFailure): (start: string | null) => Promise<string | null> {
  let name: string | null = null;
  return async (start) => {
    if (name === null) {
      const me = await api.call({ method: 'GET', path: '/me' });
      if (me.kind === 'failed') tell(me.failure, 'GET /me');
      else name = asText(asRecord(me.value)?.['username']);
    }
    return name === null ? null : `https://max.ru/${name}${start === null ? '' : `?start=${start}`}`;
  };
}
