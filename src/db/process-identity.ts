/** Which process this is, and whether another one named earlier still lives: a pid alone may be somebody else's by now. */
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** A process of one machine. */
export interface Process {
  readonly pid: number;
  readonly host: string;
  /** When it started, ISO 8601 in UTC: for people. */
  readonly startedAt: string;
  /** Boot and tick at which it started, from `/proc`; null where the system has none: tells a reused pid. */
  readonly startMark: string | null;
}

/** This process. */
export async function thisProcess(): Promise<Process> {
  return {
    pid: process.pid,
    host: hostname(),
    startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
    startMark: await startMarkOf(process.pid),
  };
}

/** Whether it still runs. Of another host nothing can be told: it counts as alive. */
export async function isAlive(other: Pick<Process, 'pid' | 'host' | 'startMark'>, host: string): Promise<boolean> {
  if (other.host !== host) return true;
  if (!pidExists(other.pid)) return false;
  const mark = await startMarkOf(other.pid);
  return mark === null || other.startMark === null || mark === other.startMark;
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there and belongs to another user.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

async function startMarkOf(pid: number): Promise<string | null> {
  try {
    const [boot, stat] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    // The name, in brackets, may hold spaces; the state and the rest follow it, start time the 22nd field of all.
    const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie holds nothing any more: its files are closed.
    if (rest[0] === 'Z') return `${boot.trim()} gone`;
    return `${boot.trim()} ${rest[19] ?? ''}`;
  } catch {
    return null;
  }
}
