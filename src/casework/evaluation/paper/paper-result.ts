import type { CommandResult } from '../../../dialogs/command.ts';
import type { EvaluationResult } from '../../../dialogs/evaluation-command.ts';
import type { Turn } from '../../actor.ts';
import { nextWork } from '../case/work-line.ts';
import type { HeldPaper } from '../case/held.ts';
import { paperCard } from './paper-card.ts';

/** Commands that answer with a paper. */
export type PaperWish = Extract<EvaluationResult, { kind: 'paper' }>['of'];

/** The paper as it stands after the command, and what waits next for the one who asked. */
export async function paperResult(
  turn: Turn,
  of: PaperWish,
  held: HeldPaper,
  fullForm = false,
): Promise<CommandResult> {
  return { of, kind: 'paper', card: await paperCard(turn, held, fullForm), next: await nextWork(turn, held) };
}
