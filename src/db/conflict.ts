/** Tells a conflict between two transactions, which is tried again, from a failure, which is not. */

/** PostgreSQL: serialization_failure, deadlock_detected. */
const CONFLICTS: readonly unknown[] = ['40001', '40P01'];
/** Prisma's own code for a write conflict. */
const PRISMA_CONFLICT = 'P2034';
/** Causes are nested: Prisma's error, the adapter's, the driver's. */
const MOST_NESTED = 6;

/** Whether the same work is worth another try at once. */
export function isConflict(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > MOST_NESTED) return false;
  const { code, originalCode, meta, cause, driverAdapterError } = error as {
    readonly code?: unknown;
    readonly originalCode?: unknown;
    readonly meta?: unknown;
    readonly cause?: unknown;
    readonly driverAdapterError?: unknown;
  };
  if (code === PRISMA_CONFLICT || CONFLICTS.includes(code) || CONFLICTS.includes(originalCode)) return true;
  return [meta, cause, driverAdapterError].some((inner) => isConflict(inner, depth + 1));
}
