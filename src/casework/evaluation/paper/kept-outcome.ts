/** What is kept of the engine's answer with a paper: its result as it was, why, and what the signers are told. */
import type { Assumption, Reason } from '../../../engine/outcome.ts';
import type { PaperWarning } from '../../../dialogs/paper-card.ts';
import type { StoredPaper } from '../../ports.ts';

/** The shape of `StoredPaper.outcome` of the four forms. */
export interface KeptOutcome {
  /** The engine's answer, whole. */
  readonly result: unknown;
  readonly reasons: readonly Reason[];
  readonly assumptions: readonly Assumption[];
  readonly warnings: readonly PaperWarning[];
}

/** Of a stored paper; of a letter, which has none, an empty one. */
export function keptOutcome(paper: Pick<StoredPaper, 'outcome'>): KeptOutcome {
  return (paper.outcome as KeptOutcome | null) ?? { result: null, reasons: [], assumptions: [], warnings: [] };
}
