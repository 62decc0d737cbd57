/** One line of "what waits for me": why it waits, whose it is, by when, and the one press to it. */
import type { Day } from '../../engine/day.ts';
import type { Text } from '../../texts/text.ts';
import type { Option } from '../dialog.ts';
import type { WorkLine } from '../evaluation-card.ts';
import { goOption } from '../options.ts';
import { daysLeftText, dutyText } from '../specialist/duty-words.ts';
import { shortName } from '../specialist/short-name.ts';
import { lines } from '../specialist/wording.ts';
import { evaluationText } from './wording.ts';

/** What, for whom and by when; a mark where the days may move. */
export function workLineText(line: WorkLine, place: number, today: Day): Text {
  const facts = { place, what: { text: whatText(line) } };
  const rows = [
    evaluationText(`work.${line.why === 'duty' && line.draft ? 'draft' : line.why}`, facts),
    whoseText(line, today),
  ];
  return lines(line.pending ? [...rows, evaluationText('pending')] : rows);
}

/** Straight to the paper where there is one, so that the file comes with the first press; else to the duty. */
export function workOption(line: WorkLine, label: Text): Option {
  const { dialog, argument } = targetOf(line);
  return goOption(label, dialog, argument);
}

/** "Next: report, Petrova A. S."; nothing where nothing waits. */
export function nextRow(next: WorkLine | null): readonly Option[] {
  if (next === null) return [];
  const facts = { what: { text: whatText(next) }, name: shortName(next.recipientName) };
  return [workOption(next, evaluationText('work.next', facts))];
}

/** Where a press on the line leads. */
export function targetOf({ why, paperId, dutyId, inquiryId, contractId }: WorkLine): {
  readonly dialog: string;
  readonly argument: string;
} {
  if (paperId !== null && why !== 'inquiry-due') return { dialog: 'paper', argument: paperId };
  if (dutyId !== null) return { dialog: 'duty', argument: dutyId };
  if (inquiryId !== null) return { dialog: 'inquiry-answer', argument: `${inquiryId}~${contractId}` };
  return { dialog: 'case', argument: contractId };
}

/** The name of the duty, or of the letter that waits for its answer. */
export function whatText({ kind, number, month }: Pick<WorkLine, 'kind' | 'number' | 'month'>): Text {
  if (kind === 'inquiry')
    return month === null ? evaluationText('work.inquiry') : evaluationText('work.inquiry-month', { month: { month } });
  return dutyText({ kind, ...(number === null ? {} : { number }), ...(month === null ? {} : { month }) });
}

function whoseText({ contractNumber, recipientName, dueOn }: WorkLine, today: Day): Text {
  const facts = { contract: contractNumber, name: shortName(recipientName) };
  if (dueOn === null) return evaluationText('work.whose', facts);
  return evaluationText('work.whose-by', {
    ...facts,
    due: { day: dueOn },
    left: { text: daysLeftText({ dueOn }, today) },
  });
}
