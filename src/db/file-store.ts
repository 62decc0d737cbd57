/** Files of people by content hash: `DATA_DIR/files/ab/cdef…`. What is there is whole: written aside, synced, renamed. */
import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files } from '../casework/ports.ts';
import { cleanPicture, isReadableHeic } from './clean-picture.ts';
import { isWholePdf, type MediaType, mediaTypeOf, plainName, safeName } from './media-type.ts';

/** Bytes of one file as it comes. */
export const FILE_LIMIT = 20 * 1024 * 1024;

type Refused = 'too-large' | 'wrong-type' | 'unreadable';

/** The files of a data folder. Pictures are made ready one at a time: a large one takes hundreds of megabytes for a moment. */
export function openFiles(dataDir: string): Files {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    keep: async (bytes, name) => {
      if (bytes.byteLength > FILE_LIMIT) return { refused: 'too-large' };
      if (bytes.byteLength === 0) return { refused: 'unreadable' };
      const kind = await mediaTypeOf(bytes);
      if (kind === null) return { refused: 'wrong-type' };
      const ready = await inTurn(() => readyToKeep(bytes, kind));
      if (typeof ready === 'string') return { refused: ready };
      const hash = createHash('sha256').update(ready).digest('hex');
      await writeOnce(pathOf(dataDir, hash), ready);
      return { hash, name: safeName(name, kind), mediaType: kind.mediaType, size: ready.byteLength };
    },
    read: (hash) => readKept(dataDir, hash),
    keepMade: async (content, name, mediaType) => {
      const { hash, size } = await writeWhole(dataDir, content);
      return { hash, name: plainName(name), mediaType, size };
    },
  };
}

async function readyToKeep(bytes: Uint8Array, kind: MediaType): Promise<Uint8Array | Refused> {
  switch (kind.treat) {
    case 'pdf':
      return isWholePdf(bytes) ? bytes : 'unreadable';
    case 'document':
      return bytes;
    case 'heic':
      return (await isReadableHeic(bytes)) ? bytes : 'unreadable';
    case 'picture': {
      const clean = await cleanPicture(bytes);
      return clean.kind === 'clean' ? clean.bytes : clean.kind;
    }
  }
}

function pathOf(dataDir: string, hash: string): string {
  return join(dataDir, 'files', hash.slice(0, 2), hash.slice(2));
}

async function readKept(dataDir: string, hash: string): Promise<Uint8Array | null> {
  // A hash can come from an address on the web: nothing else may become a path.
  if (!/^[0-9a-f]{64}$/.test(hash)) return null;
  try {
    return await readFile(pathOf(dataDir, hash));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function writeOnce(path: string, bytes: Uint8Array): Promise<void> {
  if (await exists(path)) return;
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const aside = join(folder, `.${randomUUID()}`);
  const file = await open(aside, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
  await syncFolder(folder);
}

/** Writes aside while the hash is reckoned, so that what is made piece by piece is never held whole. */
async function writeWhole(
  dataDir: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<{ hash: string; size: number }> {
  const folder = join(dataDir, 'files');
  await mkdir(folder, { recursive: true });
  const aside = join(folder, `.${randomUUID()}`);
  const digest = createHash('sha256');
  let size = 0;
  try {
    const file = await open(aside, 'wx');
    try {
      for await (const piece of content instanceof Uint8Array ? [content] : content) {
        digest.update(piece);
        size += piece.byteLength;
        await file.writeFile(piece);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    const hash = digest.digest('hex');
    const path = pathOf(dataDir, hash);
    await mkdir(dirname(path), { recursive: true });
    await rename(aside, path);
    await syncFolder(dirname(path));
    return { hash, size };
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** Makes the new name last through a power cut. Systems that cannot sync a folder need not. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && ['EISDIR', 'EPERM', 'EINVAL'].includes(String(error.code))))
      throw error;
  }
}
