/** What the demo leaves behind: the papers of the case in a folder, and the page that tells which of the fifteen exist. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { StoredPaper } from '../../casework/ports.ts';
import type { FileRef } from '../../dialogs/file-ref.ts';
import type { Opora } from '../../main.ts';
import type { Text } from '../../texts/text.ts';
import { demoText } from './deeds.ts';
import type { Played } from './player.ts';

const ARCHIVE = 'application/zip';
/** Records of form 4. */
const RECORDS = 12;

/** Lays the files that came in the chat into the folder, archives unpacked. Answers how many files there are; older ones of the same name are replaced. */
export async function writeFiles({ deps }: Opora, files: readonly FileRef[], folder: string): Promise<number> {
  const laid = new Set<string>();
  for (const { hash, name, mediaType } of files) {
    const bytes = await deps.files.read(hash);
    if (!bytes) throw new Error(`the demo lost a file: ${name}`);
    const entries = mediaType === ARCHIVE ? Object.entries(unzipSync(bytes)) : [[name, bytes] as const];
    for (const [path, content] of entries) {
      if (path.endsWith('/')) continue;
      const at = join(folder, path);
      await mkdir(dirname(at), { recursive: true });
      await writeFile(at, content);
      laid.add(at);
    }
  }
  return laid.size;
}

/** The page: each of the fifteen papers with the day of its second signature, then where the files are. */
export async function papersPage(
  { deps }: Opora,
  { office }: Played,
  words: (text: Text) => string,
  laid: { readonly folder: string; readonly count: number },
): Promise<string[]> {
  const papers = await deps.database.transaction(async ({ cases, papers: store }) => {
    const { lines } = await cases.search(office.id, null, 0, 1);
    return lines[0] ? store.ofContract(lines[0].id) : [];
  });
  const signed = new Map<string, StoredPaper>();
  for (const paper of papers) if (paper.status === 'approved') signed.set(nameOf(paper), paper);
  const records = Array.from({ length: RECORDS }, (_, index) => `monitoring:${index + 1}`);
  const owed = ['conclusion', 'report', ...records, 'decision'];
  const ready = owed.filter((name) => signed.has(name)).length;
  return [
    '',
    words(demoText('case.title', { ready, all: owed.length })),
    '',
    ...owed.map((name) => words(lineText(name, signed.get(name)))),
    '',
    words(demoText('case.folder', { ...laid })),
  ];
}

function nameOf({ kind, value }: StoredPaper): string {
  return value.kind === 'monitoring' ? `${kind}:${value.number}` : kind;
}

function lineText(name: string, paper: StoredPaper | undefined): Text {
  const [kind = '', number] = name.split(':');
  const what = { text: number === undefined ? demoText(`duty.${kind}`) : demoText('case.record', { number }) };
  const on = paper?.approved?.on;
  if (!paper || on === undefined) return demoText('case.missing', { what });
  const facts = { what, on: { day: on } };
  return paper.revision > 1
    ? demoText('case.revision', { ...facts, number: paper.revision })
    : demoText('case.signed', facts);
}
