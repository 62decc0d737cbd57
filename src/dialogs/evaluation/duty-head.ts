/** What every screen of a duty begins with: what, whose, by when, and the paper begun for it. */
import type { Day } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';
import type { DutyCard } from '../evaluation-card.ts';
import { daysLeftText, dutyText } from '../specialist/duty-words.ts';
import { trackText } from '../specialist/law-words.ts';
import { lines } from '../specialist/wording.ts';
import { paperStateTexts } from './paper-lines.ts';
import { evaluationText } from './wording.ts';

/** Name of the duty. */
export function dutyCardText(card: DutyCard): Text {
  switch (card.kind) {
    case 'monitoring':
      return dutyText({
        kind: 'monitoring',
        number: card.number,
        ...(card.month === null ? {} : { month: card.month }),
      });
    case 'income-window':
      return dutyText({ kind: 'income-window', number: card.window.numbers[2] });
    case 'conclusion':
    case 'report':
    case 'decision':
    case 'register':
      return dutyText({ kind: card.kind });
  }
}

/** The recipient and the contract in a line, for the head of a form's question. */
export function whoseText({ contractNumber, recipientName }: Pick<DutyCard, 'contractNumber' | 'recipientName'>): Text {
  return evaluationText('duty.whose', { name: recipientName, contract: contractNumber });
}

/** The head of the screen. */
export function dutyHeadText(card: DutyCard, today: Day): Text {
  const rows = [
    dutyCardText(card),
    whoseText(card),
    evaluationText('duty.term', {
      track: { text: trackText(card.track) },
      starts: { day: card.startsOn },
      ends: { day: card.endsOn },
    }),
    daysText(card, today),
  ];
  if (card.pending) rows.push(evaluationText('pending'));
  if (card.paper !== null) rows.push(...paperStateTexts(card.paper));
  return lines(rows);
}

function daysText({ status, opensOn, dueOn }: DutyCard, today: Day): Text {
  if (status === 'done') return evaluationText('duty.done');
  if (today < opensOn) return evaluationText('duty.later', { opens: { day: opensOn }, due: { day: dueOn } });
  return evaluationText('duty.days', { due: { day: dueOn }, left: { text: daysLeftText({ dueOn }, today) } });
}
