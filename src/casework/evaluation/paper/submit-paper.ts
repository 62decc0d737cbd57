import type { CommandResult } from '../../../dialogs/command.ts';
import { recordEvent, refused, type Turn } from '../../actor.ts';
import type { StoredPaper } from '../../ports.ts';
import { paperOfOffice } from '../case/held.ts';
import type { Wish } from '../wish.ts';
import { paperResult } from './paper-result.ts';

/** The first signature: by the one who prepared the paper, and by nobody else. */
export async function submitPaper(turn: Turn, command: Wish<'submit-paper'>): Promise<CommandResult> {
  const held = await paperOfOffice(turn, command.paperId);
  if (!held) return refused('submit-paper', 'not-found');
  if (held.paper.prepared.byStaffId !== held.staff.id) return refused('submit-paper', 'not-allowed');
  const paper = await submit(turn, held.paper);
  return paper ? paperResult(turn, 'submit-paper', { ...held, paper }) : refused('submit-paper', 'already-done');
}

/** The paper with the head; null where it is no draft any more. */
export async function submit(turn: Turn, draft: StoredPaper): Promise<StoredPaper | null> {
  const { stores, actor } = turn;
  const paper: StoredPaper = {
    ...draft,
    status: 'submitted',
    submitted: { at: actor.now, on: actor.today, byStaffId: draft.prepared.byStaffId },
  };
  if (!(await stores.papers.replace(paper, ['draft']))) return null;
  await recordEvent(turn, 'paper-submitted', { kind: 'paper', id: paper.id }, { revision: paper.revision });
  return paper;
}
