/**
 * Whether a shared contact is the sender's own number. MAX signs the card of the person who pressed its button: HMAC-SHA256 of the card
 * exactly as it came, keyed with the bot's token, in hex (channels.md 4.6). A card passed on or typed by hand has no such hash, and
 * a card of somebody else names another owner.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Attachment } from './update-shape.ts';

type Contact = NonNullable<Attachment['contact']>;

/** True only where both hold: the hash is the platform's, and the card belongs to who sent it. */
export function isOwnContact({ card, hash, owner }: Contact, sender: string, token: string): boolean {
  const wanted = createHmac('sha256', token).update(card).digest();
  const given = /^[0-9a-f]{64}$/i.test(hash) ? Buffer.from(hash, 'hex') : Buffer.alloc(0);
  return given.length === wanted.length && timingSafeEqual(given, wanted) && owner === sender;
}

/** The first telephone number on a vCard, as written there; null where it has none. */
export function phoneOf(card: string): string | null {
  const unfolded = card.replace(/\r?\n[ \t]/g, '');
  const line = /^(?:[\w-]+\.)?TEL(?:;[^:\r\n]*)?:(?:tel:)?([^\r\n]+)$/im.exec(unfolded);
  const phone = line?.[1]?.trim() ?? '';
  return phone === '' ? null : phone;
}
