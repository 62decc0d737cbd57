/** Papers that came in the chat: read back as text, and laid into a folder for a person to look at. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import PizZip from 'pizzip';
import type { OutgoingFile } from '../../src/delivery/channel.ts';
import { readPaperText } from '../documents/paper/support/read-paper-text.ts';

/** Where the papers of a run lie: `OPORA_PAPERS_DIR`, else a folder of the machine's temporary ones. */
const FOLDER = process.env['OPORA_PAPERS_DIR'] ?? join(tmpdir(), 'opora-papers');

/** Lays the file into the folder under this path. */
export function layOut(path: string, bytes: Uint8Array): void {
  const file = join(FOLDER, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

/** What stands on a paper, one line per paragraph; it is laid into the folder too. */
export async function paperText(folder: string, file: OutgoingFile): Promise<string> {
  const bytes = await file.bytes();
  layOut(join(folder, file.name), bytes);
  return readPaperText(bytes);
}

/** Files of an archive by their paths inside, with what they hold. */
export async function unpacked(folder: string, file: OutgoingFile): Promise<ReadonlyMap<string, Uint8Array>> {
  const bytes = await file.bytes();
  layOut(join(folder, file.name), bytes);
  const zip = new PizZip(bytes);
  const files = new Map(
    Object.values(zip.files)
      .filter(({ dir }) => !dir)
      .map((entry) => [entry.name, entry.asUint8Array()]),
  );
  for (const [path, held] of files) layOut(join(folder, path), held);
  return files;
}
