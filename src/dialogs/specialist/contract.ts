/** The card of one contract; with `~dates` after the id, its whole calendar. */
import type { CommandResult } from '../command.ts';
import type { Dialog, Ending, Known, Option } from '../dialog.ts';
import { goOption } from '../options.ts';
import type { ContractCard } from '../view.ts';
import { calendarRemarkTexts, calendarText } from './calendar-lines.ts';
import {
  asksTexts,
  dutiesText,
  familyText,
  headText,
  lastDecisionTexts,
  measuresTexts,
  nearestDuties,
} from './contract-card-texts.ts';
import { dutyOptions } from './deadlines.ts';
import { missingArgument, readId } from './missing-argument.ts';
import { onKind, refusedEnding } from './refusal.ts';
import { ended, staffText } from './wording.ts';

const DATES = 'dates';

/** Argument: the id of the contract, perhaps with `~dates`. */
export const CONTRACT: Dialog = {
  id: 'contract',
  version: 1,
  audience: 'staff',
  content: 'personal',
  open: ({ argument }) => {
    const contractId = readId(argument?.split('~')[0]);
    return contractId === null ? missingArgument() : { kind: 'run', commands: [{ kind: 'open-contract', contractId }] };
  },
  onResult: onKind(
    'contract',
    (result, known) => show(result, known),
    (refusal) => refusedEnding(refusal, [[goOption(staffText('go.contracts'), 'contracts')]]),
  ),
};

function show({ card }: Extract<CommandResult, { kind: 'contract' }>, { argument, today }: Known): Ending {
  if (argument?.split('~')[1] === DATES) return datesEnding(card);
  const duties = nearestDuties(card);
  const texts = [
    headText(card, today),
    dutiesText(duties, today),
    ...asksTexts(card),
    ...lastDecisionTexts(card),
    familyText(card),
    ...measuresTexts(card),
  ];
  const open = duties.flatMap((duty, index) => (duty.opensOn <= today ? dutyOptions(duty, index + 1).slice(0, 1) : []));
  return ended(texts, [...inPairs(open), ...contractRows(card)]);
}

function contractRows({ id, joined }: ContractCard): readonly (readonly Option[])[] {
  return [
    [goOption(staffText(joined ? 'contract.new-link' : 'contract.link'), 'recipient-link', id)],
    [
      goOption(staffText('contract.dates'), 'contract', `${id}~${DATES}`),
      goOption(staffText('contract.pause'), 'pause-reminders', id),
    ],
    [goOption(staffText('contract.case'), 'case', id)],
    [goOption(staffText('go.contracts'), 'contracts')],
  ];
}

function datesEnding(card: ContractCard): Ending {
  const title = staffText('contract.title', { contract: card.number, name: card.recipientName });
  const back = [goOption(staffText('go.contract-back'), 'contract', card.id)];
  return ended([title, calendarText(card.calendar), ...calendarRemarkTexts(card.calendar)], [back]);
}

function inPairs(options: readonly Option[]): readonly (readonly Option[])[] {
  return options.flatMap((_option, at) => (at % 2 === 0 ? [options.slice(at, at + 2)] : []));
}
