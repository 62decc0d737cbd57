import type { CommandResult } from '../../../dialogs/command.ts';
import { recordEvent, refused, type Turn } from '../../actor.ts';
import type { StoredPaper } from '../../ports.ts';
import { paperOfOffice } from '../case/held.ts';
import type { Wish } from '../wish.ts';
import { maySignSecond } from './approve-paper.ts';
import { paperResult } from './paper-result.ts';

/** The head does not sign and says why; the specialist prepares it anew under the same revision. */
export async function returnPaper(turn: Turn, command: Wish<'return-paper'>): Promise<CommandResult> {
  const held = await paperOfOffice(turn, command.paperId);
  if (!held) return refused('return-paper', 'not-found');
  if (!(await maySignSecond(turn, held))) return refused('return-paper', 'not-allowed');
  const remark = command.remark.trim();
  if (remark === '') {
    const fault = { path: 'remark', problem: 'no remark', remedy: 'say what has to be put right' };
    return refused('return-paper', 'faults', [fault]);
  }
  const paper: StoredPaper = { ...held.paper, status: 'returned', remark };
  if (!(await turn.stores.papers.replace(paper, ['submitted']))) return refused('return-paper', 'already-done');
  await recordEvent(turn, 'paper-returned', { kind: 'paper', id: paper.id }, { revision: paper.revision });
  return paperResult(turn, 'return-paper', { ...held, paper });
}
