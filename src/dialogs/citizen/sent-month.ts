import type { Text } from '../../texts/text.ts';
import type { CommandResult, SubmissionCard } from '../command.ts';
import type { Dialog, Ending, Known, Option, Reply } from '../dialog.ts';
import { goOption, menuOption } from '../options.ts';
import type { View } from '../view.ts';
import { type AskedMonth, monthArgument, monthsIn } from './asked-months.ts';
import { monthLines } from './month-lines.ts';
import { sentMonthOf } from './month-of.ts';
import { citizenText, lawWord, linesText } from './wording.ts';

/** Months shown in the list; older ones are at the office. */
const MOST_MONTHS = 12;

/** What was sent of one month and what became of it; without an argument the list of such months. */
export const SENT_MONTH: Dialog = {
  id: 'sent-month',
  version: 1,
  audience: 'recipient',
  content: 'personal',
  open: ({ argument, view }) => {
    const sent = sentMonthOf(argument, view);
    if (sent === null) return { kind: 'say', replies: [list(view)] };
    return { kind: 'run', commands: [{ kind: 'open-month', contractId: sent.contract.id, month: sent.month }] };
  },
  onResult: (result, known) => shown(result, known),
};

function list(view: View, ...say: readonly Text[]): Reply {
  const sent = view.contracts
    .flatMap((contract) => monthsIn(contract, ['sent', 'accepted', 'returned']))
    .sort((left, right) => (left.month < right.month ? 1 : -1))
    .slice(0, MOST_MONTHS);
  const rows = sent.map((month): Option[] => [
    goOption(
      citizenText(`sent.button-${stateOf(month)}`, { month: { month: month.month } }),
      'sent-month',
      monthArgument(month),
    ),
  ]);
  return {
    texts: [...say, citizenText(sent.length === 0 ? 'sent.none' : 'sent.list')],
    options: [...rows, [menuOption()]],
    content: 'personal',
  };
}

/** The state that matters most to the person: what came back, then what waits. */
function stateOf({ contract, month }: AskedMonth): 'returned' | 'sent' | 'accepted' {
  const states = contract.asks.filter((ask) => ask.month === month).map(({ state }) => state);
  if (states.includes('returned')) return 'returned';
  return states.includes('sent') ? 'sent' : 'accepted';
}

function shown(result: CommandResult, { argument, view }: Known): Ending {
  const card = result.kind === 'month' ? result.card : null;
  const sent = sentMonthOf(argument, view);
  if (card === null || sent === null) return { replies: [list(view, citizenText('sent.gone'))] };
  const facts = { month: { month: card.month }, number: card.number, day: { day: card.submittedOn } };
  const mend = card.status === 'returned' ? 'sent.mend' : 'sent.correct';
  return {
    replies: [
      {
        texts: [
          citizenText('sent.title', facts),
          linesText(monthLines(card.track, card.answers)),
          ...decisionTexts(card),
        ],
        options: [
          [goOption(citizenText(mend), 'confirm-month', monthArgument(sent))],
          [goOption(citizenText('go.sent-months'), 'sent-month'), menuOption()],
        ],
        content: 'personal',
      },
    ],
  };
}

function decisionTexts({ status, decision }: SubmissionCard): Text[] {
  if (decision === null || status === 'sent') return [citizenText('sent.waits')];
  const { on, reason, words } = decision;
  const facts = { day: { day: on } };
  if (status === 'accepted') return [citizenText('sent.accepted', facts)];
  return [
    citizenText('sent.returned', facts),
    ...(reason === null
      ? []
      : [citizenText('month.returned', { reason: { text: lawWord(`return-reason.${reason}`) } })]),
    ...(words === null ? [] : [citizenText('month.returned-words', { words })]),
  ];
}
