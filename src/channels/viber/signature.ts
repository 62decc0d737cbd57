/** Whether a callback comes from Viber: it signs the bytes of each body with the token of the bot (channels.md 3.2). */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** `given` is the header `X-Viber-Content-Signature`: HMAC-SHA256 in hex. Over the bytes as they came, compared in constant time. */
export function isSigned(body: Uint8Array, given: unknown, token: string): boolean {
  if (typeof given !== 'string' || !/^[0-9a-f]{64}$/i.test(given)) return false;
  return timingSafeEqual(Buffer.from(given, 'hex'), createHmac('sha256', token).update(body).digest());
}
