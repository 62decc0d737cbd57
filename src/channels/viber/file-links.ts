/**
 * Links to files we send. Viber takes no uploads: it and the person's application fetch a file from an address of ours. The address holds the
 * hash of the content, the hour it ends and a signature (HMAC, key made of the token): no name, no person, and any process that has the token
 * can tell a true one without asking a database.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { OutgoingFile } from '../../delivery/channel.ts';

/** What a link leads to. */
export type Linked =
  | { readonly kind: 'file'; readonly hash: string; readonly extension: string }
  | { readonly kind: 'expired' }
  | { readonly kind: 'forged' };

/** Makes and reads the signed part of an address. */
export interface FileLinks {
  /** `now` in milliseconds. */
  sign(file: Pick<OutgoingFile, 'hash' | 'name' | 'mediaType'>, now: number): string;
  read(signed: string, now: number): Linked;
}

/** Three days: the application may fetch a paper only when its owner opens it, on Monday morning. */
const LIFE_SECONDS = 3 * 24 * 3600;
/** Half of the digest is more than anybody can guess, and keeps the address short. */
const MAC_BYTES = 16;

const PICTURE_EXTENSIONS: { readonly [mediaType: string]: string } = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
};

/** The signed part is `<hash>.<end>.<signature>.<extension>`: Viber knows a picture by how its address ends. */
export function createFileLinks(token: string): FileLinks {
  const key = createHmac('sha256', token).update('opora viber file link').digest();
  const macOf = (hash: string, end: string, extension: string) =>
    createHmac('sha256', key).update(`${hash}.${end}.${extension}`).digest().subarray(0, MAC_BYTES);
  return {
    sign({ hash, name, mediaType }, now) {
      const short = Buffer.from(hash, 'hex').toString('base64url');
      const end = (Math.floor(now / 1000) + LIFE_SECONDS).toString(36);
      const extension = PICTURE_EXTENSIONS[mediaType] ?? /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin';
      return `${short}.${end}.${macOf(short, end, extension).toString('base64url')}.${extension}`;
    },
    read(signed, now) {
      const parts = /^([\w-]{43})\.([0-9a-z]{1,9})\.([\w-]{22})\.([a-z0-9]{1,8})$/.exec(signed);
      const [, short = '', end = '', mac = '', extension = ''] = parts ?? [];
      const given = Buffer.from(mac, 'base64url');
      if (given.length !== MAC_BYTES || !timingSafeEqual(given, macOf(short, end, extension)))
        return { kind: 'forged' };
      if (Number.parseInt(end, 36) * 1000 <= now) return { kind: 'expired' };
      return { kind: 'file', hash: Buffer.from(short, 'base64url').toString('hex'), extension };
    },
  };
}
