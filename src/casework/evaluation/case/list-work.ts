import type { CommandResult } from '../../../dialogs/command.ts';
import type { WorkLine } from '../../../dialogs/evaluation-card.ts';
import { refused, type Turn } from '../../actor.ts';
import { PAGE_LINES, pagesOf, skipOf } from '../../page.ts';
import type { Wish } from '../wish.ts';
import { workLine } from './work-line.ts';

/** What waits for the actor: for the head submitted papers first, then what came back, letters without an answer, open duties. */
export async function listWork(turn: Turn, command: Wish<'list-work'>): Promise<CommandResult> {
  const { stores, actor } = turn;
  if (!actor.staff) return refused('list-work', 'not-allowed');
  const { lines: found, total } = await stores.papers.waiting(
    actor.staff,
    actor.today,
    skipOf(command.page),
    PAGE_LINES,
  );
  const lines: WorkLine[] = [];
  for (const work of found) {
    const line = await workLine(turn, work);
    if (line) lines.push(line);
  }
  return { of: 'list-work', kind: 'work', lines, page: command.page, pages: pagesOf(total), total };
}
