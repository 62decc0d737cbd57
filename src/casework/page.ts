/** Pages of lists in a chat: few lines, so that a phone shows them at once. */

/** Lines of one page. */
export const PAGE_LINES = 8;

/** Where page `page` (from 0) of a list begins. */
export function skipOf(page: number): number {
  return Math.max(0, page) * PAGE_LINES;
}

/** How many pages a list has; an empty one has 1. */
export function pagesOf(total: number): number {
  return Math.max(1, Math.ceil(total / PAGE_LINES));
}
