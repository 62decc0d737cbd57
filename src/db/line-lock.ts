/** Locks that put writers of one line in a row until their transactions end. */
import type { Prisma } from './generated/client.ts';

/** Transactions that have the database to themselves: nobody can hold a line against them. */
const alone = new WeakSet<Prisma.TransactionClient>();

/** Says that no other transaction is open beside this one, as with PGlite: its lines need no lock, and each would cost a query. */
export function standsAlone(tx: Prisma.TransactionClient): void {
  alone.add(tx);
}

/**
 * Waits until no other transaction holds the line of this name. Rows that grow by number are then seen in the order of their
 * numbers: without it a reader can meet number 6 before number 5 is committed.
 */
export async function lockLine(tx: Prisma.TransactionClient, name: string): Promise<void> {
  if (alone.has(tx)) return;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))::text`;
}
