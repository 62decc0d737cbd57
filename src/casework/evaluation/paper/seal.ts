/** The seal of an approved paper: a hash over its value, what the engine was asked and what it answered, and the hash of its file. */
import type { Deps } from '../../deps.ts';
import type { StoredPaper } from '../../ports.ts';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of everything that was signed, hex. */
export function contentHash(
  deps: Pick<Deps, 'hash'>,
  { value, inputs, outcome }: Pick<StoredPaper, 'value' | 'inputs' | 'outcome'>,
): string {
  return deps.hash(canonicalJson({ value, inputs: inputs ?? null, outcome: outcome ?? null }));
}

/** Whether an approved paper is what was signed: its content by its hash, its file by the hash it is kept under. Others have no seal yet. */
export async function isIntact(deps: Pick<Deps, 'hash' | 'files'>, paper: StoredPaper): Promise<boolean> {
  if (paper.contentHash === null) return true;
  if (contentHash(deps, paper) !== paper.contentHash) return false;
  const bytes = paper.file ? await deps.files.read(paper.file.hash) : null;
  return bytes !== null && deps.hash(bytes) === paper.file?.hash;
}
