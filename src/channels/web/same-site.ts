/** Keeps other sites from speaking in a person's name: their pages can neither set our header nor claim our origin. */
import type { FastifyRequest } from 'fastify';

/** The header our page puts on everything it sends. A form or an image of another site cannot. */
export const PAGE_HEADER = 'x-opora-chat';

/**
 * True for a request that our own page made: it carries the page's header, and the origin the browser names is the outside
 * address or the very host that was asked (the same page by a LAN address). No origin at all is refused.
 */
export function isFromOurPage(request: FastifyRequest, publicUrl: string): boolean {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (request.headers[PAGE_HEADER] !== '1' || origin === undefined || !URL.canParse(origin)) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === host;
}
