/** A personal link as it is handed over: address, typed code, till when. */
import type { Text } from '../../texts/text.ts';
import type { LinkHandout } from '../link-state.ts';
import { lines, staffText } from './wording.ts';

/** Link and code on lines of their own, so that they can be copied. */
export function handoutText({ url, code, expiresOn }: LinkHandout): Text {
  return lines([
    staffText('handout.link', { url }),
    staffText('handout.code', { code }),
    staffText('handout.expires', { on: { day: expiresOn } }),
  ]);
}
