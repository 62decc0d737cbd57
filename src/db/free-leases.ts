/** Work that a process held when it died. Whoever opens the embedded database is its only process: nobody works on it any more. */
import type { PGlite } from '@electric-sql/pglite';

/** Lets go of every lease, so that nobody waits until it runs out: messages that came in, messages to send, work in the background. */
export async function freeLeases(pglite: Pick<PGlite, 'exec'>): Promise<void> {
  await pglite.exec(`
    UPDATE jobs SET leased_by = NULL, due_at = least(due_at, now()) WHERE status = 'open' AND leased_by IS NOT NULL;
    UPDATE inbox SET leased_by = NULL, due_at = least(due_at, now()) WHERE status = 'open' AND leased_by IS NOT NULL;
    UPDATE outbox SET leased_by = NULL, due_at = least(due_at, now()) WHERE status = 'sending' AND leased_by IS NOT NULL;
  `);
}
