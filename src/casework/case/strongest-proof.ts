/** The strongest proof that was sent for an item, in the order of domain.md, "Monthly submission". */
import type { SubmissionItem } from '../../engine/law.ts';
import type { ProofGiven } from '../../dialogs/command.ts';

const STRONGEST_FIRST = [
  'certificate',
  'certified-copy',
  'copy',
  'screenshot',
  'words',
] as const satisfies readonly ProofGiven['kind'][];

/** Null where none was sent. */
export function strongestProof(proofs: readonly ProofGiven[], item: SubmissionItem): ProofGiven['kind'] | null {
  return STRONGEST_FIRST.find((kind) => proofs.some((proof) => proof.item === item && proof.kind === kind)) ?? null;
}
