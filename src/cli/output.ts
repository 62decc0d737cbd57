/** Writing to stdout and stderr: nothing but JSON on stdout, never faster than the reader takes it. */
import { once } from 'node:events';

/** Writes one line and waits while the reader is behind, so that memory stays small. */
export async function printLine(text: string, to: NodeJS.WriteStream = process.stdout): Promise<void> {
  if (!to.write(`${text}\n`)) await once(to, 'drain');
}

/** `opora … | head` closes the pipe early: that is no fault. */
export function leaveQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
}
