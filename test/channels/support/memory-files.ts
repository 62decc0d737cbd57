/** Files in memory for channel tests: content hash, type by the first bytes, one limit. */
import { createHash } from 'node:crypto';
import type { Files } from '../../../src/casework/ports.ts';

const SIGNATURES: readonly { readonly starts: readonly number[]; readonly mediaType: string }[] = [
  { starts: [0x89, 0x50, 0x4e, 0x47], mediaType: 'image/png' },
  { starts: [0xff, 0xd8, 0xff], mediaType: 'image/jpeg' },
  { starts: [0x25, 0x50, 0x44, 0x46], mediaType: 'application/pdf' },
];

export function memoryFiles(limit = 20 * 1024 * 1024): Files {
  const kept = new Map<string, Uint8Array>();
  return {
    async keep(bytes, name) {
      if (bytes.length > limit) return { refused: 'too-large' };
      const type = SIGNATURES.find((signature) => signature.starts.every((byte, at) => bytes[at] === byte));
      if (type === undefined) return { refused: 'wrong-type' };
      const hash = createHash('sha256').update(bytes).digest('hex');
      kept.set(hash, Uint8Array.from(bytes));
      return { hash, name, mediaType: type.mediaType, size: bytes.length };
    },
    async keepMade(content, name, mediaType) {
      const pieces: Uint8Array[] = content instanceof Uint8Array ? [content] : [];
      if (!(content instanceof Uint8Array)) for await (const piece of content) pieces.push(piece);
      const bytes = Buffer.concat(pieces);
      const hash = createHash('sha256').update(bytes).digest('hex');
      kept.set(hash, bytes);
      return { hash, name, mediaType, size: bytes.length };
    },
    async read(hash) {
      return kept.get(hash) ?? null;
    },
  };
}

/** The smallest PNG there is: one transparent dot. */
export const DOT_PNG: Uint8Array = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
