/** A page of a list with the number of all its lines, in as few queries as tell it. */
import type { Page } from '../casework/ports.ts';

/** `take` 0 asks for the number alone; a first page that is not full tells the number by itself. */
export async function pageOf<Line>(
  skip: number,
  take: number,
  find: () => Promise<Line[]>,
  count: () => Promise<number>,
): Promise<Page<Line>> {
  if (take === 0) return { lines: [], total: await count() };
  const lines = await find();
  const isWhole = skip === 0 && lines.length < take;
  return { lines, total: isWhole ? lines.length : await count() };
}
