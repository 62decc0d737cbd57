/** The platform's idempotency key: the same message sent again is shown once (`random_id` of `messages.send`). */
import { createHash } from 'node:crypto';

/** A 32-bit number, never 0 (0 switches the check off). `part` counts the calls of one message from 0. */
export function randomIdOf(messageId: string, externalId: string, part: number): number {
  const digest = createHash('sha256').update(`${externalId} ${messageId} ${part}`).digest();
  return digest.readInt32BE(0) || 1;
}
