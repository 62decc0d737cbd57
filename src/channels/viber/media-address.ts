/**
 * The address of a file a person sent. Viber gives a signed address that opens the file for anybody who has it, so the inbox keeps it only
 * sealed (AES-256-GCM, key made of the token): every process of the bot can open it, nobody can write one of their own, and a
 * row of the inbox, a backup or a log gives nothing away. Only addresses of Viber are sealed and fetched: a callback, even a true one, must not
 * send us to a machine of our own network.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Seals and opens addresses. */
export interface MediaAddresses {
  /** Text for the inbox; null where the address is none of Viber's. */
  seal(address: string): string | null;
  /** Null where it was not sealed by this bot, or with a token it had before. */
  open(sealed: string): URL | null;
  /** Whether files may be fetched from there; asked again at every redirect. */
  allows(address: URL): boolean;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** `apiRoot` is believed as well: it is the office's own setting. */
export function createMediaAddresses(token: string, apiRoot: string): MediaAddresses {
  const key = createHmac('sha256', token).update('opora viber media address').digest();
  const { origin } = new URL(apiRoot);
  const allows = ({ protocol, hostname, port, username, origin: from }: URL) =>
    username === '' &&
    (from === origin || (protocol === 'https:' && port === '' && /(^|\.)viber\.com$/.test(hostname)));
  return {
    allows,
    seal(address) {
      if (!URL.canParse(address) || !allows(new URL(address))) return null;
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const hidden = Buffer.concat([cipher.update(address, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length <= IV_BYTES + TAG_BYTES) return null;
      const opened = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
      opened.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      try {
        const address = opened.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + opened.final('utf8');
        return URL.canParse(address) ? new URL(address) : null;
      } catch {
        return null;
      }
    },
  };
}
