/** What a file is, told by its bytes and never by its name; and the few kinds that are kept. */
import { fileTypeFromBuffer } from 'file-type';

/** A kind of file that is kept. `picture` is decoded and written anew; `heic` and `pdf` are kept as they came. */
export interface MediaType {
  readonly mediaType: string;
  readonly treat: 'picture' | 'heic' | 'pdf' | 'document';
  /** Endings a name of this kind may have; the first is given where it has none. */
  readonly endings: readonly string[];
}

const HEIC_ENDINGS = ['heic', 'heif'];

const KINDS: { readonly [mime: string]: MediaType } = {
  'image/jpeg': { mediaType: 'image/jpeg', treat: 'picture', endings: ['jpg', 'jpeg'] },
  'image/png': { mediaType: 'image/png', treat: 'picture', endings: ['png'] },
  // An animated PNG is kept as its first picture.
  'image/apng': { mediaType: 'image/png', treat: 'picture', endings: ['png'] },
  'image/webp': { mediaType: 'image/webp', treat: 'picture', endings: ['webp'] },
  // What iPhones make; the same with a general brand.
  'image/heic': { mediaType: 'image/heic', treat: 'heic', endings: HEIC_ENDINGS },
  'image/heif': { mediaType: 'image/heif', treat: 'heic', endings: HEIC_ENDINGS },
  // An office's own form in place of ours.
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    treat: 'document',
    endings: ['docx'],
  },
  'application/pdf': { mediaType: 'application/pdf', treat: 'pdf', endings: ['pdf'] },
};

/** Readers allow this much before `%PDF-`. */
const PDF_HEAD = 1024;
/** Every whole PDF ends with `startxref`, an offset and `%%EOF`, perhaps with some junk after. */
const PDF_TAIL = 4096;
/** Characters of a name without its ending. */
const LONGEST_NAME = 100;

/** The kind, or null where it is not kept. */
export async function mediaTypeOf(bytes: Uint8Array): Promise<MediaType | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) return KINDS[found.mime] ?? null;
  return latin(bytes.subarray(0, PDF_HEAD)).includes('%PDF-') ? (KINDS['application/pdf'] ?? null) : null;
}

/** Whether a PDF has its end: half a PDF has not. */
export function isWholePdf(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(-PDF_TAIL)).includes('startxref');
}

/** A name without folders and control characters. */
export function plainName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}/gu, '').trim();
}

/** The name as it may be shown and saved: no folders, no control characters, an ending that is true. */
export function safeName(name: string, kind: MediaType): string {
  const bare = plainName(name);
  const ending = /\.([^.]+)$/.exec(bare)?.[1]?.toLowerCase();
  const first = kind.endings[0] ?? '';
  if (ending !== undefined && kind.endings.includes(ending)) {
    return `${bare.slice(0, -ending.length - 1).slice(0, LONGEST_NAME) || 'file'}.${ending}`;
  }
  return `${bare.slice(0, LONGEST_NAME) || 'file'}.${first}`;
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
