/** Files for tests. */
import type { FileRef } from '../../src/dialogs/file-ref.ts';

/** A file by its name: the same name has the same bytes. */
export function fileNamed(name: string): FileRef {
  const hash = Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 0xff_ff_ff, 7);
  return {
    hash: hash.toString(16).padStart(64, '0'),
    name,
    mediaType: name.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg',
    size: 120_000,
  };
}
