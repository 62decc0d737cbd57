/** A contract on one screen: who, until when, what is near, what the recipient was asked. */
import type { Day } from '../../engine/day.ts';
import { reminderDay } from '../../engine/duties.ts';
import { stageOf } from '../../engine/stage.ts';
import type { Text } from '../../texts/text.ts';
import type { AskLine, ContractCard, DutyLine } from '../view.ts';
import { daysLeftText, dutyText } from './duty-words.ts';
import { measureStatusText, returnReasonText, stageText, trackText } from './law-words.ts';
import { itemText, lines, staffText } from './wording.ts';

const DUTIES_SHOWN = 5;
const ASKS_SHOWN = 6;

/** Number, recipient, track, dates, stage, specialist, and whether the recipient has joined. */
export function headText(card: ContractCard, today: Day): Text {
  const rows = [
    staffText('contract.title', { contract: card.number, name: card.recipientName }),
    staffText('contract.term', {
      track: { text: trackText(card.track) },
      starts: { day: card.startsOn },
      ends: { day: card.endsOn },
    }),
    stageText(stageOf(card.calendar, today)),
  ];
  if (card.endsOn !== card.agreedEndsOn) rows.push(staffText('contract.agreed', { ends: { day: card.agreedEndsOn } }));
  if (card.specialist !== null) rows.push(staffText('contract.specialist', { name: card.specialist.name }));
  rows.push(staffText(card.joined ? 'contract.joined' : 'contract.not-joined'));
  const paused = card.remindersPausedUntil;
  if (paused !== null && paused >= today) rows.push(staffText('contract.paused', { until: { day: paused } }));
  return lines(rows);
}

/** The household and what was known of its income before; unknown is said, never shown as zero. */
export function familyText({ householdCounted, perCapitaIncomeBefore }: ContractCard): Text {
  return lines([
    staffText('contract.household', { count: householdCounted }),
    perCapitaIncomeBefore === null
      ? staffText('contract.income-unknown')
      : staffText('contract.income-before', { amount: { money: perCapitaIncomeBefore } }),
  ]);
}

/** Undone duties that come first. */
export function nearestDuties({ duties }: ContractCard): readonly DutyLine[] {
  return duties
    .filter(({ done }) => !done)
    .sort((left, right) => (reminderDay(left) < reminderDay(right) ? -1 : 1))
    .slice(0, DUTIES_SHOWN);
}

/** The nearest duties, each with its days. */
export function dutiesText(duties: readonly DutyLine[], today: Day): Text {
  if (duties.length === 0) return staffText('contract.no-duties');
  const rows = duties.map((duty, index) => {
    const facts = {
      place: index + 1,
      what: { text: dutyText(duty) },
      opens: { day: duty.opensOn },
      due: { day: reminderDay(duty) },
    };
    return today < duty.opensOn
      ? staffText('contract.duty-later', facts)
      : staffText('contract.duty', { ...facts, left: { text: daysLeftText(duty, today) } });
  });
  return lines([staffText('contract.duties-title'), ...rows]);
}

/** What was asked of the recipient lately and what became of it; asks that have not opened are left out. */
export function asksTexts({ asks }: ContractCard): readonly Text[] {
  const opened = asks.filter(({ state }) => state !== 'not-open').slice(-ASKS_SHOWN);
  if (opened.length === 0) return [];
  return [lines([staffText('contract.asks-title'), ...opened.map((each) => askText(each))])];
}

/** The programme, each measure with its state. */
export function measuresTexts({ measures }: ContractCard): readonly Text[] {
  if (measures.length === 0) return [];
  const rows = measures.map(({ name, status, dueOn }) => {
    const facts = { name, status: { text: measureStatusText(status) } };
    return dueOn === null
      ? staffText('contract.measure', facts)
      : staffText('contract.measure-by', { ...facts, due: { day: dueOn } });
  });
  return [lines([staffText('contract.measures-title'), ...rows])];
}

/** The last decision on a month, with its reason. */
export function lastDecisionTexts({ lastDecision }: ContractCard): readonly Text[] {
  if (lastDecision === null) return [];
  const { month, on, what, reason, words } = lastDecision;
  const title = staffText(`contract.last-${what}`, { month: { month }, on: { day: on } });
  const why = reason === null ? [] : [returnReasonText(reason)];
  return [lines([title, ...why, ...(words === null ? [] : [staffText('submission.words', { words })])])];
}

function askText({ item, month, state, citizenDay }: AskLine): Text {
  return staffText('contract.ask', {
    item: { text: itemText(item) },
    month: { month },
    state: { text: staffText(`ask-state.${state}`, { by: { day: citizenDay } }) },
  });
}
