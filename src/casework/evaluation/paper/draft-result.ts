import type { CommandResult } from '../../../dialogs/command.ts';
import { refused, type Turn } from '../../actor.ts';
import type { HeldDuty } from '../case/held.ts';
import { type Draft, keepDraft } from './keep-draft.ts';
import { type PaperWish, paperResult } from './paper-result.ts';

/** Keeps the draft and answers with its card; refused where the head has it or has signed it. */
export async function draftResult(turn: Turn, of: PaperWish, held: HeldDuty, draft: Draft): Promise<CommandResult> {
  const paper = await keepDraft(turn, draft);
  if (typeof paper === 'string') return refused(of, 'already-done');
  return paperResult(turn, of, { paper, contract: held.contract, staff: held.staff });
}
