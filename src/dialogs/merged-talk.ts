/** Two talks of one person become one. */
import type { DialogState } from './dialog.ts';
import { MOST_PARKED, isWorthKeeping } from './opening.ts';

/** The first goes on as it is; what was half-finished in the second is set aside in it, newest first. Buttons of both grow old. */
export function mergedTalk(first: DialogState, second: DialogState): DialogState {
  const own = [...(first.form ? [first.form] : []), ...first.parked];
  const left = second.form && isWorthKeeping(second.form) ? [second.form, ...second.parked] : second.parked;
  const others = left.filter((form) => !own.some((each) => isSame(each, form)));
  const parked = [...first.parked, ...others].slice(0, MOST_PARKED);
  return { v: 1, turn: Math.max(first.turn, second.turn) + 1, form: first.form, parked };
}

function isSame(left: DialogState['parked'][number], right: DialogState['parked'][number]): boolean {
  return left.dialog === right.dialog && left.argument === right.argument;
}
