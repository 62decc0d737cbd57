/** Which month a talk is about, from its argument `<contractId>~<YYYY-MM>`; always checked against what the person may see. */
import { parseMonth } from '../../engine/day.ts';
import type { AskLine } from '../view.ts';
import type { View } from '../view.ts';
import { type AskedMonth, monthsIn } from './asked-months.ts';

const PENDING = ['open', 'returned'] as const satisfies readonly AskLine['state'][];
const SENT = ['sent', 'accepted'] as const satisfies readonly AskLine['state'][];

/** What is still asked about the month; where nothing is, what was sent of it and may be corrected. Null for another's or an unknown month. */
export function monthOfArgument(argument: string | null, view: View): AskedMonth | null {
  return monthWith(argument, view, PENDING) ?? monthWith(argument, view, SENT);
}

/** The month with all that was sent of it; null where nothing was. */
export function sentMonthOf(argument: string | null, view: View): AskedMonth | null {
  return monthWith(argument, view, ['sent', 'accepted', 'returned']);
}

/** Whether anything of what is asked was sent before: then it is shown to be corrected. */
export function wasSent({ contract, month, items }: AskedMonth): boolean {
  const asked = contract.asks.filter((ask) => ask.month === month && items.includes(ask.item));
  return asked.some(({ state }) => state === 'sent' || state === 'accepted' || state === 'returned');
}

function monthWith(
  argument: string | null,
  { contracts }: View,
  states: readonly AskLine['state'][],
): AskedMonth | null {
  const [contractId, text] = (argument ?? '').split('~');
  const month = parseMonth(text);
  const contract = contracts.find(({ id }) => id === contractId);
  if (!contract || month === null) return null;
  return monthsIn(contract, states).find((asked) => asked.month === month) ?? null;
}
