/** How far the pre-check got in one turn, for the counts of public links. Reads the talk and keeps nothing of the answers. */
import type { Day } from '../../engine/day.ts';
import type { DialogState, OpenForm } from '../dialog.ts';
import type { SourceStep } from '../source-command.ts';
import type { View } from '../view.ts';
import { preChecked } from './pre-check-input.ts';

const PRE_CHECK = 'pre-check';
/** The question that shows the result. */
const RESULT = 'next';

/** Steps reached by this turn: begun with the first answer, finished where the result is shown. */
export function preCheckSteps(before: DialogState, after: DialogState, view: View, today: Day): SourceStep[] {
  const [was, now] = [preCheckIn(before), preCheckIn(after)];
  if (now === null) return [];
  const begun: SourceStep[] = now.past.length > 0 && (was?.past.length ?? 0) === 0 ? ['pre-check-begun'] : [];
  if (now.at !== RESULT || was?.at === RESULT) return begun;
  const { verdict } = preChecked({ answers: now.answers, view, today });
  return [...begun, 'pre-check-finished', ...(verdict === 'likely-eligible' ? ['likely-eligible' as const] : [])];
}

function preCheckIn({ form }: DialogState): OpenForm | null {
  return form?.dialog === PRE_CHECK ? form : null;
}
