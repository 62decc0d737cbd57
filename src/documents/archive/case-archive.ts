/** Papers and proofs as one ZIP: of a case, or of a month of an office with a folder for each case. */
import { Zip, ZipDeflate } from 'fflate';
import type { Day } from '../../engine/day.ts';
import type { ArchivePath } from './case-paths.ts';
import { distinctPaths, safeName } from './file-name.ts';

/** A file to be packed. */
export interface ArchiveEntry {
  readonly path: ArchivePath;
  readonly bytes: Uint8Array;
}

/** How the archive is made. */
export interface ArchivePlan {
  /** The day that every file in the archive bears. */
  readonly madeOn: Day;
  /** The name of a file that has none, in the reader's language. */
  readonly nameless: string;
  /** Told after each file: how many are packed, and how many bytes they had. */
  readonly onProgress?: (progress: { readonly files: number; readonly bytes: number }) => void;
}

/** Limits of a ZIP without the 64-bit extension, which old programs cannot open. */
const MOST_FILES = 65_000;
const MOST_BYTES = 4_000_000_000;

/** Made on Unix: `unzip` reads names of an archive made on DOS in the letters of DOS, mark or no mark. */
const UNIX = 3;
/** A plain file that everybody may read and its owner may change, where `unzip` of Unix looks for it. */
const READABLE = 0o100644 * 0x10000;

/** Packed already: packing them again costs time and saves nothing. */
const PACKED = /\.(?:docx|xlsx|pdf|jpe?g|png|webp|heic|zip|mp4)$/i;

/**
 * The archive piece by piece, while the files are still being made: at most one file is held at a time. Names are UTF-8 and
 * marked so, made harmless (no folder but those of the path, no sign a system refuses), and numbered where they repeat. The same
 * entries make the same bytes. Throws above 65,000 files or 4 GB: make one archive a case instead.
 */
export async function* streamCaseArchive(
  entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>,
  plan: ArchivePlan,
): AsyncGenerator<Uint8Array, void, undefined> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  const once = distinctPaths();
  let [files, bytes] = [0, 0];
  for await (const entry of entries) {
    files += 1;
    bytes += entry.bytes.length;
    if (files > MOST_FILES || bytes > MOST_BYTES)
      throw new RangeError(
        `an archive holds at most ${MOST_FILES} files and ${MOST_BYTES} bytes: make one for each case`,
      );
    const name = once(entry.path.map((part) => safeName(part, plan.nameless))).join('/');
    const file = new ZipDeflate(name, { level: PACKED.test(name) ? 0 : 6 });
    file.mtime = noonOf(plan.madeOn);
    file.os = UNIX;
    file.attrs = READABLE;
    zip.add(file);
    file.push(entry.bytes, true);
    plan.onProgress?.({ files, bytes });
    yield* pieces.splice(0);
  }
  zip.end();
  yield* pieces.splice(0);
}

/** The same in one piece, for a file that goes into a chat. */
export async function writeCaseArchive(
  entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>,
  plan: ArchivePlan,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of streamCaseArchive(entries, plan)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A ZIP keeps the hour of a clock on the wall, so the local hour is right here: noon of that day whatever the machine's zone. */
function noonOf(day: Day): Date {
  return new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 12);
}
