import type { Citation } from '../engine/law.ts';

/** A citation of what was read in a text or on a page. `act` is null where the act itself was not seen. */
export function seen(act: string | null, source: string, link: string | null = null): Citation {
  return { act, source, link, verified: true };
}

/** A citation of a draft, a computed figure, or a thing recalled without a text (`reference/regulation.md`, marks). */
export function unverified(act: string | null, source: string, link: string | null = null): Citation {
  return { act, source, link, verified: false };
}
