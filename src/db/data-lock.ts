/**
 * The lock of the data folder: `DATA_DIR/opora.lock` names the process that has PGlite open there. A second process is
 * refused by name; the lock of a dead process is taken over with a notice.
 */
import { createHash, randomUUID } from 'node:crypto';
import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, type Process, thisProcess } from './process-identity.ts';

/** Who holds the folder. */
interface Holder extends Process {
  /** Tells two holders apart even where all else is the same. */
  readonly nonce: string;
  /** When it was opened, ISO 8601 in UTC. */
  readonly openedAt: string;
}

/** A folder that is ours until released. */
export interface DataLock {
  release(): Promise<void>;
}

const MOST_TRIES = 50;
const PAUSE_MS = 20;

/** Takes the lock. Throws with a message that names the holder where another process has the folder open. */
export async function lockDataDir(
  dataDir: string,
  log: { warn(facts: object, message: string): void },
): Promise<DataLock> {
  const path = join(dataDir, 'opora.lock');
  const me: Holder = { ...(await thisProcess()), nonce: randomUUID(), openedAt: new Date().toISOString() };
  const note = `${JSON.stringify(me, null, 2)}\n`;
  const claimed = await claim(path, note, me.host);
  if (claimed.kind === 'held') throw new Error(refusal(path, claimed.by, me.host));
  if (claimed.after !== null)
    log.warn(
      { pid: claimed.after.pid, openedAt: claimed.after.openedAt },
      'took over the data folder from a process that died',
    );
  return {
    release: async () => {
      if ((await readNote(path)) === note) await unlink(path);
    },
  };
}

type Claim =
  | { readonly kind: 'ours'; readonly after: Holder | null }
  | { readonly kind: 'held'; readonly by: Holder | null };

/**
 * Puts our note at the path where there is none. Where a dead process left one, the right to replace exactly that note is
 * claimed first, in the same way, under a name made of the note; so of many who find it dead one replaces it, and a note
 * that is already new is never touched.
 */
async function claim(path: string, note: string, host: string): Promise<Claim> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (await putWhereNone(path, note)) return { kind: 'ours', after: null };
    const standing = await readNote(path);
    if (standing === null) continue;
    const holder = parseHolder(standing);
    if (holder === null || (await isAlive(holder, host))) return { kind: 'held', by: holder };
    if (await replaceDead(path, standing, note, host)) return { kind: 'ours', after: holder };
    await pause(PAUSE_MS);
  }
  return { kind: 'held', by: null };
}

async function replaceDead(path: string, dead: string, note: string, host: string): Promise<boolean> {
  const right = `${path}.after-${createHash('sha256').update(dead).digest('hex').slice(0, 16)}`;
  if ((await claim(right, note, host)).kind === 'held') return false;
  try {
    if ((await readNote(path)) !== dead) return false;
    const fresh = await writeAside(path, note);
    await rename(fresh, path);
    return true;
  } finally {
    await unlink(right);
  }
}

/** Whole or not at all: the note is written aside and then linked, which fails where the name is taken. */
async function putWhereNone(path: string, note: string): Promise<boolean> {
  const aside = await writeAside(path, note);
  try {
    await link(aside, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(aside);
  }
}

async function writeAside(path: string, note: string): Promise<string> {
  const aside = `${path}.${randomUUID()}`;
  await writeFile(aside, note, { flag: 'wx' });
  return aside;
}

async function readNote(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function parseHolder(note: string): Holder | null {
  try {
    const holder = JSON.parse(note) as Partial<Holder>;
    return typeof holder.pid === 'number' && typeof holder.host === 'string' ? (holder as Holder) : null;
  } catch {
    return null;
  }
}

function refusal(path: string, by: Holder | null, host: string): string {
  if (by === null)
    return `${path} is held and cannot be read. If no Opora runs on this folder, delete the file and start again.`;
  const who = `process ${by.pid} on ${by.host} (started ${by.startedAt}, opened the data at ${by.openedAt})`;
  const what =
    by.host === host
      ? 'Stop it first, or set another DATA_DIR.'
      : `This machine is ${host} and cannot see whether it still runs: if it does not, delete the file and start again.`;
  return `the data folder is in use by ${who}; the lock is ${path}. ${what}`;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
