import type { CommandResult } from '../../../dialogs/command.ts';
import { refused, type Turn } from '../../actor.ts';
import { paperOfOffice } from '../case/held.ts';
import type { Wish } from '../wish.ts';
import { paperResult } from './paper-result.ts';

/** A paper of the actor's office. An approved one is compared with its seal each time it is read. */
export async function openPaper(turn: Turn, command: Wish<'open-paper'>): Promise<CommandResult> {
  const held = await paperOfOffice(turn, command.paperId);
  return held ? paperResult(turn, 'open-paper', held, command.fullForm === true) : refused('open-paper', 'not-found');
}
