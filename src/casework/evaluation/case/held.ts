/** Duties and papers of the actor's office; null for whoever is not of it: what is not theirs does not exist for them. */
import { contractOfOffice, type Turn } from '../../actor.ts';
import type { Contract, Staff, StoredDuty, StoredPaper } from '../../ports.ts';

/** A duty of the office with its contract and the member of staff who asks. */
export interface HeldDuty {
  readonly duty: StoredDuty;
  readonly contract: Contract;
  readonly staff: Staff;
}

/** The duty by its id. */
export async function dutyOfOffice(turn: Turn, dutyId: string): Promise<HeldDuty | null> {
  const duty = await turn.stores.duties.find(dutyId);
  const held = duty ? await contractOfOffice(turn, duty.contractId) : null;
  return duty && held ? { duty, ...held } : null;
}

/** A paper of the office with its contract and the member of staff who asks. */
export interface HeldPaper {
  readonly paper: StoredPaper;
  readonly contract: Contract;
  readonly staff: Staff;
}

/** The paper by its id. */
export async function paperOfOffice(turn: Turn, paperId: string): Promise<HeldPaper | null> {
  const paper = await turn.stores.papers.find(paperId);
  const held = paper ? await contractOfOffice(turn, paper.contractId) : null;
  return paper && held ? { paper, ...held } : null;
}
